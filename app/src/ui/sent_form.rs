//! What becomes of a page after a form was sent. It is drawn anew around the form, which lets the
//! focus fall to the page's body, where a screen reader says nothing: the heading takes it.

use leptos::ev;
use leptos::{html, prelude::*};

/// Whether a form was the last thing that somebody used.
#[derive(Debug, Clone, Copy)]
struct SentForm(StoredValue<bool>);

/// Notices forms that are sent, from any page; the layout calls it.
pub fn provide_sent_form() {
    let sent = StoredValue::new(false);
    provide_context(SentForm(sent));
    Effect::new(move || {
        let submitted = window_event_listener(ev::submit, move |_| sent.set_value(true));
        // Whoever goes on by themselves is not led back to the heading.
        let pressed = window_event_listener(ev::pointerdown, move |_| sent.set_value(false));
        let typed = window_event_listener(ev::keydown, move |_| sent.set_value(false));
        on_cleanup(move || {
            submitted.remove();
            pressed.remove();
            typed.remove();
        });
    });
}

/// Gives the focus to this heading when it is drawn after a form was sent, unless it is
/// somewhere already.
pub fn focus_after_sent_form(heading: NodeRef<html::H1>) {
    let Some(SentForm(sent)) = use_context() else {
        return;
    };
    Effect::new(move || {
        let Some(heading) = heading.get().filter(|_| sent.get_value()) else {
            return;
        };
        // The old page still has it.
        request_animation_frame(move || {
            if is_nowhere() {
                // Fails only for an element outside the document.
                let _ = heading.focus();
            }
        });
    });
}

/// Empties a form that stays on its page, as the browser would, whenever there is another success,
/// or another thing that it is about: the next thing is another one, and what was typed for the
/// first must not stand there.
pub fn empty_after<T>(changes: Memo<Option<T>>) -> NodeRef<html::Form>
where
    T: Send + Sync + 'static,
{
    let form = NodeRef::<html::Form>::new();
    Effect::watch(
        move || changes.with(Option::is_some),
        move |is_another, _, _| {
            if let (true, Some(form)) = (is_another, form.get_untracked()) {
                form.reset();
            }
        },
        false,
    );
    form
}

fn is_nowhere() -> bool {
    document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY")
}
