//! The automatic checks of an application, as they stand when a reviewer looks.

use super::display::domain;
use crate::backend::Backend;
use crate::commands::applications::filing::form;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::application::kind;
use crate::store::entities::application::Model;
use crate::store::entities::{cloud_server, website_domain};
use crate::store::{cloud_server as servers, license};
use chrono::{DateTime, Utc};
use shared::access::Resolution;
use shared::application::{ApplicationKind, FilingForm, names_in_pinyin};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::wire::review::{CheckKind, CheckOutcome, CheckView};

/// What was stored at submission, and anew what can be seen from here.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn checks(
    backend: &Backend,
    row: &Model,
    server: Option<&cloud_server::Model>,
) -> Result<Vec<CheckView>> {
    let kind = kind(row)?;
    let now = backend.now();
    let mut checks = Vec::new();
    if kind.is_filing() {
        checks.push(public_ip_is_ours(backend, row, now));
        checks.push(server_eligible(backend, server, now)?);
        checks.extend(name_in_pinyin(&form(backend, row)?));
    }
    if kind != ApplicationKind::FirstLicense {
        checks.push(license_password(row));
    }
    if let (ApplicationKind::CancelAccess, Some(website_id)) = (kind, row.website_id) {
        for domain in license::list_domains(&backend.database, website_id).await? {
            checks.push(domain_resolution(&domain)?);
        }
        let known = license::has_other_access(&backend.database, website_id).await?;
        checks.push(other_access(known, now));
    }
    let stored: Vec<CheckView> = serde_json::from_str(&row.checks)?;
    let seen_anew: Vec<CheckKind> = checks.iter().map(|check| check.check).collect();
    checks.extend(
        stored
            .into_iter()
            .filter(|check| !seen_anew.contains(&check.check)),
    );
    checks.sort_by_key(|check| check.check);
    Ok(checks)
}

/// S29: the reported address lies in the provider's ranges.
fn public_ip_is_ours(backend: &Backend, row: &Model, now: DateTime<Utc>) -> CheckView {
    let provider = &backend.settings.provider;
    let outcome = match row.public_ip.as_deref().map(str::parse) {
        None => CheckOutcome::NotChecked,
        Some(Ok(address)) if provider.has_address(address) => CheckOutcome::Passed,
        Some(_) => CheckOutcome::Failed,
    };
    CheckView {
        check: CheckKind::PublicIpIsOurs,
        outcome,
        detail: row.public_ip.clone(),
        failed: Vec::new(),
        fields: Vec::new(),
        at: Some(now),
    }
}

/// S21, R-3: as the inventory has the server now; with every failed condition.
fn server_eligible(
    backend: &Backend,
    server: Option<&cloud_server::Model>,
    now: DateTime<Utc>,
) -> Result<CheckView> {
    let failed = match server {
        None => None,
        Some(server) => Some(check_eligibility(
            &backend.settings.policy.server,
            &servers::facts(server)?,
            shanghai_date(now),
        )),
    };
    Ok(CheckView {
        check: CheckKind::ServerEligible,
        outcome: match &failed {
            None => CheckOutcome::NotChecked,
            Some(failed) if failed.is_empty() => CheckOutcome::Passed,
            Some(_) => CheckOutcome::Failed,
        },
        detail: None,
        failed: failed.unwrap_or_default(),
        fields: Vec::new(),
        at: Some(now),
    })
}

/// A name without the characters of the document, because the authority's system lacks them.
fn name_in_pinyin(form: &FilingForm) -> Option<CheckView> {
    let fields = names_in_pinyin(form);
    (!fields.is_empty()).then_some(CheckView {
        check: CheckKind::NameInPinyin,
        outcome: CheckOutcome::Warning,
        detail: None,
        failed: Vec::new(),
        fields,
        at: None,
    })
}

/// S11: the authority has accepted the license password.
fn license_password(row: &Model) -> CheckView {
    CheckView {
        check: CheckKind::LicensePassword,
        outcome: match row.password_accepted_at {
            Some(_) => CheckOutcome::Passed,
            None => CheckOutcome::NotChecked,
        },
        detail: None,
        failed: Vec::new(),
        fields: Vec::new(),
        at: row.password_accepted_at.map(from_millis),
    }
}

/// S3: a domain that still points here will be blocked once its access has ended.
fn domain_resolution(row: &website_domain::Model) -> Result<CheckView> {
    let name = domain(&row.name);
    Ok(CheckView {
        check: CheckKind::DomainResolution,
        outcome: match license::resolution(row)? {
            Resolution::Here => CheckOutcome::Warning,
            Resolution::Elsewhere => CheckOutcome::Passed,
            Resolution::NotChecked => CheckOutcome::NotChecked,
        },
        detail: Some(match &row.resolved_ip {
            Some(address) => format!("{name} → {address}"),
            None => name,
        }),
        failed: Vec::new(),
        fields: Vec::new(),
        at: row.resolution_seen_at.map(from_millis),
    })
}

/// S6: without another provider's access the numbers may be canceled as empty shells.
fn other_access(known: bool, now: DateTime<Utc>) -> CheckView {
    CheckView {
        check: CheckKind::OtherAccess,
        outcome: if known {
            CheckOutcome::Passed
        } else {
            CheckOutcome::Warning
        },
        detail: None,
        failed: Vec::new(),
        fields: Vec::new(),
        at: Some(now),
    }
}
