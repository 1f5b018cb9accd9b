//! The channel to the authority: its state, reports and downloads.

mod downloads;
mod reports;
mod state;

pub use downloads::{
    change_download, change_unprocessed, find_content, find_download, keep_download,
    note_acknowledged, oldest_unprocessed, take_for_processing,
};
pub use reports::{
    change_report, delete_unsent, drop_packages, find_by_sequence, insert_report, is_unsent,
    is_waiting, lock_unanswered, oldest_in_flight, oldest_sendable, put_back, put_back_in_flight,
    report_in, waiting_applications,
};
pub use state::{
    Pause, confirm_sequence, continue_after, end_lease, find, lease, note_download, open,
    pause_downloads, pause_uploads, resume, stop,
};
