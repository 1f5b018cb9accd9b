use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use std::collections::BTreeMap;

/// Sends an application back with reasons, and goes back to the queue. `field_reason` has what is
/// wrong with single fields, by their codes.
#[server(endpoint = "review/reject_application", output = Postcard)]
pub async fn reject_application(
    application_id: i64,
    version: i64,
    #[server(default)] reason: String,
    #[server(default)] field_reason: BTreeMap<String, String>,
) -> Result<(), PageError> {
    use super::{REJECT_FORM, name_of_field_reason};
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::review::reject::reject;
    use shared::field::Field;
    use shared::review::FieldReason;
    use shared::wire::review::RejectInput;

    let (backend, caller) = signed_in()?;
    let fields: Vec<_> = field_reason
        .into_iter()
        .filter_map(|(code, reason)| {
            let field = Field::from_code(&code)?;
            Some(FieldReason { field, reason })
        })
        .collect();
    let by_name: Vec<_> = fields
        .iter()
        .map(|about| (name_of_field_reason(about.field), about.reason.clone()))
        .collect();
    let mut typed = vec![("reason", reason.as_str())];
    typed.extend(
        by_name
            .iter()
            .map(|(name, words)| (name.as_str(), words.as_str())),
    );
    let input = RejectInput {
        application_id,
        version,
        reason: reason.clone(),
        fields,
    };
    let result = reject(&backend, &caller, input).await;
    answer_form(result, REJECT_FORM.about(application_id), &typed).await?;
    leptos_axum::redirect(&format!("{}?done=rejected", Path::ReviewQueue));
    Ok(())
}
