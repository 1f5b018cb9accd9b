//! The status of an application.

use super::failure::{ApiFailure, Failure, Failures};
use super::token::Service;
use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use backend::backend::Backend;
use backend::error::Error;
use backend::queries::machine::application_status::application_status;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Application {
    #[schema(example = "CA-20261122-0007")]
    number: String,
    kind: String,
    status: String,
    status_at: DateTime<Utc>,
    domain: String,
    /// When the provider's review is due.
    due_at: Option<DateTime<Utc>>,
}

/// Tells where an application stands. Scope: applications:read.
#[utoipa::path(
    get,
    path = "/applications/{number}",
    params((
        "number" = String, Path, description = "The number people see",
        example = "CA-20261122-0007", min_length = 1, max_length = 50,
    )),
    responses(
        (status = OK, body = Application),
        (status = NOT_FOUND, description = "There is no such application", body = Failure),
        Failures,
    ),
    security(("token" = []))
)]
pub async fn show(
    State(backend): State<Backend>,
    Service(caller): Service,
    number: Result<Path<String>, PathRejection>,
) -> Result<Json<Application>, ApiFailure> {
    let Path(number) = number?;
    if !number.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::NotFound.into());
    }
    let found = application_status(&backend, &caller, &number).await?;
    Ok(Json(Application {
        number: found.number,
        kind: found.kind,
        status: found.status,
        status_at: found.status_at,
        domain: found.domain,
        due_at: found.due_at,
    }))
}
