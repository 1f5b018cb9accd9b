//! What the server keeps in memory.

use crate::server_process::ServerProcess;
use anyhow::{Context, Result};

/// Resident megabytes (of 1,000,000 bytes).
pub fn measure(server: &ServerProcess) -> Result<f64> {
    let status = server.status()?;
    let kibibytes: f64 = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next())
        .context("no VmRSS")?
        .parse()?;
    Ok(kibibytes * 1024.0 / 1_000_000.0)
}
