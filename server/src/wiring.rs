//! Builds the parts and puts them together.

mod database;
mod private_files;
mod secret_key;

pub use database::{connect, is_migrated, migrate, require_migrations};

use database::connect_writer;
use private_files::close_old_files;
pub use private_files::keep_new_files_private;
pub use secret_key::write_private;

use crate::config::{Config, ConfigError, DatabaseUrl, HostsConfig};
use adapters::authority_soap::SoapAuthority;
use adapters::mailer_log::LogMailer;
use adapters::mailer_smtp::{SmtpMailer, SmtpSettingsError};
use adapters::resolver_hosts::HostsResolver;
use adapters::resolver_system::SystemResolver;
use anyhow::{Context, Result};
use backend::backend::{Backend, Ports};
use backend::store::moved_text::encrypt_clear_texts;
use ports::clock::SystemClock;
use ports::mailer::Mailer;
use ports::random::{Random, SystemRandom};
use ports::resolver::Resolver;
use sea_orm::DatabaseConnection;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Everything a command or a request works with, on an open database.
///
/// # Errors
/// When an adapter cannot be built, or the demo's secret key can be neither read nor made.
pub async fn backend(config: &Config, database: DatabaseConnection) -> Result<Backend> {
    assemble(config, database, &secret(config)?, ports(config)?).await
}

async fn assemble(
    config: &Config,
    database: DatabaseConnection,
    secret: &[u8; 32],
    ports: Ports,
) -> Result<Backend> {
    let backend = Backend::new(database, secret, ports, config.backend_settings());
    Ok(match &config.database.url {
        DatabaseUrl::Sqlite(file) => backend.with_sqlite_writer(file, connect_writer(file).await?),
        DatabaseUrl::Postgres(_) => backend,
    })
}

fn secret(config: &Config) -> Result<[u8; 32]> {
    secret_key::read_or_make(&config.secret_key, &config.data_dir, &SystemRandom)
}

fn ports(config: &Config) -> Result<Ports> {
    let random: Arc<dyn Random> = Arc::new(SystemRandom);
    let authority = SoapAuthority::new(config.authority.settings.clone(), random.clone())?;
    Ok(Ports {
        clock: Arc::new(SystemClock),
        authority: Arc::new(authority),
        mailer: mailer(config)?,
        resolver: resolver(&config.hosts)?,
        random,
    })
}

/// Tells one secret key from another without telling the key.
///
/// # Errors
/// When the demo's secret key can be neither read nor made.
pub fn key_fingerprint(config: &Config) -> Result<String> {
    let secret = secret_key::read_or_make(&config.secret_key, &config.data_dir, &SystemRandom)?;
    let hash = Sha256::new()
        .chain_update(b"fingerprint")
        .chain_update(secret)
        .finalize();
    Ok(hex::encode(hash).chars().take(16).collect())
}

/// Opens the database and builds the back end. A demo brings its database up to date by
/// itself; anywhere else several processes may share it, so the operator decides when.
///
/// # Errors
/// When the database cannot be opened or is not up to date.
pub async fn open(config: &Config) -> Result<Backend> {
    // First, because a wrong setting must be told before anything is changed.
    let (secret, ports) = (secret(config)?, ports(config)?);
    close_old_files(config);
    let database = connect(&config.database).await?;
    if config.demo {
        migrate(&database).await?;
    } else {
        require_migrations(&database).await?;
    }
    let backend = assemble(config, database, &secret, ports).await?;
    encrypt_clear_texts(&backend)
        .await
        .context("encrypting texts that are still in clear")?;
    Ok(backend)
}

fn mailer(config: &Config) -> Result<Arc<dyn Mailer>> {
    Ok(match smtp_mailer(config)? {
        Some(mailer) => Arc::new(mailer),
        None => Arc::new(LogMailer),
    })
}

/// The mail server of the settings, if there is one.
///
/// # Errors
/// When its settings are wrong.
pub fn smtp_mailer(config: &Config) -> Result<Option<SmtpMailer>> {
    let Some(smtp) = &config.smtp else {
        return Ok(None);
    };
    let mailer = SmtpMailer::new(smtp.url.expose(), &smtp.from).map_err(|error| {
        let key = match error {
            SmtpSettingsError::Url => "smtp.url",
            SmtpSettingsError::From => "smtp.from",
        };
        ConfigError::new(key, error.to_string())
    })?;
    Ok(Some(mailer))
}

fn resolver(config: &HostsConfig) -> Result<Arc<dyn Resolver>> {
    let name_servers =
        SystemResolver::new().context("the name servers of this machine are not known")?;
    Ok(Arc::new(HostsResolver::new(
        config.addresses.clone(),
        Arc::new(name_servers),
    )))
}
