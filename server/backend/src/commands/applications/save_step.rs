//! `Next` and `Back`: keeps what was typed, whatever it is worth.

use super::filing;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::application::{find, find_own, kind, save, status};
use crate::store::entities::application::ActiveModel;
use sea_orm::ActiveValue::Set;
use shared::application::FilingForm;
use shared::domain_name::DomainName;
use shared::license_password::check_license_password;
use shared::problem::{Problem, Violation};
use shared::role::Action;

/// Saves the form and returns everything that still stands between it and a submission.
/// `license_password` replaces the kept one when it is given; one that the authority cannot be
/// asked about is not kept.
///
/// # Errors
/// Refused when the application cannot be edited now, or was changed in another window.
pub async fn save_step(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    version: i64,
    form: FilingForm,
    license_password: Option<String>,
) -> Result<Vec<Violation>> {
    let permit = caller.permit(Action::FileApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_own(&tx, &permit, application_id).await?;
    if !kind(&row)?.is_filing() || !status(&row)?.is_editable() {
        return Err(Error::refused(Problem::NotPossibleNow {
            status: row.status,
        }));
    }
    if row.version != version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    let domain = DomainName::parse(&form.website.domain)
        .map_or_else(|_| row.domain.clone(), |domain| domain.as_str().to_owned());
    let mut change = ActiveModel {
        form_encrypted: Set(backend.cipher.seal("application.form", &form)?),
        domain: Set(domain),
        reminded_days: Set(0),
        ..ActiveModel::default()
    };
    let name = form.entity.name.trim();
    if !name.is_empty() {
        change.entity_name = Set(name.chars().take(255).collect());
    }
    let given = license_password.filter(|password| !password.is_empty());
    let unfit = given.as_deref().and_then(check_license_password);
    if let Some(password) = given {
        let encrypted = backend
            .cipher
            .encrypt("application.license_password", &password)?;
        change.license_password_encrypted = Set(unfit.is_none().then_some(encrypted));
    }
    save(&tx, &row, change, now).await?;
    let saved = find(&tx, row.id).await?;
    let mut violations = filing::parse(&tx, backend, &saved, &form)
        .await?
        .err()
        .unwrap_or_default();
    if let Some(unfit) = unfit {
        // Instead of "required": one was given.
        violations.retain(|violation| violation.field != unfit.field);
        violations.push(unfit);
    }
    tx.commit().await?;
    Ok(violations)
}
