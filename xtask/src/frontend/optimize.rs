//! Smaller WebAssembly, by Binaryen.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, say};
use crate::workspace::Workspace;

/// Shrinks every module in the folder.
///
/// # Errors
/// When Binaryen is missing or refuses a module.
pub fn run(workspace: &Workspace, folder: &Path) -> Result<()> {
    say("front end: optimizing");
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|ending| ending == "wasm") {
            // Binaryen warns of names it does not know; they are of use to debuggers only.
            command::output(
                Command::new(workspace.npm_program("wasm-opt"))
                    .arg("-Oz")
                    .args(["--enable-bulk-memory", "--enable-nontrapping-float-to-int"])
                    .arg(&file)
                    .arg("--output")
                    .arg(&file),
            )?;
        }
    }
    Ok(())
}
