//! The release build's server, as a process of its own.

use crate::installation::Installation;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// A server that does not answer by then never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// Stopped when dropped.
#[derive(Debug)]
pub struct ServerProcess {
    child: Child,
    /// What it says of itself.
    log: NamedTempFile,
    /// `http://127.0.0.1:…`
    pub url: String,
    /// From the start of the process to its first answer.
    pub started_in: Duration,
}

impl ServerProcess {
    /// Starts the server on a free port and waits for its first answer.
    pub async fn start(program: &Path, installation: &Installation) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let log = NamedTempFile::new()?;
        let begin = Instant::now();
        let child = Command::new(program)
            .arg("serve")
            .current_dir("/")
            .env_clear()
            .envs(installation.settings().iter().cloned())
            .env("LICENSE_LISTEN", address.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log.reopen()?)
            .spawn()
            .with_context(|| format!("{} cannot be started", program.display()))?;
        let mut server = Self {
            child,
            log,
            url: format!("http://{address}"),
            started_in: Duration::ZERO,
        };
        server.wait(begin).await?;
        server.started_in = begin.elapsed();
        Ok(server)
    }

    async fn wait(&mut self, begin: Instant) -> Result<()> {
        let health = format!("{}/healthz", self.url);
        while !reqwest::get(&health)
            .await
            .is_ok_and(|answer| answer.status().is_success())
        {
            let answers_never = self.child.try_wait()?.is_some() || begin.elapsed() > PATIENCE;
            ensure!(
                !answers_never,
                "the server does not answer: {}",
                fs::read_to_string(&self.log)?
            );
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(())
    }

    /// What the operating system knows of the process (`proc_pid_status(5)`).
    pub fn status(&self) -> Result<String> {
        Ok(fs::read_to_string(format!(
            "/proc/{}/status",
            self.child.id()
        ))?)
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
