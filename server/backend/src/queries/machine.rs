//! What the machine interface tells other systems; their scopes are checked here.

pub mod accesses;
pub mod application_status;
pub mod code_status;
