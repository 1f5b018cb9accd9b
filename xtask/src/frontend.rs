//! What the browser loads: the WebAssembly program in chunks, its glue, and the style sheet.
//!
//! The result lies in a folder named after its content, so that browsers may keep it forever;
//! the file `current` names the folder to use.

mod bundle;
mod compile;
mod compress;
mod guard;
mod optimize;
mod split;
mod style;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::command::say;
use crate::workspace::{Mode, Workspace};

/// Builds the site and returns its folder.
///
/// # Errors
/// When a step fails.
pub fn build(workspace: &Workspace, mode: Mode) -> Result<PathBuf> {
    let wasm = fs::read(compile::run(workspace, mode)?)?;
    let style = style::run(workspace, mode)?;
    let icon = fs::read(workspace.root.join("style/favicon.svg"))?;

    let site = workspace.site(mode);
    let folder = content_hash(workspace, &[&wasm, &style, &icon])?;
    let packages = site.join("pkg");
    let finished = packages.join(&folder);
    if !finished.is_dir() {
        say("front end: splitting and packing");
        fs::create_dir_all(&packages)?;
        // Worked on under another name, so that an interrupted build is never served.
        let unfinished = site.join("unfinished");
        remove_folder(&unfinished)?;
        split::run(&workspace.names.name, &wasm, &unfinished)?;
        fs::write(
            unfinished.join(format!("{}.css", workspace.names.name)),
            &style,
        )?;
        fs::write(unfinished.join("favicon.svg"), &icon)?;
        if mode == Mode::Release {
            optimize::run(workspace, &unfinished)?;
        }
        guard::run(&workspace.names.name, &unfinished)?;
        bundle::run(&unfinished)?;
        if mode == Mode::Release {
            compress::run(&unfinished)?;
        }
        fs::rename(&unfinished, &finished).context("finishing the site")?;
    }
    name_current(&site, &folder)?;
    Ok(site)
}

/// Everything that decides what is in the folder: its contents, and the versions of
/// the tools that turn them into files.
fn content_hash(workspace: &Workspace, contents: &[&[u8]]) -> Result<String> {
    let mut hash = Sha256::new();
    for content in contents {
        hash.update(content);
    }
    hash.update(fs::read(workspace.root.join("package-lock.json"))?);
    for recipe in [
        include_str!("frontend.rs"),
        include_str!("frontend/split.rs"),
        include_str!("frontend/optimize.rs"),
        include_str!("frontend/guard.rs"),
        include_str!("frontend/program.js"),
        include_str!("frontend/bundle.rs"),
        include_str!("frontend/modules.js"),
        include_str!("frontend/compress.rs"),
    ] {
        hash.update(recipe);
    }
    let mut name = hex::encode(hash.finalize());
    name.truncate(16);
    Ok(name)
}

/// Points `current` at the folder. The one it named before stays, for the pages that are open
/// in a browser and load their next chunk from it; older ones go.
fn name_current(site: &Path, folder: &str) -> Result<()> {
    let current = site.join("current");
    let before = fs::read_to_string(&current).unwrap_or_default();
    if before == folder {
        return Ok(());
    }
    fs::write(&current, folder)?;
    for entry in fs::read_dir(site.join("pkg"))? {
        let entry = entry?;
        let name = entry.file_name();
        if name != folder && name != *before {
            remove_folder(&entry.path())?;
        }
    }
    Ok(())
}

fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
