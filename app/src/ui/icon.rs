//! Icons beside words. They never stand for a word: each is hidden from screen readers.

use super::inert::inert;
use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

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
            Self::Small => "size-3.5",
            Self::Medium => "size-4",
            Self::Large => "size-5",
            Self::Huge => "size-10",
        }
    }
}

/// The icon as HTML. All of Lucide is drawn alike (`style/ui/icon.css`); only the paths differ.
#[must_use]
pub fn icon(symbol: icondata::Icon, size: IconSize) -> Markup {
    html! {
        svg class={ "icon " (size.class()) } aria-hidden="true" viewBox="0 0 24 24" {
            (PreEscaped(symbol.data))
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
    inert(icon(symbol, size))
}
