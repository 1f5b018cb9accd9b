//! Control characters in what browsers send never reach a database.

use crate::endpoint_table::table;
use crate::harness::App;
use migration::{Migrator, MigratorTrait};
use postgres_cluster::Cluster;
use sea_orm::Database;
use shared::role::Role;

/// NUL, which PostgreSQL refuses in any text, in the middle of one.
const NUL: &str = "a%00b";

/// Every endpoint is called with NUL in each of its texts, as whoever may call it, on a
/// database that refuses it.
#[tokio::test]
async fn no_endpoint_passes_a_nul_on() {
    let settings = ["fsync=off", "synchronous_commit=off"];
    let Some(cluster) = Cluster::start(&settings).unwrap() else {
        eprintln!("NOT TESTED ON POSTGRESQL: it is not installed");
        return;
    };
    let database = Database::connect(cluster.url("postgres")).await.unwrap();
    Migrator::up(&database, None).await.unwrap();
    let app = App::on(database);
    let administrator = app.account("admin@example.com", Role::Administrator).await;
    let supervisor = app
        .account("supervisor@example.com", Role::Supervisor)
        .await;
    let cookies = [
        app.session(administrator).await,
        app.session(supervisor).await,
        app.holder("holder@example.com").await.1,
    ];
    let endpoints = table();
    for cookie in &cookies {
        for endpoint in endpoints.iter().filter(|one| !one.path.contains('{')) {
            let spoiled: Vec<String> = SEARCHES
                .iter()
                .map(|name| format!("{name}={NUL}"))
                .chain(endpoint.sent.split('&').map(spoiled))
                .collect();
            let spoiled = spoiled.join("&");
            let headers = [
                ("cookie", cookie.as_str()),
                ("sec-fetch-site", "same-origin"),
            ];
            let answer = match endpoint.method.as_str() {
                // Its answer never ends, and it reads a number only.
                "GET" if endpoint.path == "/events" => continue,
                "GET" => {
                    app.get(&format!("{}?{spoiled}", endpoint.path), &headers)
                        .await
                }
                "POST" if !endpoint.path.starts_with("/api/v1/") && endpoint.path != "/logout" => {
                    app.post(&endpoint.path, &headers, &spoiled).await
                }
                _ => continue,
            };
            assert!(
                !answer.status.is_server_error(),
                "{} {spoiled}: {answer:?}",
                endpoint.name()
            );
        }
    }
}

/// Arguments of pages and lists that narrow them.
const SEARCHES: [&str; 8] = [
    "search",
    "status",
    "kind",
    "cursor",
    "actor",
    "application",
    "from",
    "next",
];

/// One argument with NUL in its text; numbers stay what they are, or they would not be read.
fn spoiled(pair: &str) -> String {
    match pair.split_once('=') {
        Some((name, value))
            if !value.is_empty() && value.parse::<f64>().is_err() && !is_choice(name) =>
        {
            format!("{name}={value}{NUL}")
        }
        _ => pair.to_owned(),
    }
}

/// Values that are read into one of a few before the function begins.
fn is_choice(name: &str) -> bool {
    ["step", "scope"].contains(&name)
}
