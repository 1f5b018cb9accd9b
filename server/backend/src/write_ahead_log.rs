//! Group commit on SQLite: transactions that end at about the same time share one flush.
//!
//! SQLite itself would flush inside of each commit, while it lets nobody else write. So it is
//! told not to (`synchronous = NORMAL`, with which its file stays whole in any case), and a
//! commit is answered only after the log has been flushed here, by whoever comes first, for
//! everybody who committed before.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

/// SQLite's log beside its file.
#[derive(Debug)]
pub struct WriteAheadLog {
    file: PathBuf,
    /// Commits so far.
    written: AtomicU64,
    /// As many of them survive a power cut.
    flushed: Mutex<u64>,
}

impl WriteAheadLog {
    /// The log of a database's file.
    #[must_use]
    pub fn of(database: &Path) -> Self {
        let mut file = database.as_os_str().to_owned();
        file.push("-wal");
        Self {
            file: file.into(),
            written: AtomicU64::new(0),
            flushed: Mutex::new(0),
        }
    }

    /// Called after a commit; returns when it survives a power cut.
    ///
    /// # Errors
    /// When the file system refuses; the commit stands, but may be lost in a power cut.
    pub async fn flush(&self) -> io::Result<()> {
        let ours = self.written.fetch_add(1, Ordering::SeqCst) + 1;
        let mut flushed = self.flushed.lock().await;
        if *flushed >= ours {
            return Ok(());
        }
        let all = self.written.load(Ordering::SeqCst);
        let file = self.file.clone();
        spawn_blocking(move || flush(&file)).await??;
        *flushed = all;
        Ok(())
    }
}

fn flush(log: &Path) -> io::Result<()> {
    match File::open(log) {
        Ok(log) => log.sync_data(),
        // The last connection was closed: SQLite has flushed everything into its file.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}
