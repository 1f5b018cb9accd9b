//! The data: always the same for a size, but for the day it is loaded.
//!
//! Each holder has 20 servers with 5 codes each, as many as the quota allows. The first
//! account is the holder whose pages are measured, the second one the reviewer.

mod accounts;
mod applications;
mod codes;
mod servers;

pub use accounts::{PASSWORD, READER, REVIEWER, verifier};
pub use codes::{code_text, unused_code};

use anyhow::{Result, ensure};
use backend::backend::Backend;
use backend::store::entities::authorization_code;
use backend::transaction::Tx;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};

/// Servers of a holder.
const SERVERS: u32 = 20;
/// Codes of a holder.
const CODES: u32 = SERVERS * 5;
/// Rows of one statement: as many values as both databases take.
const ROWS: usize = 500;

/// How much is in the database.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Authorization codes: a multiple of 100.
    pub codes: u32,
    pub applications: u32,
}

impl Size {
    const fn holders(self) -> u32 {
        self.codes / CODES
    }
}

/// Fills a new database, in one transaction.
pub async fn seed(backend: &Backend, size: Size) -> Result<()> {
    ensure!(
        size.codes > 0 && size.codes.is_multiple_of(CODES),
        "codes must be a multiple of {CODES}"
    );
    accounts::open_measured(backend).await?;
    let tx = backend.begin().await?;
    insert(&tx, accounts::rows(backend, size)).await?;
    insert(&tx, servers::rows(backend, size)).await?;
    insert(&tx, codes::rows(backend, size)).await?;
    insert(&tx, applications::rows(backend, size)).await?;
    // Rows refer to each other by the numbers that a new database gives them.
    let last = authorization_code::Entity::find()
        .order_by_desc(authorization_code::Column::Id)
        .one(&tx)
        .await?;
    let last = last.map(|code| code.id);
    ensure!(last == Some(size.codes.into()), "the last code is {last:?}");
    tx.commit().await?;
    Ok(())
}

async fn insert<A>(tx: &Tx, rows: impl Iterator<Item = Result<A>>) -> Result<()>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let statement: Vec<A> = rows.by_ref().take(ROWS).collect::<Result<_>>()?;
        <A::Entity as EntityTrait>::insert_many(statement)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
