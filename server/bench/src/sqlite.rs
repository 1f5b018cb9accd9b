//! Everything on SQLite, which is what most installations have.

use crate::first_load::FirstLoad;
use crate::installation::Installation;
use crate::log_in::log_in;
use crate::pages::{Load, load};
use crate::report::Report;
use crate::seed::{self, READER, REVIEWER, Size};
use crate::server_process::ServerProcess;
use crate::{budget, memory, say, start, verification};
use anyhow::Result;
use std::path::Path;
use tempfile::TempDir;

/// The database whose pages say what size costs.
const SMALL: Size = Size {
    codes: 1000,
    applications: 1000,
};

const CODE_LIST: &str = "/console/codes";
const ALL_CODES: &str = "/review/codes";
const REVIEW_QUEUE: &str = "/review";

/// Pages that a holder may open first.
const HOLDER_PAGES: [&str; 8] = [
    "/console",
    "/console/codes/apply",
    CODE_LIST,
    "/console/applications",
    "/console/applications/new",
    "/console/messages",
    "/console/account",
    "/help",
];

/// Measures on a small database what size does not change, then on one of the given size.
pub async fn measure(program: &Path, size: Size, report: &mut Report) -> Result<()> {
    let folder = TempDir::new()?;
    let small = in_small_database(program, &folder.path().join("small")).await?;
    in_large_database(program, &folder.path().join("large"), size, small, report).await
}

async fn seeded(folder: &Path, size: Size) -> Result<Installation> {
    say(&format!(
        "SQLite: {} codes, {} applications",
        size.codes, size.applications
    ));
    let database = format!("sqlite://{}", folder.join("license.sqlite").display());
    let installation = Installation::new(&database, folder);
    let backend = installation.open().await?;
    seed::seed(&backend, size).await?;
    backend.database.close().await?;
    Ok(installation)
}

/// Loads of the two code lists, the holder's and the one of everybody's codes.
async fn in_small_database(program: &Path, folder: &Path) -> Result<[Load; 2]> {
    let installation = seeded(folder, SMALL).await?;
    let server = ServerProcess::start(program, &installation).await?;
    code_lists(&server).await
}

async fn code_lists(server: &ServerProcess) -> Result<[Load; 2]> {
    let (reader, reviewer) = (
        log_in(&server.url, READER).await?,
        log_in(&server.url, REVIEWER).await?,
    );
    Ok([
        load(
            &format!("{}{CODE_LIST}", server.url),
            &[("Cookie", &reader)],
        )?,
        load(
            &format!("{}{ALL_CODES}", server.url),
            &[("Cookie", &reviewer)],
        )?,
    ])
}

async fn in_large_database(
    program: &Path,
    folder: &Path,
    size: Size,
    small: [Load; 2],
    report: &mut Report,
) -> Result<()> {
    let installation = seeded(folder, size).await?;
    say("start, pages, memory");
    let started_in = start::measure(program, &installation).await?;
    let server = ServerProcess::start(program, &installation).await?;
    let idle = memory::measure(&server)?;
    pages(&server, small, report).await?;
    report.judge(
        "start to first answer, median of 5",
        started_in,
        "ms",
        budget::START,
    );
    report.note("memory before the load", idle, "MB");
    report.judge(
        "memory after the load",
        memory::measure(&server)?,
        "MB",
        budget::MEMORY,
    );
    first_loads(&server, report).await?;
    drop(server);

    say("SQLite: product verification");
    let backend = installation.open().await?;
    let rate = verification::measure(&backend, size).await?;
    report.judge(
        "product verification on SQLite",
        rate,
        "1/s",
        budget::VERIFICATIONS,
    );
    Ok(())
}

async fn pages(server: &ServerProcess, small: [Load; 2], report: &mut Report) -> Result<()> {
    let at = |page: &str| format!("{}{page}", server.url);
    let (reader, reviewer) = (
        log_in(&server.url, READER).await?,
        log_in(&server.url, REVIEWER).await?,
    );
    report_load("public page", load(&at("/"), &[])?, report);

    let [list, all] = code_lists(server).await?;
    let name = "code list, 50 rows";
    report.judge(name, list.pages_per_second, "1/s", budget::CODE_LISTS);
    report.note(format!("{name}: p50"), list.p50, "ms");
    report.judge(
        format!("{name}: p99"),
        list.p99,
        "ms",
        budget::CODE_LIST_P99,
    );
    let as_browsers_ask = [
        ("Cookie", reader.as_str()),
        ("Accept-Encoding", "gzip, deflate, br"),
    ];
    report_load(
        "code list, compressed",
        load(&at(CODE_LIST), &as_browsers_ask)?,
        report,
    );
    report_load("everybody's codes, 50 rows", all, report);
    for (name, small, large) in [
        ("code list", small[0], list),
        ("everybody's codes", small[1], all),
    ] {
        let growth = small.pages_per_second / large.pages_per_second;
        report.judge(
            format!("{name}: cost beside 1,000 codes"),
            growth,
            "times",
            budget::GROWTH,
        );
    }
    report_load(
        "review queue",
        load(&at(REVIEW_QUEUE), &[("Cookie", &reviewer)])?,
        report,
    );
    Ok(())
}

/// The numbers of a page that has no budget.
fn report_load(name: &str, load: Load, report: &mut Report) {
    report.note(name, load.pages_per_second, "1/s");
    report.note(format!("{name}: p50"), load.p50, "ms");
    report.note(format!("{name}: p99"), load.p99, "ms");
}

async fn first_loads(server: &ServerProcess, report: &mut Report) -> Result<()> {
    let (reader, reviewer) = (
        log_in(&server.url, READER).await?,
        log_in(&server.url, REVIEWER).await?,
    );
    let mut of_holders = Vec::new();
    for page in HOLDER_PAGES {
        let first = FirstLoad::of(&server.url, page, &reader).await?;
        report.judge(
            format!("first load of {page}"),
            first.kilobytes(),
            "kB",
            budget::FIRST_LOAD,
        );
        of_holders.push(first);
    }
    for page in [REVIEW_QUEUE, ALL_CODES] {
        let first = FirstLoad::of(&server.url, page, &reviewer).await?;
        report.note(format!("first load of {page}"), first.kilobytes(), "kB");
        let own = first.kilobytes_of_own_code(&of_holders);
        report.note("  of it code that no page of holders loads", own, "kB");
    }
    Ok(())
}
