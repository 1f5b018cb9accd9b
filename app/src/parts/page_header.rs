//! The top of a page: where it is, what it is, its main action.

use crate::parts::page_title::PageTitle;
use crate::ui::breadcrumbs::{Breadcrumbs, Crumb};
use crate::ui::sent_form::focus_after_sent_form;
use crate::ui::whole_words::WholeWords;
use leptos::{html, prelude::*};

/// Sets the document's title too.
#[component]
pub fn PageHeader(
    /// What this page is: the only `h1`.
    #[prop(into)]
    title: String,
    /// The document's title where it says more than the heading.
    #[prop(optional, into)]
    document_title: Option<String>,
    /// What can be done here, in one sentence.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The way here; none on the pages of the left menu.
    #[prop(optional)]
    trail: Vec<Crumb>,
    /// The page's main action, at the right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    focus_after_sent_form(heading);
    view! {
        <PageTitle text=document_title.unwrap_or_else(|| title.clone()) />
        {(!trail.is_empty()).then(|| view! { <Breadcrumbs trail /> })}
        <div class="flex flex-wrap items-start justify-between gap-3 mb-5">
            <div>
                <h1 node_ref=heading tabindex="-1" class="text-2xl font-semibold tracking-tight">
                    <WholeWords text=title />
                </h1>
                {lead.map(|lead| view! { <p class="mt-1 muted max-w-prose">{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="flex flex-wrap gap-2">{children()}</div> })}
        </div>
    }
    .into_any()
}
