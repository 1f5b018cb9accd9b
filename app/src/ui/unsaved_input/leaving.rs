//! The ways off a page with unsaved input.

use super::WaysBack;
use super::controls::has_unsaved_input;
use super::kept;
use leptos::ev::{self, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, HtmlAnchorElement, HtmlFormElement, MutationObserver, MutationObserverInit,
};

/// Keeps what was typed on the ways that lead back, and asks the question on all others; the
/// layout calls it, without a question where nothing is typed that would be missed.
pub fn keep_unsaved_input(ways_back: WaysBack, question: Option<&'static str>) {
    let comes_back = StoredValue::new(false);
    Effect::new(move || {
        give_back_when_drawn();
        let submitted = window_event_listener(ev::submit, move |event| {
            if leads_to(&event, &ways_back.switches) {
                kept::keep();
                comes_back.set_value(true);
            }
        });
        let unload = window_event_listener(ev::beforeunload, move |event| {
            if question.is_some() && !comes_back.get_value() && has_unsaved_input() {
                // The browser asks in its own words.
                event.prevent_default();
            }
        });
        listen_before_the_router(move |event| {
            let Some(link) = link_off_this_page(&event) else {
                return;
            };
            if link.pathname() == ways_back.log_in {
                kept::keep();
            } else if let Some(question) = question
                && !is_own_way_out(&link)
                && has_unsaved_input()
                && !window().confirm_with_message(question).unwrap_or(true)
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            submitted.remove();
            unload.remove();
        });
    });
}

/// Fills in the forms of this page that are kept, now or when they are drawn.
fn give_back_when_drawn() {
    if !kept::is_any() {
        return;
    }
    kept::give_back();
    let drawn =
        Closure::<dyn Fn(JsValue, MutationObserver)>::new(|_, observer: MutationObserver| {
            kept::give_back();
            if !kept::is_any() {
                observer.disconnect();
            }
        });
    let (Ok(observer), Some(body)) = (
        MutationObserver::new(drawn.as_ref().unchecked_ref()),
        document().body(),
    ) else {
        return;
    };
    let everything = MutationObserverInit::new();
    everything.set_child_list(true);
    everything.set_subtree(true);
    // Fails only for options that contradict each other.
    let _ = observer.observe_with_options(&body, &everything);
    let watching = StoredValue::new_local((observer, drawn));
    on_cleanup(move || {
        watching.try_with_value(|(observer, _)| observer.disconnect());
    });
}

fn leads_to(event: &SubmitEvent, paths: &[&str]) -> bool {
    let form = event
        .target()
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let action = form.and_then(|form| form.get_attribute("action"));
    action.is_some_and(|action| paths.contains(&action.as_str()))
}

/// The link that was pressed, if it leads to another page here. Links that load a page are the
/// browser's to ask about.
fn link_off_this_page(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = pressed.closest("a[href]").ok()??.dyn_into().ok()?;
    let stays = window().location().pathname().ok()? == link.pathname();
    let is_routed = link.target().is_empty() && link.rel() != "external";
    (is_plain && is_routed && !stays).then_some(link)
}

/// `Give Up` and its like stand in the form.
fn is_own_way_out(link: &HtmlAnchorElement) -> bool {
    link.closest("form").is_ok_and(|form| form.is_some())
}

/// Hears of a click on its way down to what was pressed; the router hears of it on its way up.
fn listen_before_the_router(listener: impl Fn(MouseEvent) + 'static) {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(listener);
    let on_its_way_down = true;
    // Fails for no target that exists.
    let _ = window().add_event_listener_with_callback_and_bool(
        "click",
        listener.as_ref().unchecked_ref(),
        on_its_way_down,
    );
    let listening = StoredValue::new_local(listener);
    on_cleanup(move || {
        listening.try_with_value(|listener| {
            let _ = window().remove_event_listener_with_callback_and_bool(
                "click",
                listener.as_ref().unchecked_ref(),
                on_its_way_down,
            );
        });
    });
}
