//! Pages under the load of 32 connections, by wrk (a Debian package): it takes little of the
//! two cores from the server it measures.

use anyhow::{Context, Result, ensure};
use std::process::Command;

const CONNECTIONS: &str = "32";
const WARM_UP: &str = "2s";
const DURATION: &str = "10s";
/// A slow page is a measurement, not a failure.
const PATIENCE: &str = "60s";

/// What came back under load.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub pages_per_second: f64,
    /// Milliseconds.
    pub p50: f64,
    /// Milliseconds.
    pub p99: f64,
}

/// Asks for a page over and over, with these headers.
pub fn load(url: &str, headers: &[(&str, &str)]) -> Result<Load> {
    wrk(url, headers, WARM_UP)?;
    parse(&wrk(url, headers, DURATION)?)
}

fn wrk(url: &str, headers: &[(&str, &str)], duration: &str) -> Result<String> {
    let mut wrk = Command::new("wrk");
    wrk.args([
        "--threads",
        "1",
        "--connections",
        CONNECTIONS,
        "--duration",
        duration,
        "--timeout",
        PATIENCE,
        "--latency",
    ]);
    for (name, value) in headers {
        wrk.arg("--header").arg(format!("{name}: {value}"));
    }
    let output = wrk.arg(url).output().context("wrk cannot be started")?;
    ensure!(
        output.status.success(),
        "wrk failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

fn parse(output: &str) -> Result<Load> {
    for failure in ["Non-2xx", "Socket errors"] {
        ensure!(
            !output.contains(failure),
            "pages failed under load:\n{output}"
        );
    }
    let value = |label: &str| {
        let line = output
            .lines()
            .find_map(|line| line.trim().strip_prefix(label));
        line.map(str::trim)
            .with_context(|| format!("wrk did not say {label}:\n{output}"))
    };
    Ok(Load {
        pages_per_second: value("Requests/sec:")?.parse()?,
        p50: milliseconds(value("50%")?)?,
        p99: milliseconds(value("99%")?)?,
    })
}

fn milliseconds(text: &str) -> Result<f64> {
    let (number, factor) = if let Some(number) = text.strip_suffix("us") {
        (number, 0.001)
    } else if let Some(number) = text.strip_suffix("ms") {
        (number, 1.0)
    } else {
        (text.trim_end_matches('s'), 1000.0)
    };
    let number: f64 = number.parse().with_context(|| format!("no time: {text}"))?;
    Ok(number * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "Running 2s test @ http://127.0.0.1:1/\n  Latency Distribution\n     \
                          50%  715.00us\n     75%    1.00ms\n     90%    2.00ms\n     99%    1.05s \n  \
                          2000 requests in 2.00s, 1.00MB read\nRequests/sec:   1000.25\n";

    #[test]
    fn reads_what_wrk_prints() {
        let load = parse(OUTPUT).unwrap();
        assert!((load.pages_per_second - 1000.25).abs() < f64::EPSILON);
        assert!((load.p50 - 0.715).abs() < 1e-9);
        assert!((load.p99 - 1050.0).abs() < 1e-9);
    }

    #[test]
    fn failed_pages_are_no_measurement() {
        assert!(parse(&format!("{OUTPUT}  Non-2xx or 3xx responses: 3\n")).is_err());
        assert!(parse("").is_err());
    }
}
