//! The lists to choose from, in the reader's language.

use super::step_form::StepForm;
use crate::language::{Language, use_language};
use crate::text::{application, field, filing};
use crate::ui::select_field::{Choice, ChoiceGroup, SelectField};
use leptos::prelude::*;
use shared::area::{City, cities_of, provinces_named};
use shared::code_table::{AuthorityTables, TableChoice, find};
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
pub fn natures(language: Language, tables: &AuthorityTables) -> Vec<Choice> {
    let choice = |nature: &TableChoice| {
        let words = application::nature(language, &nature.code);
        Choice::new(nature.code.clone(), words)
    };
    tables.natures.iter().map(choice).collect()
}

/// What proves an entity of this nature; the certificates of every nature while none is chosen.
/// One that was chosen and does not fit stays to be seen, apart.
pub fn certificates(
    language: Language,
    tables: &AuthorityTables,
    nature: &str,
    chosen: &str,
) -> Vec<ChoiceGroup> {
    let of_nature = |nature: &TableChoice| ChoiceGroup {
        label: application::nature(language, &nature.code).to_owned(),
        choices: documents(language, tables.certificates_of(&nature.code)),
    };
    let Some(nature) = find(&tables.natures, nature) else {
        return tables.natures.iter().map(of_nature).collect();
    };
    let fits = |kind: &TableChoice| tables.certificates_of(&nature.code).any(|it| it == kind);
    let unfit = tables.certificate_kind(chosen).filter(|kind| !fits(kind));
    let unfit = unfit.map(|kind| ChoiceGroup {
        label: filing::not_of_this_nature(language).to_owned(),
        choices: documents(language, [kind]),
    });
    std::iter::once(of_nature(nature)).chain(unfit).collect()
}

/// A person's documents.
pub fn personal_documents(language: Language, tables: &AuthorityTables) -> Vec<Choice> {
    documents(language, tables.personal_documents())
}

fn documents<'a>(
    language: Language,
    kinds: impl IntoIterator<Item = &'a TableChoice>,
) -> Vec<Choice> {
    let choice = |kind: &TableChoice| {
        let words = application::certificate_kind(language, &kind.code);
        Choice::new(kind.code.clone(), words)
    };
    kinds.into_iter().map(choice).collect()
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
