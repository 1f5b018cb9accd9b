//! The provider's inventory of servers, public IPs and terms.

pub mod import;
mod row;

pub use row::{InventoryRow, RowError};
