//! Who may do what, as two files that a reviewer of a change reads: `role_table.txt` and
//! `endpoint_table.txt`. An endpoint that the second one lacks fails here.

use crate::demand::Demand;
use crate::harness::App;
use app::parts::provider_brand::LOGO;
use app::routes::Path;
use leptos::server_fn::axum::server_fn_paths;
use server::http::{api, page_routes};
use shared::role::{Action, Role, allows};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

/// What the table of endpoints begins with.
const HEAD: &str = "\
# Every endpoint and what it demands: an action of the role table (several with `+`: all of
# them), a scope of service tokens, `session` (anybody who is logged in) or `public`. Then the
# arguments of the call that proves it, where some are needed: a query for GET, a body for
# others. They are valid, or the call would fail before it comes to rights, and harmless:
# they name what does not exist, or are refused to everybody.";

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
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let modules = fs::read_dir(folder.join("http")).unwrap();
    let mut sources: Vec<_> = modules.map(|module| module.unwrap().path()).collect();
    sources.push(folder.join("http.rs"));
    sources
        .iter()
        .filter(|source| source.is_file())
        .flat_map(|source| {
            let prefix = if source.ends_with("api.rs") {
                "/api/v1"
            } else {
                ""
            };
            routes_in(&fs::read_to_string(source).unwrap(), prefix)
        })
        .collect()
}

/// Calls that add something to a router, but for the pages and functions, which are listed.
fn routes_in(source: &str, prefix: &str) -> Vec<String> {
    let mut routes = Vec::new();
    for adds in [".route(", ".route_service(", ".nest_service("] {
        for call in source.split(adds).skip(1) {
            let (path, rest) = call.split_once(',').unwrap();
            let path = match path.trim() {
                "LOGO" => LOGO,
                path => path.trim_matches('"'),
            };
            let method = match rest.trim_start().split('(').next().unwrap() {
                "get" => "GET",
                "post" => "POST",
                _ if adds != ".route(" => "GET",
                other => panic!("{path}: what is {other}?"),
            };
            routes.push(format!("{method} {prefix}{path}"));
        }
    }
    routes
}

/// A line of the table.
#[derive(Debug)]
pub struct Endpoint {
    pub method: String,
    pub path: String,
    /// What [`Demand::parse`] reads.
    demand: String,
    /// The query of a `GET`, the body of anything else; often empty.
    pub sent: String,
}

impl Endpoint {
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    pub fn demand(&self) -> Demand {
        Demand::parse(&self.demand)
            .unwrap_or_else(|| panic!("endpoint_table.txt must say what {self:?} demands"))
    }
}

/// The checked-in table.
pub fn table() -> Vec<Endpoint> {
    let text = fs::read_to_string(file("endpoint_table.txt")).unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace().map(str::to_owned);
            let mut word = || words.next().unwrap_or_default();
            Endpoint {
                method: word(),
                path: word(),
                demand: word(),
                sent: word(),
            }
        })
        .collect()
}

#[tokio::test]
async fn every_endpoint_is_in_the_table_with_what_it_demands() {
    let known: BTreeMap<_, _> = table()
        .into_iter()
        .map(|endpoint| (endpoint.name(), endpoint))
        .collect();
    let mut lines: Vec<_> = HEAD.lines().map(str::to_owned).collect();
    for name in endpoints().await {
        let (method, path) = name.split_once(' ').unwrap();
        let (demand, sent) = known
            .get(&name)
            .map_or(("?", ""), |line| (&*line.demand, &*line.sent));
        let line = format!("{method:5}{path:55} {demand:29} {sent}");
        lines.push(line.trim_end().to_owned());
    }
    assert_file("endpoint_table.txt", &(lines.join("\n") + "\n"));
    for endpoint in table() {
        endpoint.demand();
    }
}

#[test]
fn every_address_of_the_product_has_a_page_or_a_target() {
    let served: BTreeSet<_> = table().into_iter().map(|endpoint| endpoint.path).collect();
    for pattern in Path::PATTERNS {
        assert!(
            served.contains(&pattern.replace(":id", "{id}")),
            "{pattern} leads nowhere"
        );
    }
}
