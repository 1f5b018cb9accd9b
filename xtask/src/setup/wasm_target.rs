//! Rust's standard library for the browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::wasm_source;
use crate::command::{is_installed, output, say};
use crate::workspace::Workspace;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Seconds that rustup may take before its host counts as out of reach. The target is to be there
/// within a minute either way, and the other way takes half of it.
const PATIENCE: &str = "20";

/// Installs the target with rustup, or, where rustup's host cannot be reached, from Debian's
/// copy of the standard library's source.
///
/// # Errors
/// When neither way works.
pub fn install(workspace: &Workspace) -> Result<()> {
    let libraries = libraries()?;
    if is_complete(&libraries) {
        return Ok(());
    }
    say("installing the wasm32-unknown-unknown target (rustup)");
    let added = is_installed("rustup")
        && Command::new("timeout")
            .args([PATIENCE, "rustup", "target", "add", TARGET])
            .status()?
            .success();
    if added && is_complete(&libraries) {
        return Ok(());
    }
    say("rustup could not; building the target from Debian's rust-src instead");
    wasm_source::install(workspace, &libraries)
}

/// The folder in which rustc looks for the target's standard library.
fn libraries() -> Result<PathBuf> {
    output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .map(PathBuf::from)
}

fn is_complete(libraries: &Path) -> bool {
    std::fs::read_dir(libraries).is_ok_and(|files| {
        files.flatten().any(|file| {
            let name = file.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}
