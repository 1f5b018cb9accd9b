//! The programs that tests start.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::Result;

use super::debian;
use crate::command::{is_installed, program};

/// Installs the Debian packages of the programs that are missing.
///
/// # Errors
/// When apt is missing or fails.
pub fn install() -> Result<()> {
    let mut packages = Vec::new();
    if chromium().is_none() {
        packages.push("chromium");
    }
    // Without it screenshots of Chinese pages show empty boxes.
    if !fs::exists("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")? {
        packages.push("fonts-noto-cjk");
    }
    if !has_postgresql() {
        packages.push("postgresql-15");
    }
    if !is_installed("xmllint") {
        packages.push("libxml2-utils");
    }
    debian::install(&packages)
}

/// The browser of the tests: the one that `LICENSE_CHROMIUM` names, or the one in the search path.
pub fn chromium() -> Option<PathBuf> {
    let named = env::var_os("LICENSE_CHROMIUM").map(PathBuf::from);
    named.or_else(|| program("chromium"))
}

/// Debian keeps the server programs out of the search path, one folder for each version.
pub(super) fn has_postgresql() -> bool {
    is_installed("initdb")
        || fs::read_dir("/usr/lib/postgresql").is_ok_and(|versions| {
            versions
                .flatten()
                .any(|version| version.path().join("bin/initdb").is_file())
        })
}
