//! What the server tells open pages while they are open: that something changed. No data
//! travels; whoever shows it fetches it again. Without JavaScript nothing happens.

use leptos::prelude::*;
use std::fmt;

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

/// Listens while the component that calls this is there.
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
    use futures::future::{AbortHandle, abortable};

    // Only in the browser, and only once the page stands.
    let connection = StoredValue::<Option<AbortHandle>>::new(None);
    Effect::new(move || {
        let (listening, handle) = abortable(follow(changes));
        connection.set_value(Some(handle));
        leptos::task::spawn_local(async move {
            // Ended with its frame, or by the server: the page still works, only less lively.
            let _ = listening.await;
        });
    });
    on_cleanup(move || {
        if let Some(Some(handle)) = connection.try_get_value() {
            handle.abort();
        }
    });
}

/// Reads the stream; the browser connects again by itself when it breaks off.
#[cfg(feature = "hydrate")]
async fn follow(changes: Changes) {
    use futures::StreamExt;
    use gloo_net::eventsource::futures::EventSource;

    let Ok(mut source) = EventSource::new("/events") else {
        return;
    };
    let Ok(mut messages) = source.subscribe("message") else {
        return;
    };
    while let Some(message) = messages.next().await {
        let text = message.ok().and_then(|(_, event)| event.data().as_string());
        if let Some(change) = text.as_deref().and_then(Change::parse) {
            changes.0.set(Some(change));
        }
    }
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
