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
    #[prop(optional, into)] groups: Signal<Vec<ChoiceGroup>>,
    /// What is chosen, where that follows another field.
    #[prop(optional, into)]
    chosen: Option<Signal<String>>,
) -> impl IntoView {
    let language = use_language();
    let value = chosen.unwrap_or_else(|| Signal::stored(form.value(field)));
    let mut all = vec![Choice::new("", filing::please_choose(language))];
    all.extend(choices);
    view! {
        <SelectField
            name=field.code()
            label=field::label(language, field)
            choices=all
            groups
            value
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

/// What proves an entity of this nature; the certificates of every nature while none is chosen.
/// One that was chosen and does not fit stays to be seen, apart.
pub fn certificates(language: Language, nature: &str, chosen: &str) -> Vec<ChoiceGroup> {
    let of_nature = |nature: &Nature| ChoiceGroup {
        label: application::nature(language, *nature).to_owned(),
        choices: documents(language, nature.certificate_kinds()),
    };
    let Some(nature) = Nature::from_code(nature) else {
        return Nature::ALL.iter().map(of_nature).collect();
    };
    let unfit = CertificateKind::from_code(chosen)
        .filter(|kind| !nature.certificate_kinds().contains(kind))
        .map(|kind| ChoiceGroup {
            label: filing::not_of_this_nature(language).to_owned(),
            choices: documents(language, &[kind]),
        });
    std::iter::once(of_nature(&nature)).chain(unfit).collect()
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
