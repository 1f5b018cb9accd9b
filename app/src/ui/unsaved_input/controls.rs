//! The fields of a form as the browser has them: whether they were changed, what they hold.

use super::{SAVES_ITSELF, SECRET};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, HtmlFormElement, HtmlInputElement, HtmlOptionElement,
    HtmlSelectElement, HtmlTextAreaElement, UrlSearchParams,
};

/// Something was typed or chosen on this page that is neither sent nor saved.
pub fn has_unsaved_input() -> bool {
    unsaved_forms().next().is_some()
}

/// The forms that hold it. A dialog that was closed was given up.
pub(super) fn unsaved_forms() -> impl Iterator<Item = HtmlFormElement> {
    let is_given_up =
        |form: &HtmlFormElement| form.closest("dialog:not([open])").ok().flatten().is_some();
    forms().filter(move |form| {
        form.method() == "post"
            && !form.has_attribute(SAVES_ITSELF)
            && !is_given_up(form)
            && controls(form).any(|control| is_changed(&control))
    })
}

/// All forms of the page.
pub(super) fn forms() -> impl Iterator<Item = HtmlFormElement> {
    let forms = document().forms();
    (0..forms.length()).filter_map(move |at| forms.item(at)?.dyn_into().ok())
}

fn controls(form: &HtmlFormElement) -> impl Iterator<Item = Element> + use<> {
    let elements = form.elements();
    (0..elements.length()).filter_map(move |at| elements.item(at))
}

/// It is no longer what the page came with. A secret is not missed: it is typed again, or was
/// filled in by the browser.
fn is_changed(control: &Element) -> bool {
    if control.has_attribute(SECRET) {
        false
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        match input.type_().as_str() {
            "hidden" => false,
            "checkbox" | "radio" => input.checked() != input.default_checked(),
            _ => input.value() != input.default_value(),
        }
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.default_value()
            .is_ok_and(|first| area.value() != first)
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.selected_index() != index_at_first(select)
    } else {
        false
    }
}

fn index_at_first(select: &HtmlSelectElement) -> i32 {
    let option = select.query_selector("option[selected]").ok().flatten();
    let option = option.and_then(|option| option.dyn_into::<HtmlOptionElement>().ok());
    option.map_or(0, |option| option.index())
}

/// What the form holds, by name; no secrets.
pub(super) fn values(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let values = UrlSearchParams::new().ok()?;
    for control in controls(form) {
        if let Some((name, value)) = name_and_value(&control) {
            values.append(&name, &value);
        }
    }
    Some(values)
}

fn name_and_value(control: &Element) -> Option<(String, String)> {
    if control.has_attribute(SECRET) {
        return None;
    }
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        let is_kept = match input.type_().as_str() {
            "hidden" | "password" | "file" => false,
            "checkbox" | "radio" => input.checked(),
            _ => true,
        };
        is_kept.then(|| (input.name(), input.value()))
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        Some((area.name(), area.value()))
    } else {
        let select = control.dyn_ref::<HtmlSelectElement>()?;
        Some((select.name(), select.value()))
    }
}

/// Puts the values into the form as if they were typed.
pub(super) fn fill_in(form: &HtmlFormElement, values: &UrlSearchParams) {
    for control in controls(form) {
        if control.has_attribute(SECRET) || !put(&control, values) {
            continue;
        }
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
            // Says only whether somebody prevented what nothing follows from.
            let _ = control.dispatch_event(&event);
        }
    }
}

/// Whether the control takes one of the values.
fn put(control: &Element, values: &UrlSearchParams) -> bool {
    if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        match input.type_().as_str() {
            "hidden" | "password" | "file" => return false,
            "checkbox" | "radio" => {
                let chosen = values.get_all(&input.name());
                input.set_checked(chosen.iter().any(|value| value == input.value().as_str()));
            }
            _ => match values.get(&input.name()) {
                Some(value) => input.set_value(&value),
                None => return false,
            },
        }
        return true;
    }
    if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>()
        && let Some(value) = values.get(&area.name())
    {
        area.set_value(&value);
        return true;
    }
    if let Some(select) = control.dyn_ref::<HtmlSelectElement>()
        && let Some(value) = values.get(&select.name())
    {
        select.set_value(&value);
        return true;
    }
    false
}
