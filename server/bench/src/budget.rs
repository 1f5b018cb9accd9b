//! What is to be reached on a machine with two cores.

use crate::report::Budget;

/// Product verifications per second on SQLite.
pub const VERIFICATIONS: Budget = Budget::AtLeast(1000.0);
/// Product verifications on PostgreSQL, as a part of what pgbench reaches.
pub const OF_PGBENCH: Budget = Budget::AtLeast(60.0);
/// Code lists of 50 rows per second.
pub const CODE_LISTS: Budget = Budget::AtLeast(2000.0);
/// Milliseconds within which 99 of 100 code lists are answered.
pub const CODE_LIST_P99: Budget = Budget::AtMost(50.0);
/// What a page costs beside what it costs in a database with 1,000 codes.
pub const GROWTH: Budget = Budget::AtMost(1.5);
/// Kilobytes (of 1,000 bytes), compressed by brotli, that the first visit of a page loads.
pub const FIRST_LOAD: Budget = Budget::AtMost(250.0);
/// Milliseconds from the start of the process to its first answer.
pub const START: Budget = Budget::AtMost(500.0);
/// Megabytes (of 1,000,000 bytes) resident after the load.
pub const MEMORY: Budget = Budget::AtMost(80.0);
