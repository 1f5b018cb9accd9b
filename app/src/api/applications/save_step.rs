#![allow(
    clippy::too_many_arguments,
    reason = "the arguments of a server function are the fields of its form"
)]

use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::application::{Answers, FilingStep};

/// `Next`, `Back`, the names of the steps and links to fields: saves the step, right or wrong, and
/// leads on. While somebody types the page saves it by itself and stays.
#[server(endpoint = "applications/save_step", output = Postcard)]
pub async fn save_step(
    application_id: i64,
    version: i64,
    step: FilingStep,
    /// Of the page, and which of its saves this is; without JavaScript there is one only, 0.
    #[server(default)]
    page_key: String,
    #[server(default)] save_number: i64,
    /// Where it leads, see [`Onward`]; anything unknown is `Next`.
    #[server(default)]
    go: String,
    /// The step was opened from the check of everything, and `Next` leads back there.
    #[server(default)]
    from_check: bool,
    #[server(default)] license_password: String,
    #[server(default)] principal_is_entity_principal: bool,
    #[server(default)] website_languages: Vec<String>,
    #[server(flatten)] answers: Answers,
) -> Result<(), PageError> {
    use super::form;
    use super::onward::Onward;
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::answer_form;
    use ::backend::commands::applications::save_step::{SavingPage, save_step};
    use ::backend::queries::filing::filing;
    use shared::application::{ApplicationKind, put_answers, violations_of_step};
    use shared::field::Field;

    let (backend, caller) = signed_in()?;
    let page = answer(filing(&backend, &caller, application_id).await)?;
    let asks_for_content = page.kind == ApplicationKind::FirstLicense;
    let mut saved = page.form;
    put_answers(&mut saved, step, &answers);
    if step == FilingStep::Website && asks_for_content {
        saved.website.principal_is_entity_principal = principal_is_entity_principal;
        saved.website.languages = website_languages;
    }
    let password = Some(license_password).filter(|password| !password.is_empty());
    let page = SavingPage {
        version,
        key: page_key,
        number: save_number,
    };
    let result = save_step(&backend, &caller, application_id, page, saved, password).await;
    let typed: Vec<_> = answers
        .iter()
        // Anybody can send names that no field has.
        .filter(|(name, _)| Field::from_code(name).is_some())
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let violations = answer_form(result, form::STEP.about(application_id), &typed).await?;
    let is_right = violations_of_step(step, &violations).is_empty();
    let onward = Onward::parse(&go, from_check);
    if let Some(address) = onward.address(application_id, step, version, is_right) {
        leptos_axum::redirect(&address);
    }
    Ok(())
}
