//! A dialog that is open while the page's address says so (`?dialog=name`). A link opens
//! it and a link closes it, so it works without JavaScript, by direct address and with the
//! back button; where JavaScript is on, it is a real modal dialog with Esc and focus.

use super::address::query_string;
use super::button::{ButtonKind, ButtonLink};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlDialogElement, HtmlElement, HtmlFormElement};
use leptos::{html, prelude::*};
use leptos_router::params::ParamsMap;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

/// The query key that names the open dialog.
const KEY: &str = "dialog";

/// Whether a dialog is open, and the links that change it.
#[derive(Debug, Clone, Copy)]
pub struct DialogAddress {
    pub open: Signal<bool>,
    /// This page with the dialog.
    pub open_href: Signal<String>,
    /// This page without it.
    pub close_href: Signal<String>,
}

/// Ends the dialog's name in an address that carries a key of its form as well.
const KEY_FOLLOWS: char = '.';

/// The state of the dialog of that name on this page; the rest of the query stays.
pub fn use_dialog(name: impl Into<String>) -> DialogAddress {
    let name = name.into();
    addressed(name.clone(), name)
}

/// A dialog whose form must not be carried out twice: its address carries the form's key. Who
/// comes back to it after sending it has the same form again, and not a new one.
pub fn use_form_dialog(name: &str, fresh_key: &str) -> DialogAddress {
    addressed(name.to_owned(), format!("{name}{KEY_FOLLOWS}{fresh_key}"))
}

/// The key in the address of the dialog of that name; none while it is closed.
pub fn use_form_key(name: &str) -> Memo<Option<String>> {
    let query = use_location().query;
    let name = name.to_owned();
    Memo::new(move |_| {
        let query = query.read();
        let (opened, key) = query.get_str(KEY)?.split_once(KEY_FOLLOWS)?;
        (opened == name).then(|| key.to_owned())
    })
}

/// `opened` is what stands in the address while the dialog `name` is open.
fn addressed(name: String, opened: String) -> DialogAddress {
    let location = use_location();
    let (pathname, query) = (location.pathname, location.query);
    let href = move |dialog: Option<&str>| {
        let mut query = query.get();
        query.remove(KEY);
        if let Some(dialog) = dialog {
            query.insert(KEY, dialog.to_owned());
        }
        format!("{}{}", pathname.get(), query_string(query))
    };
    let is_this = move |dialog: &str| dialog.split(KEY_FOLLOWS).next() == Some(name.as_str());
    DialogAddress {
        open: Signal::derive(move || query.read().get_str(KEY).is_some_and(&is_this)),
        open_href: Signal::derive(move || href(Some(&opened))),
        close_href: Signal::derive(move || href(None)),
    }
}

/// Links to dialogs for the rows of a list, by the dialog's name. They need not follow the
/// address: a list is drawn anew when the rest of the query changes.
pub fn use_dialog_links() -> impl Fn(&str) -> String + Clone {
    let location = use_location();
    let mut query = location.query.get_untracked();
    query.remove(KEY);
    let query = query_string(query);
    let and = if query.is_empty() { '?' } else { '&' };
    let start = format!("{}{query}{and}{KEY}=", location.pathname.get_untracked());
    move |name| format!("{start}{name}")
}

/// A pop-up with a title. Its children end with the buttons in a `DialogActions`.
#[component]
pub fn Dialog(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// The heading: the accessible name.
    #[prop(into)]
    title: Signal<String>,
    /// From [`use_dialog`].
    address: DialogAddress,
    /// The dialog is there for one field, which takes the focus in the heading's place.
    #[prop(optional)]
    to_field: bool,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = format!("{id}-title");
    let navigate = use_navigate();
    let DialogAddress {
        open, close_href, ..
    } = address;
    let query = use_location().query;
    Effect::new(move |before: Option<Option<String>>| {
        let before = before.flatten();
        let Some(dialog) = dialog.get() else {
            return before;
        };
        let is_open = open.get();
        let subject = is_open
            .then(|| subject_of(&query.read_untracked()))
            .flatten();
        if let (Some(before), Some(subject)) = (&before, &subject)
            && before != subject
        {
            empty(&dialog);
        }
        set_open(&dialog, is_open);
        subject.or(before)
    });
    // Esc: the browser would close it, but the address has to follow.
    let on_cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        navigate(
            &close_href.get_untracked(),
            NavigateOptions {
                scroll: false,
                ..Default::default()
            },
        );
    };
    view! {
        <dialog
            node_ref=dialog
            id=id
            class="dialog"
            aria-labelledby=title_id.clone()
            open=open.get_untracked()
            on:cancel=on_cancel
        >
            <h2
                id=title_id.clone()
                class="text-lg font-semibold"
                tabindex=(!to_field).then_some("-1")
                autofocus=!to_field
            >
                {move || title.try_get()}
            </h2>
            {children()}
        </dialog>
    }
    .into_any()
}

/// The buttons of a dialog, the main one first, and the link that closes it with nothing done.
#[component]
pub fn DialogActions(
    /// The link's name.
    leave: &'static str,
    close_href: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="flex flex-wrap gap-2 mt-6">
            {children()}
            <ButtonLink label=leave href=close_href kind=ButtonKind::Ghost same_page=true />
        </div>
    }
}

/// What the open dialog is about, when one dialog serves several rows.
fn subject_of(query: &ParamsMap) -> Option<String> {
    let opened = query.get_str(KEY)?.split(KEY_FOLLOWS).next()?;
    Some(opened.to_owned())
}

/// What was typed about one thing is not for another.
fn empty(dialog: &HtmlDialogElement) {
    let form = dialog.query_selector("form").ok().flatten();
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        form.reset();
    }
}

/// Opens modally, or closes and gives the focus back. One that is open as it should be is left
/// alone: opening it again would take the focus out of its form.
fn set_open(dialog: &HtmlDialogElement, open: bool) {
    if !open {
        if dialog.open() {
            dialog.close();
        }
    } else if !dialog.matches(":modal").unwrap_or_default() {
        // Where somebody types already, before the page has come to life.
        let typing = document()
            .active_element()
            .filter(|focused| dialog.contains(Some(focused)));
        // The server wrote `open`, which is not modal.
        dialog.close();
        focus_button_of_menu();
        // Fails only for an element outside the document, which nobody sees.
        let _ = dialog.show_modal();
        if let Some(field) = typing.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            // As above.
            let _ = field.focus();
        }
    }
}

/// A dialog gives the focus back to where it was. A link in a menu is hidden by then, so
/// the focus first goes to the menu's button.
fn focus_button_of_menu() {
    let button = document()
        .active_element()
        .and_then(|link| link.closest("[popover]").ok().flatten())
        .and_then(|menu| {
            let selector = format!("[popovertarget=\"{}\"]", menu.id());
            document().query_selector(&selector).ok().flatten()
        })
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        // Fails only for an element outside the document.
        let _ = button.focus();
    }
}
