//! `make bench`.

use anyhow::Result;

use crate::command::{self, cargo, say};
use crate::workspace::{Mode, Workspace};
use crate::{frontend, run, setup};

/// Sets up what is missing, builds both sides optimized, and measures; the table is printed
/// and written to `bench.txt` in the target directory.
///
/// # Errors
/// When a step fails or something cannot be measured; a missed budget is no error.
pub fn run(workspace: &Workspace) -> Result<()> {
    setup::for_building(workspace)?;
    setup::for_measuring()?;
    frontend::build(workspace, Mode::Release)?;
    let server = run::build_server(workspace, Mode::Release)?;
    say("measuring (about ten minutes)");
    command::run(
        cargo()
            .current_dir(&workspace.root)
            .args(["run", "--release", "--package", "bench", "--"])
            .arg("--server")
            .arg(server)
            .arg("--output")
            .arg(workspace.target.join("bench.txt")),
    )
}
