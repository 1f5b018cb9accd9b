//! Sentences with license numbers in them: a number stays on one line, or it reads as another one.

use crate::ui::inert::inert;
use leptos::prelude::*;
use maud::{Markup, html};

/// The part that every license number has, after its province's character.
const MARK: &str = "ICP备";

/// The text, with its license numbers kept whole.
#[component]
pub fn NumberText(#[prop(into)] text: String) -> impl IntoView {
    inert(with_whole_numbers(&text))
}

fn with_whole_numbers(text: &str) -> Markup {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, number, after)) = first_number(rest) {
        pieces.extend([(before, false), (number, true)]);
        rest = after;
    }
    pieces.push((rest, false));
    html! {
        span {
            @for (piece, is_number) in pieces {
                @if is_number { span class="whole" { (piece) } } @else { (piece) }
            }
        }
    }
}

/// The text before the first license number, the number, and what follows it.
fn first_number(text: &str) -> Option<(&str, &str, &str)> {
    let mark = text.find(MARK)?;
    let province = text.get(..mark)?.char_indices().next_back()?;
    let (before, from_number) = text.split_at_checked(province.0)?;
    let end = from_number.find('号')? + '号'.len_utf8();
    let suffix = from_number.get(end..)?.strip_prefix('-').map_or(0, |rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 { 0 } else { 1 + digits }
    });
    let (number, after) = from_number.split_at_checked(end + suffix)?;
    Some((before, number, after))
}

#[cfg(test)]
mod tests {
    use super::with_whole_numbers;

    #[test]
    fn numbers_are_kept_whole_and_the_rest_is_not() {
        for (text, expected) in [
            ("No number.", "<span>No number.</span>"),
            (
                "It is 京ICP备12345678号, not 京ICP备12345678号-1.",
                "<span>It is <span class=\"whole\">京ICP备12345678号</span>, not <span class=\"whole\">京ICP备12345678号-1</span>.</span>",
            ),
            (
                "形如京ICP备12345678号-12，带后缀",
                "<span>形如<span class=\"whole\">京ICP备12345678号-12</span>，带后缀</span>",
            ),
            ("ICP备", "<span>ICP备</span>"),
        ] {
            assert_eq!(with_whole_numbers(text).into_string(), expected);
        }
    }
}
