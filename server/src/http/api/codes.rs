//! Checking an authorization code without using it.

use super::ApiFailure;
use super::code_check_limit::CodeCheckLimit;
use super::token::Service;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::{Extension, Json};
use backend::backend::Backend;
use backend::queries::machine::code_status::code_status;
use backend::service_token::Scope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::authorization_code::VerifyRefusal;
use utoipa::ToSchema;

/// In the body, not in the address, where logs would keep it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    #[schema(example = "7KQ2M-V9XTD-4HRPA-C3WNE")]
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
}

/// Tells the status of a code; nothing is reserved. Scope: codes:check.
#[utoipa::path(
    post,
    path = "/codes/check",
    request_body = Check,
    responses(
        (status = OK, body = Checked),
        (status = NOT_FOUND, description = "There is no such code"),
        (status = UNPROCESSABLE_ENTITY, description = "The text is no code: mistyped"),
        (status = UNAUTHORIZED),
        (status = FORBIDDEN),
        (status = TOO_MANY_REQUESTS, description = "Too many checks; the header Retry-After says when to come back"),
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
    let found = code_status(&backend, &caller, &check.code).await?;
    Ok(Json(Checked {
        status: found.status,
        usable: found.refusal.is_none(),
        problem: found.refusal,
        expires_at: found.expires_at,
        server_name: found.server_name,
        public_ip: found.public_ip,
    }))
}
