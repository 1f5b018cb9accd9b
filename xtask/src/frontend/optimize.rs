//! Smaller WebAssembly, by Binaryen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread::{available_parallelism, scope};

use anyhow::{Result, anyhow};

use crate::command::{self, say};
use crate::workspace::Workspace;

/// Shrinks every module in the folder.
///
/// # Errors
/// When Binaryen is missing or refuses a module.
pub fn run(workspace: &Workspace, folder: &Path) -> Result<()> {
    say("front end: optimizing");
    let files = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let files = files.into_iter().filter(|file| is_module(file));
    let queue = Mutex::new(files);
    // Binaryen works on one core, and there are hundreds of modules.
    let workers = available_parallelism()?.get();
    scope(|scope| {
        let running: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    while let Some(file) = next(&queue) {
                        shrink(workspace, &file)?;
                    }
                    Ok(())
                })
            })
            .collect();
        running
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker panicked"))?)
    })
}

fn is_module(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "wasm")
}

/// The lock is given back before the file is worked on.
fn next(queue: &Mutex<impl Iterator<Item = PathBuf>>) -> Option<PathBuf> {
    queue.lock().ok()?.next()
}

fn shrink(workspace: &Workspace, file: &Path) -> Result<()> {
    // Binaryen warns of names it does not know; they are of use to debuggers only.
    command::output(
        Command::new(workspace.npm_program("wasm-opt"))
            .arg("-Oz")
            .args(["--enable-bulk-memory", "--enable-nontrapping-float-to-int"])
            .arg(file)
            .arg("--output")
            .arg(file),
    )
    .map(drop)
}
