//! What each screen shows, and to whom.

mod administration;
mod application;
mod cancel_access;
mod code_note;
mod code_row;
mod codes;
mod filing;
mod licenses;
mod machine;
mod review;
mod rows;
