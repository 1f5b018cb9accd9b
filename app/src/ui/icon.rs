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
            Self::Small => "inline-block shrink-0 size-3.5",
            Self::Medium => "inline-block shrink-0 size-4",
            Self::Large => "inline-block shrink-0 size-5",
            Self::Huge => "inline-block shrink-0 size-10",
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
    // All of Lucide is drawn alike; only the paths differ.
    view! {
        <svg
            class=size.class()
            aria-hidden="true"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
            inner_html=symbol.data
        />
    }
}
