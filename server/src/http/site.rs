//! Where the browser's files are.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use leptos::config::{LeptosOptions, get_configuration};

/// The name of the browser build, as in the workspace's Leptos metadata.
const NAME: &str = "license";

/// Finds the site: the folder of the settings, or `site` beside this program; under `cargo
/// leptos watch` what its environment says.
///
/// # Errors
/// When the front end has not been built.
pub fn options(site_root: Option<&Path>) -> Result<LeptosOptions> {
    if env::var_os("LEPTOS_OUTPUT_NAME").is_some() {
        return Ok(get_configuration(None)?.leptos_options);
    }
    let root = match site_root {
        Some(root) => root.to_path_buf(),
        None => beside_this_program()?,
    };
    let current = root.join("current");
    let package = fs::read_to_string(&current).with_context(|| {
        format!(
            "LICENSE_SITE_ROOT: no front end, {} cannot be read",
            current.display()
        )
    })?;
    Ok(LeptosOptions::builder()
        .output_name(NAME)
        .site_root(root.display().to_string())
        .site_pkg_dir(format!("pkg/{}", package.trim()))
        .build())
}

fn beside_this_program() -> Result<PathBuf> {
    let program = env::current_exe().context("finding this program")?;
    let folder = program.parent().context("this program has no folder")?;
    Ok(folder.join("site"))
}
