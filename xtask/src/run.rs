//! `make run` and `make reset`.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{self, cargo, say};
use crate::workspace::{Mode, Workspace};
use crate::{frontend, setup};

/// Sets up what is missing, builds both sides and serves until interrupted.
///
/// # Errors
/// When a step fails or the server cannot be started.
pub fn run(workspace: &Workspace, mode: Mode) -> Result<()> {
    setup::for_building(workspace)?;
    frontend::build(workspace, mode)?;
    become_server(workspace, mode, "serve")
}

/// Throws the demo's data away. The server does it: it knows where the data is, and whose it is.
///
/// # Errors
/// When it does not compile or cannot be started.
pub fn reset(workspace: &Workspace, mode: Mode) -> Result<()> {
    become_server(workspace, mode, "reset")
}

/// The server takes the place of this process: it gets the signals, and what it says of a failure
/// is the last word.
fn become_server(workspace: &Workspace, mode: Mode, command: &str) -> Result<()> {
    let server = build_server(workspace, mode)?;
    let failed = Command::new(&server)
        .arg(command)
        .current_dir(&workspace.root)
        .exec();
    Err(failed).with_context(|| format!("cannot start {}", server.display()))
}

/// Compiles the server and returns its program.
///
/// # Errors
/// When it does not compile.
pub fn build_server(workspace: &Workspace, mode: Mode) -> Result<PathBuf> {
    say("server: compiling");
    let mut build = cargo();
    build
        .current_dir(&workspace.root)
        .args(["build", "--package", &workspace.names.bin_package]);
    if mode == Mode::Release {
        build.arg("--release");
    }
    command::run(&mut build)?;
    Ok(workspace.target.join(mode.folder()).join("license-server"))
}
