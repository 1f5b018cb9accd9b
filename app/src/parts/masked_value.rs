//! Personal data: masked until somebody with the right asks to see it, which is recorded.

use crate::language::use_language;
use crate::text::common;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use leptos::prelude::*;

/// A masked value and, where the reader may see it in clear, the form that asks for it.
#[component]
pub fn MaskedValue(
    /// What is shown: already masked by the server, which never sends the clear value here.
    #[prop(into)]
    masked: String,
    /// What the value is, to complete the button's name: `Reveal` + `mobile`.
    #[prop(into)]
    subject: String,
    /// Where the form goes that reveals it; none for readers without the right.
    #[prop(into)]
    reveal: Option<String>,
) -> impl IntoView {
    let language = use_language();
    view! {
        <div class="flex flex-wrap items-center gap-2">
            <span class="mono">{masked}</span>
            {reveal
                .map(|action| {
                    let label = format!("{} {subject}", common::reveal(language));
                    view! {
                        <form method="post" action=action title=common::reveal_is_recorded(language)>
                            <Button
                                label
                                kind=ButtonKind::Ghost
                                size=ButtonSize::Small
                                icon=icondata::LuEye
                            />
                        </form>
                    }
                })}
        </div>
    }
    .into_any()
}
