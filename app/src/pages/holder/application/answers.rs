use super::Fact;
use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::filing_answers::{
    FilingAnswers, SamePrincipal, TakenOver, entity_fields, given, is_own_entity, website_fields,
};
use crate::text::license::{cancel_access, cancellation_reason, resolution};
use crate::text::{application, common, field, filing};
use crate::ui::card::Card;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingForm, FilingStep};
use shared::field::Field;
use shared::wire::application::CancellationView;
use shared::wire::license::DomainImpact;

/// What was asked for with a cancellation and, while it runs, what that leads to.
#[component]
pub fn CancellationFacts(cancellation: CancellationView, is_open: bool) -> impl IntoView {
    let language = use_language();
    let CancellationView {
        reason,
        note,
        new_provider,
        only_access,
        password_accepted_at,
        domains,
    } = cancellation;
    let impacts = domains
        .into_iter()
        .map(|impact| view! { <Impact impact /> })
        .collect_view();
    view! {
        <Card title=filing::your_answers(language)>
            <DefinitionList>
                <Fact term=common::reason(language) value=cancellation_reason(language, &reason) />
                <Fact term=field::label(language, Field::CancelNote) value=note />
                <Fact term=filing::new_provider(language) value=new_provider />
                {password_accepted_at
                    .map(|at| {
                        view! {
                            <Definition term=filing::accepted_on(language)>
                                <Time at precision=Precision::Minute />
                            </Definition>
                        }
                    })}
                {impacts}
            </DefinitionList>
            {only_access.then(|| view! { <p class="muted mt-3">{filing::only_access(language)}</p> })}
        </Card>
        {is_open.then(Consequences)}
    }
    .into_any()
}

#[component]
fn Consequences() -> impl IntoView {
    let language = use_language();
    view! {
        <Card title=cancel_access::what_happens(language)>
            <ul class="space-y-2 list-disc pl-5">
                <li>{cancel_access::leaves_this_system(language)}</li>
                <li>{cancel_access::blocked_if_used(language)}</li>
                <li>{cancel_access::add_access_soon(language)}</li>
            </ul>
        </Card>
    }
    .into_any()
}

#[component]
fn Impact(impact: DomainImpact) -> impl IntoView {
    let language = use_language();
    let seen = impact.seen.map(|(address, at)| {
        view! {
            <span class="muted text-sm">
                " " <span class="mono">{address}</span> " " <Time at precision=Precision::Minute />
            </span>
        }
    });
    view! {
        <Definition term=impact.domain>{resolution(language, impact.resolution)} {seen}</Definition>
    }
    .into_any()
}

/// What was entered into a filing, with personal data masked. Of a draft only what is given:
/// what is missing is listed elsewhere.
#[component]
pub fn FilingFacts(kind: ApplicationKind, form: FilingForm, only_given: bool) -> impl IntoView {
    let has_own_principal = !form.website.principal_is_entity_principal;
    let is_same_principal = kind == ApplicationKind::FirstLicense && !has_own_principal;
    let shown = |fields: &[Field]| {
        if only_given {
            given(&form, fields)
        } else {
            fields.to_vec()
        }
    };
    let entity = shown(entity_fields(kind, is_own_entity(&form)));
    let website = shown(website_fields(kind, has_own_principal));
    let taken_over = view! { <TakenOver kind form=form.clone() /> };
    view! {
        <StepFacts step=FilingStep::Entity form=form.clone() fields=entity />
        <StepFacts step=FilingStep::Website form fields=website is_same_principal />
        {taken_over}
    }
    .into_any()
}

/// Nothing is shown of a step without answers.
#[component]
fn StepFacts(
    step: FilingStep,
    form: FilingForm,
    fields: Vec<Field>,
    #[prop(optional)] is_same_principal: bool,
) -> impl IntoView {
    let language = use_language();
    (!fields.is_empty()).then(|| {
        view! {
            <Card title=application::step(language, step)>
                <FilingAnswers form fields>
                    {is_same_principal.then(SamePrincipal)}
                </FilingAnswers>
            </Card>
        }
    })
}
