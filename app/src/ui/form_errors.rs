//! All that is wrong with a form, at its top.

use super::icon::{Icon, IconSize};
use crate::language::use_language;
use crate::text::common;
use leptos::{html, prelude::*};

/// One problem and where it can be put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    /// The id of the field; none when the problem belongs to no single field.
    pub field: Option<String>,
    /// Without a field: the page where it goes on.
    pub page: Option<String>,
    /// What is wrong and what would be right.
    pub message: String,
}

/// A summary with links to the fields, or to the pages where it goes on. It takes the focus
/// when it appears, so that nobody misses why the page did not go on.
#[component]
pub fn FormErrors(
    /// Nothing is shown while there are none.
    #[prop(into)]
    errors: Signal<Vec<FormError>>,
) -> impl IntoView {
    let language = use_language();
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let (false, Some(summary)) = (errors.read().is_empty(), summary.get()) {
            // An element that has gone again cannot be focused, which is fine.
            let _ = summary.focus();
        }
    });
    let list = move || {
        errors
            .get()
            .into_iter()
            .map(|error| match (error.field, error.page) {
                (Some(field), _) => {
                    let href = format!("#{field}");
                    view! {
                        <li>
                            <a class="link" href=href rel="external">
                                {error.message}
                            </a>
                        </li>
                    }
                    .into_any()
                }
                (None, Some(href)) => {
                    view! { <li><a class="link" href=href>{error.message}</a></li> }.into_any()
                }
                (None, None) => view! { <li>{error.message}</li> }.into_any(),
            })
            .collect_view()
    };
    move || {
        (!errors.read().is_empty()).then(|| {
            view! {
                <div node_ref=summary class="notice notice-error" role="alert" tabindex="-1" autofocus>
                    <Icon symbol=icondata::LuCircleAlert size=IconSize::Large />
                    <div>
                        <p class="font-semibold">{common::check_these_fields(language)}</p>
                        <ul class="mt-1 space-y-1">{list}</ul>
                    </div>
                </div>
            }
        })
    }
}
