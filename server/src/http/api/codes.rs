//! Checking an authorization code without using it.

use super::code_check_limit::CodeCheckLimit;
use super::failure::{ApiFailure, Failure, Failures};
use super::token::Service;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::{Extension, Json};
use backend::backend::Backend;
use backend::queries::machine::code_status::code_status;
use backend::service_token::Scope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::authorization_code::{CodeText, CodeTextError, VerifyRefusal};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::wire::code::CodeUse;
use utoipa::ToSchema;

/// In the body, not in the address, where logs would keep it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    #[schema(
        pattern = "^[2-9A-HJKMNP-TV-Y]{5}(-[2-9A-HJKMNP-TV-Y]{5}){3}$",
        example = "7KQ2M-V9XTD-4HRPA-C3WNG"
    )]
    code: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Checked {
    /// `unused`, `licensing`, `used` or `invalid`.
    status: &'static str,
    /// "Verify the product" would take the code now.
    usable: bool,
    /// Why it would not, as at the screen: `"expired"`, `{"server_not_eligible": {…}}`.
    #[schema(value_type = Option<Object>)]
    problem: Option<VerifyRefusal>,
    expires_at: DateTime<Utc>,
    server_name: String,
    public_ip: Option<String>,
    /// What uses the code, or did when it was disabled; null when nothing does.
    used_by: Option<UsedBy>,
}

/// The application that uses a code, masked as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct UsedBy {
    /// The website's domain in its own letters; null until the application names one.
    #[schema(example = "example-shop.cn")]
    domain: Option<String>,
    /// Masked address and a tag: no two accounts read alike.
    #[schema(example = "par•••@example.com #3f09c1")]
    account: String,
    #[schema(example = "FL-••••-0001")]
    application: String,
    /// `draft`, `provider_review`, `provider_rejected`, `submitting`, `authority_review`,
    /// `authority_rejected` or `completed`; also `abandoned` for a code that was disabled.
    #[schema(example = "provider_review")]
    application_status: String,
    since: DateTime<Utc>,
    /// When the code comes back unless the application is changed; only of drafts that were never
    /// submitted.
    reserved_until: Option<DateTime<Utc>>,
}

impl From<CodeUse> for UsedBy {
    fn from(by: CodeUse) -> Self {
        Self {
            domain: Some(by.domain).filter(|domain| !domain.is_empty()),
            account: by.user,
            application: by.order,
            application_status: by.application_status,
            since: by.since,
            reserved_until: by.reserved_until,
        }
    }
}

/// Tells the status of a code and what uses it; nothing is reserved. Scope: codes:check.
#[utoipa::path(
    post,
    path = "/codes/check",
    request_body = Check,
    responses(
        (status = OK, body = Checked),
        (status = NOT_FOUND, description = "There is no such code; with `violations`: the check character does not fit", body = Failure),
        (status = PAYLOAD_TOO_LARGE, description = "More than 8 MB", body = Failure),
        (status = UNPROCESSABLE_ENTITY, description = "The text has not the form of a code", body = Failure),
        (
            status = TOO_MANY_REQUESTS, description = "Too many checks", body = Failure,
            headers(("Retry-After" = u64, description = "Seconds until the next check is taken")),
        ),
        Failures,
    ),
    security(("token" = []))
)]
pub async fn check(
    State(backend): State<Backend>,
    Extension(limit): Extension<CodeCheckLimit>,
    Service(caller): Service,
    check: Result<Json<Check>, JsonRejection>,
) -> Result<Json<Checked>, ApiFailure> {
    caller.permit(Scope::CheckCodes)?;
    limit.count(&caller)?;
    let Json(check) = check?;
    let text = CodeText::parse(&check.code);
    if let Err(why @ CodeTextError::CheckCharacter) = text {
        let problem = Problem::CodeMistyped { why };
        let violation = Violation::on(Field::AuthorizationCode, problem);
        return Err(ApiFailure::CannotExist(vec![violation]));
    }
    let found = code_status(&backend, &caller, &check.code).await?;
    Ok(Json(Checked {
        status: found.status,
        usable: found.refusal.is_none(),
        problem: found.refusal,
        expires_at: found.expires_at,
        server_name: found.server_name,
        public_ip: found.public_ip,
        used_by: found.used_by.map(UsedBy::from),
    }))
}
