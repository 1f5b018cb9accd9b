//! All that is wrong with a form, at its top.

use super::icon::{Icon, IconSize};
use crate::language::use_language;
use crate::text::{common, space};
use leptos::{html, prelude::*};

/// One problem and where it can be put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    /// The id of the field; none when the problem belongs to no single field.
    pub field: Option<String>,
    /// Without a field: the page where it goes on.
    pub page: Option<String>,
    /// Nobody is logged in any more: the log-in page, from which one comes back to the form.
    pub log_in: Option<String>,
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
    let comes_to_life = is_coming_to_life();
    Effect::new(move |before: Option<usize>| {
        let Some(summary) = summary.get() else {
            return 0;
        };
        let count = errors.read().len();
        // What the server wrote had its chance; whoever mends one after the other goes on typing.
        let is_answer = before.map_or(!comes_to_life, |before| before <= count);
        if is_answer {
            // An element that has gone again cannot be focused, which is fine.
            let _ = summary.focus();
        }
        count
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
                (None, None) => {
                    let log_in = error.log_in.map(|href| view! { <LogInAgain href /> });
                    view! { <li>{error.message} {log_in}</li> }.into_any()
                }
            })
            .collect_view()
    };
    move || {
        (!errors.read().is_empty()).then(|| {
            view! {
                <div node_ref=summary class="notice tone-error" role="alert" tabindex="-1" autofocus>
                    <Icon symbol=icondata::LuCircleAlert size=IconSize::Large />
                    <div>
                        <p class="notice-title font-semibold">{common::check_these_fields(language)}</p>
                        <ul class="mt-1 space-y-1">{list}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// The way to the log-in page; what was typed is kept on it.
#[component]
fn LogInAgain(href: String) -> impl IntoView {
    let language = use_language();
    view! {
        {space(language)}
        {common::typed_is_kept(language)}
        {space(language)}
        <a class="link font-semibold" href=href>
            {common::log_in(language)}
        </a>
    }
}

/// The browser takes over what the server has drawn.
fn is_coming_to_life() -> bool {
    Owner::current_shared_context().is_some_and(|page| page.during_hydration())
}
