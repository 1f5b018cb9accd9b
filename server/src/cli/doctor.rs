//! `license-server doctor`

use crate::config::{Config, Sources, StorageConfig};
use crate::wiring;
use anyhow::{Context, Result, bail, ensure};
use backend::backend::Backend;
use backend::store;
use clap::Args;
use ports::authority::StatusQuery;
use sea_orm::DatabaseConnection;
use shared::role::Role;
use std::fs;
use std::future::Future;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Check settings and everything around: one line each, `ok` or `fail`.
#[derive(Debug, Args)]
pub struct Arguments {}

const PATIENCE: Duration = Duration::from_secs(15);

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let mut report = Report::default();
        let Some(config) = report
            .add("settings", async { Ok(Config::read(sources)?) })
            .await
        else {
            bail!("1 check failed");
        };
        report
            .add("secret key", async { wiring::key_fingerprint(&config) })
            .await;
        let database = report
            .add("database", wiring::connect(&config.database))
            .await;
        if let Some(database) = database {
            report
                .add("migrations", wiring::require_migrations(&database))
                .await;
            check_backend(&mut report, &config, database).await;
        }
        report.add("mail", mail(&config)).await;
        report
            .add("storage", async { storage(&config.storage) })
            .await;
        ensure!(report.failed == 0, "{} checks failed", report.failed);
        Ok(())
    }
}

#[derive(Default)]
struct Report {
    failed: u32,
}

impl Report {
    /// Prints the outcome of a check and returns what it found.
    async fn add<T>(&mut self, name: &str, check: impl Future<Output = Result<T>>) -> Option<T> {
        let outcome = timeout(PATIENCE, check)
            .await
            .context("no answer in 15 seconds");
        match outcome.and_then(|outcome| outcome) {
            Ok(found) => {
                println!("ok    {name}");
                Some(found)
            }
            Err(error) => {
                println!("fail  {name}: {error:#}");
                self.failed += 1;
                None
            }
        }
    }
}

async fn check_backend(report: &mut Report, config: &Config, database: DatabaseConnection) {
    let Some(backend) = report
        .add("adapters", wiring::backend(config, database))
        .await
    else {
        return;
    };
    report
        .add("data is readable with this key", key_fits(&backend))
        .await;
    report.add("clock", clock(&backend)).await;
    if config.authority.simulator.is_some() {
        println!("ok    authority: simulated while serving");
    } else {
        report.add("authority", authority(&backend)).await;
    }
}

/// Another key would make everything encrypted unreadable.
async fn key_fits(backend: &Backend) -> Result<()> {
    for role in Role::ALL {
        if let Some(account) = store::account::find_first(&backend.database, role).await? {
            backend
                .cipher
                .decrypt("account.email", &account.email_encrypted)?;
        }
    }
    Ok(())
}

/// Terms and due times depend on the clock, and events of the future betray a wrong one.
async fn clock(backend: &Backend) -> Result<()> {
    let newest = store::audit::newest_at(&backend.database).await?;
    let ahead = newest.map_or(0, |newest| (newest - backend.now()).num_seconds());
    ensure!(
        ahead <= 60,
        "it is {ahead} seconds behind the newest event in the database"
    );
    Ok(())
}

/// A harmless question: whether a domain that nobody can have is filed.
async fn authority(backend: &Backend) -> Result<()> {
    backend
        .authority
        .query_status(&StatusQuery::Domain("doctor.invalid".to_owned()))
        .await?;
    Ok(())
}

async fn mail(config: &Config) -> Result<()> {
    let Some(url) = &config.smtp.url else {
        return Ok(());
    };
    let (scheme, rest) = url.expose().split_once("://").context("no scheme")?;
    let host = rest.rsplit('@').next().unwrap_or(rest);
    let host = host.split(['/', '?']).next().unwrap_or(host);
    let host = match host.rsplit_once(':') {
        Some(_) => host.to_owned(),
        None => format!("{host}:{}", if scheme == "smtps" { 465 } else { 25 }),
    };
    TcpStream::connect(&host)
        .await
        .with_context(|| format!("LICENSE_SMTP__URL: {host} cannot be reached"))?;
    Ok(())
}

/// Buckets are not asked: nothing is kept in them before materials are uploaded.
fn storage(config: &StorageConfig) -> Result<()> {
    let StorageConfig::Folder(folder) = config else {
        return Ok(());
    };
    let probe = folder.join(".doctor");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&probe, b"doctor"))
        .and_then(|()| fs::remove_file(&probe))
        .with_context(|| {
            format!(
                "LICENSE_STORAGE__URL: {} cannot be written",
                folder.display()
            )
        })
}
