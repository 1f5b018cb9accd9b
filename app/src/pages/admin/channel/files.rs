use crate::api::admin::ProcessFileAgain;
use crate::language::use_language;
use crate::text::{channel, common, staff};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use leptos::form::ActionForm;
use leptos::prelude::*;
use shared::wire::authority_channel::{FileRow, FileState};

/// The authority's files that a person has to look at; nothing when there are none.
#[component]
pub fn Files(
    files: Vec<FileRow>,
    may_operate: bool,
    again: ServerAction<ProcessFileAgain>,
) -> impl IntoView {
    let language = use_language();
    if files.is_empty() {
        return ().into_any();
    }
    let mut columns = vec![
        Column::new(channel::file(language)),
        Column::new(common::status(language)),
        Column::new(staff::tries_column(language)),
        Column::new(channel::received(language)),
        Column::new(channel::what_is_wrong(language)),
    ];
    if may_operate {
        columns.push(Column::new(channel::process_again(language)));
    }
    let rows = files
        .into_iter()
        .map(|file| view! { <File file may_operate again /> })
        .collect_view();
    view! {
        <DataTable caption=channel::files(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn File(file: FileRow, may_operate: bool, again: ServerAction<ProcessFileAgain>) -> impl IntoView {
    let language = use_language();
    let label = channel::file_state(language, &file.state);
    let (tone, tries, detail, next_try_at) = match file.state {
        FileState::Failed {
            problem,
            tries,
            next_try_at,
        } => (Tone::Error, Some(tries), problem, next_try_at),
        FileState::Repeated { name } => {
            let detail = channel::repeated(language, &name);
            (Tone::Warning, None, detail, None)
        }
    };
    let next_try = next_try_at.map(|at| {
        view! {
            <div class="muted">
                {channel::next_upload(language)} ": " <Time at precision=Precision::Minute />
            </div>
        }
    });
    let file_name = file.file_name.clone();
    let form = move || {
        view! {
            <Cell label=channel::process_again(language)>
                <ActionForm action=again>
                    <input type="hidden" name="file_name" value=file_name />
                    <Button
                        label=channel::process_again(language)
                        kind=ButtonKind::Outline
                        size=ButtonSize::Small
                        pending=again.pending()
                    />
                </ActionForm>
            </Cell>
        }
    };
    view! {
        <Row>
            <Cell>
                <div class="mono break-all">{file.file_name}</div>
            </Cell>
            <Cell label=common::status(language)>
                <StatusBadge tone label />
                {next_try}
            </Cell>
            <Cell label=staff::tries_column(language)>{tries}</Cell>
            <Cell label=channel::received(language)>
                <Time at=file.received_at precision=Precision::Minute />
            </Cell>
            <Cell label=channel::what_is_wrong(language)>{detail}</Cell>
            {may_operate.then(form)}
        </Row>
    }
    .into_any()
}
