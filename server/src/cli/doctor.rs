//! `license-server doctor`

use crate::config::{Config, Sources};
use crate::{http, wiring};
use anyhow::{Context, Result, bail, ensure};
use backend::backend::Backend;
use backend::commands::accounts::end_demo_passwords::with_demo_password;
use backend::store;
use clap::Args;
use ports::authority::StatusQuery;
use sea_orm::DatabaseConnection;
use shared::role::Role;
use std::future::Future;
use std::time::Duration;
use tokio::time::timeout;

/// Check settings and everything around: one line each.
///
/// `ok` and `fail` are checks that were made; `warn` wants a look; `skip` says what is not checked
/// because this installation has no use of it.
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
            bail!("failed checks: 1");
        };
        for name in sources.unknown_variables() {
            println!("warn  {name}: there is no such setting");
        }
        let database = report
            .add("database", wiring::connect(&config.database))
            .await;
        if let Some(database) = database {
            report
                .add("migrations", wiring::require_migrations(&database))
                .await;
            check_backend(&mut report, &config, database).await;
        }
        report.add("front end", async { front_end(&config) }).await;
        check_mail(&mut report, &config).await;
        check_storage(&mut report, config.storage.url.as_deref()).await;
        ensure!(report.failed == 0, "failed checks: {}", report.failed);
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
    if !config.demo {
        report.add("demo passwords", demo_passwords(&backend)).await;
    }
    if config.authority.simulator.is_some() {
        println!("skip  authority: simulated, and only while serving");
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

/// Anybody can read them.
async fn demo_passwords(backend: &Backend) -> Result<()> {
    let accounts = with_demo_password(backend).await?;
    ensure!(
        accounts.is_empty(),
        "{} can log in with the password of the demo; `serve` takes it away, `license-server user \
         passwd` sets another one",
        accounts.join(", ")
    );
    Ok(())
}

fn front_end(config: &Config) -> Result<()> {
    http::options(config.site_root.as_deref()).map(drop)
}

async fn check_mail(report: &mut Report, config: &Config) {
    if config.smtp.is_none() {
        println!("skip  mail: a demo writes it to the log");
        return;
    }
    report.add("mail", mail(config)).await;
}

/// Connects, logs in and names the sender; no mail is sent.
async fn mail(config: &Config) -> Result<()> {
    let Some(mailer) = wiring::smtp_mailer(config)? else {
        return Ok(());
    };
    mailer
        .check()
        .await
        .context("LICENSE_SMTP__URL: the mail server cannot be used")?;
    mailer
        .check_sender()
        .await
        .context("LICENSE_SMTP__FROM: the mail server does not take mails from this address")
}

/// Nothing is kept outside of the database yet: who waits for files in a bucket must know.
async fn check_storage(report: &mut Report, url: Option<&str>) {
    match url {
        Some(url) if url.starts_with("s3://") => {
            let refusal = async {
                bail!("LICENSE_STORAGE__URL: buckets are not supported yet, {url} stays empty")
            };
            report.add::<()>("storage", refusal).await;
        }
        _ => println!("skip  storage: everything is kept in the database"),
    }
}
