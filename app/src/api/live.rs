//! What the server tells open pages while they are open: that something changed. No data
//! travels; whoever shows it fetches it again. Without JavaScript nothing happens.

use leptos::prelude::*;
use std::fmt;
#[cfg(feature = "hydrate")]
use std::time::Duration;

/// One message of `GET /events`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Id of the audit event; 0 when so much happened that everything should be fetched.
    pub event_id: i64,
    pub application_id: Option<i64>,
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.event_id)?;
        self.application_id
            .map_or(Ok(()), |id| write!(formatter, " {id}"))
    }
}

impl Change {
    /// Reads what [`fmt::Display`] writes: `<event> <application>`, or the event alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (event_id, application_id) = match text.split_once(' ') {
            Some((event_id, application_id)) => (event_id, Some(application_id.parse().ok()?)),
            None => (text, None),
        };
        Some(Self {
            event_id: event_id.parse().ok()?,
            application_id,
        })
    }
}

/// The newest change since the page was opened.
#[derive(Debug, Clone, Copy)]
pub struct Changes(RwSignal<Option<Change>>);

impl Changes {
    /// The newest change, reactively.
    #[must_use]
    pub fn newest(self) -> Option<Change> {
        self.0.get()
    }
}

/// Listens while the component that calls this is there and the page is seen.
pub fn provide_changes() -> Changes {
    let changes = Changes(RwSignal::new(None));
    provide_context(changes);
    #[cfg(feature = "hydrate")]
    listen(changes);
    changes
}

/// The changes of the frame around this page; none outside of one.
#[must_use]
pub fn use_changes() -> Changes {
    use_context().unwrap_or_else(|| Changes(RwSignal::new(None)))
}

#[cfg(feature = "hydrate")]
fn listen(changes: Changes) {
    use futures::future::abortable;

    let is_shown = RwSignal::new(!document().hidden());
    let visibility = window_event_listener(leptos::ev::visibilitychange, move |_| {
        is_shown.set(!document().hidden());
    });
    on_cleanup(move || visibility.remove());
    let known = StoredValue::new(newest_event_of_page());
    // A browser has few connections for one host: a page that nobody sees does without.
    Effect::new(move || {
        if !is_shown.get() {
            return;
        }
        let (listening, handle) = abortable(follow(changes, known));
        on_cleanup(move || handle.abort());
        leptos::task::spawn_local(async move {
            // Ends with its frame, or while the page is hidden.
            let _ = listening.await;
        });
    });
}

#[cfg(feature = "hydrate")]
fn newest_event_of_page() -> String {
    let page = document().document_element();
    page.and_then(|page| page.get_attribute("data-newest-event"))
        .unwrap_or_default()
}

/// Connects again and again, after growing pauses while nothing is heard.
#[cfg(feature = "hydrate")]
async fn follow(changes: Changes, known: StoredValue<String>) {
    let mut failures = 0;
    loop {
        failures = match read_stream(changes, known).await {
            0 => failures + 1,
            _ => 0,
        };
        pause(Duration::from_secs(1 << failures.min(LONGEST_PAUSE))).await;
    }
}

/// Goes on after that time.
#[cfg(feature = "hydrate")]
pub(super) async fn pause(duration: Duration) {
    use futures::channel::oneshot;

    let (over, waited) = oneshot::channel();
    set_timeout(
        move || {
            // Nobody waits any more when the page was left.
            let _ = over.send(());
        },
        duration,
    );
    // Never canceled: the timer has the other end.
    let _ = waited.await;
}

/// The power of two of the longest pause in seconds.
#[cfg(feature = "hydrate")]
const LONGEST_PAUSE: u32 = 6;

/// Reads the stream until the browser gives it up, as it does when anything but a stream is
/// answered; says how many changes it heard of. What only breaks off the browser resumes itself.
#[cfg(feature = "hydrate")]
async fn read_stream(changes: Changes, known: StoredValue<String>) -> usize {
    use futures::StreamExt;
    use gloo_net::eventsource::futures::EventSource;

    let mut heard = 0;
    let address = format!("/events?after={}", known.get_value());
    let Ok(mut source) = EventSource::new(&address) else {
        return heard;
    };
    let Ok(mut messages) = source.subscribe("message") else {
        return heard;
    };
    while let Some(Ok((_, message))) = messages.next().await {
        known.set_value(message.last_event_id());
        let text = message.data().as_string();
        if let Some(change) = text.as_deref().and_then(Change::parse) {
            heard += 1;
            changes.0.set(Some(change));
        }
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn a_change_is_read_as_it_was_written() {
        for application_id in [None, Some(42)] {
            let change = Change {
                event_id: 17,
                application_id,
            };
            assert_eq!(Change::parse(&change.to_string()), Some(change));
        }
        assert_eq!(Change::parse("17 x"), None);
        assert_eq!(Change::parse(""), None);
    }
}
