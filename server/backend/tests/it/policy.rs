//! Values of the policy that are not the default, and what becomes of the rules under them.
//! Those that choose between two readings (`on_abandon`, `quota_mode`) are tested beside
//! the rules they change.

mod codes;
mod drafts;
mod orders;
mod passwords;
mod provinces;
mod reminders;
mod servers;
