//! watches the servers under running applications and unused codes.

use super::broken_row::pass_over;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::applications::filing::server_gone;
use crate::commands::applications::hold::{hold, lift_hold};
use crate::commands::codes::lifecycle::{Cause, change};
use crate::error::{Error, Result};
use crate::store::authority_channel::waiting_applications;
use crate::store::entities::{application, authorization_code, cloud_server};
use crate::store::message::tell;
use crate::store::{authorization_code as codes, cloud_server as servers};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::application::{ApplicationStatus, HoldCause, HoldReason};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::{Ineligibility, check_eligibility};
use shared::wire::message::Notice;

/// Servers of one round's page.
const PAGE: u64 = 500;

/// Holds applications whose server is no longer eligible or has another address, lifts the
/// hold when that is over, and ends Unused codes of servers that are gone.
///
/// # Errors
/// When the database refuses.
pub async fn hold_applications(backend: &Backend) -> Result<()> {
    let mut last = 0;
    loop {
        let page = cloud_server::Entity::find()
            .filter(cloud_server::Column::Id.gt(last))
            .order_by_asc(cloud_server::Column::Id)
            .limit(PAGE)
            .all(&backend.database)
            .await?;
        let Some(end) = page.last() else {
            return Ok(());
        };
        last = end.id;
        for server in &page {
            pass_over(
                "cloud_server",
                server.id,
                check_server(backend, server).await,
            )?;
        }
    }
}

async fn check_server(backend: &Backend, server: &cloud_server::Model) -> Result<()> {
    let facts = servers::facts(server)?;
    let today = shanghai_date(backend.now());
    let failed = check_eligibility(&backend.settings.policy.server, &facts, today);
    let not_handed_over = Condition::any()
        .add(application::Column::Status.eq(ApplicationStatus::PROVIDER_REVIEW))
        .add(application::Column::Id.in_subquery(waiting_applications()));
    let rows = application::Entity::find()
        .filter(application::Column::ServerId.eq(server.id))
        .filter(not_handed_over)
        .all(&backend.database)
        .await?;
    for row in rows {
        let gone = server_gone(backend, &row, server, backend.now())?;
        pass_over("application", row.id, set_hold(backend, &row, gone).await)?;
    }
    let gone =
        failed.contains(&Ineligibility::NotUsable) || failed.contains(&Ineligibility::NoPublicIp);
    if gone {
        end_unused_codes(backend, server).await?;
    }
    Ok(())
}

async fn set_hold(
    backend: &Backend,
    row: &application::Model,
    cause: Option<HoldCause>,
) -> Result<()> {
    if cause.is_some() == row.hold_reason.is_some() {
        return Ok(());
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    let (actor, cured) = (Actor::System, HoldReason::ServerGone);
    let outcome = match cause {
        Some(cause) => hold(&tx, backend, actor, row, cause, now).await,
        None => lift_hold(&tx, backend, actor, row, cured, now).await,
    };
    match outcome {
        Ok(_) => tx.commit().await,
        // It was decided at this instant; the next round looks again.
        Err(Error::Refused(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

async fn end_unused_codes(backend: &Backend, server: &cloud_server::Model) -> Result<()> {
    let unused = authorization_code::Entity::find()
        .filter(authorization_code::Column::ServerId.eq(server.id))
        .filter(authorization_code::Column::Status.eq("unused"))
        .all(&backend.database)
        .await?;
    if unused.is_empty() {
        return Ok(());
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut count = 0;
    for code in &unused {
        let Some(after) = codes::status(code)?.lose_server(now) else {
            continue;
        };
        match change(&tx, backend, code, &after, Cause::by(Actor::System, now)).await {
            Ok(()) => count += 1,
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if count > 0 {
        let server_name = server.name.clone();
        let notice = Notice::CodesInvalid { server_name, count };
        tell(&tx, backend, server.account_id, now, &notice, None).await?;
    }
    tx.commit().await
}
