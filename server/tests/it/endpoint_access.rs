//! Who may do what, as two files that a reviewer of a change reads: `role_table.txt` and
//! `endpoint_table.txt`. An endpoint that the second one lacks fails here.

use crate::harness::{App, request};
use app::routes::Path;
use axum::body::Body;
use backend::service_token::Scope;
use leptos::server_fn::axum::server_fn_paths;
use server::http::{api, page_routes};
use shared::role::{Action, Role, allows};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it")
        .join(name)
}

/// Compares a file with what it must hold; `UPDATE_TABLES=1` writes it.
fn assert_file(name: &str, expected: &str) {
    if env::var_os("UPDATE_TABLES").is_some() {
        fs::write(file(name), expected).unwrap();
    }
    let found = fs::read_to_string(file(name)).unwrap_or_default();
    assert!(
        found == expected,
        "{name} is out of date: run with UPDATE_TABLES=1 and review the change\n{expected}"
    );
}

#[test]
fn the_role_table_is_the_reviewed_one() {
    let mut table = format!("{:28}", "");
    for role in Role::ALL {
        write!(table, "{:15}", role.code()).unwrap();
    }
    let mut lines = vec![table.trim_end().to_owned()];
    for action in Action::ALL {
        let mut line = format!("{:28}", action.name());
        for role in Role::ALL {
            write!(
                line,
                "{:15}",
                if allows(role, *action) { "yes" } else { "-" }
            )
            .unwrap();
        }
        lines.push(line.trim_end().to_owned());
    }
    assert_file("role_table.txt", &(lines.join("\n") + "\n"));
}

/// Everything that is served, as `METHOD path`.
async fn endpoints() -> BTreeSet<String> {
    let app = App::new().await;
    let pages = page_routes()
        .into_iter()
        .map(|route| format!("GET {}", route.path()));
    let functions = server_fn_paths().map(|(path, method)| format!("{method} {path}"));
    let (_, description) = api::router(app.backend.clone());
    let described = serde_json::to_value(description).unwrap();
    let operations =
        described["paths"]
            .as_object()
            .unwrap()
            .iter()
            .flat_map(|(path, operations)| {
                let methods = operations.as_object().unwrap().keys();
                methods.map(move |method| format!("{} /api/v1{path}", method.to_uppercase()))
            });
    let operations: Vec<_> = operations.collect();
    pages
        .chain(functions)
        .chain(operations)
        .chain(written_routes())
        .collect()
}

/// Routes that the source of the web server names one by one.
fn written_routes() -> Vec<String> {
    let sources = ["src/http.rs", "src/http/health.rs", "src/http/api.rs"];
    let mut routes = Vec::new();
    for source in sources {
        let text =
            fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(source)).unwrap();
        for call in text.split(".route(\"").skip(1) {
            let (path, rest) = call.split_once('"').unwrap();
            let method = if rest.starts_with(", get(") {
                "GET"
            } else {
                "POST"
            };
            let prefix = if source.ends_with("api.rs") {
                "/api/v1"
            } else {
                ""
            };
            routes.push(format!("{method} {prefix}{path}"));
        }
    }
    routes
}

/// The checked-in table: endpoint → what it demands.
fn table() -> BTreeMap<String, String> {
    let text = fs::read_to_string(file("endpoint_table.txt")).unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let [method, path, demand] = line.split_whitespace().collect::<Vec<_>>()[..] else {
                panic!("endpoint_table.txt: {line}");
            };
            (format!("{method} {path}"), demand.to_owned())
        })
        .collect()
}

#[tokio::test]
async fn every_endpoint_is_in_the_table_with_what_it_demands() {
    let known = table();
    let mut lines = vec![
        "# Every endpoint and what it demands: an action of the role table, a scope of service"
            .to_owned(),
        "# tokens, `session` (anybody who is logged in) or `public`.".to_owned(),
    ];
    for endpoint in endpoints().await {
        let demand = known.get(&endpoint).map_or("?", String::as_str);
        let (method, path) = endpoint.split_once(' ').unwrap();
        lines.push(format!("{method:5}{path:55} {demand}"));
    }
    assert_file("endpoint_table.txt", &(lines.join("\n") + "\n"));
    let open: Vec<_> = table()
        .into_iter()
        .filter(|(_, demand)| !is_demand(demand))
        .collect();
    assert!(
        open.is_empty(),
        "endpoint_table.txt must say what these demand: {open:#?}"
    );
}

fn is_demand(demand: &str) -> bool {
    ["public", "session"].contains(&demand)
        || action(demand).is_some()
        || Scope::from_code(demand).is_some()
}

fn action(name: &str) -> Option<Action> {
    Action::ALL
        .iter()
        .copied()
        .find(|action| action.name() == name)
}

fn with_number(path: &str) -> String {
    path.replace("{id}", "1").replace("{format}", "csv")
}

#[tokio::test]
async fn strangers_and_other_roles_get_nothing_that_demands_something() {
    let app = App::new().await;
    let mut sessions = Vec::new();
    for role in Role::ALL {
        let id = app
            .account(&format!("{}@example.com", role.code()), role)
            .await;
        sessions.push((Some(role), app.session(id).await));
    }
    sessions.push((None, String::new()));
    for (endpoint, demand) in table() {
        let (method, path) = endpoint.split_once(' ').unwrap();
        for (role, cookie) in &sessions {
            let may = match (demand.as_str(), role) {
                ("public", _) | ("session", Some(_)) => true,
                (demand, Some(role)) => action(demand).is_some_and(|action| allows(*role, action)),
                (_, None) => false,
            };
            if may {
                continue;
            }
            let headers = [
                ("cookie", cookie.as_str()),
                ("content-type", "application/x-www-form-urlencoded"),
            ];
            let answer = app
                .send(request(method, &with_number(path), &headers, Body::empty()))
                .await;
            assert!(
                !answer.status.is_success(),
                "{endpoint} answered {role:?} with {}",
                answer.status
            );
        }
    }
}

#[test]
fn every_address_of_the_product_has_a_page_or_a_target() {
    let served: BTreeSet<_> = table()
        .into_keys()
        .filter_map(|endpoint| Some(endpoint.split_once(' ')?.1.to_owned()))
        .collect();
    for pattern in Path::PATTERNS {
        assert!(
            served.contains(&pattern.replace(":id", "{id}")),
            "{pattern} leads nowhere"
        );
    }
}
