//! Light or dark: the `appearance` cookie first, then what the reader's system prefers.

#[cfg(not(feature = "ssr"))]
use leptos::prelude::document;
#[cfg(feature = "ssr")]
use leptos::prelude::use_context;

/// How pages look. Fixed for one page load, as the language is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Appearance {
    /// As the reader's system is set.
    #[default]
    System,
    Light,
    Dark,
}

impl Appearance {
    /// The cookie that remembers the choice of the switch.
    pub const COOKIE: &'static str = "appearance";

    /// Every choice, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// In the cookie and in the switch's form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Reads [`Self::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }

    /// The theme's name in the style sheet (`<html data-theme>`); none where the style sheet
    /// follows the system.
    #[must_use]
    pub const fn theme(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("license-light"),
            Self::Dark => Some("license-dark"),
        }
    }

    /// Of the value of the `Cookie` request header.
    #[must_use]
    pub fn of_cookies(header: &str) -> Self {
        let mut pairs = header.split(';').filter_map(|pair| pair.split_once('='));
        pairs
            .find(|(name, _)| name.trim() == Self::COOKIE)
            .and_then(|(_, value)| Self::from_code(value.trim()))
            .unwrap_or_default()
    }
}

/// How this page load looks. The server asks the request, the browser the `<html data-theme>`
/// that the server wrote.
#[cfg(feature = "ssr")]
#[must_use]
pub fn use_appearance() -> Appearance {
    use axum::http::{header::COOKIE, request::Parts};
    let Some(parts) = use_context::<Parts>() else {
        return Appearance::default();
    };
    let cookies = parts.headers.get(COOKIE);
    let cookies = cookies.and_then(|value| value.to_str().ok());
    cookies.map(Appearance::of_cookies).unwrap_or_default()
}

/// How this page load looks. The server asks the request, the browser the `<html data-theme>`
/// that the server wrote.
#[cfg(not(feature = "ssr"))]
#[must_use]
pub fn use_appearance() -> Appearance {
    let theme = document()
        .document_element()
        .and_then(|html| html.get_attribute("data-theme"));
    Appearance::ALL
        .into_iter()
        .find(|choice| choice.theme() == theme.as_deref())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Appearance;

    #[test]
    fn the_cookie_decides_and_what_it_cannot_mean_is_the_systems() {
        for (header, expected) in [
            ("language=en; appearance=dark", Appearance::Dark),
            ("appearance=light", Appearance::Light),
            ("appearance=system", Appearance::System),
            ("appearance=pink", Appearance::System),
            ("not_appearance=dark", Appearance::System),
            ("", Appearance::System),
        ] {
            assert_eq!(Appearance::of_cookies(header), expected, "{header}");
        }
    }
}
