//! The project's build steps: `cargo run -p xtask -- <command>`, or simply `make <target>`.
//! Each step says one line when it does something and nothing when there is nothing to do.

mod bench;
mod check;
mod command;
mod format;
mod frontend;
mod run;
mod setup;
mod test;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use workspace::{Mode, Workspace};

#[derive(Parser)]
#[command(about = "Build steps of the license system")]
struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Install whatever is missing to build and to test.
    Setup,
    /// Build what the browser loads.
    Frontend {
        /// Optimized and compressed.
        #[arg(long)]
        release: bool,
    },
    /// Set up, build, and serve the application.
    Run {
        /// Optimized and compressed.
        #[arg(long)]
        release: bool,
    },
    /// Throw the demo's data away.
    Reset {
        /// With the optimized server.
        #[arg(long)]
        release: bool,
    },
    /// Set up and run every test.
    Test,
    /// Set up, build the optimized server, and measure it.
    Bench,
    /// Take the README's screenshots anew.
    Screenshots,
    /// Clippy natively and for the browser, types and formatting of the browser tests.
    Lint,
    /// Format everything, or only check that it is formatted.
    Fmt {
        /// Change nothing; fail when something is not formatted.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match take(Arguments::parse().step) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not `Debug`: where RUST_BACKTRACE is set, a backtrace through the build tool would
            // push what went wrong out of sight.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn take(step: Step) -> Result<()> {
    let workspace = Workspace::find()?;
    match step {
        Step::Setup => {
            setup::for_building(&workspace)?;
            setup::for_testing()
        }
        Step::Frontend { release } => {
            setup::for_building(&workspace)?;
            frontend::build(&workspace, Mode::new(release)).map(drop)
        }
        Step::Run { release } => run::run(&workspace, Mode::new(release)),
        Step::Reset { release } => run::reset(&workspace, Mode::new(release)),
        Step::Test => test::run(&workspace),
        Step::Screenshots => test::take_screenshots(&workspace),
        Step::Bench => bench::run(&workspace),
        Step::Lint => check::run(&workspace),
        Step::Fmt { check } => format::run(&workspace, check),
    }
}
