//! The way to a step of a filing or to one of its fields.

use crate::routes::Path;
use leptos::prelude::*;
use shared::application::{FilingStep, step_of};
use shared::field::Field;

/// The id of a step's form, for buttons outside it.
pub const STEP_FORM: &str = "step";

/// Where a [`StepLink`] stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepPlace {
    pub application_id: i64,
    /// The step whose form is open on this page: what was typed into it is saved first.
    pub open: Option<FilingStep>,
}

impl StepPlace {
    /// A page without the form of a step.
    #[must_use]
    pub const fn elsewhere(application_id: i64) -> Self {
        Self {
            application_id,
            open: None,
        }
    }
}

/// Leads to `step`, or to the field.
#[component]
pub fn StepLink(
    place: StepPlace,
    #[prop(into)] to: StepTarget,
    #[prop(into)] label: String,
    #[prop(optional)] class: Option<&'static str>,
) -> impl IntoView {
    let class = class.unwrap_or("link");
    let (step, field) = match to {
        StepTarget::Step(step) => (step, None),
        StepTarget::Field(field) => (step_of(field), Some(field)),
    };
    let go = field.map_or(step.code(), |field| field.code());
    match (place.open, field) {
        (Some(open), Some(field)) if open == step => {
            let href = format!("#{}", field.code());
            view! { <a class=class href=href rel="external">{label}</a> }.into_any()
        }
        (Some(_), _) => {
            view! { <button type="submit" form=STEP_FORM name="go" value=go class=class>{label}</button> }
                .into_any()
        }
        (None, field) => {
            let edit = Path::EditApplication(place.application_id);
            let fragment = field.map(|field| format!("#{}", field.code()));
            let href = format!("{edit}?step={}{}", step.code(), fragment.unwrap_or_default());
            view! { <a class=class href=href>{label}</a> }.into_any()
        }
    }
}

/// A step, or a field on its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTarget {
    Step(FilingStep),
    Field(Field),
}

impl From<FilingStep> for StepTarget {
    fn from(step: FilingStep) -> Self {
        Self::Step(step)
    }
}

impl From<Field> for StepTarget {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

/// The Enter key presses the first button of a form, wherever it stands: this comes before all
/// links of the page that save.
#[component]
pub fn EnterMeansNext() -> impl IntoView {
    view! { <button type="submit" form=STEP_FORM name="go" value="next" hidden></button> }
}
