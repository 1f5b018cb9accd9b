//! Finished HTML inside of views: what nothing changes in the browser is made as text, which
//! takes a tenth of the time of building it from views, on both sides.

use leptos::tachys::html::InertElement;
use maud::Markup;

/// One element, with all that is in it, as a view.
#[must_use]
pub fn inert(element: Markup) -> InertElement {
    InertElement::new(element.into_string())
}
