//! Demo data: people, servers and licenses to try the system with. The authority's side of
//! it is `ports::authority::demo`.

mod licenses;
mod servers;

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::accounts::create::{CreateInput, insert_prepared, prepare};
use crate::commands::accounts::find_named;
use crate::error::{Error, Result};
use shared::role::Role;

/// An account that the log-in page shows in demo mode.
#[derive(Debug, Clone, Copy)]
pub struct DemoAccount {
    pub email: &'static str,
    pub password: &'static str,
    pub role: Role,
    display_name: &'static str,
}

impl DemoAccount {
    const fn new(
        email: &'static str,
        password: &'static str,
        role: Role,
        display_name: &'static str,
    ) -> Self {
        Self {
            email,
            password,
            role,
            display_name,
        }
    }
}

/// The holder with the servers and licenses.
const HOLDER: &str = "holder@example.com";

/// Every demo account.
pub const ACCOUNTS: &[DemoAccount] = &[
    DemoAccount::new(HOLDER, "holder-demo-1", Role::Holder, "Example Trading"),
    DemoAccount::new(
        "partner@example.com",
        "partner-demo-1",
        Role::Holder,
        "Partner Studio",
    ),
    DemoAccount::new(
        "partner2@example.com",
        "partner-demo-1",
        Role::Holder,
        "Second Partner",
    ),
    DemoAccount::new(
        "reviewer@example.com",
        "reviewer-demo-1",
        Role::Reviewer,
        "Rui Chen",
    ),
    DemoAccount::new(
        "reviewer2@example.com",
        "reviewer-demo-1",
        Role::Reviewer,
        "Lin Zhao",
    ),
    DemoAccount::new(
        "supervisor@example.com",
        "supervisor-demo-1",
        Role::Supervisor,
        "Hua Wang",
    ),
    // Restoring a disabled code takes a second one.
    DemoAccount::new(
        "supervisor2@example.com",
        "supervisor-demo-2",
        Role::Supervisor,
        "Min Li",
    ),
    DemoAccount::new(
        "auditor@example.com",
        "auditor-demo-1",
        Role::Auditor,
        "Jing Sun",
    ),
    DemoAccount::new(
        "admin@example.com",
        "admin-demo-1",
        Role::Administrator,
        "Operations",
    ),
    // Making an administrator takes a second one.
    DemoAccount::new(
        "admin2@example.com",
        "admin-demo-2",
        Role::Administrator,
        "Second Operations",
    ),
];

/// Loads what is missing. Accounts that exist are left as they are, and the holder's servers
/// and licenses come with that account only, so that loading again undoes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn load(backend: &Backend) -> Result<()> {
    for account in ACCOUNTS {
        load_account(backend, account).await?;
    }
    Ok(())
}

async fn load_account(backend: &Backend, account: &DemoAccount) -> Result<()> {
    let input = CreateInput {
        email: account.email,
        display_name: account.display_name,
        role: account.role,
        password: Some(account.password),
        language: "en",
    };
    // Asked before the password is hashed, which takes long.
    match find_named(&backend.database, backend, account.email).await {
        Ok(_) => return Ok(()),
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    let new = prepare(backend, &input).await?;
    let tx = backend.begin().await?;
    let Some(id) = insert_prepared(&tx, backend, Actor::System, &new).await? else {
        return Ok(());
    };
    if account.email == HOLDER {
        let servers = servers::load(&tx, id, backend.now()).await?;
        licenses::load(&tx, backend, id, &servers, backend.now()).await?;
    }
    tx.commit().await
}
