//! One application as its holder and its reviewers see it.

use super::display::domain;
use super::masking::{Reader, masked_form};
use super::timeline::Events;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::forms::{CancellationForm, StoredRejection};
use crate::instant::from_millis;
use crate::store::entities::application::Model;
use crate::store::entities::{entity, website};
use crate::store::{application, authorization_code, calendar, license};
use chrono::{DateTime, Duration, Utc};
use sea_orm::EntityTrait;
use shared::application::{ApplicationKind, ApplicationStatus, FilingForm, HoldReason, NextStep};
use shared::authorization_code::{CodeStatus, CodeText, DraftHold};
use shared::cancel_access::{BuiltInReason, ReasonNumbers};
use shared::review::authority_due;
use shared::wire::application::{
    ApplicationPage, CancellationView, CodeFate, CodeInUse, HolderActions, ProviderContact,
    RejectionView,
};
use shared::wire::license::{DomainImpact, ReasonOption};
use shared::working_days::WorkingCalendar;

/// What depends on who looks.
pub struct Audience {
    pub actions: HolderActions,
    /// The code in clear or masked.
    pub show_code: fn(&CodeText) -> String,
    pub reader: Reader,
}

/// The facts of an application, in a fixed number of statements.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn application_page(
    backend: &Backend,
    row: &Model,
    events: &Events,
    audience: Audience,
) -> Result<ApplicationPage> {
    let kind = application::kind(row)?;
    let status = application::status(row)?;
    let hold = hold(row, &status)?;
    let entity = find_entity(backend, row).await?;
    let website = find_website(backend, row).await?;
    let filing = if kind.is_filing() {
        Some(filing_form(backend, row)?)
    } else {
        None
    };
    let website_name = match (&website, &filing) {
        (Some(website), _) => website.name.clone(),
        (None, Some(form)) => form.website.name.clone(),
        (None, None) => String::new(),
    };
    Ok(ApplicationPage {
        id: row.id,
        number: row.number.clone(),
        kind,
        status: row.status.clone(),
        version: row.version,
        domain: domain(&row.domain),
        website_id: row.website_id,
        website_name,
        entity_license_number: entity.and_then(|entity| entity.license_number),
        website_license_number: website.and_then(|website| website.license_number),
        next_step: next_step(&calendar::load(&backend.database).await?, &status, hold),
        hold,
        hold_cause: None,
        contact: contact(backend),
        ends_alone_at: ends_alone_at(backend, row, &status),
        rejection: rejection(backend, row)?,
        timeline: events.for_holder(backend)?,
        actions: audience.actions,
        code: code_in_use(backend, row, audience.show_code).await?,
        cancellation: if kind.is_filing() {
            None
        } else {
            Some(cancellation(backend, row).await?)
        },
        filing: filing.map(|form| masked_form(form, audience.reader)),
        violations: Vec::new(),
    })
}

fn contact(backend: &Backend) -> ProviderContact {
    let provider = &backend.settings.provider;
    ProviderContact {
        name: provider.name.clone(),
        email: provider.help_email.clone(),
        phone: provider.help_phone.clone(),
    }
}

/// A filing is linked with its entity by its approval; an entity that the account has already
/// is known before.
async fn find_entity(backend: &Backend, row: &Model) -> Result<Option<entity::Model>> {
    match row.entity_id {
        Some(id) => Ok(entity::Entity::find_by_id(id)
            .one(&backend.database)
            .await?),
        None if application::kind(row)? == ApplicationKind::NewAccess => {
            license::find_entity_of(&backend.database, row.account_id).await
        }
        None => Ok(None),
    }
}

async fn find_website(backend: &Backend, row: &Model) -> Result<Option<website::Model>> {
    match row.website_id {
        Some(id) => Ok(website::Entity::find_by_id(id)
            .one(&backend.database)
            .await?),
        None => Ok(None),
    }
}

/// What was entered, in clear.
pub fn filing_form(backend: &Backend, row: &Model) -> Result<FilingForm> {
    backend.cipher.open("application.form", &row.form_encrypted)
}

/// Who acts next, and until when; the authority has its working days from the hand-over. What is
/// held back is not decided on, so its holder is promised no date.
pub fn next_step(
    calendar: &WorkingCalendar,
    status: &ApplicationStatus,
    hold: Option<HoldReason>,
) -> NextStep {
    let due = match status {
        ApplicationStatus::AuthorityReview { handed_over_at } => {
            let due = authority_due(calendar, *handed_over_at);
            Some((due.at, due.provisional))
        }
        _ => None,
    };
    let step = NextStep::of(status, due);
    match hold {
        None => step,
        Some(_) => NextStep {
            due_at: None,
            due_is_provisional: false,
            ..step
        },
    }
}

