//! a filing whose server is no longer eligible is held back until that is cured.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::applications::filing::server_gone;
use crate::commands::applications::hold::hold;
use crate::error::Result;
use crate::store::entities::authority_report::Model;
use crate::store::{application, cloud_server};

/// Looks at the server at the last moment before its filing is sent; `true` when the report
/// has to wait. Reports behind it go on.
pub async fn hold_back(backend: &Backend, row: &Model) -> Result<bool> {
    let application = application::find(&backend.database, row.application_id).await?;
    let is_filing = application::kind(&application)?.is_filing();
    let Some(server_id) = application.server_id.filter(|_| is_filing) else {
        return Ok(false);
    };
    let now = backend.now();
    let server = cloud_server::find(&backend.database, server_id).await?;
    let Some(cause) = server_gone(backend, &application, &server, now)? else {
        return Ok(false);
    };
    let tx = backend.begin().await?;
    hold(&tx, backend, Actor::System, &application, cause, now).await?;
    tx.commit().await?;
    Ok(true)
}
