//! `make bench`: how fast the release build is, how much a browser loads, and what the
//! process needs, beside the budgets. It prints a table and never fails for a missed budget.

mod budget;
mod first_load;
mod installation;
mod log_in;
mod memory;
mod pages;
mod pgbench;
mod postgres;
mod report;
mod seed;
mod server_process;
mod sqlite;
mod start;
mod verification;

use anyhow::Result;
use clap::Parser;
use mimalloc::MiMalloc;
use report::Report;
use seed::Size;
use std::fs;
use std::path::PathBuf;

/// The server's own, because verification is measured in this process.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Measures the release build.
#[derive(Debug, Parser)]
struct Arguments {
    /// The server's program, with the built site beside it.
    #[arg(long)]
    server: PathBuf,
    /// Where the table is written.
    #[arg(long)]
    output: PathBuf,
    /// Authorization codes in the database.
    #[arg(long, default_value_t = 500_000)]
    codes: u32,
    /// Applications in the database.
    #[arg(long, default_value_t = 100_000)]
    applications: u32,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let size = Size {
        codes: arguments.codes,
        applications: arguments.applications,
    };
    let mut report = Report::default();
    sqlite::measure(&arguments.server, size, &mut report).await?;
    postgres::measure(&arguments.server, size, &mut report).await?;
    let table = report.to_string();
    println!("\n{table}");
    fs::write(&arguments.output, table)?;
    println!("written to {}", arguments.output.display());
    Ok(())
}

/// Says in one line what is being done.
fn say(line: &str) {
    println!("» {line}");
}