/// The day that job `expire_drafts` goes by.
fn ends_alone_at(
    backend: &Backend,
    row: &Model,
    status: &ApplicationStatus,
) -> Option<DateTime<Utc>> {
    let days = backend.settings.policy.draft.expire_after_days;
    let touched = status.is_editable().then(|| from_millis(row.updated_at));
    touched.map(|at| at + Duration::days(days.into()))
}

/// What holds it back; nothing holds back what is over.
///
/// # Errors
/// When the row's reason is unknown.
pub fn hold(row: &Model, status: &ApplicationStatus) -> Result<Option<HoldReason>> {
    if status.is_final() {
        return Ok(None);
    }
    let unknown = || Error::inconsistent("application", row.id, "unknown hold reason");
    row.hold_reason
        .as_deref()
        .map(|code| HoldReason::from_code(code).ok_or_else(unknown))
        .transpose()
}

/// Why it came back; kept until it is submitted again.
pub fn rejection(backend: &Backend, row: &Model) -> Result<Option<RejectionView>> {
    let Some(encrypted) = &row.rejection_encrypted else {
        return Ok(None);
    };
    let stored: StoredRejection = backend.cipher.open("application.rejection", encrypted)?;
    Ok(Some(RejectionView {
        by_authority: stored.by_authority,
        reason: stored.reason,
        fields: stored.fields,
        at: stored.at,
    }))
}

/// The code, while this application holds it.
async fn code_in_use(
    backend: &Backend,
    row: &Model,
    show: fn(&CodeText) -> String,
) -> Result<Option<CodeInUse>> {
    let Some(code_id) = row.code_id else {
        return Ok(None);
    };
    let code = authorization_code::find(&backend.database, code_id).await?;
    let status = authorization_code::status(&code)?;
    if !matches!(status, CodeStatus::Licensing(by) if by.application_id == row.id) {
        return Ok(None);
    }
    let policy = &backend.settings.policy.code;
    Ok(Some(CodeInUse {
        code: show(&authorization_code::text(backend, &code)?),
        fate_on_abandon: CodeFate::of(row.was_submitted, policy.on_abandon),
        reserved_until: code_reserved_until(backend, row),
    }))
}

/// When a draft that was never submitted gives its code back, unless it is changed.
pub fn code_reserved_until(backend: &Backend, row: &Model) -> Option<DateTime<Utc>> {
    let is_new_draft = row.status == "draft" && !row.was_submitted;
    let days = backend.settings.policy.code.draft_hold_days;
    is_new_draft.then(|| DraftHold::of(from_millis(row.updated_at), days).ends_at)
}

async fn cancellation(backend: &Backend, row: &Model) -> Result<CancellationView> {
    let form: CancellationForm = backend
        .cipher
        .open("application.form", &row.form_encrypted)?;
    let domains = match row.website_id {
        Some(website_id) => domain_impacts(backend, website_id).await?,
        None => Vec::new(),
    };
    Ok(CancellationView {
        reason: reason(&form, backend.settings.policy.cancel.reasons),
        note: form.note,
        new_provider: form.new_provider,
        only_access: form.only_access,
        password_accepted_at: row.password_accepted_at.map(from_millis),
        domains,
    })
}

/// The chosen reason as it read when it was chosen.
pub fn reason(form: &CancellationForm, built_in: ReasonNumbers) -> ReasonOption {
    let code = form.reason_code.unwrap_or_default();
    let built_in = match &form.reason_text {
        Some(text) => BuiltInReason::from_authority_text(text),
        None => built_in
            .offered()
            .into_iter()
            .find(|(number, _)| *number == code)
            .map(|(_, reason)| reason),
    };
    ReasonOption {
        code,
        built_in,
        text: form.reason_text.clone(),
    }
}

/// Where a website's domains point, as last seen (S3, S4).
///
/// # Errors
/// When the database refuses.
pub async fn domain_impacts(backend: &Backend, website_id: i64) -> Result<Vec<DomainImpact>> {
    license::list_domains(&backend.database, website_id)
        .await?
        .into_iter()
        .map(|row| {
            Ok(DomainImpact {
                resolution: license::resolution(&row)?,
                domain: domain(&row.name),
                seen: row.resolved_ip.zip(row.resolution_seen_at.map(from_millis)),
            })
        })
        .collect()
}
