//! What changes by itself disturbs nobody who uses the page.

use super::unsaved_input::has_unsaved_input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Somebody is in the middle of something that a redraw would take away: a field has the focus,
/// something is typed and not sent, a menu or a dialog is open.
pub fn is_in_use() -> bool {
    is_in_a_field() || is_something_open() || has_unsaved_input()
}

fn is_in_a_field() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

fn is_something_open() -> bool {
    let is_there = |selector| matches!(document().query_selector(selector), Ok(Some(_)));
    // Under the pointer a menu is no popover.
    let hovered = document().query_selector(".menu-anchor:hover > .menu-panel");
    is_there("dialog[open]")
        || is_there(":popover-open")
        || hovered.is_ok_and(|menu| menu.is_some_and(|menu| menu.client_height() > 0))
}

/// Call it right before parts of the page are drawn anew: what was unfolded or folded stays so,
/// and the focus stays where it was.
pub fn keep_place() {
    let states: Vec<_> = folds()
        .map(|fold| (likeness(&fold), is_open(&fold)))
        .collect();
    let focused = document().active_element();
    let focused = focused.map(|element| (element.tag_name(), likeness(&element)));
    // Drawn by then, and not shown yet.
    request_animation_frame(move || {
        let mut before = states;
        for fold in folds() {
            let likeness = likeness(&fold);
            if let Some(at) = before.iter().position(|(before, _)| *before == likeness) {
                let (_, was_open) = before.remove(at);
                // Setting an attribute of a name that is well formed cannot fail.
                let _ = fold.toggle_attribute_with_force("open", was_open);
            }
        }
        if let Some((tag, likeness)) = focused {
            give_focus_back(&tag, &likeness);
        }
    });
}

fn folds() -> impl Iterator<Item = Element> {
    let folds = document().get_elements_by_tag_name("details");
    (0..folds.length()).filter_map(move |at| folds.item(at))
}

fn is_open(fold: &Element) -> bool {
    fold.has_attribute("open")
}

/// What tells an element from others of its kind, before and after it was drawn anew.
fn likeness(element: &Element) -> String {
    let words = match element.query_selector("summary") {
        Ok(Some(summary)) => summary.text_content(),
        _ => element.text_content(),
    };
    let href = element.get_attribute("href").unwrap_or_default();
    format!("{} {href} {}", element.id(), words.unwrap_or_default())
}

/// To the same element, where it was drawn anew and has lost the focus.
fn give_focus_back(tag: &str, likeness: &str) {
    let is_lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if !is_lost || tag == "BODY" {
        return;
    }
    let alike = document().get_elements_by_tag_name(tag);
    let mut alike = (0..alike.length()).filter_map(|at| alike.item(at));
    let same = alike.find(|element| self::likeness(element) == likeness);
    if let Some(same) = same.and_then(|same| same.dyn_into::<HtmlElement>().ok()) {
        let in_place = FocusOptions::new();
        in_place.set_prevent_scroll(true);
        // Fails only for an element outside the document.
        let _ = same.focus_with_options(&in_place);
    }
}
