//! The page for the person who plays the authority: plain forms, no JavaScript.

mod text;
mod view;

use super::Simulator;
use super::decide::{Decision, DecisionError};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use shared::language::Language;
use std::io;
use std::sync::Arc;
use view::{Page, Problem, view};

/// A year, as long as the license system remembers it.
const LANGUAGE_SECONDS: u32 = 31_536_000;

/// `GET /`
pub(super) async fn show(State(simulator): State<Arc<Simulator>>, headers: HeaderMap) -> Response {
    render(&simulator, &headers, StatusCode::OK, None)
}

/// `GET /style.css`
pub(super) async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("page/style.css"),
    )
}

#[derive(Deserialize)]
pub(super) struct LanguageForm {
    language: String,
}

/// `POST /language`: in the cookie of the license system. Browsers do not tell the ports of a host
/// apart, so that a demo has one language.
pub(super) async fn choose_language(
    headers: HeaderMap,
    Form(form): Form<LanguageForm>,
) -> Response {
    if is_foreign(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let language = Language::from_code(&form.language).unwrap_or_default();
    let cookie = format!(
        "{}={}; Path=/; Max-Age={LANGUAGE_SECONDS}; HttpOnly; SameSite=Lax",
        Language::COOKIE,
        language.code()
    );
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}

#[derive(Deserialize)]
pub(super) struct DecisionForm {
    verdict: String,
    opinion: String,
}

/// `POST /reports/{id}/decision`
pub(super) async fn decide(
    State(simulator): State<Arc<Simulator>>,
    Path(id): Path<usize>,
    headers: HeaderMap,
    Form(form): Form<DecisionForm>,
) -> Response {
    if is_foreign(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let typed = form.opinion.trim().to_owned();
    let decision = match form.verdict.as_str() {
        "approve" => Decision::Approve {
            opinion: Some(typed.clone()).filter(|text| !text.is_empty()),
        },
        "reject" => Decision::Reject {
            opinion: typed.clone(),
        },
        _ => return StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    };
    if let Some(outside) = unfit_character(&typed) {
        let problem = Problem::Character { id, typed, outside };
        return render(
            &simulator,
            &headers,
            StatusCode::UNPROCESSABLE_ENTITY,
            Some(problem),
        );
    }
    let decided =
        simulator.change(|state, now| state.decide(&simulator.settings, id, decision, now));
    match decided {
        Ok(Ok(())) => Redirect::to("/").into_response(),
        Ok(Err(DecisionError::OpinionMissing)) => {
            let problem = Some(Problem::OpinionMissing { id });
            render(
                &simulator,
                &headers,
                StatusCode::UNPROCESSABLE_ENTITY,
                problem,
            )
        }
        Ok(Err(DecisionError::NotPending)) => render(
            &simulator,
            &headers,
            StatusCode::CONFLICT,
            Some(Problem::NotPending),
        ),
        Err(error) => failed(&error),
    }
}

#[derive(Deserialize)]
pub(super) struct AnswerAfterForm {
    seconds: String,
}

/// `POST /answer-after`: an empty field waits for a person.
pub(super) async fn set_answer_after(
    State(simulator): State<Arc<Simulator>>,
    headers: HeaderMap,
    Form(form): Form<AnswerAfterForm>,
) -> Response {
    if is_foreign(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let typed = form.seconds.trim();
    let seconds = match typed.parse::<u32>() {
        Ok(seconds) => Some(seconds),
        Err(_) if typed.is_empty() => None,
        Err(_) => {
            let problem = Some(Problem::Seconds {
                typed: typed.to_owned(),
            });
            return render(
                &simulator,
                &headers,
                StatusCode::UNPROCESSABLE_ENTITY,
                problem,
            );
        }
    };
    match simulator.change(|state, _| state.answer_after_seconds = seconds) {
        Ok(()) => Redirect::to("/").into_response(),
        Err(error) => failed(&error),
    }
}

fn render(
    simulator: &Simulator,
    headers: &HeaderMap,
    status: StatusCode,
    problem: Option<Problem>,
) -> Response {
    match simulator.change(|state, _| state.clone()) {
        Ok(state) => {
            let policy =
                "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'";
            let security = [(header::CONTENT_SECURITY_POLICY, policy)];
            let page = view(&Page {
                state: &state,
                language: language(headers),
                license_system: simulator.settings.license_system.as_deref(),
                problem: problem.as_ref(),
            });
            (status, security, page).into_response()
        }
        Err(error) => failed(&error),
    }
}

fn language(headers: &HeaderMap) -> Language {
    let value = |name| headers.get(name).and_then(|value| value.to_str().ok());
    Language::negotiate(value(header::COOKIE), value(header::ACCEPT_LANGUAGE))
}

fn failed(error: &io::Error) -> Response {
    tracing::error!(%error, "the simulator's state could not be written");
    (
        StatusCode::INTERNAL_SERVER_ERROR,
        "the state could not be written",
    )
        .into_response()
}

/// A form that another site made the browser send.
fn is_foreign(headers: &HeaderMap) -> bool {
    let site = headers
        .get("sec-fetch-site")
        .and_then(|value| value.to_str().ok());
    !matches!(site, None | Some("same-origin" | "none"))
}

/// The first character of an opinion that no document of the interface can carry.
fn unfit_character(text: &str) -> Option<char> {
    use crate::authority_soap::encoding::{is_xml_character, to_gbk};
    text.chars()
        .find(|character| !is_xml_character(*character))
        .or_else(|| to_gbk(text).err())
}
