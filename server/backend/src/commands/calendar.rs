//! The working calendar.

pub mod enter_year;
mod move_due_times;
