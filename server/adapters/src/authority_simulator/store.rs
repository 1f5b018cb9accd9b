//! Keeps the state in one file, written whole and atomically: the simulator has few
//! writes, and a JSON document can be read and edited by hand.

use super::state::State;
use std::fs::{File, OpenOptions, create_dir_all, rename};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

#[derive(Debug)]
pub(super) struct Store {
    path: Option<PathBuf>,
    state: Mutex<State>,
}

impl Store {
    /// Reads the file if it exists; without a path the state lives in memory only.
    pub(super) fn open(path: Option<PathBuf>, fresh: impl FnOnce() -> State) -> io::Result<Self> {
        let state = match &path {
            Some(path) if path.exists() => {
                serde_json::from_reader(io::BufReader::new(File::open(path)?))?
            }
            _ => fresh(),
        };
        Ok(Self {
            path,
            state: Mutex::new(state),
        })
    }

    /// Changes the state. The change is on the disk when this returns, or did not happen.
    pub(super) fn change<T>(&self, act: impl FnOnce(&mut State) -> T) -> io::Result<T> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = state.clone();
        let outcome = act(&mut next);
        if next != *state {
            if let Some(path) = &self.path {
                write_whole(path, &serde_json::to_vec_pretty(&next)?)?;
            }
            *state = next;
        }
        Ok(outcome)
    }
}

fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    create_dir_all(folder)?;
    let temporary = path.with_extension("tmp");
    let mut file = OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(true)
        .open(&temporary)?;
    file.write_all(content)?;
    file.sync_all()?;
    rename(&temporary, path)?;
    // The rename itself is durable once the folder is.
    File::open(folder)?.sync_all()
}
