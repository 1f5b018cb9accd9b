//! The status of one application by its number.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::service_token::{Scope, ServiceCaller};
use crate::store::application;
use chrono::{DateTime, Utc};

/// An application without personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationStatusView {
    pub number: String,
    pub kind: String,
    pub status: String,
    pub status_at: DateTime<Utc>,
    pub domain: String,
    pub due_at: Option<DateTime<Utc>>,
}

/// # Errors
/// [`Error::NotFound`] for an unknown number.
pub async fn application_status(
    backend: &Backend,
    caller: &ServiceCaller,
    number: &str,
) -> Result<ApplicationStatusView> {
    caller.permit(Scope::ReadApplications)?;
    let row = application::find_by_number(&backend.database, number)
        .await?
        .ok_or(Error::NotFound)?;
    Ok(ApplicationStatusView {
        number: row.number,
        kind: row.kind,
        status: row.status,
        status_at: from_millis(row.status_at),
        domain: row.domain,
        due_at: row.due_at.map(from_millis),
    })
}
