//! The status of one authorization code, without reserving it.

use crate::backend::Backend;
use crate::commands::codes::lifecycle::facts_of;
use crate::error::{Error, Result};
use crate::service_token::{Scope, ServiceCaller};
use crate::store::authorization_code;
use chrono::{DateTime, Utc};
use shared::authorization_code::{CodeStatus, CodeText, Reservation, VerifyRefusal};
use shared::field::Field;
use shared::problem::Problem;

/// A code as another system may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeStatusView {
    pub status: &'static str,
    pub expires_at: DateTime<Utc>,
    pub server_name: String,
    pub public_ip: Option<String>,
    /// What "verify the product" would answer now; `None` when it would take the code.
    pub refusal: Option<VerifyRefusal>,
}

/// # Errors
/// Refused for a text that is no code; [`Error::NotFound`] for an unknown one.
pub async fn code_status(
    backend: &Backend,
    caller: &ServiceCaller,
    text: &str,
) -> Result<CodeStatusView> {
    caller.permit(Scope::CheckCodes)?;
    let text = CodeText::parse(text).map_err(|why| {
        Error::refused_on(Field::AuthorizationCode, Problem::CodeMistyped { why })
    })?;
    let (row, server) = authorization_code::find_by_text(&backend.database, backend, &text)
        .await?
        .ok_or(Error::NotFound)?;
    let now = backend.now();
    let facts = facts_of(backend, &row, &server, now)?;
    let stored = authorization_code::status(&row)?;
    // S24: its time is over at once, the job only writes it down.
    let status = stored.expire(facts.expires_at, now).unwrap_or(stored);
    // Asks the rule, and drops the reservation it would make.
    let probe = Reservation {
        application_id: 0,
        account_id: 0,
        since: now,
    };
    Ok(CodeStatusView {
        refusal: status.reserve(&facts, probe).err(),
        status: CodeStatus::code(&status),
        expires_at: facts.expires_at,
        server_name: server.name,
        public_ip: server.public_ip,
    })
}
