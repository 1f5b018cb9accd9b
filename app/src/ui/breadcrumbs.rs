//! The way from the first page to this one.

use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    pub label: String,
    /// None for the page itself and for what has no page.
    pub href: Option<String>,
}

impl Crumb {
    /// A step that leads somewhere.
    pub fn link(label: impl Into<String>, href: impl ToString) -> Self {
        Self {
            label: label.into(),
            href: Some(href.to_string()),
        }
    }

    /// This page.
    pub fn here(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// A trail of links.
#[component]
pub fn Breadcrumbs(
    /// From the first page to this one.
    trail: Vec<Crumb>,
) -> impl IntoView {
    let language = use_language();
    let last = trail.len().saturating_sub(1);
    let items = trail
        .into_iter()
        .enumerate()
        .map(|(index, crumb)| {
            let current = (index == last).then_some("page");
            match crumb.href {
                Some(href) => {
                    view! { <li><a href=href aria-current=current>{crumb.label}</a></li> }
                        .into_any()
                }
                None => {
                    view! { <li><span aria-current=current>{crumb.label}</span></li> }.into_any()
                }
            }
        })
        .collect_view();
    view! {
        <nav class="breadcrumbs text-sm mb-2" aria-label=common::breadcrumbs(language)>
            <ol>{items}</ol>
        </nav>
    }
    .into_any()
}
