//! Tells open pages that something changed, so that they fetch it again.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
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
    /// The last event that was published; negative before the first round.
    position: Arc<AtomicI64>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(256).0,
            position: Arc::new(AtomicI64::new(-1)),
        }
    }
}

impl Live {
    /// A stream of changes from now on.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Change> {
        self.sender.subscribe()
    }

    /// Somebody is listening.
    #[must_use]
    pub fn has_listeners(&self) -> bool {
        self.sender.receiver_count() > 0
    }

    pub(crate) fn position(&self) -> Option<i64> {
        Some(self.position.load(Ordering::SeqCst)).filter(|position| *position >= 0)
    }

    pub(crate) fn move_to(&self, event_id: i64) {
        self.position.store(event_id, Ordering::SeqCst);
    }

    pub(crate) fn publish(&self, change: Change) {
        // Nobody listening is no error.
        let _ = self.sender.send(change);
    }
}
