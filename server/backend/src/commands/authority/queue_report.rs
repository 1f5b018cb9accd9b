//! Writes what is to be reported, in the transaction of the approval.

use super::propose_website::propose;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::forms::CancellationForm;
use crate::instant::to_millis;
use crate::store::authority_channel::{insert_report, report_in};
use crate::store::entities::access;
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::entities::authority_report;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{CancelAccessReport, Report};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::application::ApplicationKind;
use shared::wire::authority_channel::ReportState;

/// What an application becomes on its way to the authority.
pub struct Outgoing {
    pub report: Report,
    /// Identifiers by which an answer may refer to it.
    pub keys: Vec<String>,
}

/// Queues the report of an application. Rows that the report must name (provider ids) are
/// made now and noted in `change`, the change to the application that is about to be saved.
///
/// # Errors
/// [`Error::Internal`] when the application lacks what its kind needs.
pub async fn queue_report(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    change: &mut ActiveModel,
    now: DateTime<Utc>,
) -> Result<()> {
    let kind = crate::store::application::kind(row)?;
    let outgoing = match kind {
        ApplicationKind::CancelAccess => cancellation(tx, backend, row).await?,
        ApplicationKind::FirstLicense | ApplicationKind::NewAccess => {
            propose(tx, backend, row, change, now).await?
        }
    };
    let report = authority_report::ActiveModel {
        application_id: Set(row.id),
        operation: Set(operation(kind).to_owned()),
        report_encrypted: Set(Some(
            backend
                .cipher
                .seal("authority_report.report", &outgoing.report)?,
        )),
        keys: Set(serde_json::to_string(&outgoing.keys)?),
        created_at: Set(to_millis(now)),
        ..report_in(ReportState::Pending)
    };
    insert_report(tx, report).await
}

/// The operation's name in the reports table.
const fn operation(kind: ApplicationKind) -> &'static str {
    match kind {
        ApplicationKind::CancelAccess => "cancel_access",
        ApplicationKind::FirstLicense => "new_filing",
        ApplicationKind::NewAccess => "new_access",
    }
}

/// The license password the holder gave, decrypted for the report.
pub fn license_password(backend: &Backend, row: &Model) -> Result<Option<String>> {
    row.license_password_encrypted
        .as_deref()
        .map(|encrypted| {
            backend
                .cipher
                .decrypt("application.license_password", encrypted)
        })
        .transpose()
}

async fn cancellation(tx: &Tx, backend: &Backend, row: &Model) -> Result<Outgoing> {
    let missing = |what| Error::inconsistent("application", row.id, what);
    let access_id = row.access_id.ok_or_else(|| missing("no access"))?;
    let access = access::Entity::find_by_id(access_id)
        .one(tx)
        .await?
        .ok_or_else(|| missing("its access is gone"))?;
    let access_authority_id = access
        .authority_id
        .ok_or_else(|| missing("the authority does not know its access"))?;
    let form: CancellationForm = backend
        .cipher
        .open("application.form", &row.form_encrypted)?;
    let report = Report::CancelAccess(CancelAccessReport {
        access_authority_id,
        reason_code: form.reason_code.ok_or_else(|| missing("no reason"))?,
        note: Some(form.note).filter(|note| !note.is_empty()),
        license_password: license_password(backend, row)?,
    });
    Ok(Outgoing {
        report,
        keys: vec![access_authority_id.to_string()],
    })
}
