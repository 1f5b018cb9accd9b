//! From the start of the process to its first answer.

use crate::installation::Installation;
use crate::server_process::ServerProcess;
use anyhow::{Context, Result};
use std::path::Path;

const STARTS: usize = 5;

/// Milliseconds, the median of five starts.
pub async fn measure(program: &Path, installation: &Installation) -> Result<f64> {
    let mut times = Vec::with_capacity(STARTS);
    for _ in 0..STARTS {
        times.push(
            ServerProcess::start(program, installation)
                .await?
                .started_in,
        );
    }
    times.sort_unstable();
    let median = times.get(STARTS / 2).context("no start")?;
    Ok(median.as_secs_f64() * 1000.0)
}
