//! The holder's entity and websites.

mod load_archived_record;
mod load_licenses;
mod load_website;

pub use load_archived_record::load_archived_record;
pub use load_licenses::load_licenses;
pub use load_website::{WebsiteOnRecord, WebsitePage, load_website};
