//! Cleans every text that people and systems send, before anything else reads it: control
//! characters, NUL among them, never reach a database, and nobody is refused for what does not
//! show. JSON bodies are cleaned field by field where they are read
//! ([`backend::commands::inventory`]), after the token was asked for.

use super::FORM_BYTES;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use shared::parsed_text::visible;
use std::borrow::Cow;
use url::form_urlencoded;

const FORM: &str = "application/x-www-form-urlencoded";

/// Passes the request on with its query and its form as they show. Forms were read and measured
/// by the layers around this one.
pub async fn clean(mut request: Request, next: Next) -> Response {
    if let Some(uri) = cleaned_address(request.uri()) {
        *request.uri_mut() = uri;
    }
    if !is_form(&request) {
        return next.run(request).await;
    }
    let (mut head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, FORM_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let body = match cleaned_pairs(&body) {
        None => Body::from(body),
        Some(cleaned) => {
            let length = HeaderValue::from(cleaned.len());
            head.headers.insert(CONTENT_LENGTH, length);
            Body::from(cleaned)
        }
    };
    next.run(Request::from_parts(head, body)).await
}

fn is_form(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with(FORM))
}

fn cleaned_address(uri: &Uri) -> Option<Uri> {
    let query = cleaned_pairs(uri.query()?.as_bytes())?;
    let mut parts = uri.clone().into_parts();
    let path_and_query = PathAndQuery::try_from(format!("{}?{query}", uri.path())).ok()?;
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).ok()
}

/// URL-encoded pairs as they show; `None` when they were so already.
fn cleaned_pairs(encoded: &[u8]) -> Option<String> {
    let mut changed = false;
    let mut clean = |text: Cow<'_, str>| {
        let shown = visible(&text);
        changed |= *shown != *text;
        shown
    };
    let pairs: Vec<(String, String)> = form_urlencoded::parse(encoded)
        .map(|(name, value)| (clean(name), clean(value)))
        .collect();
    changed.then(|| {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_show_is_dropped() {
        for (sent, passed_on) in [
            ("search=%00", "search="),
            ("search=a%00b&go=next", "search=ab&go=next"),
            ("search=%E2%80%8B%0Ba%C2%A0b", "search=a+b"),
            (
                "note=%E4%B8%80%0D%0A%E4%BA%8C%7F",
                "note=%E4%B8%80%0D%0A%E4%BA%8C",
            ),
            (
                "answers%5Bentity_name%5D=%E2%BD%A4%00",
                "answers%5Bentity_name%5D=%E7%94%A8",
            ),
            ("na%00me=a%2500", "name=a%2500"),
        ] {
            assert_eq!(
                cleaned_pairs(sent.as_bytes()).as_deref(),
                Some(passed_on),
                "{sent}"
            );
        }
    }

    #[test]
    fn everything_else_passes_as_it_was_sent() {
        for sent in [
            "",
            "search=a%2500",
            "search=%E7%94%A8&x[]=1&y",
            "note=a+b%20c%0A",
            "a=%FF",
        ] {
            assert_eq!(cleaned_pairs(sent.as_bytes()), None, "{sent}");
        }
    }
}
