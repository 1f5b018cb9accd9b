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
            @for (index, word) in text.split(' ').enumerate() {
                @if index > 0 { " " }
                @if breaks_inside(word) { span class="whole" { (word) } } @else { (word) }
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

fn breaks_inside(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ':', '…']);
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
    }
}
