//! `GET /events`: tells open pages what to fetch again. No data travels, only that an
//! application changed.

use super::event_streams::OpenStream;
use super::{Web, stopped};
use app::api::live::Change as Message;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use backend::caller::Caller;
use backend::live::Change;
use backend::store::session::look_for_caller;
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

/// How soon after the session's end the stream ends, if nothing is heard of it before: log-outs
/// and the like are changes of their account.
const SESSION_CHECK: Duration = Duration::from_secs(30);

struct Follower {
    web: Web,
    caller: Caller,
    token: String,
    changes: broadcast::Receiver<Change>,
    stop: watch::Receiver<bool>,
    session_check: Interval,
    /// Counted as long as it is followed.
    _open: OpenStream,
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
    let Some(open) = web.event_streams.open(&caller.session_id) else {
        return Err(StatusCode::TOO_MANY_REQUESTS);
    };
    let mut session_check = interval(SESSION_CHECK);
    session_check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (changes, reached) = web.backend.live.subscribe();
    let follower = Follower {
        changes,
        stop: web.stop.clone(),
        token: token.to_string(),
        session_check,
        _open: open,
        caller,
        web,
    };
    // Without data no page hears of it, but the browser can say where it was cut off.
    let told_until = reached.map_or(0, |reached| reached.told_until);
    let mut first = Event::default().id(told_until.to_string());
    let known = last_event_id(&headers).or(known.after);
    if reached.is_none_or(|reached| Some(reached.newest) > known) {
        first = first.data(EVERYTHING.to_string());
    }
    let stream = unfold(follower, async |mut follower| {
        let event = follower.next().await?;
        Some((Ok(event), follower))
    });
    Ok(Sse::new(once(ready(Ok(first))).chain(stream)).keep_alive(KeepAlive::default()))
}

fn last_event_id(headers: &HeaderMap) -> Option<i64> {
    headers.get(LAST_EVENT_ID)?.to_str().ok()?.parse().ok()
}

fn event(told_until: i64, message: Message) -> Event {
    Event::default()
        .id(told_until.to_string())
        .data(message.to_string())
}

impl Follower {
    /// The next change that concerns the caller; `None` at the end.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let change = tokio::select! {
                () = stopped(self.stop.clone()) => return None,
                _ = self.session_check.tick() => None,
                change = self.changes.recv() => Some(change),
            };
            match change {
                None => self.check_session().await?,
                // It may be the end of this session, of which the page must not hear.
                Some(Ok(change)) if change.account_id == Some(self.caller.account_id) => {
                    self.check_session().await?;
                    return Some(told(&change));
                }
                // Holders hear of their own data only, staff of everything but drafts.
                Some(Ok(change)) if self.caller.role != Role::Holder && !change.of_draft => {
                    return Some(told(&change));
                }
                Some(Ok(_)) => {}
                // Too much happened at once.
                Some(Err(RecvError::Lagged(_))) => return Some(event(0, EVERYTHING)),
                Some(Err(RecvError::Closed)) => return None,
            }
        }
    }

    /// A role may have changed as well. `None` when the session is over; listening is no use of
    /// it that would keep it from ending.
    async fn check_session(&mut self) -> Option<()> {
        self.caller = look_for_caller(&self.web.backend, &self.token)
            .await
            .ok()??;
        Some(())
    }
}

fn told(change: &Change) -> Event {
    let message = Message {
        event_id: change.event_id,
        application_id: change.application_id,
    };
    event(change.told_until, message)
}
