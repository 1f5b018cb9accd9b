//! What carries a filing.

use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::store::entities::{authorization_code, cloud_server};
use crate::store::{authorization_code as codes, cloud_server as servers};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use shared::authorization_code::{CodeStatus, CodeText};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::field::Field;
use shared::problem::Problem;

/// A server, and the code by which it was chosen if it is somebody else's.
#[derive(Debug)]
pub struct Product {
    pub server: cloud_server::Model,
    pub code: Option<VerifiedCode>,
}

/// A code as it was read.
#[derive(Debug)]
pub struct VerifiedCode {
    pub row: authorization_code::Model,
    pub status: CodeStatus,
}

impl Product {
    pub fn code_id(&self) -> Option<i64> {
        self.code.as_ref().map(|code| code.row.id)
    }
}

/// One's own server, if it is eligible (S21).
pub async fn of_server(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    server_id: Option<i64>,
    now: DateTime<Utc>,
) -> Result<Product> {
    let id = server_id.ok_or_else(|| Error::refused_on(Field::Server, Problem::Required))?;
    let server = servers::find_own(tx, permit, id).await?;
    let facts = servers::facts(&server)?;
    let failed = check_eligibility(&backend.settings.policy.server, &facts, shanghai_date(now));
    if failed.is_empty() {
        Ok(Product { server, code: None })
    } else {
        Err(Error::refused_on(
            Field::Server,
            Problem::ServerNotEligible { failed },
        ))
    }
}

/// The server of a code, whatever the code's status; `None` when there is no such code.
pub async fn of_code(tx: &Tx, backend: &Backend, text: &CodeText) -> Result<Option<Product>> {
    let Some((row, server)) = codes::find_by_text(tx, backend, text).await? else {
        return Ok(None);
    };
    let status = codes::status(&row)?;
    Ok(Some(Product {
        server,
        code: Some(VerifiedCode { row, status }),
    }))
}
