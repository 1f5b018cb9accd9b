//! The channel to the authority: reports out, results in.

mod apply_cancellations;
mod apply_filings;
mod apply_own_accesses;
mod apply_results;
mod check_again;
mod close_cancellation;
mod complete;
mod end_access;
mod license_website;
pub(crate) mod match_report;
pub mod process_again;
pub mod process_download;
mod propose_website;
pub(crate) mod proposed_rows;
pub(crate) mod queue_report;
mod record_changes;
pub mod resume_channel;
pub(crate) mod stop_channel;
pub(crate) mod take_back;
mod verdict;
