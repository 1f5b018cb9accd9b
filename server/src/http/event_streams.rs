//! How many streams of events a session has open: each is a connection that stays.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Counts the open streams of each session.
#[derive(Debug, Clone)]
pub struct EventStreams {
    open: Arc<Mutex<HashMap<String, u32>>>,
    most: u32,
}

/// One open stream; it is counted until it is dropped.
#[derive(Debug)]
pub struct OpenStream {
    streams: EventStreams,
    session_id: String,
}

impl EventStreams {
    /// `most` for each session.
    #[must_use]
    pub fn new(most: u32) -> Self {
        Self {
            open: Arc::default(),
            most,
        }
    }

    /// Counts one more; none when the session has as many as it may.
    #[must_use]
    pub fn open(&self, session_id: &str) -> Option<OpenStream> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(session_id.to_owned()).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(OpenStream {
            streams: self.clone(),
            session_id: session_id.to_owned(),
        })
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let open = &self.streams.open;
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.session_id) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.session_id);
            }
        }
    }
}
