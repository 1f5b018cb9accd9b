//! `POST /language`: remembers the language of the switch and goes back to the page.

use super::Web;
use app::api::local_path;
use app::language::Language;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::caller::Caller;
use backend::commands::accounts::set_language::set_language;
use serde::Deserialize;

/// The switch's form.
#[derive(Debug, Deserialize)]
pub struct Choice {
    language: String,
    return_to: String,
}

/// A year, the longest that people expect a page to remember.
const MAX_AGE: u32 = 31_536_000;

/// Sets the cookie; whoever is logged in gets mail in that language from now on.
pub async fn choose(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    Form(choice): Form<Choice>,
) -> Response {
    let language = Language::from_code(&choice.language).unwrap_or_default();
    if let Some(caller) = caller
        && let Err(error) = set_language(&web.backend, &caller, language.code()).await
    {
        return super::api::ApiFailure::from(error).into_response();
    }
    remember(&web, Language::COOKIE, language.code(), &choice.return_to)
}

/// Sets the cookie of a switch and goes back to its page.
pub(super) fn remember(web: &Web, name: &str, code: &str, return_to: &str) -> Response {
    let secure = if web.is_secure { "; Secure" } else { "" };
    let cookie =
        format!("{name}={code}; Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite=Lax{secure}");
    (
        [(SET_COOKIE, cookie)],
        Redirect::to(&local_path(return_to).unwrap_or_else(|| "/".to_owned())),
    )
        .into_response()
}
