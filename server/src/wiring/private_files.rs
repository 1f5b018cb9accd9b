//! What is kept on disk is for the user that the server runs as, and for nobody else.

use crate::config::{Config, DatabaseUrl};
use rustix::process::umask;
use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const FOLDER: u32 = 0o700;
const FILE: u32 = 0o600;

/// Makes every file and folder that this process, or a program it starts, makes from now on
/// readable by its user only: databases and their logs, keys, tokens, backups.
pub fn keep_new_files_private() {
    umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Closes what was made with other modes before: the data folder with its files, and the SQLite
/// database wherever it is. What cannot be changed is named in the log; it keeps nobody from
/// serving.
pub fn close_old_files(config: &Config) {
    let data_dir = &config.data_dir;
    let mut files = files_of(data_dir);
    if let DatabaseUrl::Sqlite(database) = &config.database.url {
        let beside = |ending| {
            let mut name = database.clone().into_os_string();
            name.push(ending);
            PathBuf::from(name)
        };
        files.extend(["", "-wal", "-shm"].map(beside));
    }
    close(data_dir, FOLDER);
    for file in files {
        close(&file, FILE);
    }
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let entries = entries.filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .collect()
}

fn close(path: &Path, mode: u32) {
    let closed = fs::metadata(path).and_then(|found| {
        if found.permissions().mode() & 0o777 & !mode == 0 {
            return Ok(());
        }
        fs::set_permissions(path, Permissions::from_mode(mode))
    });
    match closed {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            tracing::warn!("{} can be read by others: {error}", path.display());
        }
        _ => {}
    }
}
