use crate::api::account::RevokeSession;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::account;
use crate::text::common;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row};
use crate::ui::form_errors::FormErrors;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::wire::account::SessionView;

/// Every device that is logged in, each with the button that logs it out.
#[component]
pub(super) fn Sessions(sessions: Vec<SessionView>) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<RevokeSession>::new();
    let refusal = Refusal::of(action);
    let columns = vec![
        Column::new(account::device_heading(language)),
        Column::new(account::logged_in_at(language)),
        Column::new(account::last_seen_at(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = sessions
        .into_iter()
        .map(|session| view! { <Session session action /> })
        .collect_view();
    view! {
        <section class="space-y-3">
            <h2 class="text-lg font-semibold">{account::sessions(language)}</h2>
            <FormErrors errors=refusal.errors() />
            <DataTable caption=account::sessions(language) columns>
                {rows}
            </DataTable>
        </section>
    }
    .into_any()
}

#[component]
fn Session(session: SessionView, action: ServerAction<RevokeSession>) -> impl IntoView {
    let language = use_language();
    let device = account::device(language, &session.user_agent);
    let end = if session.is_current {
        view! {
            <div class="whitespace-nowrap">
                <StatusBadge tone=Tone::Success label=account::this_device(language) />
            </div>
        }
        .into_any()
    } else {
        view! {
            <ActionForm action>
                <input type="hidden" name="session_id" value=session.id />
                <Button
                    label=account::log_out_device(language)
                    kind=ButtonKind::DangerOutline
                    size=ButtonSize::Small
                />
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <Row>
            <Cell>
                <span class="font-medium" title=session.user_agent>
                    {device}
                </span>
            </Cell>
            <Cell label=account::logged_in_at(language)>
                <Time at=session.created_at precision=Precision::Minute />
            </Cell>
            <Cell label=account::last_seen_at(language)>
                <Time at=session.last_seen_at precision=Precision::Minute />
            </Cell>
            <ActionsCell>{end}</ActionsCell>
        </Row>
    }
    .into_any()
}
