//! The inventory push: servers, public IPs and terms.

use super::failure::{ApiFailure, Failure, Failures};
use super::token::Service;
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use backend::backend::Backend;
use backend::commands::inventory::InventoryRow;
use backend::commands::inventory::import::{ImportError, import};
use backend::service_token::Scope;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use shared::cloud_server::{Billing, ServerState};
use std::net::Ipv4Addr;
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
    #[schema(min_length = 1, max_length = 255)]
    external_id: String,
    /// E-mail address of the owner's account.
    account: String,
    #[schema(min_length = 1, max_length = 255)]
    name: String,
    #[schema(min_length = 1, max_length = 255)]
    region: String,
    /// The region is in mainland China.
    mainland: bool,
    #[schema(pattern = "^(monthly_package|yearly_package|pay_as_you_go|trial)$")]
    billing: String,
    #[schema(pattern = "^(running|stopped|expired|refunded|frozen)$")]
    state: String,
    /// First day of the term, `YYYY-MM-DD`.
    #[schema(format = Date)]
    #[serde(default)]
    term_starts_on: Option<String>,
    /// The day the term ends (exclusive).
    #[schema(format = Date)]
    #[serde(default)]
    term_ends_on: Option<String>,
    /// Public IP bound to the server.
    #[schema(format = Ipv4)]
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
        (status = PAYLOAD_TOO_LARGE, description = "More than 8 MB", body = Failure),
        (
            status = UNPROCESSABLE_ENTITY,
            description = "Rows that are not as described, with position, column and problem",
            body = Failure,
        ),
        (
            status = CONFLICT,
            description = "Rows that contradict each other or what is here: an unknown account, \
                the server of another one, a term that ends before it begins",
            body = Failure,
        ),
        Failures,
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
    let are_as_described = push.servers.iter().all(is_as_described);
    let rows: Vec<_> = (1..).zip(push.servers.into_iter().map(row)).collect();
    match import(&backend, &caller.name, &rows).await {
        Ok(done) => Ok(Json(Done {
            added: done.added,
            changed: done.changed,
            unchanged: done.unchanged,
        })),
        Err(ImportError::Rows(rows)) if are_as_described => Err(ApiFailure::Contradiction(rows)),
        Err(ImportError::Rows(rows)) => Err(ApiFailure::Rows(rows)),
        Err(ImportError::Failed(error)) => Err(error.into()),
    }
}

/// Whether the description would let it pass.
fn is_as_described(server: &Server) -> bool {
    let texts = [&server.external_id, &server.name, &server.region];
    let days = [&server.term_starts_on, &server.term_ends_on];
    let is_day = |day: &Option<String>| {
        day.as_ref()
            .is_none_or(|day| day.parse::<NaiveDate>().is_ok())
    };
    let ip = server.public_ip.as_ref();
    texts
        .iter()
        .all(|text| (1..=255).contains(&text.chars().count()))
        && days.into_iter().all(is_day)
        && ip.is_none_or(|ip| ip.parse::<Ipv4Addr>().is_ok())
        && Billing::from_code(&server.billing).is_some()
        && ServerState::from_code(&server.state).is_some()
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
