//! `license-server inventory import`

mod csv_file;

use super::open_backend;
use crate::config::Sources;
use anyhow::{Result, bail};
use backend::commands::inventory::import::{ImportError, import};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// Work with the inventory of servers.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Import(Import),
}

/// Take over servers from a CSV file.
///
/// All rows are taken over, or none. Servers are known by their external_id: new ones are
/// added, known ones brought up to date, those that the file does not name stay.
///
/// The first line names the columns, in any order:
///
///   external_id     identifier in your inventory
///   account         email address of the owner's account
///   name            name of the server
///   region          name of the region
///   mainland        true or false: the region is in mainland China
///   billing         monthly_package, yearly_package, pay_as_you_go or trial
///   state           running, stopped, expired, refunded or frozen
///   term_starts_on  first day of the term, 2026-11-22 or 2026/11/22; empty without a term
///   term_ends_on    the day the term ends (exclusive)
///   public_ip       public IP bound to the server; empty if none
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
struct Import {
    /// The file: CSV as spreadsheet programs save it.
    file: PathBuf,
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        match self.command {
            Command::Import(Import { file }) => import_file(sources, &file).await,
        }
    }
}

async fn import_file(sources: &Sources, file: &Path) -> Result<()> {
    let rows = csv_file::read(file)?;
    let backend = open_backend(sources).await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match import(&backend, &name, &rows).await {
        Ok(done) => {
            println!(
                "{} added, {} changed, {} unchanged",
                done.added, done.changed, done.unchanged
            );
            Ok(())
        }
        Err(ImportError::Rows(errors)) => {
            for error in &errors {
                eprintln!("{}: {error}", file.display());
            }
            bail!("nothing was imported")
        }
        Err(ImportError::Failed(error)) => Err(error.into()),
    }
}
