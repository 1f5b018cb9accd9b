//! `license-server demo`

use crate::config::{Config, Sources};
use crate::{demo, wiring};
use anyhow::Result;
use clap::Args;

/// Load the demo accounts, servers and licenses.
///
/// Safe to repeat: what is there stays as it is. With LICENSE_DEMO=true `serve` does it by itself;
/// without, `serve` takes the passwords away, because everybody can read them.
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let config = Config::read(sources)?;
        demo::load(&wiring::open(&config).await?, &config).await?;
        println!("the demo data is loaded");
        if !config.demo {
            println!("`serve` takes its passwords away, unless LICENSE_DEMO=true is set");
        }
        Ok(())
    }
}
