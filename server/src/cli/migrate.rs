//! `license-server migrate`

use crate::config::{Config, Sources};
use crate::wiring;
use anyhow::Result;
use clap::Args;

/// Bring the database up to date.
///
/// Safe to repeat. Run it before `serve` after every upgrade; make a backup first.
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let database = wiring::connect(&Config::read_database(sources)?).await?;
        let count = wiring::migrate(&database).await?;
        println!("the database is up to date, {count} migrations were run");
        Ok(())
    }
}
