//! The data folder of a demo: marked as one from its first day, so that it can be thrown away and
//! nothing else is.

use crate::config::{Config, DatabaseUrl};
use anyhow::{Context, Result, bail};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Marks a folder as a demo's; servers that work on it share a lock on it.
const MARK: &str = "demo";
const DATABASE: &str = "license.sqlite";
/// What a demo writes, and nothing else of a folder, is thrown away: the mark last, so that what
/// was interrupted can be done again.
const FILES: [&str; 8] = [
    DATABASE,
    "license.sqlite-wal",
    "license.sqlite-shm",
    "authority-simulator.json",
    "authority-simulator.tmp",
    "service-token",
    "secret-key",
    MARK,
];

/// Marks the folder of a demo that begins, and holds it as long as the returned file is open. Data
/// that was there before is not called a demo's, and the data of a system that is served outside of
/// demo mode is none any more.
///
/// # Errors
/// When the mark can be neither written nor removed, or the folder is being emptied.
pub fn hold(config: &Config) -> Result<Option<File>> {
    let mark = config.data_dir.join(MARK);
    if !config.demo {
        return delete(&mark).map(|()| None);
    }
    let begins = database_inside(config).is_some_and(|database| !database.exists());
    if !begins && !mark.exists() {
        return Ok(None);
    }
    let unwritable = || format!("{} cannot be written", mark.display());
    fs::create_dir_all(&config.data_dir).with_context(unwritable)?;
    let file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&mark)
        .with_context(unwritable)?;
    match file.try_lock_shared() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => bail!("{} is being emptied", config.data_dir.display()),
        Err(TryLockError::Error(error)) => Err(error).with_context(unwritable),
    }
}

/// What became of a demo's folder.
#[derive(Debug, PartialEq, Eq)]
pub enum Emptied {
    /// There was no demo in it.
    NothingThere,
    /// It is gone.
    Deleted,
    /// The demo is gone; what others put there stays.
    OthersStay,
}

/// Throws a demo's data away.
///
/// # Errors
/// When the folder is not a demo's, its database is somewhere else, a server is running on it, or
/// something cannot be deleted.
pub fn empty(config: &Config) -> Result<Emptied> {
    let folder = &config.data_dir;
    let shown = folder.display();
    if !config.demo {
        bail!("LICENSE_DEMO: only a demo's data is thrown away, and this is none");
    }
    let Some(database) = database_inside(config) else {
        bail!("LICENSE_DATABASE__URL: the database is not in {shown}, and nothing else is touched");
    };
    let mark = match File::open(folder.join(MARK)) {
        Ok(mark) => mark,
        Err(error) if error.kind() == ErrorKind::NotFound && !database.exists() => {
            return Ok(Emptied::NothingThere);
        }
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "{shown} holds data that did not begin as a demo's; if nobody needs it, delete the \
             folder yourself"
        ),
        Err(error) => return Err(error).with_context(|| format!("{shown} cannot be read")),
    };
    match mark.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => bail!("a server is running on {shown}; stop it first"),
        Err(TryLockError::Error(error)) => {
            return Err(error).with_context(|| format!("{shown} cannot be locked"));
        }
    }
    for file in FILES {
        delete(&folder.join(file))?;
    }
    match fs::remove_dir(folder) {
        Ok(()) => Ok(Emptied::Deleted),
        Err(_) => Ok(Emptied::OthersStay),
    }
}

/// The database, where it lies in the data folder under the name that a demo gives it.
fn database_inside(config: &Config) -> Option<PathBuf> {
    match &config.database.url {
        DatabaseUrl::Sqlite(file) if *file == config.data_dir.join(DATABASE) => Some(file.clone()),
        _ => None,
    }
}

/// Nothing to do where no file is, or none that this user may know of.
fn delete(file: &Path) -> Result<()> {
    if !file.exists() {
        return Ok(());
    }
    fs::remove_file(file).with_context(|| format!("{} cannot be deleted", file.display()))
}
