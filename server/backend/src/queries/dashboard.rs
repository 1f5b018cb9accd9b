use super::display::count;
use super::review_queue::{WAITING, count_waiting};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::account::names_of_roles;
use crate::store::entities::{application, audit_event};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::application::ApplicationKind;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::review::Dashboard;

/// `/review/dashboard`: what waits, what was decided, and by whom.
///
/// # Errors
/// Forbidden to other roles than supervisors and auditors.
pub async fn dashboard(backend: &Backend, caller: &Caller) -> Result<Dashboard> {
    caller.permit(Action::ViewDashboard)?;
    let now = backend.now();
    let (waiting, overdue) = count_waiting(backend, now).await?;
    let kinds = waiting_by_kind(backend).await?;
    let decisions = decisions_since(backend, now - Duration::days(30)).await?;
    let counted = |event: TimelineEvent| {
        let of_kind = decisions
            .iter()
            .filter(|decision| decision.0 == event.code());
        count(of_kind.map(|decision| decision.2).sum::<i64>())
    };
    Ok(Dashboard {
        waiting,
        overdue,
        with_authority: with_authority(backend).await?,
        completed_last_30_days: counted(TimelineEvent::AuthorityApproved),
        rejected_last_30_days: counted(TimelineEvent::ProviderRejected)
            .saturating_add(counted(TimelineEvent::AuthorityRejected)),
        oldest_submitted_at: kinds
            .iter()
            .filter_map(|kind| kind.2)
            .min()
            .map(from_millis),
        reviewers: reviewers(backend, &decisions).await?,
        by_kind: kinds
            .iter()
            .map(|(kind, waiting, _)| (*kind, *waiting))
            .collect(),
    })
}

/// Kind, count and oldest submission of what waits.
async fn waiting_by_kind(backend: &Backend) -> Result<Vec<(ApplicationKind, u32, Option<i64>)>> {
    use application::Column;
    let rows: Vec<(String, i64, Option<i64>)> = application::Entity::find()
        .select_only()
        .column(Column::Kind)
        .column_as(Column::Id.count(), "waiting")
        .column_as(Column::SubmittedAt.min(), "oldest")
        .filter(Column::Status.eq(WAITING))
        .group_by(Column::Kind)
        .order_by_asc(Column::Kind)
        .into_tuple()
        .all(&backend.database)
        .await?;
    rows.into_iter()
        .map(|(code, waiting, oldest)| {
            let kind = ApplicationKind::from_code(&code)
                .ok_or_else(|| Error::inconsistent("application", 0, "unknown kind"))?;
            Ok((kind, count(waiting), oldest))
        })
        .collect()
}

async fn with_authority(backend: &Backend) -> Result<u32> {
    let reviewed = application::Entity::find()
        .filter(application::Column::Status.eq("authority_review"))
        .count(&backend.database)
        .await?;
    Ok(count(reviewed))
}

/// Event kind, who, and how often, from index `audit_event_by_time`.
type Decisions = Vec<(String, Option<i64>, i64)>;

async fn decisions_since(backend: &Backend, from: DateTime<Utc>) -> Result<Decisions> {
    use audit_event::Column;
    let kinds = [
        TimelineEvent::ProviderApproved,
        TimelineEvent::ProviderRejected,
        TimelineEvent::AuthorityApproved,
        TimelineEvent::AuthorityRejected,
    ];
    Ok(audit_event::Entity::find()
        .select_only()
        .columns([Column::Kind, Column::ActorAccountId])
        .column_as(Column::Id.count(), "decisions")
        .filter(Column::At.gte(to_millis(from)))
        .filter(Column::Kind.is_in(kinds.map(TimelineEvent::code)))
        .group_by(Column::Kind)
        .group_by(Column::ActorAccountId)
        .into_tuple()
        .all(&backend.database)
        .await?)
}

/// Name, decisions and claims of everybody who may decide.
async fn reviewers(backend: &Backend, decisions: &Decisions) -> Result<Vec<(String, u32, u32)>> {
    let deciding = Action::DecideApplication.roles().iter().copied();
    let people = names_of_roles(backend, deciding).await?;
    let claims = claims(backend).await?;
    Ok(people
        .into_iter()
        .map(|(id, name)| {
            let own = decisions.iter().filter(|decision| decision.1 == Some(id));
            let decided = count(own.map(|decision| decision.2).sum::<i64>());
            let claimed = claims.iter().find(|claim| claim.0 == id);
            (name, decided, count(claimed.map_or(0, |claim| claim.1)))
        })
        .collect())
}

/// Account and number of applications it has claimed, from index `application_by_claim`.
async fn claims(backend: &Backend) -> Result<Vec<(i64, i64)>> {
    use application::Column;
    Ok(application::Entity::find()
        .select_only()
        .column(Column::ClaimedBy)
        .column_as(Column::Id.count(), "claimed")
        .filter(Column::ClaimedBy.is_not_null())
        .filter(Column::Status.eq(WAITING))
        .group_by(Column::ClaimedBy)
        .into_tuple()
        .all(&backend.database)
        .await?)
}
