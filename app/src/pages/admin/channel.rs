mod files;

use crate::api::admin::{Channel, ProcessFileAgain, ResumeChannel, load_channel};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::text::{application, channel, common, staff};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::empty_state::EmptyState;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use chrono::{DateTime, Utc};
use files::Files;
use leptos::prelude::*;
use shared::wire::authority_channel::{ChannelState, ReportRow, ReportState};

/// `/admin/authority`: whether reports go out, and the latest of them.
pub struct ChannelPanel {
    channel: PageData<Channel>,
    resume: ServerAction<ResumeChannel>,
    again: ServerAction<ProcessFileAgain>,
}

impl Screen for ChannelPanel {
    fn data() -> Self {
        let resume = ServerAction::<ResumeChannel>::new();
        let again = ServerAction::<ProcessFileAgain>::new();
        let versions = move || (resume.version().get(), again.version().get());
        let channel = page_data(versions, |_| load_channel());
        Self {
            channel,
            resume,
            again,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.channel, None);
        let view = move |channel: Channel| {
            let reports = channel.page.reports.clone();
            let (files, may_operate) = (channel.page.files.clone(), channel.may_operate);
            view! {
                <PageHeader title=common::authority_channel(language) lead=staff::channel_lead(language) />
                <RefusedNotice error=Refusal::of(self.resume).error() />
                <RefusedNotice error=Refusal::of(self.again).error() />
                <div class="grid gap-5">
                    <State channel resume=self.resume />
                    <Files files may_operate again=self.again />
                    <Reports reports />
                </div>
            }
            .into_any()
        };
        view! { <Loaded resource=self.channel view /> }.into_any()
    }
}

#[component]
fn State(channel: Channel, resume: ServerAction<ResumeChannel>) -> impl IntoView {
    let language = use_language();
    let page = channel.page;
    let tone = match page.state {
        ChannelState::Open => Tone::Success,
        ChannelState::Retrying => Tone::Warning,
        ChannelState::Stopped => Tone::Error,
    };
    let problem = page.problem.map(|problem| {
        view! { <Definition term=channel::why_it_stopped(language)>{problem}</Definition> }
    });
    let instant = move |at: Option<DateTime<Utc>>| match at {
        Some(at) => view! { <Time at precision=Precision::Minute /> }.into_any(),
        None => channel::never(language).into_any(),
    };
    let download_problem = page.download_problem.map(|problem| {
        view! { <Definition term=channel::download_problem(language)>{problem}</Definition> }
    });
    let next_upload = page.next_upload_at.map(|at| {
        view! { <Definition term=channel::next_upload(language)>{instant(Some(at))}</Definition> }
    });
    let may_resume = channel.may_operate && page.state != ChannelState::Open;
    let ahead = page.authority_sequence.filter(|_| may_resume);
    let ours = page.last_confirmed_sequence;
    view! {
        <Card>
            <StatusBadge tone label=channel::channel_state(language, page.state) />
            <p class="mt-3 max-w-prose">{channel::channel_state_sentence(language, page.state)}</p>
            <div class="mt-4">
                <DefinitionList>
                    {problem}
                    {next_upload}
                    {download_problem}
                    <Definition term=channel::last_upload(language)>{instant(page.last_upload_at)}</Definition>
                    <Definition term=channel::last_download(language)>{instant(page.last_download_at)}</Definition>
                    <Definition term=channel::last_confirmed(language)>{page.last_confirmed_sequence}</Definition>
                </DefinitionList>
            </div>
            {may_resume.then(|| view! {
                <ActionForm action=resume attr:class="mt-4">
                    <Button label=channel::resume(language) pending=resume.pending() />
                </ActionForm>
            })}
            {ahead.map(|ahead| view! {
                <p class="mt-4 max-w-prose">{channel::continue_after_lead(language, ahead, ours)}</p>
                <ActionForm action=resume attr:class="mt-4">
                    <input type="hidden" name="continue_after" value=ahead />
                    <Button
                        label=channel::continue_after(language, ahead)
                        kind=ButtonKind::DangerOutline
                        pending=resume.pending()
                    />
                </ActionForm>
            })}
        </Card>
    }
    .into_any()
}

#[component]
fn Reports(reports: Vec<ReportRow>) -> impl IntoView {
    let language = use_language();
    if reports.is_empty() {
        let (title, hint) = (
            channel::no_reports(language),
            channel::no_reports_hint(language),
        );
        return view! { <EmptyState title hint /> }.into_any();
    }
    let columns = vec![
        Column::new(staff::number(language)),
        Column::new(common::status(language)),
        Column::new(staff::sequence(language)),
        Column::new(staff::tries_column(language)),
        Column::new(staff::created(language)),
        Column::new(staff::last_error(language)),
    ];
    let rows = reports
        .into_iter()
        .map(|report| view! { <Report report /> })
        .collect_view();
    view! {
        <DataTable caption=channel::reports(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn Report(report: ReportRow) -> impl IntoView {
    let language = use_language();
    let tone = match report.state {
        ReportState::Pending | ReportState::InFlight => Tone::Info,
        ReportState::Accepted | ReportState::Answered => Tone::Success,
        ReportState::Refused => Tone::Error,
    };
    view! {
        <Row>
            <Cell>
                <div class="mono">{report.number}</div>
                <div class="muted">{application::kind(language, report.kind)}</div>
            </Cell>
            <Cell label=common::status(language)>
                <StatusBadge tone label=channel::report_state(language, report.state) />
                {report.is_held_back.then(|| view! {
                    <div class="muted">{channel::held_back(language)}</div>
                })}
            </Cell>
            <Cell label=staff::sequence(language)>{report.sequence}</Cell>
            <Cell label=staff::tries_column(language)>{report.tries}</Cell>
            <Cell label=staff::created(language)>
                <Time at=report.created_at precision=Precision::Minute />
            </Cell>
            <Cell label=staff::last_error(language)>
                {report.last_error.unwrap_or_else(|| "–".to_owned())}
            </Cell>
        </Row>
    }
    .into_any()
}
