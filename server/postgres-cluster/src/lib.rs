//! A PostgreSQL cluster in a temporary folder, for tests and measurements.

use anyhow::{Context, Result, ensure};
use std::ffi::OsStr;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

/// Runs as long as the process that started it, however that ends, and leaves nothing
/// behind. It is reached through a socket in its folder only.
#[derive(Debug)]
pub struct Cluster {
    folder: String,
    programs: PathBuf,
    /// Waits for the end of its input, which this process holds open; then it stops the
    /// cluster and removes the folder.
    _watchdog: Child,
}

impl Cluster {
    /// Makes and starts one with these settings (`fsync=off`); `None` where PostgreSQL is not
    /// installed.
    ///
    /// # Errors
    /// When one of PostgreSQL's programs fails.
    pub fn start(settings: &[&str]) -> Result<Option<Self>> {
        let Some(programs) = programs() else {
            return Ok(None);
        };
        let folder =
            run(as_postgres("mktemp").args(["--directory", "/tmp/license-postgres-XXXXXX"]))?;
        let data = format!("{folder}/data");
        let initdb = programs.join("initdb");
        run(as_postgres(initdb).args([
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-D",
            &data,
        ]))?;
        let mut options = format!(
            "-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=300"
        );
        for setting in settings {
            options.push_str(" -c ");
            options.push_str(setting);
        }
        let log = format!("{folder}/log");
        run(as_postgres(programs.join("pg_ctl"))
            .args(["start", "--wait", "-D", &data, "-l", &log, "-o", &options]))?;
        let watchdog = watch(&programs, &folder)?;
        Ok(Some(Self {
            folder,
            programs,
            _watchdog: watchdog,
        }))
    }

    /// Address of one of its databases; `postgres` exists from the beginning.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres://postgres@localhost/{database}?host={}",
            self.folder
        )
    }

    /// One of PostgreSQL's client programs, told where this cluster is.
    #[must_use]
    pub fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command
            .env("PGHOST", &self.folder)
            .env("PGUSER", "postgres");
        command
    }
}

fn watch(programs: &Path, folder: &str) -> Result<Child> {
    let stop = "read -r _; \"$0\" stop --mode=immediate -D \"$1/data\"; rm -rf \"$1\"";
    as_postgres("sh")
        .args([OsStr::new("-c"), OsStr::new(stop)])
        .arg(programs.join("pg_ctl"))
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // An interrupt from the keyboard must not reach it.
        .process_group(0)
        .spawn()
        .context("sh cannot be started")
}

/// The folder of PostgreSQL's programs: where an `initdb` in the search path really is, or
/// the newest version in Debian's place.
fn programs() -> Option<PathBuf> {
    let in_path = env::var_os("PATH").map(|path| env::split_paths(&path).collect::<Vec<_>>());
    let mut versions: Vec<_> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    versions.sort();
    in_path
        .unwrap_or_default()
        .into_iter()
        .chain(versions.into_iter().rev())
        .filter_map(|folder| fs::canonicalize(folder.join("initdb")).ok())
        .find_map(|initdb| initdb.parent().map(Path::to_path_buf))
}

/// A program, as the user `postgres` when we are root, whom PostgreSQL refuses.
fn as_postgres(program: impl AsRef<OsStr>) -> Command {
    let root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let mut command = if root {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

/// Waits for a program to succeed; returns the first line of its output.
fn run(command: &mut Command) -> Result<String> {
    // Not `output()`: the server that pg_ctl starts would keep the pipes open.
    let capture = tempfile::NamedTempFile::new()?;
    let status = command
        .stdin(Stdio::null())
        .stdout(capture.reopen()?)
        .stderr(capture.reopen()?)
        .status()
        .with_context(|| format!("{command:?} cannot be started"))?;
    let output = fs::read_to_string(capture.path())?;
    ensure!(status.success(), "{command:?}: {output}");
    Ok(output.lines().next().unwrap_or_default().to_owned())
}
