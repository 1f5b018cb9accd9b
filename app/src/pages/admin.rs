//! Operating the system.

mod accounts;
mod channel;
mod inventory;
mod outbox;
mod tokens;

pub use accounts::AccountList;
pub use channel::ChannelPanel;
pub use inventory::InventoryList;
pub use outbox::OutboxList;
pub use tokens::TokenList;
