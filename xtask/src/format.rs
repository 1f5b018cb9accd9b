//! Formatting: rustfmt and Prettier.

use std::process::Command;

use anyhow::Result;

use crate::command::{self, cargo, say};
use crate::setup;
use crate::workspace::Workspace;

/// What Prettier keeps in shape; rustfmt has the rest.
const PRETTIER: [&str; 4] = ["end2end", "style", "xtask", "package.json"];

/// Formats everything, or with `check` only says what is not formatted.
///
/// # Errors
/// When a formatter fails or, with `check`, something is not formatted.
pub fn run(workspace: &Workspace, check: bool) -> Result<()> {
    setup::for_formatting(workspace)?;
    say(if check {
        "checking the format"
    } else {
        "formatting"
    });
    let mut rustfmt = cargo();
    rustfmt.current_dir(&workspace.root).args(["fmt", "--all"]);
    let mut prettier = Command::new(workspace.npm_program("prettier"));
    prettier
        .current_dir(&workspace.root)
        .arg("--no-error-on-unmatched-pattern")
        .args(PRETTIER);
    if check {
        rustfmt.arg("--check");
        prettier.arg("--check");
    } else {
        prettier.args(["--write", "--log-level=warn"]);
    }
    command::run(&mut rustfmt)?;
    command::run(&mut prettier)
}
