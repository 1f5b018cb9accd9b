//! Whether a domain has access here.

use super::failure::{ApiFailure, Failure, Failures};
use super::token::Service;
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use backend::backend::Backend;
use backend::error::Error;
use backend::queries::machine::accesses::accesses;
use backend::service_token::Scope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AccessQuery {
    /// An international name may be written either way.
    #[param(example = "example-shop.cn", min_length = 1, max_length = 253)]
    domain: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Accesses {
    accesses: Vec<Access>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Access {
    domain: String,
    website_license_number: Option<String>,
    /// `live` or `canceled`.
    state: String,
    canceled_at: Option<DateTime<Utc>>,
    addresses: Vec<String>,
}

/// Every access this provider has or had for a domain. Scope: accesses:read.
#[utoipa::path(
    get,
    path = "/accesses",
    params(AccessQuery),
    responses(
        (status = OK, body = Accesses),
        (status = NOT_FOUND, description = "The text is no domain, and why", body = Failure),
        Failures,
    ),
    security(("token" = []))
)]
pub async fn list(
    State(backend): State<Backend>,
    Service(caller): Service,
    query: Result<Query<AccessQuery>, QueryRejection>,
) -> Result<Json<Accesses>, ApiFailure> {
    caller.permit(Scope::ReadAccesses)?;
    let Query(query) = query?;
    let found = match accesses(&backend, &caller, &query.domain).await {
        Err(Error::Refused(violations)) => return Err(ApiFailure::CannotExist(violations)),
        found => found?,
    };
    let accesses = found
        .into_iter()
        .map(|access| Access {
            domain: access.domain,
            website_license_number: access.website_license_number,
            state: access.state,
            canceled_at: access.canceled_at,
            addresses: access.addresses,
        })
        .collect();
    Ok(Json(Accesses { accesses }))
}
