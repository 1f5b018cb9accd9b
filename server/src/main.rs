//! The license system's program.

use clap::Parser;
use server::cli::Arguments;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    server::cli::run(Arguments::parse()).await
}
