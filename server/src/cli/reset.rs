//! `license-server reset`

use crate::config::{Config, Sources};
use crate::demo_folder::{self, Emptied};
use anyhow::Result;
use clap::Args;

/// Throw a demo's data away, so that the next `serve` begins anew.
///
/// Asks nothing. Deletes what a demo wrote into its data folder and nothing else; refuses data that
/// is not a demo's, and a folder that a server is running on.
#[derive(Debug, Args)]
pub struct Arguments {}

impl Arguments {
    pub fn run(self, sources: &Sources) -> Result<()> {
        let config = Config::read(sources)?;
        let folder = config.data_dir.display();
        match demo_folder::empty(&config)? {
            Emptied::NothingThere => println!("there is no demo in {folder}: nothing to delete"),
            Emptied::Deleted => println!("deleted {folder}; the next start begins anew"),
            Emptied::OthersStay => println!(
                "deleted the demo in {folder}; the next start begins anew (what else is there stays)"
            ),
        }
        Ok(())
    }
}
