//! Lists as files, filtered like the pages they belong to.

use super::Web;
use axum::Extension;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use backend::caller::Caller;
use backend::error::Error;
use backend::queries::export_audit::export_audit;
use backend::queries::export_codes::export_codes;
use backend::queries::spreadsheet::ExportFormat;
use serde::de::DeserializeOwned;

/// `GET /console/codes/export.csv`, `….xlsx`: the caller's codes.
pub async fn codes(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    Path(format): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Response> {
    let (caller, format) = (logged_in(caller)?, parse_format(&format)?);
    let file = export_codes(&web.backend, &caller, filter(query)?, format).await;
    Ok(download(
        "authorization-codes",
        format,
        file.map_err(refused)?,
    ))
}

/// `GET /review/audit/export.csv`, `….xlsx`: the audit trail.
pub async fn audit(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    Path(format): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Response> {
    let (caller, format) = (logged_in(caller)?, parse_format(&format)?);
    let file = export_audit(&web.backend, &caller, filter(query)?, format).await;
    Ok(download("audit-trail", format, file.map_err(refused)?))
}

fn logged_in(caller: Option<Caller>) -> Result<Caller, Response> {
    caller.ok_or_else(|| Redirect::to("/login").into_response())
}

fn parse_format(ending: &str) -> Result<ExportFormat, Response> {
    match ending {
        "csv" => Ok(ExportFormat::Csv),
        "xlsx" => Ok(ExportFormat::Xlsx),
        _ => Err(StatusCode::NOT_FOUND.into_response()),
    }
}

/// Reads a page's filter. A form sends what was left empty as empty texts, which are no
/// numbers and mean "not filtered".
fn filter<T: DeserializeOwned>(query: Option<String>) -> Result<T, Response> {
    let query = query.unwrap_or_default();
    let given: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.ends_with('='))
        .collect();
    let uri: Uri = format!("/?{}", given.join("&"))
        .parse()
        .map_err(bad_request)?;
    Query::try_from_uri(&uri)
        .map(|Query(filter)| filter)
        .map_err(IntoResponse::into_response)
}

fn bad_request(error: axum::http::uri::InvalidUri) -> Response {
    (StatusCode::BAD_REQUEST, error.to_string()).into_response()
}

fn refused(error: Error) -> Response {
    super::api::ApiFailure::from(error).into_response()
}

fn download(name: &str, format: ExportFormat, file: Vec<u8>) -> Response {
    let (ending, kind) = match format {
        ExportFormat::Csv => ("csv", "text/csv; charset=utf-8"),
        ExportFormat::Xlsx => (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    };
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.{ending}\""),
        ),
    ];
    (headers, file).into_response()
}
