//! Who gets what: every endpoint of `endpoint_table.txt` is called by every role, by nobody
//! and with every scope of service tokens, and lets in exactly whom the table says.

use crate::demand::Demand;
use crate::endpoint_table::{Endpoint, table};
use crate::harness::{Answer, App, request};
use app::routes::Path;
use axum::body::Body;
use axum::http::StatusCode;
use backend::commands::service_tokens::create::create_by_operator as create_token;
use backend::service_token::Scope;
use shared::role::{Role, allows};
use std::fmt::Debug;

/// Calls an endpoint with its arguments, so that nothing but a right can be lacking.
async fn call(app: &App, endpoint: &Endpoint, who: (&str, &str)) -> Answer {
    let path = endpoint
        .path
        .replace("{id}", "999999")
        .replace("{number}", "CA-20261122-0007")
        .replace("{format}", "csv");
    let sent = endpoint.sent.clone();
    if endpoint.method == "GET" {
        return app.get(&format!("{path}?{sent}"), &[who]).await;
    }
    let kind = if sent.starts_with('{') {
        "application/json"
    } else {
        "application/x-www-form-urlencoded"
    };
    let headers = [who, ("content-type", kind)];
    app.send(request(&endpoint.method, &path, &headers, Body::from(sent)))
        .await
}

/// The status that keeps somebody with this role, or with no session, out; none for whoever
/// is let in.
fn refusal(endpoint: &Endpoint, role: Option<Role>) -> Option<StatusCode> {
    match (endpoint.demand(), role) {
        (Demand::Public, _) | (Demand::Session, Some(_)) => None,
        (Demand::Actions(actions), Some(role)) => {
            let may = actions.iter().all(|action| allows(role, *action));
            (!may).then_some(StatusCode::FORBIDDEN)
        }
        // A browser that looks for a file or a page is sent to the log-in page.
        (Demand::Actions(_), None) if endpoint.path.ends_with("{format}") => {
            Some(StatusCode::SEE_OTHER)
        }
        (Demand::Actions(_), None) if endpoint.method == "GET" => Some(StatusCode::FOUND),
        // The machine interface knows no sessions.
        (Demand::Actions(_) | Demand::Session, None) | (Demand::Scope(_), _) => {
            Some(StatusCode::UNAUTHORIZED)
        }
    }
}

/// What is wrong with the answer, if anything. Without a refusal it must show that the call
/// got past the check of rights. A server function that cannot read its arguments answers
/// like a defect, other endpoints with 400: both would prove nothing.
fn mistake(
    endpoint: &Endpoint,
    who: impl Debug,
    answer: &Answer,
    refusal: Option<StatusCode>,
) -> Option<String> {
    let status = answer.status;
    let is_sent_to_log_in =
        status.is_redirection() && answer.header("location").starts_with(Path::LogIn.pattern());
    let proves_nothing = status.is_server_error() || status == StatusCode::BAD_REQUEST;
    let is_refused =
        is_sent_to_log_in || [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
    let is_right = match refusal {
        Some(refusal) => is_refused && status == refusal,
        None => !is_refused && !proves_nothing,
    };
    let expected = refusal.map_or_else(|| "no refusal".to_owned(), |status| status.to_string());
    let name = endpoint.name();
    (!is_right).then(|| format!("{name} answered {who:?} with {status}, expected {expected}"))
}

#[tokio::test]
async fn people_get_what_their_role_may_and_nothing_else() {
    let app = App::new().await;
    // Otherwise the stream of events would never end.
    app.stop.send(true).unwrap();
    let mut people = vec![None];
    for role in Role::ALL {
        let email = format!("{}@example.com", role.code());
        people.push(Some((role, app.account(&email, role).await)));
    }
    let mut wrong = Vec::new();
    for endpoint in table() {
        for person in &people {
            // Each call has a session of its own: some calls end it.
            let cookie = match person {
                Some((_, id)) => app.session(*id).await,
                None => String::new(),
            };
            let answer = call(&app, &endpoint, ("cookie", &cookie)).await;
            let role = person.map(|(role, _)| role);
            wrong.extend(mistake(&endpoint, role, &answer, refusal(&endpoint, role)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn systems_get_what_their_token_may_and_nothing_else() {
    let app = App::new().await;
    app.account("admin@example.com", Role::Administrator).await;
    let mut wrong = Vec::new();
    for scope in Scope::ALL {
        let token = create_token(&app.backend, "test", &[scope]).await.unwrap();
        let token = format!("Bearer {token}");
        for endpoint in table() {
            let Demand::Scope(demanded) = endpoint.demand() else {
                continue;
            };
            let answer = call(&app, &endpoint, ("authorization", &token)).await;
            let refusal = (demanded != scope).then_some(StatusCode::FORBIDDEN);
            wrong.extend(mistake(&endpoint, scope, &answer, refusal));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
