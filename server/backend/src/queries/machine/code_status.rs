//! The status of one authorization code, without reserving it.

use crate::backend::Backend;
use crate::commands::codes::lifecycle::facts_of;
use crate::error::{Error, Result};
use crate::queries::code_list::Scope as ListScope;
use crate::queries::code_uses::CodeUses;
use crate::service_token::{Scope, ServiceCaller};
use crate::store::authorization_code;
use chrono::{DateTime, Utc};
use shared::authorization_code::{CodeStatus, CodeText, Reservation, VerifyRefusal};
use shared::field::Field;
use shared::problem::Problem;
use shared::wire::code::CodeUse;
use std::slice;

/// A code as another system may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeStatusView {
    pub status: &'static str,
    pub expires_at: DateTime<Utc>,
    pub server_name: String,
    pub public_ip: Option<String>,
    /// What uses it, or did when staff disabled it: masked as for its owner.
    pub used_by: Option<CodeUse>,
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
    let uses = CodeUses::load(
        backend,
        ListScope::Own(row.account_id),
        slice::from_ref(&row),
    )
    .await?;
    let by = match &status {
        CodeStatus::Unused => None,
        CodeStatus::Licensing(by) | CodeStatus::Used { by, .. } => Some(*by),
        CodeStatus::Invalid { held_by, .. } => *held_by,
    };
    // Asks the rule, and drops the reservation it would make.
    let probe = Reservation {
        application_id: 0,
        account_id: 0,
        since: now,
    };
    Ok(CodeStatusView {
        used_by: by.map(|by| uses.code_use(by)).transpose()?,
        refusal: status.reserve(&facts, probe).err(),
        status: CodeStatus::code(&status),
        expires_at: facts.expires_at,
        server_name: server.name,
        public_ip: server.public_ip,
    })
}
