use crate::api::PageError;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::review::{PersonalData, ReviewPage};

/// One application before its reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCase {
    pub page: ReviewPage,
    /// The server's time, for what is due.
    pub now: DateTime<Utc>,
    /// What was typed into `Reject` when it was refused.
    pub typed: crate::api::typed::Typed,
    /// The reason for revealing personal data, when it was refused.
    pub reveal_reason: String,
    /// Personal data in clear, asked for by a form without JavaScript.
    pub clear: Option<PersonalData>,
}

/// Everything needed to decide, personal data masked.
#[server(endpoint = "review/load_review", output = Postcard)]
pub async fn load_review(application_id: i64) -> Result<ReviewCase, PageError> {
    use super::{REJECT_FORM, REVEAL_FORM};
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::take_typed;
    use ::backend::commands::review::reveal::reveal;
    use ::backend::queries::review_application::review_application;

    let (backend, caller) = signed_in()?;
    let page = answer(review_application(&backend, &caller, application_id).await)?;
    let wanted = take_typed(REVEAL_FORM).await.about(application_id);
    let reveal_reason = wanted.text("reveal_reason");
    let clear = if wanted.get("wanted").is_some() {
        let revealed = reveal(&backend, &caller, application_id, &reveal_reason).await;
        Some(answer(revealed)?)
    } else {
        None
    };
    Ok(ReviewCase {
        page,
        now: backend.now(),
        typed: take_typed(REJECT_FORM).await.about(application_id),
        reveal_reason,
        clear,
    })
}
