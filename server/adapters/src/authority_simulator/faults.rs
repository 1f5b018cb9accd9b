//! Failures on demand, for tests of what the caller does then.

use super::Simulator;
use axum::Form;
use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Fault {
    #[default]
    None,
    /// The next upload is taken, but the connection breaks before the answer. Once.
    LoseNextAnswer,
    /// The next upload is taken, but its answer never comes while the caller waits. Once.
    HoldNextAnswer,
    /// The next upload is neither taken nor answered while the caller waits. Once.
    HoldNextUpload,
    /// Every call is answered with HTTP status 503 until the fault is reset.
    Unreachable,
}

#[derive(Debug, Default)]
pub(super) struct Faults(Mutex<Fault>);

impl Faults {
    pub(super) fn current(&self) -> Fault {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn replace(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}

#[derive(Deserialize)]
pub(super) struct FaultForm {
    fault: Fault,
}

/// `POST /faults` with the form field `fault`: `none`, `lose_next_answer`, `hold_next_answer`,
/// `hold_next_upload`, `unreachable`.
pub(super) async fn set(
    State(simulator): State<Arc<Simulator>>,
    Form(form): Form<FaultForm>,
) -> StatusCode {
    simulator.faults.replace(form.fault);
    StatusCode::NO_CONTENT
}

/// An answer whose connection breaks before it is complete.
pub(super) fn broken_answer() -> Response {
    let broken = Err::<Vec<u8>, _>(io::Error::from(io::ErrorKind::ConnectionAborted));
    Response::new(Body::from_stream(futures::stream::iter([broken])))
}
