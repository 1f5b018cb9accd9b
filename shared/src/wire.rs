//! What crosses the network between browser and server, one file per screen.
//!
//! Views are flat and ready to show: the server has already masked personal data. Numbers
//! have fixed widths, because the browser is a 32-bit machine.

pub mod account;
pub mod application;
pub mod audit;
pub mod authority_channel;
pub mod block_feed;
pub mod code;
pub mod error;
pub mod home;
pub mod license;
pub mod message;
pub mod provider;
pub mod review;
pub mod service_token;
pub mod working_calendar;

use serde::{Deserialize, Serialize};

/// One page of a list, with the cursors of its neighbors (keyset paging).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Opaque; `None` on the first page.
    pub previous: Option<String>,
    /// Opaque; `None` on the last page.
    pub next: Option<String>,
}
