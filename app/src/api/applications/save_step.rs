#![allow(
    clippy::too_many_arguments,
    reason = "the arguments of a server function are the fields of its form"
)]

use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::application::{Answers, FilingStep};

/// `Next`, `Back` and the names of the steps: saves the step, right or wrong. `Back` leads to
/// the step before, a name to its step, `Next` to the one after, or to this one again when
/// something on it is wrong.
#[server(endpoint = "applications/save_step", output = Postcard)]
pub async fn save_step(
    application_id: i64,
    version: i64,
    step: FilingStep,
    /// `back`, a step's code, or anything else for `Next`.
    #[server(default)]
    go: String,
    #[server(default)] license_password: String,
    #[server(default)] principal_is_entity_principal: bool,
    #[server(default)] website_languages: Vec<String>,
    #[server(flatten)] answers: Answers,
) -> Result<(), PageError> {
    use super::form;
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::applications::save_step::save_step;
    use ::backend::queries::filing::filing;
    use shared::application::{put_answers, violations_of_step};

    let (backend, caller) = signed_in()?;
    let mut saved = answer(filing(&backend, &caller, application_id).await)?.form;
    put_answers(&mut saved, step, &answers);
    if step == FilingStep::Website {
        saved.website.principal_is_entity_principal = principal_is_entity_principal;
        saved.website.languages = website_languages;
    }
    let password = Some(license_password).filter(|password| !password.is_empty());
    let result = save_step(&backend, &caller, application_id, version, saved, password).await;
    let typed: Vec<_> = answers
        .iter()
        .map(|(field, text)| (field.as_str(), text.as_str()))
        .collect();
    let violations = answer_form(result, form::STEP, &typed).await?;
    let edit = Path::EditApplication(application_id);
    let to = match (go.as_str(), FilingStep::from_code(&go)) {
        (_, Some(named)) => named,
        ("back", None) => step.previous().unwrap_or(step),
        _ if !violations_of_step(step, &violations).is_empty() => step,
        _ => step.next().unwrap_or(step),
    };
    leptos_axum::redirect(&if to == step {
        format!("{edit}?step={}&saved={version}", step.code())
    } else {
        format!("{edit}?step={}", to.code())
    });
    Ok(())
}
