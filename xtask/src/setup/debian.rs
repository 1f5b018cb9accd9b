//! Packages of the operating system.

use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{self, is_installed, output, say};

/// Installs Debian packages, as root or through sudo.
///
/// # Errors
/// When this is no Debian, there are no rights to install, or apt fails.
pub fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if !is_installed("apt-get") {
        bail!("missing, and there is no apt-get to install them with: {list}");
    }
    say(&format!("installing {list} (apt-get)"));
    command::run(as_root()?.args(["apt-get", "update", "-qq"]))?;
    command::run(
        as_root()?
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "install"])
            .args(["-y", "-qq", "--no-install-recommends"])
            .args(packages),
    )
}

/// `env`, with the rights to install.
fn as_root() -> Result<Command> {
    if output(Command::new("id").arg("--user"))? == "0" {
        return Ok(Command::new("env"));
    }
    if !is_installed("sudo") {
        bail!("Debian packages are missing; run this once as root, or install sudo");
    }
    let mut sudo = Command::new("sudo");
    sudo.arg("env");
    Ok(sudo)
}
