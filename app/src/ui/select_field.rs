//! One of several values from a list.

use super::field::{Field, described_by, invalid};
use leptos::prelude::*;

/// One choice of a [`SelectField`] or a radio group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A line below the label; radio groups only.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same with a line below its label.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }
}

/// Choices that belong together, with the heading they stand under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceGroup {
    pub label: String,
    pub choices: Vec<Choice>,
}

/// A select field with its label, hint and error.
#[component]
pub fn SelectField(
    /// The form key; also the id.
    name: &'static str,
    /// The accessible name.
    #[prop(into)]
    label: String,
    /// The choices in their order; an empty value first means "please choose".
    choices: Vec<Choice>,
    /// Further choices under headings, after `choices`; they may follow another field.
    #[prop(optional, into)]
    groups: Signal<Vec<ChoiceGroup>>,
    /// The value that is chosen at first, and whenever the groups change.
    #[prop(optional, into)]
    value: Signal<String>,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let hint = hint.get_untracked();
    let describedby = described_by(name, optional, hint.is_some(), error);
    let options = move |choices: Vec<Choice>| {
        let value = value.get_untracked();
        choices
            .into_iter()
            .map(|choice| {
                let selected = choice.value == value;
                view! { <option value=choice.value selected=selected>{choice.label}</option> }
            })
            .collect_view()
    };
    let groups = move || {
        let group = |group: ChoiceGroup| {
            view! { <optgroup label=group.label>{options(group.choices)}</optgroup> }
        };
        groups.get().into_iter().map(group).collect_view()
    };
    let choices = options(choices);
    view! {
        <Field id=name.to_owned() label hint error optional>
            <select
                id=name
                name=name
                class="select w-full mt-1"
                class:select-error=move || error.get().is_some()
                aria-required=(!optional).then_some("true")
                aria-invalid=invalid(error)
                aria-describedby=describedby
            >
                {choices} {groups}
            </select>
        </Field>
    }
    .into_any()
}
