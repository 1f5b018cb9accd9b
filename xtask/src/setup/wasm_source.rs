//! The browser's standard library, built from the source that Debian carries.
//!
//! The machine's own apt configuration stays untouched: the package is fetched through a private
//! list of sources that has the same mirror and the same keys.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian_mirror;
use super::wasm_target::TARGET;
use crate::command::{self, cargo, output, say};
use crate::workspace::Workspace;

/// Where Debian 12 finds a compiler as new as rustup's.
const SUITE: &str = "trixie-backports";

/// Fills the folder in which rustc looks for the target.
///
/// # Errors
/// When Debian has no source of exactly the installed compiler, or it does not build.
pub fn install(workspace: &Workspace, libraries: &Path) -> Result<()> {
    let version = rustc_version()?;
    let folder = workspace.target.join("rust-src").join(&version);
    let source = fetch(&folder, &version)?;
    say("compiling the target's standard library");
    let built = compile(&folder, &source)?;
    // Copied under another name first: an interrupted set-up must not look complete.
    let unfinished = libraries.with_extension("unfinished");
    fs::create_dir_all(&unfinished)?;
    for entry in fs::read_dir(built)? {
        let file = entry?.path();
        let Some(name) = file.file_name().map(|name| name.to_string_lossy()) else {
            continue;
        };
        if name.ends_with(".rlib") && !name.starts_with("libnothing") {
            fs::copy(&file, unfinished.join(&*name))?;
        }
    }
    if libraries.exists() {
        fs::remove_dir_all(libraries)?;
    }
    fs::rename(unfinished, libraries).context("installing the target's standard library")
}

/// `1.95.0` of `rustc 1.95.0 (59807616e 2026-04-14)`.
fn rustc_version() -> Result<String> {
    output(Command::new("rustc").arg("--version"))?
        .split_whitespace()
        .nth(1)
        .map(str::to_owned)
        .context("rustc --version says no version")
}

/// Downloads and unpacks the source; returns the `library` folder.
fn fetch(folder: &Path, version: &str) -> Result<PathBuf> {
    let unpacked = folder.join("unpacked");
    let library = unpacked.join(format!("usr/src/rustc-{version}/library"));
    if library.is_dir() {
        return Ok(library);
    }
    let lists = folder.join("lists");
    fs::create_dir_all(lists.join("partial"))?;
    let sources = folder.join("sources.list");
    fs::write(&sources, debian_mirror::source_line(folder, SUITE)?)?;
    let apt = |program: &str| {
        let mut apt = Command::new(program);
        apt.current_dir(folder)
            .arg(format!("-oDir::Etc::sourcelist={}", sources.display()))
            .arg("-oDir::Etc::sourceparts=/dev/null")
            .arg(format!("-oDir::State::Lists={}", lists.display()))
            .arg(format!("-oDir::Cache={}", folder.join("cache").display()))
            // apt's own user may not write below a home folder.
            .arg("-oAPT::Sandbox::User=");
        apt
    };
    command::run(apt("apt-get").args(["update", "-qq"]))?;
    let offered = output(apt("apt-cache").args(["madison", "rust-src"]))?;
    let Some(exact) = offered
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|offered| offered.starts_with(&format!("{version}+")))
    else {
        bail!(
            "{SUITE} has no rust-src {version} (it has: {}). Where rustup's host can be reached, \
             run: rustup target add {TARGET}",
            offered.trim()
        );
    };
    command::run(apt("apt-get").args(["download", "-qq", &format!("rust-src={exact}")]))?;
    let package = fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .context("apt-get download left no package")?;
    command::run(
        Command::new("dpkg-deb")
            .arg("-x")
            .arg(&package)
            .arg(&unpacked),
    )?;
    fs::remove_file(package)?;
    Ok(library)
}

/// Lets cargo build the standard library for a crate that is empty.
fn compile(folder: &Path, library: &Path) -> Result<PathBuf> {
    let nothing = folder.join("nothing");
    fs::create_dir_all(nothing.join("src"))?;
    fs::write(nothing.join("src/lib.rs"), "#![no_std]\n")?;
    fs::write(
        nothing.join("Cargo.toml"),
        "[package]\nname = \"nothing\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    command::run(
        cargo()
            .current_dir(&nothing)
            .args(["build", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind")
            .arg("--target-dir")
            .arg(nothing.join("target"))
            // Building the standard library is not a stable feature yet.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("__CARGO_TESTS_ONLY_SRC_ROOT", library),
    )?;
    Ok(nothing.join("target").join(TARGET).join("release/deps"))
}
