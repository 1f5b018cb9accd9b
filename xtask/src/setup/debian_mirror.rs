//! Where this machine gets Debian's packages from.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{self, output};

/// A line for a list of sources: `suite` at the mirror that this machine uses for Debian, with its
/// keys if it names any. `folder` takes what apt has to read for it.
///
/// # Errors
/// When apt is missing, fails, or has no source that is Debian's.
pub fn source_line(folder: &Path, suite: &str) -> Result<String> {
    if let Some(line) = line_of_machine(&mut Command::new("apt-get"), suite)? {
        return Ok(line);
    }
    // apt tells its sources only after it has read them once; a fresh image has not.
    let lists = folder.join("machine-lists");
    fs::create_dir_all(lists.join("partial"))?;
    let apt_get = || {
        let mut apt_get = Command::new("apt-get");
        apt_get
            .arg(format!("-oDir::State::Lists={}", lists.display()))
            .arg("-oAPT::Sandbox::User=");
        apt_get
    };
    command::run(apt_get().args(["update", "-qq"]))?;
    line_of_machine(&mut apt_get(), suite)?.context("apt knows no Debian mirror")
}

/// apt is asked rather than its files read: it knows both of their formats, and what the mirror
/// said of itself.
fn line_of_machine(apt_get: &mut Command, suite: &str) -> Result<Option<String>> {
    let targets = output(apt_get.args([
        "indextargets",
        "--format",
        "$(LABEL)|$(SITE)|$(SIGNED_BY)",
        "Created-By: Packages",
    ]))?;
    Ok(line_of_targets(&targets, suite))
}

/// The archive that calls itself Debian, wherever its mirror keeps it; else one whose address does.
fn line_of_targets(targets: &str, suite: &str) -> Option<String> {
    let targets = targets
        .lines()
        .filter_map(|line| line.split_once('|'))
        .filter_map(|(label, rest)| Some((label, rest.split_once('|')?)));
    let named = targets.clone().find(|(label, _)| *label == "Debian");
    let (_, (site, keys)) = named.or_else(|| {
        let mut targets = targets;
        targets.find(|(_, (site, _))| site.split('/').any(|part| part == "debian"))
    })?;
    // apt leaves the variable's name standing where a source names no keys.
    let keys = if keys.starts_with('/') {
        format!("[signed-by={keys}] ")
    } else {
        String::new()
    };
    Some(format!("deb {keys}{site} {suite} main\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(targets: &str) -> Option<String> {
        line_of_targets(targets, "trixie-backports")
    }

    #[test]
    fn the_archive_is_known_by_its_label_whatever_its_path() {
        let targets = "\
Node Source|https://deb.example/node|/keys/node.gpg
Debian-Security|http://mirror.example/security|/keys/debian.gpg
Debian|http://mirror.example/pool/bookworm-mirror|/keys/debian.gpg
";
        let expected = "deb [signed-by=/keys/debian.gpg] http://mirror.example/pool/bookworm-mirror trixie-backports main\n";
        assert_eq!(line(targets).as_deref(), Some(expected));
    }

    #[test]
    fn a_mirror_that_changes_the_label_is_known_by_its_path() {
        let targets = "\
$(LABEL)|http://mirror.example/debian-security|$(SIGNED_BY)
Artifacts|https://mirror.example/artifactory/debian/remote|$(SIGNED_BY)
";
        let expected =
            "deb https://mirror.example/artifactory/debian/remote trixie-backports main\n";
        assert_eq!(line(targets).as_deref(), Some(expected));
    }

    #[test]
    fn another_archive_is_not_taken_for_debian() {
        assert_eq!(
            line("Node Source|https://deb.example/node|$(SIGNED_BY)\n"),
            None
        );
        assert_eq!(line(""), None);
    }
}
