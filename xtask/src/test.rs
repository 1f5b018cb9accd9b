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
    say("tests: browser");
    playwright(workspace, &[])
}

/// Takes the README's screenshots anew, into `end2end/screenshots`.
///
/// # Errors
/// When something cannot be built or a page is not as the screenshots want it.
pub fn take_screenshots(workspace: &Workspace) -> Result<()> {
    setup::for_building(workspace)?;
    setup::for_testing()?;
    frontend::build(workspace, Mode::Debug)?;
    run::build_server(workspace, Mode::Debug)?;
    say("screenshots");
    playwright(workspace, &["--config", "screenshots.config.ts"])
}

/// Runs the browser against the server that was just built.
fn playwright(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let server = workspace
        .target
        .join(Mode::Debug.folder())
        .join("license-server");
    command::run(
        Command::new(workspace.npm_program("playwright"))
            .arg("test")
            .args(arguments)
            .current_dir(workspace.root.join("end2end"))
            .env("LICENSE_SERVER", server),
    )
}
