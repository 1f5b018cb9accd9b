//! Lints. The two sides are checked apart: together, cargo would compile the screens with the
//! features of both.

use std::process::Command;

use anyhow::Result;

use crate::command::{self, cargo, say};
use crate::setup;
use crate::workspace::Workspace;

/// The packages of the server side; the screens among them are compiled as the server does.
pub const NATIVE_PACKAGES: [&str; 10] = [
    "adapters",
    "app",
    "backend",
    "bench",
    "migration",
    "ports",
    "postgres-cluster",
    "server",
    "shared",
    "xtask",
];

/// Runs every lint; warnings are errors.
///
/// # Errors
/// When there is something to complain about.
pub fn run(workspace: &Workspace) -> Result<()> {
    setup::for_building(workspace)?;
    say("lints: server side");
    let mut native = cargo();
    native
        .current_dir(&workspace.root)
        .args(["clippy", "--all-targets"]);
    for package in NATIVE_PACKAGES {
        native.args(["--package", package]);
    }
    native.args(["--features", "app/ssr", "--", "--deny", "warnings"]);
    command::run(&mut native)?;

    check_dependencies(workspace)?;

    say("lints: browser side");
    command::run(
        cargo()
            .current_dir(&workspace.root)
            .args(["clippy", "--package", "frontend", "--package", "app"])
            .args(["--features", "app/hydrate"])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--", "--deny", "warnings"]),
    )?;

    if workspace.root.join("end2end/tsconfig.json").is_file() {
        say("types: browser tests");
        command::run(
            Command::new(workspace.npm_program("tsc"))
                .args(["--noEmit", "--project", "end2end"])
                .current_dir(&workspace.root),
        )?;
    }
    Ok(())
}

/// Licenses, sources, and crates that are there twice (`deny.toml`). Known vulnerabilities are
/// left to who looks for them: they appear without a change here.
fn check_dependencies(workspace: &Workspace) -> Result<()> {
    if !command::is_installed("cargo-deny") {
        say("dependencies: skipped, because cargo-deny is not installed");
        return Ok(());
    }
    say("dependencies");
    command::run(
        cargo()
            .current_dir(&workspace.root)
            .args(["deny", "check", "bans", "licenses", "sources"]),
    )
}
