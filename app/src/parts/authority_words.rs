//! What the authority wrote, word by word, and what its codes mean.

use crate::language::{Language, use_language};
use crate::text::authority;
use leptos::prelude::*;

/// Its words are read out in their own language.
#[component]
pub fn AuthorityWords(words: String) -> impl IntoView {
    let language = use_language();
    words
        .lines()
        .map(|line| {
            let lang = authority::is_chinese(line).then_some(Language::Chinese.code());
            let meaning = authority::meaning(language, line);
            view! {
                <p>
                    <span lang=lang>{line.to_owned()}</span>
                    {meaning.map(|meaning| view! { ": " {meaning} })}
                </p>
            }
        })
        .collect_view()
}
