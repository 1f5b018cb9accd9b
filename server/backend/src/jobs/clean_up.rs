//! Removes what is over and nobody needs: sessions past their limits, counters whose
//! window has closed.

use crate::backend::Backend;
use crate::error::Result;
use crate::store::{attempt, session};

/// # Errors
/// When the database refuses.
pub async fn clean_up(backend: &Backend) -> Result<()> {
    session::delete_expired(backend).await?;
    let tx = backend.begin().await?;
    attempt::delete_closed(&tx, backend.now()).await?;
    tx.commit().await
}
