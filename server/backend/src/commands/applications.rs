//! Filings by their holders: verify the product, fill in, submit, withdraw, abandon.

pub mod abandon;
pub(crate) mod filing;
pub(crate) mod hold;
pub(crate) mod obstacles;
pub(crate) mod order_place;
mod pre_check;
pub mod save_step;
pub mod submit;
pub mod verify_product;
pub mod withdraw;
