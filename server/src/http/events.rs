//! `GET /events`: tells open pages what to fetch again. No data travels, only that an
//! application changed.

use super::{Web, stopped};
use app::api::live::Change as Message;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use backend::caller::Caller;
use backend::live::Change;
use backend::store::session::find_caller;
use futures::future::ready;
use futures::stream::{once, unfold};
use futures::{Stream, StreamExt};
use serde::Deserialize;
use shared::role::Role;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::{Interval, MissedTickBehavior, interval};
use tower_sessions::Session;

/// The page should fetch whatever it shows.
const EVERYTHING: Message = Message {
    event_id: 0,
    application_id: None,
};

/// Sent by a browser that connects again by itself.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How soon after the session's end the stream ends.
const SESSION_CHECK: Duration = Duration::from_secs(60);

struct Follower {
    web: Web,
    caller: Caller,
    token: String,
    changes: broadcast::Receiver<Change>,
    stop: watch::Receiver<bool>,
    session_check: Interval,
}

/// The newest event that a page knows of: when it was made, or what it has heard since.
#[derive(Deserialize)]
pub struct Known {
    after: Option<i64>,
}

/// Streams changes that concern the caller until the session or the process ends. A page that
/// does not know the newest event fetches everything: what happened meanwhile was not sent.
pub async fn events(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    session: Session,
    Query(known): Query<Known>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, StatusCode> {
    let (Some(caller), Some(token)) = (caller, session.id()) else {
        return Err(StatusCode::UNAUTHORIZED);
    };
    let mut session_check = interval(SESSION_CHECK);
    session_check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (changes, newest) = web.backend.live.subscribe();
    let follower = Follower {
        changes,
        stop: web.stop.clone(),
        token: token.to_string(),
        session_check,
        caller,
        web,
    };
    // Without data no page hears of it, but the browser can say where it was cut off.
    let mut first = Event::default().id(newest.unwrap_or_default().to_string());
    let known = last_event_id(&headers).or(known.after);
    if newest.is_none() || newest > known {
        first = first.data(EVERYTHING.to_string());
    }
    let stream = unfold(follower, async |mut follower| {
        let message = follower.next().await?;
        Some((Ok(event(message)), follower))
    });
    Ok(Sse::new(once(ready(Ok(first))).chain(stream)).keep_alive(KeepAlive::default()))
}

fn last_event_id(headers: &HeaderMap) -> Option<i64> {
    headers.get(LAST_EVENT_ID)?.to_str().ok()?.parse().ok()
}

fn event(message: Message) -> Event {
    Event::default()
        .id(message.event_id.to_string())
        .data(message.to_string())
}

impl Follower {
    /// The next change that concerns the caller; `None` at the end.
    async fn next(&mut self) -> Option<Message> {
        loop {
            let change = tokio::select! {
                () = stopped(self.stop.clone()) => return None,
                _ = self.session_check.tick() => None,
                change = self.changes.recv() => Some(change),
            };
            match change {
                None => self.check_session().await?,
                Some(Ok(change)) if concerns(&self.caller, &change) => {
                    return Some(Message {
                        event_id: change.event_id,
                        application_id: change.application_id,
                    });
                }
                Some(Ok(_)) => {}
                // Too much happened at once.
                Some(Err(RecvError::Lagged(_))) => return Some(EVERYTHING),
                Some(Err(RecvError::Closed)) => return None,
            }
        }
    }

    /// A role may have changed as well. `None` when the session is over.
    async fn check_session(&mut self) -> Option<()> {
        self.caller = find_caller(&self.web.backend, &self.token).await.ok()??;
        Some(())
    }
}

/// Holders hear of their own data, staff of everything.
fn concerns(caller: &Caller, change: &Change) -> bool {
    caller.role != Role::Holder || change.account_id == Some(caller.account_id)
}
