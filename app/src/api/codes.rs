//! Authorization codes of the holder's servers.

mod apply_for_codes;
mod disable_code;
mod load_codes;
mod load_servers;
mod note_code;
mod take_back_code;

pub use apply_for_codes::ApplyForCodes;
pub use disable_code::DisableCode;
pub use load_codes::load_codes;
pub use load_servers::{ServersPage, load_servers};
pub use note_code::NoteCode;
pub use take_back_code::TakeBackCode;
