use super::forms::ReviewForms;
use crate::language::use_language;
use crate::parts::due_tag::DueTag;
use crate::routes::Path;
use crate::text::{application, common, field, filing, review, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::card::Card;
use crate::ui::dialog::use_dialog;
use crate::ui::select_field::{Choice, SelectField};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::field::Field;
use shared::wire::review::ReviewPage;

/// By when, by whom, and the buttons.
#[component]
pub fn Decision(page: ReviewPage, now: DateTime<Utc>, forms: ReviewForms) -> impl IntoView {
    let language = use_language();
    let waits = page.application.status == "provider_review";
    let due = page.due_at.filter(|_| waits).map(|due_at| {
        view! {
            <div class="flex items-center justify-between gap-3">
                <span class="muted">{staff::due_of_review(language)}</span>
                <DueTag due_at now provisional=page.due_is_provisional />
            </div>
        }
    });
    let claimant = match &page.claimed_by {
        Some(_) if page.claimed_by_me => review::you(language).to_owned(),
        Some(name) => name.clone(),
        None => staff::no_claim(language).to_owned(),
    };
    let actions = page.actions;
    let (id, version) = (page.application.id, page.application.version);
    let hold = page.application.hold;
    let has_hold = hold.is_some();
    let cannot_decide = (!actions.decide).then(|| match (&page.claimed_by, waits) {
        (Some(name), true) if !page.claimed_by_me => review::claimed_by(language, name),
        _ => staff::cannot_decide(language).to_owned(),
    });
    view! {
        <Card title=review::decision(language)>
            <div class="grid gap-3">
                {due}
                <div class="flex items-center justify-between gap-3">
                    <span class="muted">{review::claimed_by_column(language)}</span>
                    <span>{claimant}</span>
                </div>
                {actions.decide.then(|| view! { <DecisionButtons id version has_hold forms /> })}
                {hold.map(|reason| view! { <p class="text-sm">{application::hold_for_staff(language, reason)}</p> })}
                {cannot_decide.map(|words| view! { <p class="text-sm muted">{words}</p> })}
                {actions.claim.then(|| view! {
                    <ActionForm action=forms.claim>
                        <input type="hidden" name="application_id" value=id />
                        <Button label=review::claim(language) kind=ButtonKind::Outline wide=true pending=forms.claim.pending() />
                    </ActionForm>
                })}
                {actions.release.then(|| view! {
                    <ActionForm action=forms.release>
                        <input type="hidden" name="application_id" value=id />
                        <Button label=review::release(language) kind=ButtonKind::Ghost wide=true pending=forms.release.pending() />
                    </ActionForm>
                })}
                <ButtonLink
                    label=staff::back_to_queue(language)
                    href=Path::ReviewQueue.to_string()
                    kind=ButtonKind::Ghost
                    wide=true
                />
            </div>
        </Card>
        {actions.reassign.then(|| view! { <ReassignForm id reviewers=page.reviewers forms /> })}
    }
    .into_any()
}

/// `Approve` and `Reject`; a hold stops the approval only.
#[component]
fn DecisionButtons(id: i64, version: i64, has_hold: bool, forms: ReviewForms) -> impl IntoView {
    let language = use_language();
    let reject = use_dialog("reject");
    let approve = (!has_hold).then(|| {
        view! {
            <ActionForm action=forms.approve>
                <input type="hidden" name="application_id" value=id />
                <input type="hidden" name="version" value=version />
                <p class="text-sm muted mb-2">{review::approve_note(language)}</p>
                <Button label=common::approve(language) wide=true pending=forms.approve.pending() />
            </ActionForm>
        }
    });
    view! {
        {approve}
        <ButtonLink
            label=common::reject(language)
            href=reject.open_href
            kind=ButtonKind::DangerOutline
            same_page=true
            wide=true
        />
    }
    .into_any()
}

/// A supervisor gives it to somebody else.
#[component]
fn ReassignForm(id: i64, reviewers: Vec<(i64, String)>, forms: ReviewForms) -> impl IntoView {
    let language = use_language();
    let mut choices = vec![Choice::new("", filing::please_choose(language))];
    choices.extend(
        reviewers
            .into_iter()
            .map(|(id, name)| Choice::new(id.to_string(), name)),
    );
    view! {
        <Card title=review::reassign(language)>
            <ActionForm action=forms.reassign attr:novalidate=true>
                <input type="hidden" name="application_id" value=id />
                <SelectField name="reviewer" label=field::label(language, Field::Reviewer) choices />
                <div class="mt-3">
                    <Button label=review::reassign(language) kind=ButtonKind::Outline wide=true pending=forms.reassign.pending() />
                </div>
            </ActionForm>
        </Card>
    }
    .into_any()
}
