//! Tells open pages that something changed, so that they fetch it again.

mod position;

pub use position::Reached;
pub(crate) use position::{Gap, Position};

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;

/// What changed; no data travels, so nothing can leak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Id of the audit event.
    pub event_id: i64,
    /// Every event up to this one was told of: where to go on after a pause.
    pub told_until: i64,
    pub application_id: Option<i64>,
    /// Whose data it is.
    pub account_id: Option<i64>,
    /// It is about an application that was never submitted, so nobody else's.
    pub of_draft: bool,
}

/// Fan-out within one process; the job `follow_events` feeds it from the audit trail, so
/// that changes made by other processes arrive as well.
#[derive(Debug, Clone)]
pub struct Live {
    sender: broadcast::Sender<Change>,
    position: Arc<Mutex<Option<Position>>>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(256).0,
            position: Arc::default(),
        }
    }
}

impl Live {
    /// A stream of changes from now on, and how far it was told before. `None`: nobody knows
    /// yet what happened before.
    #[must_use]
    pub fn subscribe(&self) -> (broadcast::Receiver<Change>, Option<Reached>) {
        let position = self.position();
        let reached = position.as_ref().map(Position::reached);
        (self.sender.subscribe(), reached)
    }

    /// How far was told; `None` before the first round.
    #[must_use]
    pub fn reached(&self) -> Option<Reached> {
        self.position().as_ref().map(Position::reached)
    }

    /// Tells the listeners of an event, once.
    pub(crate) fn publish(
        &self,
        event_id: i64,
        application_id: Option<i64>,
        account_id: Option<i64>,
        of_draft: bool,
    ) {
        let mut position = self.position();
        let Some(position) = position.as_mut() else {
            return;
        };
        if !position.pass(event_id) {
            return;
        }
        // Nobody listening is no error.
        let _ = self.sender.send(Change {
            event_id,
            told_until: position.reached().told_until,
            application_id,
            account_id,
            of_draft,
        });
    }

    /// How far the trail was read; `None` before the first round.
    pub(crate) fn position(&self) -> MutexGuard<'_, Option<Position>> {
        self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
