//! Tells open pages that something changed, so that they fetch it again.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;

/// What changed; no data travels, so nothing can leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Id of the audit event.
    pub event_id: i64,
    pub application_id: Option<i64>,
    /// Whose data it is.
    pub account_id: Option<i64>,
}

/// Fan-out within one process; the job `follow_events` feeds it from the audit trail, so
/// that changes made by other processes arrive as well.
#[derive(Debug, Clone)]
pub struct Live {
    sender: broadcast::Sender<Change>,
    position: Arc<Mutex<Position>>,
}

/// How far the audit trail was read.
#[derive(Debug, Default)]
struct Position {
    /// The last event; `None` before the first round.
    last: Option<i64>,
    /// The latest events that were published or passed over.
    recent: BTreeSet<i64>,
}

/// PostgreSQL gives an id before the commit, so an event can appear behind later ones: this
/// many ids are read again.
pub(crate) const OVERLAP: i64 = 200;

impl Default for Live {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(256).0,
            position: Arc::default(),
        }
    }
}

impl Live {
    /// A stream of changes from now on, and the newest event before it. Without one nobody
    /// knows yet what happened before.
    #[must_use]
    pub fn subscribe(&self) -> (broadcast::Receiver<Change>, Option<i64>) {
        let position = self.position();
        (self.sender.subscribe(), position.last)
    }

    /// The newest event so far, or one a little before it.
    #[must_use]
    pub fn newest(&self) -> Option<i64> {
        self.position().last
    }

    /// Somebody is listening.
    #[must_use]
    pub fn has_listeners(&self) -> bool {
        self.sender.receiver_count() > 0
    }

    /// The id after which to read; `None` before the first round.
    pub(crate) fn read_after(&self) -> Option<i64> {
        self.position().last.map(|last| last - OVERLAP)
    }

    /// These are the newest events; nobody has to hear of them or of earlier ones.
    pub(crate) fn pass_over(&self, newest: Vec<i64>) {
        let mut position = self.position();
        // Who came meanwhile hears of them in the next round.
        if position.last.is_some() && self.has_listeners() {
            return;
        }
        position.last = Some(newest.first().copied().unwrap_or(0));
        position.recent = newest.into_iter().collect();
    }

    /// Tells the listeners, once for each event.
    pub(crate) fn publish(&self, change: Change) {
        let mut position = self.position();
        if !position.recent.insert(change.event_id) {
            return;
        }
        let last = position.last.unwrap_or(0).max(change.event_id);
        position.last = Some(last);
        position.recent.retain(|id| *id > last - OVERLAP);
        // Nobody listening is no error.
        let _ = self.sender.send(change);
    }

    fn position(&self) -> MutexGuard<'_, Position> {
        self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
