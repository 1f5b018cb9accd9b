use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::entities::cloud_server::Model;
use crate::store::{cloud_server, code_quota};
use chrono::NaiveDate;
use shared::authorization_code::remaining;
use shared::calendar_date::{shanghai_date, whole_months_between};
use shared::cloud_server::check_eligibility;
use shared::role::Action;
use shared::wire::code::ServerRow;

/// `Apply for Authorization Code`: every server of the caller, with what is wrong (S22).
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn servers(backend: &Backend, caller: &Caller) -> Result<Vec<ServerRow>> {
    let permit = caller.permit(Action::ViewOwnCodes)?;
    let rows = cloud_server::list_own(&backend.database, &permit).await?;
    server_rows(backend, &rows).await
}

/// Servers with their failed conditions (S21) and their quota (S23).
pub(super) async fn server_rows(backend: &Backend, rows: &[Model]) -> Result<Vec<ServerRow>> {
    let today = shanghai_date(backend.now());
    let mode = backend.settings.policy.code.quota_mode;
    let counted = code_quota::counted(&backend.database, mode, rows).await?;
    rows.iter()
        .map(|row| {
            let counted = counted.get(&row.id).copied().unwrap_or(0);
            server_row(backend, row, counted, today)
        })
        .collect()
}

fn server_row(backend: &Backend, row: &Model, issued: u32, today: NaiveDate) -> Result<ServerRow> {
    let policy = &backend.settings.policy;
    let facts = cloud_server::facts(row)?;
    Ok(ServerRow {
        id: row.id,
        name: row.name.clone(),
        region: row.region.clone(),
        billing: facts.billing,
        state: facts.state,
        term: facts.term,
        term_months: facts
            .term
            .map_or(0, |term| whole_months_between(term.starts_on, term.ends_on)),
        public_ip: row.public_ip.clone(),
        failed: check_eligibility(&policy.server, &facts, today),
        quota: policy.code.quota,
        issued,
        remaining: remaining(policy.code.quota, issued),
    })
}
