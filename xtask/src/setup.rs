//! Installs what is missing, and only that.

mod bench_programs;
mod debian;
mod debian_mirror;
mod node_modules;
mod screenshot_fonts;
mod test_programs;
mod wasm_source;
mod wasm_target;

pub use test_programs::chromium;

use anyhow::Result;

use crate::workspace::Workspace;

/// What a build needs: the browser's compilation target and the npm tools.
///
/// # Errors
/// When something is missing and cannot be installed; says what and how.
pub fn for_building(workspace: &Workspace) -> Result<()> {
    wasm_target::install(workspace)?;
    node_modules::install(workspace)
}

/// What formatting needs: the npm tools.
///
/// # Errors
/// When npm is missing or fails.
pub fn for_formatting(workspace: &Workspace) -> Result<()> {
    node_modules::install(workspace)
}

/// What the tests need besides: a browser with a Chinese font, PostgreSQL, xmllint.
///
/// # Errors
/// When something is missing and cannot be installed; says what and how.
pub fn for_testing() -> Result<()> {
    test_programs::install()
}

/// What the screenshots need besides: a typeface that looks as good as those of most readers.
///
/// # Errors
/// When it is missing and cannot be installed; says what and how.
pub fn for_screenshots() -> Result<()> {
    screenshot_fonts::install()
}

/// What the measurements need: a load generator and PostgreSQL.
///
/// # Errors
/// When something is missing and cannot be installed; says what and how.
pub fn for_measuring() -> Result<()> {
    bench_programs::install()
}
