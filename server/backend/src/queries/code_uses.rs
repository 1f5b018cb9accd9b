//! Who uses codes, for which website, and how far that is (S28).

use super::code_list::Scope;
use super::display::domain;
use super::people::People;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::entities::application::{Column, Entity};
use crate::store::entities::authorization_code::Model;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::authorization_code::{DraftHold, Reservation};
use shared::wire::code::CodeUse;
use std::collections::HashMap;

/// The applications and accounts that use some codes.
pub struct CodeUses<'a> {
    backend: &'a Backend,
    scope: Scope,
    applications: HashMap<i64, Application>,
    people: People,
}

/// What is shown of an application.
struct Application {
    number: String,
    domain: String,
    submitted_domain: String,
    status: String,
    was_submitted: bool,
    updated_at: i64,
}

impl<'a> CodeUses<'a> {
    /// Loads them in two statements, or in none when no code is in use; for staff the owners of
    /// the codes as well.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn load(backend: &'a Backend, scope: Scope, codes: &[Model]) -> Result<Self> {
        let ids = codes.iter().filter_map(|row| row.holder_application_id);
        let users = codes.iter().filter_map(|row| row.holder_account_id);
        let owners = codes.iter().map(|row| row.account_id);
        let people = match scope {
            Scope::Own(_) => People::load(backend, users).await?,
            Scope::All { .. } => People::load(backend, users.chain(owners)).await?,
        };
        Ok(Self {
            backend,
            scope,
            applications: applications(backend, ids.collect()).await?,
            people,
        })
    }

    /// An account as whoever reads the list sees it: owners with a tag, which tells accounts apart
    /// that they cannot look up.
    ///
    /// # Errors
    /// When the account is missing or its address does not open.
    pub fn person(&self, account_id: i64) -> Result<String> {
        match self.scope {
            Scope::Own(_) => self.people.masked(self.backend, account_id),
            Scope::All { .. } => self.people.for_staff(self.backend, account_id),
        }
    }

    /// What uses a code. Staff look an application up by its number, owners only tell them apart;
    /// of a draft that was never submitted staff know no more than that
    /// (`store::submitted_application`).
    ///
    /// # Errors
    /// When the application or the account is missing.
    pub fn code_use(&self, by: Reservation) -> Result<CodeUse> {
        let application = self
            .applications
            .get(&by.application_id)
            .ok_or_else(|| Error::inconsistent("application", by.application_id, "missing"))?;
        let hold_days = self.backend.settings.policy.code.draft_hold_days;
        let is_new_draft = application.status == "draft" && !application.was_submitted;
        let hold = DraftHold::of(from_millis(application.updated_at), hold_days);
        Ok(CodeUse {
            user: self.person(by.account_id)?,
            order: match self.scope {
                Scope::All { .. } if application.was_submitted => application.number.clone(),
                Scope::Own(_) | Scope::All { .. } => masked_number(&application.number),
            },
            domain: self.domain(application),
            application_status: application.status.clone(),
            since: by.since,
            reserved_until: is_new_draft.then_some(hold.ends_at),
        })
    }

    /// The domain of the application that uses a code, if it has one yet.
    pub fn domain_of(&self, code: &Model) -> Option<String> {
        let application = self.applications.get(&code.holder_application_id?)?;
        Some(self.domain(application))
    }

    fn domain(&self, application: &Application) -> String {
        domain(match self.scope {
            Scope::Own(_) => &application.domain,
            Scope::All { .. } => &application.submitted_domain,
        })
    }
}

async fn applications(backend: &Backend, ids: Vec<i64>) -> Result<HashMap<i64, Application>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String, String, String, String, bool, i64)> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Number,
            Column::Domain,
            Column::SubmittedDomain,
            Column::Status,
            Column::WasSubmitted,
            Column::UpdatedAt,
        ])
        .filter(Column::Id.is_in(ids))
        .into_tuple()
        .all(&backend.database)
        .await?;
    let by_id = rows.into_iter().map(
        |(id, number, domain, submitted_domain, status, was_submitted, updated_at)| {
            let application = Application {
                number,
                domain,
                submitted_domain,
                status,
                was_submitted,
                updated_at,
            };
            (id, application)
        },
    );
    Ok(by_id.collect())
}

/// `FL-••••-0001` for `FL-20261123-0001`.
fn masked_number(number: &str) -> String {
    let parts = (number.split_once('-'), number.rsplit_once('-'));
    match parts {
        (Some((kind, _)), Some((_, end))) => format!("{kind}-••••-{end}"),
        _ => "••••".to_owned(),
    }
}
