//! `make test`.

use std::process::Command;

use anyhow::Result;

use crate::check::NATIVE_PACKAGES;
use crate::command::{self, cargo, say};
use crate::workspace::{Mode, Workspace};
use crate::{frontend, run, setup};

/// Sets up what is missing, then runs the tests of the crates and those in the browser.
///
/// # Errors
/// When a test fails. The browser's tests run even when a crate's fail, so that one run shows
/// everything that is wrong.
pub fn run(workspace: &Workspace) -> Result<()> {
    setup::for_building(workspace)?;
    setup::for_testing()?;
    // Built first: some tests start the server or look at the site.
    frontend::build(workspace, Mode::Debug)?;
    run::build_server(workspace, Mode::Debug)?;
    let crates = test_crates(workspace);
    let browser = test_browser(workspace);
    crates.and(browser)
}

fn test_crates(workspace: &Workspace) -> Result<()> {
    say("tests: crates");
    let mut tests = cargo();
    tests
        .current_dir(&workspace.root)
        .args(["test", "--no-fail-fast"]);
    for package in NATIVE_PACKAGES {
        tests.args(["--package", package]);
    }
    command::run(tests.args(["--features", "app/ssr"]))
}

fn test_browser(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join("end2end");
    if !folder.join("playwright.config.ts").is_file() {
        return Ok(());
    }
    say("tests: browser");
    command::run(
        Command::new(workspace.npm_program("playwright"))
            .arg("test")
            .current_dir(folder)
            .env(
                "LICENSE_SERVER",
                workspace
                    .target
                    .join(Mode::Debug.folder())
                    .join("license-server"),
            ),
    )
}
