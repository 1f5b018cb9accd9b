use super::application_facts::{Audience, application_page};
use super::changes::changes;
use super::earlier_decisions::earlier_decisions;
use super::masking::Reader;
use super::people::People;
use super::product::find_product;
use super::review_checks::checks;
use super::review_queue::{WAITING, is_overdue};
use super::timeline::Events;
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::account::names_of_roles;
use crate::store::application::kind;
use crate::store::entities::application::Model;
use crate::store::entity_name;
use crate::store::submitted_application::find_submitted;
use shared::application::ApplicationKind;
use shared::authorization_code::CodeText;
use shared::review::needs_reason;
use shared::role::{Action, allows};
use shared::wire::application::HolderActions;
use shared::wire::review::{ReviewActions, ReviewPage};

/// `/review/applications/{id}`: everything needed to decide, personal data masked.
///
/// # Errors
/// Forbidden to roles that do not review.
pub async fn review_application(backend: &Backend, caller: &Caller, id: i64) -> Result<ReviewPage> {
    let permit = caller.permit(Action::ViewReviewQueue)?;
    let row = find_submitted(&backend.database, id).await?;
    let events = Events::load(backend, row.id).await?;
    let audience = Audience {
        actions: HolderActions {
            withdraw: false,
            abandon: false,
            edit: false,
            submit: false,
        },
        show_code: CodeText::masked,
        reader: Reader::Staff,
    };
    let application = application_page(backend, &row, &events, audience).await?;
    let product = find_product(backend, &row, CodeText::masked).await?;
    let people = People::load(backend, row.claimed_by.into_iter().chain([row.account_id])).await?;
    let actions = actions(&permit, &row, kind(&row)?);
    Ok(ReviewPage {
        entity_name: entity_name::of_application_for_staff(&backend.cipher, &row)?,
        holder: people.for_staff(backend, row.account_id)?,
        holder_is_blocked: people.find(row.account_id)?.blocked_at.is_some(),
        claimed_by: row
            .claimed_by
            .map(|id| people.for_staff(backend, id))
            .transpose()?,
        claimed_by_me: row.claimed_by == Some(permit.account_id()),
        due_at: row.due_at.map(from_millis),
        is_overdue: is_overdue(&row, backend.now()),
        due_is_provisional: row.due_is_provisional,
        checks: checks(backend, &row, product.as_ref().map(|(_, server)| server)).await?,
        product: product.map(|(view, _)| view),
        changes: changes(backend, &row)?,
        earlier: earlier_decisions(backend, &row).await?,
        timeline: events.for_staff(backend).await?,
        reviewers: if actions.reassign {
            reviewers(backend, &row).await?
        } else {
            Vec::new()
        },
        actions,
        application,
    })
}

/// What the role table, the status and the claim leave. A hold blocks the approval only and
/// stands in the application's facts.
fn actions(permit: &Permit, row: &Model, kind: ApplicationKind) -> ReviewActions {
    let may = |action| allows(permit.role(), action);
    let waits = row.status == WAITING;
    let mine = row.claimed_by == Some(permit.account_id());
    let free = row.claimed_by.is_none();
    let own = row.account_id == permit.account_id();
    let holds_personal_data = kind.is_filing() || row.entity_name_encrypted.is_some();
    ReviewActions {
        claim: may(Action::ClaimApplication) && waits && free && !own,
        release: may(Action::ClaimApplication) && waits && mine,
        decide: may(Action::DecideApplication) && waits && (mine || free) && !own,
        reassign: may(Action::ReassignApplication) && waits,
        reveal: may(Action::RevealPersonalData) && holds_personal_data,
        reveal_needs_reason: needs_reason(&row.status),
    }
}

/// Whoever may decide, by name; one's own application is nobody's to decide.
async fn reviewers(backend: &Backend, row: &Model) -> Result<Vec<(i64, String)>> {
    let deciding = Action::DecideApplication.roles().iter().copied();
    let mut people = names_of_roles(backend, deciding).await?;
    people.retain(|(id, _)| *id != row.account_id);
    Ok(people)
}
