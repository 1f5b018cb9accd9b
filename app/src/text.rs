//! The only sentences users see. Both languages stand side by side, so that a missing one
//! does not compile. Sentences with values are plain functions with a `match language`.

/// One function per name, from the language to the words:
///
/// ```ignore
/// words! {
///     /// Title of the holder's first page.
///     my_licenses: "My Licenses", "我的备案";
/// }
/// assert_eq!(my_licenses(Language::Chinese), "我的备案");
/// ```
macro_rules! words {
    ($($(#[$documentation:meta])* $name:ident: $english:literal, $chinese:literal;)*) => {$(
        $(#[$documentation])*
        #[must_use]
        pub const fn $name(language: $crate::language::Language) -> &'static str {
            match language {
                $crate::language::Language::English => $english,
                $crate::language::Language::Chinese => $chinese,
            }
        }
    )*};
}

/// A sentence with values, in one language of two; the values are named in the words:
/// `sentence!(language, "{days} left", "还剩 {days}")`.
macro_rules! sentence {
    ($language:expr, $english:literal, $chinese:literal) => {
        match $language {
            $crate::language::Language::English => format!($english),
            $crate::language::Language::Chinese => format!($chinese),
        }
    };
}

pub mod account;
pub mod application;
pub mod audit;
pub mod authority;
pub mod channel;
pub mod code;
pub mod common;
pub mod date;
pub mod failure;
pub mod field;
pub mod filing;
pub mod footer;
pub mod help;
pub mod home;
pub mod license;
pub mod login;
pub mod messages;
pub mod notice;
pub mod number;
pub mod problem;
pub mod review;
pub mod role;
#[cfg(test)]
mod side_by_side;
pub mod staff;
pub mod website;

use crate::language::Language;
use std::borrow::Borrow;

/// The fitting one of two words that stand side by side, English first.
const fn pick(language: Language, words: (&'static str, &'static str)) -> &'static str {
    match language {
        Language::English => words.0,
        Language::Chinese => words.1,
    }
}

/// Several things in one line: after commas, in Chinese after the mark for lists.
#[must_use]
pub fn list<Item: Borrow<str>>(language: Language, items: &[Item]) -> String {
    items.join(pick(language, (", ", "、")))
}

/// The pause between two sentences; Chinese has none.
#[must_use]
pub const fn space(language: Language) -> &'static str {
    pick(language, (" ", ""))
}
