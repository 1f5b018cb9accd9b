//! Messages to the holder.

mod load_messages;
mod mark_all_read;
mod mark_read;
mod view_message;

pub use load_messages::load_messages;
pub use mark_all_read::MarkAllRead;
pub use mark_read::MarkRead;
pub use view_message::ViewMessage;
