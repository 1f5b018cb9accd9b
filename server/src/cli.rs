//! The command line, one subcommand per file.

mod authority;
mod backup;
mod demo;
mod doctor;
mod inventory;
mod migrate;
mod reset;
mod restore;
mod serve;
mod token;
mod user;

use crate::config::{Config, ConfigError, Sources};
use crate::{telemetry, wiring};
use anyhow::Result;
use backend::backend::Backend;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// A setting is missing or wrong.
const WRONG_SETTING: u8 = 2;

/// ICP license system for access providers.
///
/// Settings come from the file `license.toml` (or the one that LICENSE_CONFIG names) and
/// from the environment: `database.url` in the file is LICENSE_DATABASE__URL.
#[derive(Debug, Parser)]
#[command(name = "license-server", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Migrate(migrate::Arguments),
    Demo(demo::Arguments),
    Reset(reset::Arguments),
    User(user::Arguments),
    Token(token::Arguments),
    Inventory(inventory::Arguments),
    Authority(authority::Arguments),
    Doctor(doctor::Arguments),
    Backup(backup::Arguments),
    Restore(restore::Arguments),
}

/// Runs the command; what went wrong is one line on standard error.
pub async fn run(arguments: Arguments) -> ExitCode {
    telemetry::start();
    wiring::keep_new_files_private();
    let sources = Sources::of_process();
    let outcome = match arguments.command {
        Command::Serve(arguments) => arguments.run(&sources).await,
        Command::Migrate(arguments) => arguments.run(&sources).await,
        Command::Demo(arguments) => arguments.run(&sources).await,
        Command::Reset(arguments) => arguments.run(&sources),
        Command::User(arguments) => arguments.run(&sources).await,
        Command::Token(arguments) => arguments.run(&sources).await,
        Command::Inventory(arguments) => arguments.run(&sources).await,
        Command::Authority(arguments) => arguments.run(&sources).await,
        Command::Doctor(arguments) => arguments.run(&sources).await,
        Command::Backup(arguments) => arguments.run(&sources).await,
        Command::Restore(arguments) => arguments.run(&sources).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            if error.is::<ConfigError>() {
                ExitCode::from(WRONG_SETTING)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

/// The back end on the database of the settings.
async fn open_backend(sources: &Sources) -> Result<Backend> {
    wiring::open(&Config::read(sources)?).await
}
