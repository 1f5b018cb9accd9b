//! The lists to choose from, in the reader's language.

use super::step_form::StepForm;
use crate::language::{Language, use_language};
use crate::text::{application, field, filing};
use crate::ui::select_field::{Choice, ChoiceGroup, SelectField};
use leptos::prelude::*;
use shared::area::{City, cities_of, provinces_named};
use shared::entity::{CertificateKind, Nature};
use shared::field::Field;

/// A field that is filled by choosing.
#[component]
pub fn ChoiceField(
    form: StepForm,
    field: Field,
    #[prop(optional)] choices: Vec<Choice>,
    #[prop(optional)] groups: Vec<ChoiceGroup>,
) -> impl IntoView {
    let language = use_language();
    let mut all = vec![Choice::new("", filing::please_choose(language))];
    all.extend(choices);
    view! {
        <SelectField
            name=field.code()
            label=field::label(language, field)
            choices=all
            groups
            value=form.value(field)
            hint=field::hint(language, field).map(str::to_owned)
            error=form.error(field)
        />
    }
    .into_any()
}

/// What kind of person or organization an entity is.
pub fn natures(language: Language) -> Vec<Choice> {
    let choice =
        |nature: &Nature| Choice::new(nature.code(), application::nature(language, *nature));
    Nature::ALL.iter().map(choice).collect()
}

/// An entity's certificates under the nature they belong to.
pub fn certificates(language: Language) -> Vec<ChoiceGroup> {
    Nature::ALL
        .iter()
        .map(|nature| ChoiceGroup {
            label: application::nature(language, *nature).to_owned(),
            choices: documents(language, nature.certificate_kinds()),
        })
        .collect()
}

/// A person's documents.
pub fn personal_documents(language: Language) -> Vec<Choice> {
    documents(language, CertificateKind::PERSONAL)
}

fn documents(language: Language, kinds: &[CertificateKind]) -> Vec<Choice> {
    let choice = |kind: &CertificateKind| {
        Choice::new(kind.code(), application::certificate_kind(language, *kind))
    };
    kinds.iter().map(choice).collect()
}

/// Cities under their provinces: those of the named ones, or all.
pub fn cities(language: Language, named: &[char]) -> Vec<ChoiceGroup> {
    let city = |city: City| {
        Choice::new(
            city.code.to_string(),
            pick(language, city.english, city.chinese),
        )
    };
    provinces_named(named)
        .map(|province| ChoiceGroup {
            label: pick(language, province.english, province.chinese).to_owned(),
            choices: cities_of(province.code).map(city).collect(),
        })
        .collect()
}

const fn pick(language: Language, english: &'static str, chinese: &'static str) -> &'static str {
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}
