//! Lists as files, filtered like the pages they belong to.

use super::Web;
use super::api::ApiFailure;
use app::routes::Path as Page;
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

/// Why there is no file.
#[derive(Debug)]
pub enum NoFile {
    /// The list to come back to after the log-in.
    NotLoggedIn(Page),
    /// Neither CSV nor a workbook.
    UnknownFormat,
    /// The filter cannot be read.
    Filter(String),
    Failed(Error),
}

impl From<Error> for NoFile {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl IntoResponse for NoFile {
    fn into_response(self) -> Response {
        match self {
            Self::NotLoggedIn(list) => {
                Redirect::to(&format!("{}?next={list}", Page::LogIn)).into_response()
            }
            Self::UnknownFormat => StatusCode::NOT_FOUND.into_response(),
            Self::Filter(problem) => (StatusCode::BAD_REQUEST, problem).into_response(),
            Self::Failed(error) => ApiFailure::from(error).into_response(),
        }
    }
}

/// `GET /console/codes/export.csv`, `….xlsx`: the caller's codes.
pub async fn codes(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    Path(format): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, NoFile> {
    let caller = caller.ok_or(NoFile::NotLoggedIn(Page::ManageCodes))?;
    let format = parse_format(&format)?;
    let file = export_codes(&web.backend, &caller, filter(query)?, format).await?;
    Ok(download("authorization-codes", format, file))
}

/// `GET /review/audit/export.csv`, `….xlsx`: the audit trail.
pub async fn audit(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    Path(format): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, NoFile> {
    let caller = caller.ok_or(NoFile::NotLoggedIn(Page::Audit))?;
    let format = parse_format(&format)?;
    let file = export_audit(&web.backend, &caller, filter(query)?, format).await?;
    Ok(download("audit-trail", format, file))
}

fn parse_format(ending: &str) -> Result<ExportFormat, NoFile> {
    match ending {
        "csv" => Ok(ExportFormat::Csv),
        "xlsx" => Ok(ExportFormat::Xlsx),
        _ => Err(NoFile::UnknownFormat),
    }
}

/// Reads a page's filter. A form sends what was left empty as empty texts, which are no
/// numbers and mean "not filtered".
fn filter<T: DeserializeOwned>(query: Option<String>) -> Result<T, NoFile> {
    let query = query.unwrap_or_default();
    let given: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.ends_with('='))
        .collect();
    let uri: Uri = format!("/?{}", given.join("&"))
        .parse()
        .map_err(|error: axum::http::uri::InvalidUri| NoFile::Filter(error.to_string()))?;
    Query::try_from_uri(&uri)
        .map(|Query(filter)| filter)
        .map_err(|rejection| NoFile::Filter(rejection.body_text()))
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
