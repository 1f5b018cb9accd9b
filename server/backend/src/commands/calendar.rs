//! The working calendar.

pub mod enter_year;
