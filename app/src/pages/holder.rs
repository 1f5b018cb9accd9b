//! Pages of the holder: own licenses, codes and messages.

mod account;
mod application;
mod applications;
mod apply_for_code;
mod archive;
mod archived_record;
mod cancel_access;
mod codes;
mod edit_application;
mod filing_steps;
mod licenses;
mod messages;
mod new_application;
mod website;

pub use account::Account;
pub use application::Application;
pub use applications::Applications;
pub use apply_for_code::ApplyForCode;
pub use archive::Archive;
pub use archived_record::ArchivedRecord;
pub use cancel_access::CancelAccess;
pub use codes::Codes;
pub use edit_application::EditApplication;
pub use licenses::Licenses;
pub use messages::Messages;
pub use new_application::NewApplication;
pub use website::Website;
