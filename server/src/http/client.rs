//! Where a request comes from: puts a [`ClientInfo`] into its extensions.

use app::language::Language;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, USER_AGENT};
use axum::middleware::Next;
use axum::response::Response;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::known_browser::{COOKIE_PREFIX, KnownBrowser};
use std::net::{IpAddr, SocketAddr};

/// The layer. The state says whether a reverse proxy in front sets `X-Forwarded-For`.
pub async fn find(
    State(trust_forwarded_for): State<bool>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|ConnectInfo(address)| address.ip());
    let told = forwarded_for(request.headers()).filter(|_| trust_forwarded_for);
    let client = client_at(told.or(peer), request.headers());
    request.extensions_mut().insert(client);
    next.run(request).await
}

fn client_at(address: Option<IpAddr>, headers: &HeaderMap) -> ClientInfo {
    let text = |name| {
        let header = headers.get(name);
        header.and_then(|header| header.to_str().ok())
    };
    ClientInfo {
        ip: address
            .map(|address| address.to_string())
            .unwrap_or_default(),
        user_agent: text(USER_AGENT).unwrap_or_default().to_owned(),
        language: Language::negotiate(text(COOKIE), text(ACCEPT_LANGUAGE)).code(),
        known_browsers: text(COOKIE).map(known_browsers).unwrap_or_default(),
    }
}

/// The cookies of earlier log-ins; more than so many accounts nobody has.
fn known_browsers(cookies: &str) -> Vec<KnownBrowser> {
    const MOST: usize = 20;
    let known = cookies.split(';').filter_map(|cookie| {
        let named = cookie.trim().strip_prefix(COOKIE_PREFIX)?;
        let (account, value) = named.split_once('=')?;
        Some(KnownBrowser {
            account: account.to_owned(),
            value: value.to_owned(),
        })
    });
    known.take(MOST).collect()
}

/// The last entry is the one that the proxy nearest to us has added; those before it are
/// whatever the client wrote.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let header = headers.get_all("x-forwarded-for").iter().next_back()?;
    header
        .to_str()
        .ok()?
        .rsplit(',')
        .next()?
        .trim()
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn what_the_client_wrote_itself_is_not_believed() {
        let mut headers = HeaderMap::new();
        headers.append(
            "x-forwarded-for",
            HeaderValue::from_static("10.0.0.1, 198.51.100.7"),
        );
        assert_eq!(forwarded_for(&headers), Some([198, 51, 100, 7].into()));
        headers.append("x-forwarded-for", HeaderValue::from_static("198.51.100.8"));
        assert_eq!(forwarded_for(&headers), Some([198, 51, 100, 8].into()));
        headers.append("x-forwarded-for", HeaderValue::from_static("nonsense"));
        assert_eq!(forwarded_for(&headers), None);
    }
}
