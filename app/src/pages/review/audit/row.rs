use crate::language::use_language;
use crate::routes::Path;
use crate::text::{account, audit};
use crate::ui::data_table::{Cell, Row};
use crate::ui::time::{Precision, Time};
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use shared::wire::audit::{AuditRow, AuditValue};

/// One event: who, what, to what, and its values in words.
#[component]
pub fn AuditTableRow(row: AuditRow) -> impl IntoView {
    let language = use_language();
    let subject = match row.application_id {
        Some(id) => {
            let href = Path::ReviewApplication(id).to_string();
            let number = row.application_number.unwrap_or_else(|| id.to_string());
            let name = audit::subject_name(language, "application", Some(&number));
            view! { <a class="link" href=href><WholeWords text=name /></a> }.into_any()
        }
        None => {
            let id = row.subject_id.map(|id| id.to_string());
            let which = row.subject_name.or(id);
            audit::subject_name(language, &row.subject, which.as_deref()).into_any()
        }
    };
    let detail = row
        .detail
        .into_iter()
        .map(|value| view! { <Value value /> })
        .collect_view();
    let event = audit::event(language, &row.kind);
    let kind = row.kind;
    let note = row.note.map(|note| view! { <Note kind note /> });
    view! {
        <Row>
            <Cell>
                <Time at=row.at precision=Precision::Second />
            </Cell>
            <Cell label=audit::actor_column(language)>{audit::actor(language, &row.actor)}</Cell>
            <Cell label=audit::event_column(language)>{event}</Cell>
            <Cell label=audit::subject_column(language)>{subject}</Cell>
            <Cell label=audit::detail(language)>
                {note}
                {detail}
            </Cell>
        </Row>
    }
    .into_any()
}

/// Somebody's words, or where somebody logged in from: the browser's full name is in its title.
#[component]
fn Note(kind: String, note: String) -> impl IntoView {
    let language = use_language();
    match audit::client(&kind, &note) {
        Some((address, user_agent)) => {
            let device = account::device(language, user_agent);
            view! {
                <div title=user_agent.to_owned()>
                    <span class="mono">{address.to_owned()}</span>
                    " · "
                    {device}
                </div>
            }
            .into_any()
        }
        None => view! { <div class="whitespace-pre-line break-words">{note}</div> }.into_any(),
    }
}

#[component]
fn Value(value: AuditValue) -> impl IntoView {
    let language = use_language();
    let AuditValue { key, values } = value;
    view! {
        <div class="break-words">
            <span class="muted">{audit::detail::label(language, &key).to_owned()} ": "</span>
            {audit::detail::values(language, &key, &values)}
        </div>
    }
    .into_any()
}
