//! A button that opens a short list of links: by hover, keyboard and touch, without any
//! JavaScript. The browser's popover gives the keyboard, Esc and the press outside; the
//! style sheet adds the hover and the place below the button.

use super::icon::Icon;
use leptos::prelude::*;

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
                    <a class="menu-entry menu-refused" role="link" aria-disabled="true">
                        <span class="muted">{label}</span>
                        {note}
                    </a>
                </li>
            }
            .into_any()
        }
    }
}
