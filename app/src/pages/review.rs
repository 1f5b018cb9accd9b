//! The provider's staff: reviewers, supervisors, auditors.

mod application;
mod archive;
mod audit;
mod calendar;
mod codes;
mod dashboard;
mod queue;

pub use application::ReviewApplication;
pub use archive::StaffArchive;
pub use audit::AuditTrail;
pub use calendar::Calendar;
pub use codes::StaffCodeList;
pub use dashboard::ReviewDashboard;
pub use queue::ReviewQueue;
