//! A form that changes the page's address: a filter, a search, a confirmation that only
//! leads on. Fields left empty stay out of the address.

use leptos::ev::SubmitEvent;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FormData, HtmlFormElement, UrlSearchParams};
use leptos::{html, prelude::*};
use leptos_router::hooks::use_navigate;

/// A GET form. The router's own adds the pressed button to the address, even without a name.
#[component]
pub fn QueryForm(
    /// The page it leads to.
    #[prop(into)]
    action: String,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] node_ref: NodeRef<html::Form>,
    children: Children,
) -> impl IntoView {
    let navigate = use_navigate();
    let target = action.clone();
    let submit = move |event: SubmitEvent| {
        // What cannot be read here is left to the browser.
        if let Some(query) = query_of(&event) {
            event.prevent_default();
            navigate(&address(&target, &query), Default::default());
        }
    };
    view! {
        <form node_ref=node_ref method="get" action=action class=class on:submit=submit>
            {children()}
        </form>
    }
    .into_any()
}

/// The form's fields, URL-encoded.
fn query_of(event: &SubmitEvent) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let fields = FormData::new_with_form(&form).ok()?;
    let query = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    query.to_string().as_string()
}

fn address(target: &str, query: &str) -> String {
    let given: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.ends_with('='))
        .collect();
    if given.is_empty() {
        target.to_owned()
    } else {
        format!("{target}?{}", given.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn empty_fields_stay_out_of_the_address() {
        assert_eq!(
            address("/list", "search=&status=used&sort="),
            "/list?status=used"
        );
        assert_eq!(address("/list", "search="), "/list");
        assert_eq!(address("/list", ""), "/list");
    }
}
