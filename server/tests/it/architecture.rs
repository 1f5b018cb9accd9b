//! What the crates may know of each other (ARCHITECTURE.md), as a test, because drawings
//! are not kept up to date.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each crate with those of ours it may use.
const EDGES: [(&str, &[&str]); 11] = [
    ("adapters", &["ports", "shared"]),
    ("app", &["backend", "shared"]),
    ("backend", &["ports", "shared"]),
    (
        "bench",
        &["backend", "postgres-cluster", "server", "shared"],
    ),
    ("frontend", &["app"]),
    ("migration", &[]),
    ("ports", &[]),
    ("postgres-cluster", &[]),
    (
        "server",
        &["adapters", "app", "backend", "migration", "ports", "shared"],
    ),
    ("shared", &[]),
    ("xtask", &[]),
];

/// What makes a crate do input or output, wait, or differ from run to run.
const IMPURE: [&str; 9] = [
    "axum",
    "getrandom",
    "leptos",
    "rand",
    "regex",
    "reqwest",
    "sea-orm",
    "sqlx",
    "tokio",
];

/// What must not reach a browser.
const SERVER_ONLY: [&str; 9] = [
    "adapters",
    "argon2",
    "axum",
    "backend",
    "leptos_axum",
    "migration",
    "ports",
    "sea-orm",
    "tokio",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

fn metadata() -> Metadata {
    let mut command = MetadataCommand::new();
    command
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .unwrap()
}

fn uses(package: &Package) -> BTreeSet<&str> {
    package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind == DependencyKind::Normal)
        .map(|dependency| dependency.name.as_str())
        .collect()
}

/// The names of all crates that a crate brings along.
fn tree(arguments: &[&str]) -> BTreeSet<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .current_dir(root())
        .args([
            "tree",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn crates_use_only_those_they_may() {
    let metadata = metadata();
    let ours: BTreeSet<_> = metadata
        .packages
        .iter()
        .map(|package| package.name.as_str())
        .collect();
    let expected: BTreeSet<_> = EDGES.iter().map(|(name, _)| *name).collect();
    assert_eq!(ours, expected, "a new crate must say what it may use");
    for package in &metadata.packages {
        let (_, may) = EDGES
            .iter()
            .find(|(name, _)| *name == package.name.as_str())
            .unwrap();
        for used in uses(package).intersection(&ours) {
            assert!(may.contains(used), "{} must not use {used}", package.name);
        }
    }
}

#[test]
fn the_domain_does_no_input_or_output() {
    let tree = tree(&["--package", "shared"]);
    assert!(tree.contains("serde"), "{tree:?}");
    for impure in IMPURE {
        assert!(!tree.contains(impure), "shared brings {impure} along");
    }
}

#[test]
fn the_domain_knows_no_files_no_network_and_no_waiting() {
    let mut files = Vec::new();
    sources(&root().join("shared/src"), &mut files);
    assert!(files.len() > 30, "{} files were found", files.len());
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for impure in [
            "std::env",
            "std::fs",
            "std::io",
            "TcpListener",
            "TcpStream",
            "ToSocketAddrs",
            "UdpSocket",
            "std::process",
            "std::thread",
            "std::time",
            "async fn",
            "async move",
            ".await",
            "println!",
            "dbg!",
        ] {
            assert!(!text.contains(impure), "{}: {impure}", file.display());
        }
    }
}

#[test]
fn the_browser_gets_nothing_of_the_server() {
    let tree = tree(&[
        "--package",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    assert!(tree.contains("leptos"), "{tree:?}");
    for server_only in SERVER_ONLY {
        assert!(
            !tree.contains(server_only),
            "the browser gets {server_only}"
        );
    }
}

#[test]
fn the_use_cases_know_no_web() {
    let metadata = metadata();
    for (name, forbidden) in [
        (
            "backend",
            &["axum", "leptos", "reqwest", "lettre", "maud", "tower-http"][..],
        ),
        ("adapters", &["sea-orm", "sqlx"]),
        ("app", &["sea-orm", "sqlx", "reqwest"]),
        ("migration", &["serde"]),
    ] {
        let package = metadata
            .packages
            .iter()
            .find(|package| package.name.as_str() == name)
            .unwrap();
        let uses = uses(package);
        for crate_name in forbidden {
            assert!(
                !uses.contains(crate_name),
                "{name} must not use {crate_name}"
            );
        }
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    for package in metadata().packages {
        let manifest = fs::read_to_string(&package.manifest_path).unwrap();
        assert!(
            manifest.contains("[lints]\nworkspace = true"),
            "{}",
            package.manifest_path
        );
    }
}

#[test]
fn nobody_but_the_ports_reads_the_clock_or_draws_randomness() {
    let mut files = Vec::new();
    for folder in [
        "app/src",
        "frontend/src",
        "migration/src",
        "server/src",
        "server/adapters/src",
        "server/backend/src",
        "server/ports/src",
        "shared/src",
    ] {
        sources(&root().join(folder), &mut files);
    }
    assert!(files.len() > 100, "{} files were found", files.len());
    for file in files {
        if file.ends_with("ports/src/clock.rs") || file.ends_with("ports/src/random.rs") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for direct in [
            "Utc::now",
            "Local::now",
            "now_utc",
            "now_local",
            "SystemTime::now",
            "rand::fill",
            "rand::random",
            "rand::rng",
            "thread_rng",
            "ThreadRng",
            "OsRng",
            "SysRng",
            "from_os_rng",
            "from_entropy",
            "getrandom",
            "fastrand",
            "Uuid::new_v",
            "Uuid::now_v",
        ] {
            assert!(!text.contains(direct), "{}: {direct}", file.display());
        }
    }
}

#[test]
fn transactions_begin_in_one_place() {
    let mut files = Vec::new();
    for folder in ["server/src", "server/backend/src", "app/src"] {
        sources(&root().join(folder), &mut files);
    }
    for file in files
        .iter()
        .filter(|file| !file.ends_with("backend/src/transaction.rs"))
    {
        let text = fs::read_to_string(file).unwrap();
        for direct in [
            "begin_with_options",
            "begin_with_config",
            "database.begin(",
            "TransactionTrait",
        ] {
            assert!(!text.contains(direct), "{}: {direct}", file.display());
        }
    }
}
