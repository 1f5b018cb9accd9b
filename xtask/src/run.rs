//! `make run`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, cargo, say};
use crate::workspace::{Mode, Workspace};
use crate::{frontend, setup};

/// Sets up what is missing, builds both sides and serves until interrupted.
///
/// # Errors
/// When a step or the server fails.
pub fn run(workspace: &Workspace, mode: Mode) -> Result<()> {
    setup::for_building(workspace)?;
    frontend::build(workspace, mode)?;
    let server = build_server(workspace, mode)?;
    command::run(
        Command::new(server)
            .arg("serve")
            .current_dir(&workspace.root),
    )
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
