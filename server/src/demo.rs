//! What a demo needs besides its data: the simulated authority and a token to try the
//! machine interface with.

use crate::config::Config;
use crate::wiring::write_private;
use adapters::authority_simulator::{self, SimulatorError, SimulatorSettings};
use anyhow::Result;
use backend::backend::Backend;
use backend::commands::accounts::end_demo_passwords::end_demo_passwords;
use backend::commands::service_tokens::create::create_by_operator;
use backend::service_token::Scope;
use ports::clock::SystemClock;
use std::future::Future;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Starts the simulated authority beside the application.
pub fn start_simulator(
    config: &Config,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> JoinHandle<Result<(), SimulatorError>> {
    let account = &config.authority.settings;
    let settings = SimulatorSettings {
        isp_id: account.isp_id,
        user: account.user.clone(),
        password: account.password.clone(),
        key: account.key.clone(),
        iv: account.iv.clone(),
        storage: Some(config.data_dir.join("authority-simulator.json")),
        license_system: Some(config.listen.public_url.clone()),
        ..SimulatorSettings::default()
    };
    tracing::info!("the authority is simulated at {}", account.url);
    tokio::spawn(authority_simulator::serve(
        settings,
        Arc::new(SystemClock),
        listener,
        stop,
    ))
}

/// Loads what is missing of the demo's accounts, servers and licenses, and makes the token.
///
/// # Errors
/// When the database refuses or the token's file cannot be written.
pub async fn load(backend: &Backend, config: &Config) -> Result<()> {
    backend::demo::load(backend).await?;
    make_service_token(backend, config).await
}

/// Takes the passwords away that the log-in page of a demo shows: outside of demo mode they would
/// let anybody in.
///
/// # Errors
/// When the database refuses.
pub async fn end_passwords(backend: &Backend) -> Result<()> {
    for email in end_demo_passwords(backend).await? {
        tracing::warn!(
            "{email} had the password of the demo and cannot log in with it any more; \
             `license-server user passwd {email}` sets another one"
        );
    }
    Ok(())
}

/// Writes a token for the block feed into the data folder, once.
async fn make_service_token(backend: &Backend, config: &Config) -> Result<()> {
    let file = config.data_dir.join("service-token");
    if file.exists() {
        return Ok(());
    }
    let token = create_by_operator(backend, "demo", &[Scope::ReadBlockFeed]).await?;
    write_private(&file, &token)?;
    tracing::info!("a token for the block feed is in {}", file.display());
    Ok(())
}
