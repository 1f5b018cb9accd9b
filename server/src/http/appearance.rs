//! `POST /appearance`: remembers light or dark and goes back to the page.

use super::Web;
use super::language::remember;
use app::appearance::Appearance;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

/// The switch's form.
#[derive(Debug, Deserialize)]
pub struct Choice {
    appearance: String,
    return_to: String,
}

/// Sets the cookie; a value that is none is the system's.
pub async fn choose(State(web): State<Web>, Form(choice): Form<Choice>) -> Response {
    let appearance = Appearance::from_code(&choice.appearance).unwrap_or_default();
    remember(
        &web,
        Appearance::COOKIE,
        appearance.code(),
        &choice.return_to,
    )
}
