//! The style sheet, by Tailwind.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, say};
use crate::workspace::{Mode, Workspace};

/// Returns the finished style sheet.
///
/// # Errors
/// When Tailwind fails.
pub fn run(workspace: &Workspace, mode: Mode) -> Result<Vec<u8>> {
    say("front end: style sheet");
    let output = workspace.target.join("wasm").join(format!(
        "{}-{}.css",
        workspace.names.name,
        mode.folder()
    ));
    let mut tailwind = Command::new(workspace.npm_program("tailwindcss"));
    tailwind
        .current_dir(&workspace.root)
        .arg("--input")
        .arg(&workspace.names.style_file)
        .arg("--output")
        .arg(&output);
    if mode == Mode::Release {
        tailwind.arg("--minify");
    }
    command::output(&mut tailwind)?;
    Ok(fs::read(output)?)
}
