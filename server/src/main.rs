//! The license system's program.

use clap::Parser;
use mimalloc::MiMalloc;
use server::cli::Arguments;
use std::process::ExitCode;

/// A page is made of thousands of small pieces: with the C library's allocator they took a
/// third of its time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    server::cli::run(Arguments::parse()).await
}
