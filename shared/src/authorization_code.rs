//! Authorization codes: one use of a server's public IP for one website, by any account.

mod draft_hold;
mod lifecycle;
mod quota;
mod text;

pub use draft_hold::{DraftHold, TakeBackRefused};
pub use lifecycle::{
    CodeStatus, DisableRefused, FormerHolder, InvalidReason, Reservation, RestoreRefused,
    ServerFacts, VerifyRefusal,
};
pub use quota::{QuotaRefused, check_quota, remaining};
pub use text::{CodePart, CodeText, CodeTextError};
