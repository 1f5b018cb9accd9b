use crate::api::review::RevealPersonalData;
use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::filing_answers::{
    FilingAnswers, SamePrincipal, entity_fields, is_own_entity, website_fields,
};
use crate::parts::status_tag::ApplicationStatusTag;
use crate::text::{application, common, field, license, review, staff};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::card::Card;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingForm};
use shared::field::Field;
use shared::wire::application::CancellationView;
use shared::wire::review::ReviewPage;

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
                <Definition term=review::holder(language)>{page.holder}</Definition>
                {product}
            </DefinitionList>
        </Card>
    }
    .into_any()
}

/// What the holder filed: the filing's answers, or the cancellation's.
#[component]
pub fn FiledFacts(
    page: ReviewPage,
    /// Personal data in clear, if it was asked for without JavaScript.
    clear: Option<FilingForm>,
    reveal: ServerAction<RevealPersonalData>,
) -> impl IntoView {
    let facts = page.application;
    if let Some(cancellation) = facts.cancellation {
        return view! { <Cancellation cancellation /> }.into_any();
    }
    let id = facts.id;
    let revealed = move || match reveal.value().get() {
        Some(Ok(Some((revealed_id, form)))) if revealed_id == id => Some(form),
        _ => clear.clone(),
    };
    facts
        .filing
        .map(|masked| {
            let (kind, may_reveal) = (facts.kind, page.actions.reveal);
            move || {
                let revealed = revealed();
                let offer = may_reveal && revealed.is_none();
                let is_clear = revealed.is_some();
                let form = revealed.unwrap_or_else(|| masked.clone());
                view! {
                    {offer.then(|| view! { <RevealForm id reveal /> })}
                    {is_clear.then(|| view! { <Revealed /> })}
                    <Filing kind form />
                }
            }
        })
        .into_any()
}

#[component]
fn RevealForm(id: i64, reveal: ServerAction<RevealPersonalData>) -> impl IntoView {
    let language = use_language();
    view! {
        <ActionForm action=reveal attr:class="flex flex-wrap items-center gap-3">
            <input type="hidden" name="application_id" value=id />
            <Button
                label=staff::reveal_personal_data(language)
                kind=ButtonKind::Outline
                size=ButtonSize::Small
                icon=icondata::LuEye
                pending=reveal.pending()
            />
            <span class="text-sm muted">{common::reveal_is_recorded(language)}</span>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn Revealed() -> impl IntoView {
    view! { <Notice tone=Tone::Info title=staff::revealed(use_language()) live=true /> }
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
