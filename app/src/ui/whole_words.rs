//! Numbers, codes and addresses in a text stay on one line as long as a line has room for them:
//! browsers break after their dashes and between their dots.

use super::inert::inert;
use leptos::prelude::*;
use maud::{Markup, html};

/// The text, with what holds dashes or dots kept together.
#[must_use]
pub fn whole_words(text: &str) -> Markup {
    html! {
        span {
            @for part in parts(text) {
                @if breaks_inside(part) { span class="whole" { (part) } } @else { (part) }
            }
        }
    }
}

/// [`whole_words`] as a view.
#[component]
pub fn WholeWords(#[prop(into)] text: String) -> impl IntoView {
    inert(whole_words(&text))
}

/// Longer ones have to break even in a table.
const MAX_CHARACTERS: usize = 40;

/// License numbers, words of Latin letters, digits and marks, and what stands between them: in
/// Chinese no blanks do.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = is_of_word(rest.chars().next()?);
        let begins_another = |(at, c): (usize, char)| {
            let is_number = || rest.get(at..).and_then(license_number).is_some();
            (at > 0 && (is_of_word(c) != first || is_number())).then_some(at)
        };
        let end = license_number(rest)
            .or_else(|| rest.char_indices().find_map(begins_another))
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-.•…:/@_".contains(c)
}

/// The bytes of the license number that the text begins with: `京ICP备12345678号-1`.
fn license_number(text: &str) -> Option<usize> {
    let is_digit = |c: char| c.is_ascii_digit();
    let number = text
        .strip_prefix(text.chars().next()?)?
        .strip_prefix("ICP备")?;
    let after = number.trim_start_matches(is_digit).strip_prefix('号')?;
    let after = match after.strip_prefix('-') {
        Some(suffix) => suffix.trim_start_matches(is_digit),
        None => after,
    };
    Some(text.len() - after.len())
}

fn breaks_inside(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':', '…']);
    (word.contains(['-', '.', '•']) || license_number(word).is_some())
        && word.chars().count() <= MAX_CHARACTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_together_and_words_are_not() {
        assert_eq!(
            whole_words("Application NA-20261126-0001 is done.").into_string(),
            "<span>Application <span class=\"whole\">NA-20261126-0001</span> is done.</span>"
        );
        assert_eq!(
            whole_words("申请CA-20261126-0001已提交。").into_string(),
            "<span>申请<span class=\"whole\">CA-20261126-0001</span>已提交。</span>"
        );
    }

    #[test]
    fn license_numbers_are_kept_whole() {
        for (text, expected) in [
            ("No number.", "<span>No number.</span>"),
            ("ICP备", "<span>ICP备</span>"),
            (
                "It is 京ICP备12345678号, not 京ICP备12345678号-1.",
                "<span>It is <span class=\"whole\">京ICP备12345678号</span>, not <span class=\"whole\">京ICP备12345678号-1</span>.</span>",
            ),
            (
                "形如京ICP备12345678号-12，带后缀",
                "<span>形如<span class=\"whole\">京ICP备12345678号-12</span>，带后缀</span>",
            ),
        ] {
            assert_eq!(whole_words(text).into_string(), expected);
        }
    }
}
