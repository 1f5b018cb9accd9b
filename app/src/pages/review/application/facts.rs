use super::reveal::Reveal;
use crate::api::review::RevealPersonalData;
use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::filing_answers::{
    FilingAnswers, SamePrincipal, entity_fields, is_own_entity, website_fields,
};
use crate::parts::status_tag::ApplicationStatusTag;
use crate::text::{application, common, field, license, review, staff};
use crate::ui::card::Card;
use crate::ui::status_badge::{StatusBadge, Tone};
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingForm};
use shared::field::Field;
use shared::wire::application::CancellationView;
use shared::wire::review::{PersonalData, ReviewPage};

/// Who, what, and on which product.
#[component]
pub fn Facts(page: ReviewPage) -> impl IntoView {
    let language = use_language();
    let facts = page.application;
    let number = |number: Option<String>| {
        number.map(|number| view! { " · " <span class="mono">{number}</span> })
    };
    let product = page.product.map(|product| {
        view! {
            <Definition term=application::product(language)>
                {product.server_name} " · " <span class="mono">{product.public_ip}</span>
                {product.code.map(|code| view! { " · " <span class="mono">{code}</span> })}
            </Definition>
        }
    });
    let blocked = page.holder_is_blocked.then(|| {
        view! { <StatusBadge tone=Tone::Error label=staff::blocked(language) /> }
    });
    view! {
        <Card title=staff::facts(language)>
            <DefinitionList>
                <Definition term=common::status(language)>
                    <ApplicationStatusTag status=facts.status held=facts.hold.is_some() />
                </Definition>
                <Definition term=license::entity(language)>
                    {page.entity_name} {number(facts.entity_license_number)}
                </Definition>
                <Definition term=license::website(language)>
                    {facts.website_name} " " {facts.domain} {number(facts.website_license_number)}
                </Definition>
                <Definition term=review::holder(language)>{page.holder} {blocked}</Definition>
                {product}
            </DefinitionList>
        </Card>
    }
    .into_any()
}

/// What the holder filed: the filing's answers, or the cancellation's; personal data in clear once
/// it was revealed.
#[component]
pub fn FiledFacts(
    page: ReviewPage,
    /// What was typed into the reason for revealing, when it was refused.
    reveal_reason: String,
    /// Personal data in clear, if it was asked for without JavaScript.
    clear: Option<PersonalData>,
    reveal: ServerAction<RevealPersonalData>,
) -> impl IntoView {
    let facts = page.application;
    let (id, kind, actions) = (facts.id, facts.kind, page.actions);
    let revealed = Memo::new(move |_| match reveal.value().get() {
        Some(Ok(Some(data))) if data.application_id == id => Some(data),
        _ => clear.clone(),
    });
    let cancellation = facts.cancellation;
    let masked = facts.filing;
    let filed = move || {
        let data = revealed.get().and_then(|data| data.filing);
        let form = data.or_else(|| masked.clone());
        form.map(|form| view! { <Filing kind form /> })
    };
    view! {
        {actions
            .reveal
            .then(|| {
                view! {
                    <Reveal
                        id
                        needs_reason=actions.reveal_needs_reason
                        typed=reveal_reason
                        revealed
                        action=reveal
                    />
                }
            })}
        {filed}
        {cancellation.map(|cancellation| view! { <Cancellation cancellation /> })}
    }
    .into_any()
}

#[component]
fn Filing(kind: ApplicationKind, form: FilingForm) -> impl IntoView {
    let language = use_language();
    let own_principal = !form.website.principal_is_entity_principal;
    let is_first = kind == ApplicationKind::FirstLicense;
    let entity = form.clone();
    let asked = entity_fields(kind, is_own_entity(&form));
    view! {
        {(!asked.is_empty())
            .then(|| {
                view! {
                    <Card title=license::entity(language)>
                        <FilingAnswers form=entity fields=asked />
                    </Card>
                }
            })}
        <Card title=license::website(language)>
            <FilingAnswers form fields=website_fields(kind, own_principal)>
                {(is_first && !own_principal).then(|| view! { <SamePrincipal /> })}
            </FilingAnswers>
        </Card>
    }
    .into_any()
}

#[component]
fn Cancellation(cancellation: CancellationView) -> impl IntoView {
    let language = use_language();
    let domains = cancellation
        .domains
        .iter()
        .map(|impact| view! { <li>{review::domain_impact(language, impact)}</li> })
        .collect_view();
    let given = move |field: Field, words: String| {
        (!words.is_empty()).then(|| {
            view! { <Definition term=field::label(language, field)>{words}</Definition> }
        })
    };
    let note = given(Field::CancelNote, cancellation.note);
    let new_provider = given(Field::NewProvider, cancellation.new_provider);
    let reason = license::cancellation_reason(language, &cancellation.reason);
    view! {
        <Card title=application::kind(language, ApplicationKind::CancelAccess)>
            <DefinitionList>
                <Definition term=common::reason(language)>{reason}</Definition>
                {note}
                {new_provider}
            </DefinitionList>
            <ul class="mt-3 list-disc pl-5">{domains}</ul>
        </Card>
    }
    .into_any()
}
