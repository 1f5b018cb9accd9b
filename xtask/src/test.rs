//! `make test`.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

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
    let failed = test_crates(workspace)?;
    let browser = test_browser(workspace);
    // Said again at the end, because the browser's tests have printed much since.
    if failed.is_empty() {
        return browser;
    }
    if let Err(error) = browser {
        eprintln!("{error:#}");
    }
    bail!("tests of the crates failed:\n{}", failed.join("\n"))
}

/// Runs them all and returns the lines that name what failed.
fn test_crates(workspace: &Workspace) -> Result<Vec<String>> {
    say("tests: crates");
    let mut tests = cargo();
    tests
        .current_dir(&workspace.root)
        .args(["test", "--no-fail-fast"]);
    for package in NATIVE_PACKAGES {
        tests.args(["--package", package]);
    }
    let mut running = tests
        .args(["--features", "app/ssr"])
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo test")?;
    let mut failed = Vec::new();
    for line in BufReader::new(running.stdout.take().context("no output")?).lines() {
        let line = line.context("the output of cargo test")?;
        println!("{line}");
        if line.starts_with("test ") && line.ends_with("FAILED") {
            failed.push(line);
        }
    }
    let status = running.wait().context("cargo test")?;
    if !status.success() && failed.is_empty() {
        failed.push(format!("cargo test ended with {status}"));
    }
    Ok(failed)
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
    setup::for_screenshots()?;
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
    let browser = setup::chromium().context("the set-up installed no chromium")?;
    command::run(
        Command::new(workspace.npm_program("playwright"))
            .arg("test")
            .args(arguments)
            .current_dir(workspace.root.join("end2end"))
            .env("LICENSE_SERVER", server)
            .env("LICENSE_TEST_OUTPUT", workspace.target.join("end2end"))
            .env("LICENSE_CHROMIUM", browser),
    )
}
