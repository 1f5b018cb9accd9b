//! `Next`, `Back`, and by itself while somebody types: keeps what was typed, whatever it is worth,
//! in its one spelling.

use super::filing;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::application::{find, find_own, kind, lock, save, status};
use crate::store::entities::application::{ActiveModel, Model};
use crate::transaction::Tx;
use sea_orm::ActiveValue::Set;
use shared::application::{FilingForm, canonical};
use shared::domain_name::DomainName;
use shared::license_password::{check_license_password, tidy_license_password};
use shared::problem::{Problem, Violation};
use shared::role::Action;

/// The page that a step is saved from. While somebody types it saves again and again, and its
/// saves can overtake each other on their way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SavingPage {
    /// The application's when the page was opened.
    pub version: i64,
    /// Made for the page when it was opened.
    pub key: String,
    /// Counts the page's saves from 1; 0 for a page that saves only once, as without JavaScript.
    pub number: i64,
}

impl SavingPage {
    /// A page that saves only once.
    #[must_use]
    pub fn opened_at(version: i64) -> Self {
        Self {
            version,
            ..Self::default()
        }
    }

    /// Whether this very page saved last.
    fn saved_last(&self, row: &Model) -> bool {
        self.number > 0 && row.saved_by_page == self.key
    }
}

/// Saves the form and returns everything that still stands between it and a submission.
/// `license_password` replaces the kept one when it is given; one that the authority cannot be
/// asked about is not kept. What a page saved later stays when an earlier save of its arrives
/// after it.
///
/// # Errors
/// Refused when the application cannot be edited now, or was changed in another window.
pub async fn save_step(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    page: SavingPage,
    form: FilingForm,
    license_password: Option<String>,
) -> Result<Vec<Violation>> {
    let permit = caller.permit(Action::FileApplication)?;
    let form = canonical(form);
    let now = backend.now();
    let tx = backend.begin().await?;
    let own = find_own(&tx, &permit, application_id).await?;
    let row = lock(&tx, own.id).await?;
    if !kind(&row)?.is_filing() || !status(&row)?.is_editable() {
        return Err(Error::refused(Problem::NotPossibleNow {
            status: row.status,
        }));
    }
    if page.saved_last(&row) {
        if page.number <= row.saved_number {
            return what_is_wrong(&tx, backend, &row, &filing::form(backend, &row)?).await;
        }
    } else if row.version != page.version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    // Sent once more while its page goes away: the page that comes next knows it already.
    let before = filing::form(backend, &row)?;
    if page.number > 0 && before == form && license_password.is_none() {
        return what_is_wrong(&tx, backend, &row, &before).await;
    }
    let domain = DomainName::parse(&form.website.domain)
        .map_or_else(|_| row.domain.clone(), |domain| domain.as_str().to_owned());
    let mut change = ActiveModel {
        form_encrypted: Set(backend.cipher.seal("application.form", &form)?),
        domain: Set(domain),
        reminded_days: Set(0),
        saved_by_page: Set(page.key),
        saved_number: Set(page.number),
        ..ActiveModel::default()
    };
    let given = license_password.map(|typed| tidy_license_password(&typed));
    let given = given.filter(|password| !password.is_empty());
    let unfit = given.as_deref().and_then(check_license_password);
    if let Some(password) = given {
        let encrypted = backend
            .cipher
            .encrypt("application.license_password", &password)?;
        change.license_password_encrypted = Set(unfit.is_none().then_some(encrypted));
    }
    save(&tx, &row, change, now).await?;
    let saved = find(&tx, row.id).await?;
    let mut violations = what_is_wrong(&tx, backend, &saved, &form).await?;
    if let Some(unfit) = unfit {
        // Instead of "required": one was given.
        violations.retain(|violation| violation.field != unfit.field);
        violations.push(unfit);
    }
    tx.commit().await?;
    Ok(violations)
}

async fn what_is_wrong(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    form: &FilingForm,
) -> Result<Vec<Violation>> {
    let submission = filing::parse(tx, backend, row, form).await?;
    Ok(submission.err().unwrap_or_default())
}
