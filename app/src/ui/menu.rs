//! A button that opens a short list of links: by hover, keyboard and touch, without any
//! JavaScript. The browser's popover gives the keyboard, Esc and the press outside; the
//! style sheet adds the hover and the place below the button. The arrow keys, Home and End are
//! the browser program's: one listener serves all menus.

use super::icon::Icon;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use leptos_router::hooks::use_location;

/// One entry of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuLink {
    pub label: String,
    /// None when it cannot be done now: `note` then says why.
    pub href: Option<String>,
    /// Cannot be undone: drawn in red, below a line.
    pub danger: bool,
    /// Opens a dialog on this page, which keeps its place.
    pub same_page: bool,
    /// Why not now, or what it means.
    pub note: Option<String>,
}

impl MenuLink {
    /// An entry that leads somewhere.
    pub fn new(label: impl Into<String>, href: impl ToString) -> Self {
        Self {
            label: label.into(),
            href: Some(href.to_string()),
            danger: false,
            same_page: false,
            note: None,
        }
    }

    /// The same for what cannot be undone.
    pub fn danger(label: impl Into<String>, href: impl ToString) -> Self {
        Self {
            danger: true,
            ..Self::new(label, href)
        }
    }

    /// The same entry where it opens a dialog on this page.
    #[must_use]
    pub fn on_same_page(self) -> Self {
        Self {
            same_page: true,
            ..self
        }
    }

    /// An entry that cannot be used now, with the reason.
    pub fn refused(label: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
            danger: false,
            same_page: false,
            note: Some(why.into()),
        }
    }
}

/// Makes the keys of all menus work, now and later, and closes what is open when one of its links
/// was followed; the layout calls it.
pub fn serve_menus() {
    Effect::new(|| {
        let listener = window_event_listener(ev::keydown, |event| {
            if follow_key(&event).is_some() {
                // The page would scroll.
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    });
    let pathname = use_location().pathname;
    // No page is loaded, so it does not close by itself.
    Effect::watch(
        move || pathname.get(),
        |_, _, _| {
            let open = document().query_selector(":popover-open").ok().flatten();
            if let Some(open) = open.and_then(|open| open.dyn_into::<HtmlElement>().ok()) {
                // Fails only for one that is not open.
                let _ = open.hide_popover();
            }
        },
        false,
    );
}

/// Moves the focus to the entry that the key means; None where it is not for a menu.
fn follow_key(event: &KeyboardEvent) -> Option<()> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return None;
    }
    let focused: Element = event.target()?.dyn_into().ok()?;
    let anchor = focused.closest(".menu-anchor").ok()??;
    let panel: HtmlElement = anchor.query_selector("[popover]").ok()??.dyn_into().ok()?;
    let list = panel.query_selector("ul").ok()??;
    let is_open = panel.matches(":popover-open").ok()?;
    // None on the button.
    let entry = focused.closest(".menu-panel li").ok()?;
    let next = match event.key().as_str() {
        "ArrowDown" => entry
            .and_then(|entry| entry.next_element_sibling())
            .or_else(|| list.first_element_child()),
        "ArrowUp" => entry
            .and_then(|entry| entry.previous_element_sibling())
            .or_else(|| list.last_element_child()),
        "Home" if is_open => list.first_element_child(),
        "End" if is_open => list.last_element_child(),
        _ => None,
    };
    let next = next?.query_selector("a, button").ok()??;
    if !is_open {
        panel.show_popover().ok()?;
    }
    next.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// A row's menu, usually `More`.
#[component]
pub fn Menu(
    /// Unique on the page: `website-12-menu`.
    #[prop(into)]
    id: String,
    /// The button's accessible name.
    #[prop(into)]
    label: String,
    /// What the menu belongs to, for screen readers: `example-shop.cn`.
    #[prop(optional, into)]
    subject: Option<String>,
    links: Vec<MenuLink>,
) -> impl IntoView {
    let items = links
        .into_iter()
        .map(|link| view! { <Entry link /> })
        .collect_view();
    view! {
        <div class="menu-anchor">
            <button type="button" class="btn btn-sm btn-ghost gap-1" popovertarget=id.clone()>
                {label}
                {subject.map(|subject| view! { <span class="sr-only">" " {subject}</span> })}
                <Icon symbol=icondata::LuEllipsis />
            </button>
            <div id=id popover="auto" class="menu-panel">
                <ul class="menu w-56">{items}</ul>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Entry(link: MenuLink) -> impl IntoView {
    let MenuLink {
        label,
        href,
        danger,
        same_page,
        note,
    } = link;
    let note = note.map(|note| view! { <span class="text-xs muted">{note}</span> });
    let class = if danger {
        "menu-entry text-error"
    } else {
        "menu-entry"
    };
    match href {
        Some(href) => {
            view! { <li class:menu-danger=danger><a class=class href=href data-noscroll=same_page.then_some("")>{label} {note}</a></li> }
                .into_any()
        }
        None => {
            view! {
                <li>
                    // The keyboard reaches it, as it says why not now.
                    <a class="menu-entry menu-refused" role="link" aria-disabled="true" tabindex="0">
                        <span class="muted">{label}</span>
                        {note}
                    </a>
                </li>
            }
            .into_any()
        }
    }
}
