//! The inventory push: servers, public IPs and terms.

use super::ApiFailure;
use super::token::Service;
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use backend::backend::Backend;
use backend::commands::inventory::InventoryRow;
use backend::commands::inventory::import::{ImportError, import};
use backend::service_token::Scope;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Push {
    servers: Vec<Server>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Your identifier; a server is known by it.
    external_id: String,
    /// E-mail address of the owner's account.
    account: String,
    name: String,
    region: String,
    /// The region is in mainland China.
    mainland: bool,
    /// `monthly_package`, `yearly_package`, `pay_as_you_go` or `trial`.
    billing: String,
    /// `running`, `stopped`, `expired`, `refunded` or `frozen`.
    state: String,
    /// First day of the term, `YYYY-MM-DD`.
    #[serde(default)]
    term_starts_on: Option<String>,
    /// The day the term ends (exclusive).
    #[serde(default)]
    term_ends_on: Option<String>,
    /// Public IP bound to the server.
    #[serde(default)]
    public_ip: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Done {
    added: u32,
    changed: u32,
    unchanged: u32,
}

/// Adds and updates servers, all or none; those not named stay. Scope: inventory:write.
#[utoipa::path(
    put,
    path = "/inventory/servers",
    request_body = Push,
    responses(
        (status = OK, body = Done),
        (status = UNPROCESSABLE_ENTITY, description = "Rows that are wrong, with position, column and problem"),
        (status = UNAUTHORIZED),
        (status = FORBIDDEN),
    ),
    security(("token" = []))
)]
pub async fn put_servers(
    State(backend): State<Backend>,
    Service(caller): Service,
    push: Result<Json<Push>, JsonRejection>,
) -> Result<Json<Done>, ApiFailure> {
    caller.permit(Scope::WriteInventory)?;
    let Json(push) = push?;
    let rows: Vec<_> = (1..).zip(push.servers.into_iter().map(row)).collect();
    match import(&backend, &caller.name, &rows).await {
        Ok(done) => Ok(Json(Done {
            added: done.added,
            changed: done.changed,
            unchanged: done.unchanged,
        })),
        Err(ImportError::Rows(rows)) => Err(ApiFailure::Rows(rows)),
        Err(ImportError::Failed(error)) => Err(error.into()),
    }
}

fn row(server: Server) -> InventoryRow {
    InventoryRow {
        external_id: server.external_id,
        account: server.account,
        name: server.name,
        region: server.region,
        mainland: server.mainland.to_string(),
        billing: server.billing,
        state: server.state,
        term_starts_on: server.term_starts_on.unwrap_or_default(),
        term_ends_on: server.term_ends_on.unwrap_or_default(),
        public_ip: server.public_ip.unwrap_or_default(),
    }
}
