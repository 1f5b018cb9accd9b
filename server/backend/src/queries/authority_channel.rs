use super::authority_files::files;
use super::display::count;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::application::kind;
use crate::store::entities::{
    application, authority_channel as channel, authority_report as report,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::role::Action;
use shared::wire::authority_channel::{ChannelPage, ChannelState, ReportRow, ReportState};
use std::collections::HashMap;

/// Reports the page lists, newest first.
const MAX_REPORTS: u64 = 50;

/// `/admin/authority`: whether reports go out, and the latest of them.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn authority_channel(backend: &Backend, caller: &Caller) -> Result<ChannelPage> {
    caller.permit(Action::ViewAuthorityChannel)?;
    let channel = channel::Entity::find_by_id(1_i64)
        .one(&backend.database)
        .await?
        .ok_or_else(|| Error::inconsistent("authority_channel", 1, "missing"))?;
    let state = ChannelState::from_code(&channel.state)
        .ok_or_else(|| Error::inconsistent("authority_channel", 1, "unknown state"))?;
    Ok(ChannelPage {
        state,
        problem: channel.problem,
        last_confirmed_sequence: channel.last_confirmed_sequence,
        authority_sequence: channel.authority_sequence,
        last_upload_at: channel.last_upload_at.map(from_millis),
        next_upload_at: (state == ChannelState::Retrying)
            .then(|| from_millis(channel.next_upload_at)),
        last_download_at: channel.last_download_at.map(from_millis),
        download_problem: channel.download_problem,
        reports: reports(backend).await?,
        files: files(backend).await?,
    })
}

async fn reports(backend: &Backend) -> Result<Vec<ReportRow>> {
    let reports = report::Entity::find()
        .order_by_desc(report::Column::Id)
        .limit(MAX_REPORTS)
        .all(&backend.database)
        .await?;
    let ids = reports.iter().map(|report| report.application_id);
    let applications: HashMap<i64, application::Model> = application::Entity::find()
        .filter(application::Column::Id.is_in(ids))
        .all(&backend.database)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    reports
        .into_iter()
        .map(|report| {
            let broken = |what| Error::inconsistent("authority_report", report.id, what);
            let application = applications
                .get(&report.application_id)
                .ok_or_else(|| broken("no application"))?;
            let state =
                ReportState::from_code(&report.state).ok_or_else(|| broken("unknown state"))?;
            Ok(ReportRow {
                id: report.id,
                application_id: application.id,
                number: application.number.clone(),
                kind: kind(application)?,
                state,
                is_held_back: state == ReportState::Pending && application.hold_reason.is_some(),
                sequence: report.sequence,
                tries: count(report.tries),
                created_at: from_millis(report.created_at),
                last_error: report.last_error,
            })
        })
        .collect()
}
