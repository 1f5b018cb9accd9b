//! The product a filing was verified with (S29).

use super::application_facts::code_reserved_until;
use crate::backend::Backend;
use crate::error::Result;
use crate::store::entities::application::Model;
use crate::store::entities::cloud_server;
use crate::store::{authorization_code, cloud_server as servers};
use shared::authorization_code::CodeText;
use shared::wire::application::{CodeFate, ProductView};

/// The verified product with its server, once there is one.
///
/// # Errors
/// When the database refuses or the code does not open.
pub async fn find_product(
    backend: &Backend,
    row: &Model,
    show_code: fn(&CodeText) -> String,
) -> Result<Option<(ProductView, cloud_server::Model)>> {
    let (Some(server_id), Some(public_ip)) = (row.server_id, &row.public_ip) else {
        return Ok(None);
    };
    let server = servers::find(&backend.database, server_id).await?;
    let code = match row.code_id {
        Some(id) => {
            let code = authorization_code::find(&backend.database, id).await?;
            Some(show_code(&authorization_code::text(backend, &code)?))
        }
        None => None,
    };
    let view = ProductView {
        server_name: server.name.clone(),
        public_ip: public_ip.clone(),
        reserved_until: code
            .as_ref()
            .and_then(|_| code_reserved_until(backend, row)),
        code_fate: code
            .as_ref()
            .map(|_| CodeFate::of(row.was_submitted, backend.settings.policy.code.on_abandon)),
        code,
    };
    Ok(Some((view, server)))
}
