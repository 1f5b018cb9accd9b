//! `license-server authority simulate`

use crate::config::Sources;
use crate::listener::listen;
use adapters::authority_simulator::{self, SimulatorSettings};
use anyhow::Result;
use clap::{Args, Subcommand};
use ports::clock::SystemClock;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

/// Work with the competent authority's interface.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Simulate(Simulate),
}

/// Serve a stand-in of the authority, with a page where reports are approved or rejected.
///
/// It speaks the official SOAP interface, so that it serves other implementations as well.
#[derive(Debug, Args)]
struct Simulate {
    /// Address and port.
    #[arg(long, default_value = "127.0.0.1:3001")]
    listen: SocketAddr,
    /// File that keeps what was reported.
    #[arg(long, default_value = "authority-simulator.json")]
    storage: PathBuf,
    /// Number of the one provider that has an account (ispId).
    #[arg(long, default_value_t = SimulatorSettings::default().isp_id)]
    isp_id: i64,
    /// Name of its account.
    #[arg(long, default_value_t = SimulatorSettings::default().user)]
    user: String,
    /// Password of its account.
    #[arg(long, default_value_t = SimulatorSettings::default().password)]
    password: String,
    /// Approve by itself this many seconds after a report has arrived.
    #[arg(long)]
    answer_after: Option<u32>,
    /// Address of the license system that reports here, for the link on the page.
    #[arg(long)]
    license_system: Option<String>,
    /// AES key with which downloads are encrypted.
    #[arg(long, requires = "iv")]
    key: Option<String>,
    /// Initialization vector that belongs to the key.
    #[arg(long)]
    iv: Option<String>,
}

impl Arguments {
    pub async fn run(self, _sources: &Sources) -> Result<()> {
        match self.command {
            Command::Simulate(simulate) => simulate.run().await,
        }
    }
}

impl Simulate {
    async fn run(self) -> Result<()> {
        let listener = listen("--listen", self.listen).await?;
        println!(
            "the authority is simulated at http://{}",
            listener.local_addr()?
        );
        let settings = SimulatorSettings {
            isp_id: self.isp_id,
            user: self.user,
            password: self.password,
            storage: Some(self.storage),
            answer_after_seconds: self.answer_after,
            license_system: self.license_system,
            key: self.key,
            iv: self.iv,
            ..SimulatorSettings::default()
        };
        let stop = crate::http::stop_signal()?;
        authority_simulator::serve(settings, Arc::new(SystemClock), listener, stop).await?;
        Ok(())
    }
}
