//! Removes what is over and nobody needs: sessions past their limits, counters whose window has
//! closed, proposals that nobody confirmed, the bytes of reports that the authority will not ask for again.

use crate::backend::Backend;
use crate::error::Result;
use crate::store::authority_channel::drop_packages;
use crate::store::{administrator_proposal, attempt, session};
use chrono::Duration;

/// The interface demands three months, and none are longer.
const PACKAGES_KEPT: Duration = Duration::days(92);

/// # Errors
/// When the database refuses.
pub async fn clean_up(backend: &Backend) -> Result<()> {
    session::delete_expired(backend).await?;
    let now = backend.now();
    let tx = backend.begin().await?;
    attempt::delete_closed(&tx, now).await?;
    administrator_proposal::delete_expired(&tx, now).await?;
    drop_packages(&tx, now - PACKAGES_KEPT).await?;
    tx.commit().await
}
