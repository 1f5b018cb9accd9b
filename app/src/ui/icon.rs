//! Icons beside words. They never stand for a word: each is hidden from screen readers.

use leptos::prelude::*;

/// How large an icon is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IconSize {
    /// In badges and beside small text.
    Small,
    /// In buttons and menus.
    #[default]
    Medium,
    /// In lists and notices.
    Large,
    /// In empty states.
    Huge,
}

impl IconSize {
    const fn class(self) -> &'static str {
        match self {
            Self::Small => "inline-flex shrink-0 size-3.5",
            Self::Medium => "inline-flex shrink-0 size-4",
            Self::Large => "inline-flex shrink-0 size-5",
            Self::Huge => "inline-flex shrink-0 size-10",
        }
    }
}

/// A Lucide icon in the color of the text around it.
#[component]
pub fn Icon(
    /// For example `icondata::LuCheck`.
    symbol: icondata::Icon,
    #[prop(optional)] size: IconSize,
) -> impl IntoView {
    view! {
        <span class=size.class() aria-hidden="true">
            <leptos_icons::Icon icon=symbol width="100%" height="100%" />
        </span>
    }
    .into_any()
}
