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

/// Words of Latin letters, digits and marks, and what stands between them: in Chinese no blanks do.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || "-.•…:/@_".contains(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = is_of_word(rest.chars().next()?);
        let end = rest.find(|c| is_of_word(c) != first).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        Some(part)
    })
}

fn breaks_inside(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ':', '…']);
    word.contains(['-', '.', '•']) && word.chars().count() <= MAX_CHARACTERS
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
}
