//! The browser program, compiled by cargo.

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{self, cargo, say};
use crate::workspace::{Mode, Workspace};

/// Compiles and returns the module's file.
///
/// # Errors
/// When it does not compile.
pub fn run(workspace: &Workspace, mode: Mode) -> Result<PathBuf> {
    say("front end: compiling");
    let names = &workspace.names;
    // Its own target directory: the flag below must not make cargo rebuild everything else.
    let target = workspace.target.join("wasm");
    command::run(
        cargo()
            .current_dir(&workspace.root)
            .args(["build", "--package", &names.lib_package])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--profile", mode.wasm_profile()])
            .arg("--target-dir")
            .arg(&target),
    )?;
    Ok(target
        .join("wasm32-unknown-unknown")
        .join(mode.wasm_profile())
        .join(format!("{}.wasm", names.lib_package)))
}
