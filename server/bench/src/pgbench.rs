//! The statements of a product verification by pgbench: as fast as this database takes them
//! from a program that does nothing else.

use crate::seed::Size;
use crate::verification::{CLIENTS, turns};
use anyhow::{Context, Result, ensure};
use postgres_cluster::Cluster;
use std::io::Write;
use std::process::Command;
use tempfile::NamedTempFile;

/// The copy of the product's database that pgbench works on.
const DATABASE: &str = "by_pgbench";
const SCRIPT: &str = include_str!("pgbench/verification.sql");

/// Copies the database, to which nobody may be connected. In the copy the hash of a code is
/// its number, so that the script knows it.
pub fn prepare(cluster: &Cluster, database: &str, size: Size) -> Result<()> {
    psql(
        cluster,
        "postgres",
        &format!("CREATE DATABASE {DATABASE} TEMPLATE {database}"),
    )?;
    let last = CLIENTS * turns(size) * 10 / 7 + 10;
    let number = format!("UPDATE authorization_code SET code_hash = id::text WHERE id <= {last}");
    psql(cluster, DATABASE, &number)?;
    psql(cluster, DATABASE, "VACUUM ANALYZE")
}

/// Verifications per second.
pub fn measure(cluster: &Cluster, size: Size) -> Result<f64> {
    let mut script = NamedTempFile::new()?;
    script.write_all(SCRIPT.as_bytes())?;
    let output = output(
        cluster
            .client("pgbench")
            .args(["--no-vacuum", "--protocol", "prepared", "--jobs", "2"])
            .args(["--client", &CLIENTS.to_string()])
            .args(["--transactions", &turns(size).to_string()])
            .args([
                "--define",
                "turn=0",
                "--define",
                &format!("clients={CLIENTS}"),
            ])
            .args([
                "--define",
                &format!(
                    "first_account={}",
                    crate::seed::verifier(size, 0).account_id
                ),
            ])
            .arg("--file")
            .arg(script.path())
            .arg(DATABASE),
    )?;
    let rate = output.lines().find_map(|line| line.strip_prefix("tps = "));
    let rate = rate.and_then(|rest| rest.split_whitespace().next());
    Ok(rate
        .with_context(|| format!("pgbench did not say its rate:\n{output}"))?
        .parse()?)
}

/// Runs one statement.
pub fn psql(cluster: &Cluster, database: &str, statement: &str) -> Result<()> {
    let mut psql = cluster.client("psql");
    output(psql.args([
        "--quiet",
        "--no-psqlrc",
        "--dbname",
        database,
        "--command",
        statement,
    ]))
    .map(drop)
}

fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("{command:?} cannot be started"))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    // pgbench ends well although clients were aborted.
    ensure!(
        output.status.success() && !errors.contains("aborted"),
        "{command:?}: {errors}"
    );
    Ok(String::from_utf8(output.stdout)?)
}
