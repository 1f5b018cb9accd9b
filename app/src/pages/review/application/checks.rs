use crate::language::{Language, use_language};
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::text::problem::ineligibilities;
use crate::text::{field, review, staff};
use crate::ui::card::Card;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::wire::review::{CheckKind, CheckOutcome, CheckView};

/// What was checked before a person looks, each with its outcome.
#[component]
pub fn Checks(checks: Vec<CheckView>) -> impl IntoView {
    let language = use_language();
    if checks.is_empty() {
        return view! { <Card title=review::checks(language)>{staff::no_checks(language)}</Card> }
            .into_any();
    }
    let checks = checks
        .into_iter()
        .map(|check| view! { <Check check /> })
        .collect_view();
    view! {
        <Card title=review::checks(language)>
            <DefinitionList>{checks}</DefinitionList>
        </Card>
    }
    .into_any()
}

#[component]
fn Check(check: CheckView) -> impl IntoView {
    let language = use_language();
    let (tone, icon) = match check.outcome {
        CheckOutcome::Passed => (Tone::Success, icondata::LuCheck),
        CheckOutcome::Warning => (Tone::Warning, icondata::LuTriangleAlert),
        CheckOutcome::Failed => (Tone::Error, icondata::LuX),
        CheckOutcome::NotChecked => (Tone::Neutral, icondata::LuCircle),
    };
    let detail = detail(language, &check);
    let time = check
        .at
        .map(|at| view! { <Time at precision=Precision::Minute /> });
    view! {
        <Definition term=review::check(language, check.check)>
            <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusBadge tone label=review::outcome(language, check.outcome) icon />
                {detail.map(|detail| view! { <span>{detail}</span> })}
                <span class="text-sm muted">{time}</span>
            </div>
        </Definition>
    }
    .into_any()
}

/// S6, S21 and names in Pinyin have words of their own; other details are addresses, domains and numbers.
fn detail(language: Language, check: &CheckView) -> Option<String> {
    match (check.check, check.outcome) {
        (CheckKind::OtherAccess, CheckOutcome::Passed) => {
            Some(review::other_access_known(language).to_owned())
        }
        (CheckKind::OtherAccess, CheckOutcome::Warning) => {
            Some(review::other_access_none(language).to_owned())
        }
        (CheckKind::ServerEligible, CheckOutcome::Failed) => {
            Some(ineligibilities(language, &check.failed))
        }
        (CheckKind::NameInPinyin, _) => {
            let names = check.fields.iter().map(|of| field::label(language, *of));
            Some(review::compare_with_documents(
                language,
                &names.collect::<Vec<_>>(),
            ))
        }
        (CheckKind::CertificateNumber, _) => {
            let number = check.detail.as_deref()?;
            Some(review::confirmed_number(language, number))
        }
        _ => check.detail.clone(),
    }
}
