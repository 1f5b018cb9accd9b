//! The programs that measurements start.

use anyhow::Result;

use super::debian;
use super::test_programs::has_postgresql;
use crate::command::is_installed;

/// Installs the Debian packages of the programs that are missing.
///
/// # Errors
/// When apt is missing or fails.
pub fn install() -> Result<()> {
    let mut packages = Vec::new();
    if !is_installed("wrk") {
        packages.push("wrk");
    }
    if !has_postgresql() {
        packages.push("postgresql-15");
    }
    debian::install(&packages)
}
