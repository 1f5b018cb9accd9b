//! The status of one application by its number.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::service_token::{Scope, ServiceCaller};
use crate::store::application;
use crate::store::submitted_application::as_submitted;
use chrono::{DateTime, Utc};
use shared::parsed_text::tidy_without_spaces;

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
/// [`Error::NotFound`] for an unknown number, and until it was submitted.
pub async fn application_status(
    backend: &Backend,
    caller: &ServiceCaller,
    number: &str,
) -> Result<ApplicationStatusView> {
    caller.permit(Scope::ReadApplications)?;
    let row = application::find_by_number(&backend.database, &tidy_without_spaces(number))
        .await?
        .ok_or(Error::NotFound)?;
    let row = as_submitted(row)?;
    Ok(ApplicationStatusView {
        number: row.number,
        kind: row.kind,
        status: row.status,
        status_at: from_millis(row.status_at),
        domain: row.domain,
        due_at: row.due_at.map(from_millis),
    })
}
