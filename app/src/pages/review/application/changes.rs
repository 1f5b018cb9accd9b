use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::filing_answers::answer_in_words;
use crate::text::{field, filing, review};
use crate::ui::card::Card;
use leptos::prelude::*;
use shared::wire::review::AnswerChange;

/// What came back changed since the last decision; nothing where nothing did.
#[component]
pub fn Changes(changes: Vec<AnswerChange>) -> impl IntoView {
    let language = use_language();
    let is_empty = changes.is_empty();
    let in_words = move |field, answer: &str| match answer {
        "" => filing::not_given(language).to_owned(),
        answer => answer_in_words(language, field, answer),
    };
    let rows = changes
        .into_iter()
        .map(|change| {
            let looks_alike = change.before == change.after;
            let before = in_words(change.field, &change.before);
            let after = in_words(change.field, &change.after);
            view! {
                <Definition term=field::label(language, change.field)>
                    <p class="muted">{review::before(language)} {before}</p>
                    <p>{review::now(language)} {after}</p>
                    {looks_alike
                        .then(|| {
                            view! {
                                <p class="text-sm muted">{review::changed_where_masked(language)}</p>
                            }
                        })}
                </Definition>
            }
        })
        .collect_view();
    (!is_empty)
        .then(|| {
            view! {
                <Card title=review::changes(language)>
                    <DefinitionList>{rows}</DefinitionList>
                </Card>
            }
        })
        .into_any()
}
