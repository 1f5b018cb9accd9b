//! A white box with one hairline border.

use leptos::prelude::*;

/// A section of a page, named by its title where it has one.
#[component]
pub fn Card(
    /// The heading; without one the card is a plain box.
    #[prop(optional, into)]
    title: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card-box">
            {title.map(|title| view! { <h2 class="font-semibold mb-3">{title}</h2> })} {children()}
        </section>
    }
    .into_any()
}
