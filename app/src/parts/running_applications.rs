//! What an account has under way, shown where its licenses will stand or stand already.

use crate::language::use_language;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::routes::Path;
use crate::text::{application, common, filing, license};
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::card::Card;
use crate::ui::status_badge::{StatusBadge, Tone};
use leptos::prelude::*;
use shared::application::Actor;
use shared::wire::application::ApplicationRow;
use shared::wire::license::OrderLink;

/// A card with each application that is not over; nothing when there is none.
#[component]
pub fn RunningApplications(rows: Vec<ApplicationRow>) -> impl IntoView {
    let language = use_language();
    if rows.is_empty() {
        return ().into_any();
    }
    let items = rows
        .into_iter()
        .map(|row| view! { <RunningApplication row /> })
        .collect_view();
    view! {
        <div class="mb-5">
            <Card title=license::under_way(language)>
                <ul class="divide-y divide-base-300">{items}</ul>
            </Card>
        </div>
    }
    .into_any()
}

#[component]
fn RunningApplication(row: ApplicationRow) -> impl IntoView {
    let language = use_language();
    let is_mine = row.next_step.actor == Actor::Holder;
    let label = if is_mine {
        filing::go_on(language)
    } else {
        common::view(language)
    };
    // A filing goes on in its steps; a cancellation is gone on with from its own page.
    let path = if is_mine && row.kind.is_filing() {
        Path::EditApplication(row.id)
    } else {
        Path::Application(row.id)
    };
    let next = application::who_acts_next(language, &row.next_step, row.hold);
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div class="min-w-0">
                <div class="font-medium">
                    {application::kind(language, row.kind)} " "
                    <span class="mono whitespace-nowrap">{row.number.clone()}</span>
                </div>
                <div class="muted">{row.domain}</div>
            </div>
            <div>
                <ApplicationStatusTag status=row.status held=row.hold.is_some() />
                <div class="text-sm muted mt-1">{filing::next_step(language)} ": " {next}</div>
            </div>
            <ButtonLink
                label
                subject=row.number
                href=path.to_string()
                kind=ButtonKind::Outline
                size=ButtonSize::Small
            />
        </li>
    }
    .into_any()
}

/// The access is live and about to end; the badge leads to the application.
#[component]
pub fn CancellationInReview(order: OrderLink) -> impl IntoView {
    let language = use_language();
    view! {
        <div class="mt-1">
            <StatusBadge
                tone=Tone::Info
                label=license::cancellation_in_review(language)
                icon=icondata::LuClock
            />
            <a class="link text-sm mono" href=Path::Application(order.application_id).to_string()>
                {order.number}
            </a>
        </div>
    }
    .into_any()
}
