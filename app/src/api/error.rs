use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use shared::wire::error::ApiError;
use std::fmt;

/// How every server function fails: codes with values, which the screens turn into words.
///
/// Without JavaScript it travels in the page's address, so it never holds what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PageError(pub ApiError);

impl From<ApiError> for PageError {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for PageError {}

impl FromServerFnError for PageError {
    type Encoder = PostcardEncoding;

    /// The call itself failed, on its way or by a defect of the two sides' agreement. The server
    /// says so of a call that it cannot read, which our own pages never send.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => ApiError::Unavailable,
            #[cfg(feature = "ssr")]
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => {
                return super::context::fail(ApiError::Malformed);
            }
            defect => ApiError::Internal {
                reference: kind(&defect).to_owned(),
            },
        })
    }
}

/// What a defect can be found by; its own message may hold what was typed.
const fn kind(defect: &ServerFnErrorErr) -> &'static str {
    match defect {
        ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => "arguments",
        ServerFnErrorErr::Deserialization(_) | ServerFnErrorErr::Serialization(_) => "encoding",
        _ => "server-function",
    }
}
