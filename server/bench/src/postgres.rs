//! On PostgreSQL: product verification beside the same statements by pgbench, and the code
//! list. The cluster is as Debian sets it up: a commit that was answered is on the disk.

use crate::installation::Installation;
use crate::log_in::log_in;
use crate::pages::load;
use crate::report::Report;
use crate::seed::{self, READER, Size};
use crate::server_process::ServerProcess;
use crate::{budget, pgbench, say, verification};
use anyhow::Result;
use backend::backend::Backend;
use postgres_cluster::Cluster;
use sea_orm::ConnectionTrait;
use std::path::Path;
use tempfile::TempDir;

/// The database of the product.
const DATABASE: &str = "license";

/// Measures on a cluster of its own; leaves the rows out, with a loud line, where PostgreSQL
/// is not installed.
pub async fn measure(program: &Path, size: Size, report: &mut Report) -> Result<()> {
    let Some(cluster) = Cluster::start(&[])? else {
        say(
            "NOT MEASURED ON POSTGRESQL: initdb was found neither in PATH nor in /usr/lib/postgresql",
        );
        return Ok(());
    };
    let folder = TempDir::new()?;
    say(&format!(
        "PostgreSQL: {} codes, {} applications",
        size.codes, size.applications
    ));
    pgbench::psql(&cluster, "postgres", &format!("CREATE DATABASE {DATABASE}"))?;
    let installation = Installation::new(&cluster.url(DATABASE), folder.path());
    seed(&installation, size).await?;

    let server = ServerProcess::start(program, &installation).await?;
    let cookie = log_in(&server.url, READER).await?;
    let list = load(
        &format!("{}/console/codes", server.url),
        &[("Cookie", &cookie)],
    )?;
    drop(server);
    report.judge(
        "code list on PostgreSQL",
        list.pages_per_second,
        "1/s",
        budget::CODE_LISTS,
    );
    report.note("code list on PostgreSQL: p50", list.p50, "ms");
    report.judge(
        "code list on PostgreSQL: p99",
        list.p99,
        "ms",
        budget::CODE_LIST_P99,
    );

    say("PostgreSQL: product verification, and pgbench");
    pgbench::prepare(&cluster, DATABASE, size)?;
    let backend = installation.open().await?;
    let rate = verification::measure(&backend, size).await?;
    backend.database.close().await?;
    let by_pgbench = pgbench::measure(&cluster, size)?;
    report.note("product verification on PostgreSQL", rate, "1/s");
    report.note("the same statements by pgbench", by_pgbench, "1/s");
    report.judge(
        "product verification beside pgbench",
        rate / by_pgbench * 100.0,
        "%",
        budget::OF_PGBENCH,
    );
    Ok(())
}

async fn seed(installation: &Installation, size: Size) -> Result<()> {
    let backend: Backend = installation.open().await?;
    seed::seed(&backend, size).await?;
    // What the server's own cleaner does after a while.
    backend
        .database
        .execute_unprepared("VACUUM ANALYZE")
        .await?;
    backend.database.close().await?;
    Ok(())
}
