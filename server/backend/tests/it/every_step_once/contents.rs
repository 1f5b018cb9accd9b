//! Everything a database holds. No table is named here, so that new ones are covered too.

use crate::harness::Harness;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, QueryResult, Statement};
use std::collections::BTreeMap;
use tokio::sync::OnceCell;

/// A row as text, by column.
type Row = BTreeMap<String, String>;

/// The rows of every table, in an order of their own.
pub type Contents = BTreeMap<String, Vec<Row>>;

const NULL: &str = "NULL";

/// Columns, by the last words of their names, whose values differ from one run to the next:
/// PostgreSQL never gives an id again that was rolled back, time goes on before a second try,
/// ciphertext is different every time, and tries are counted.
const DIFFERENT_EACH_TIME: [&str; 11] = [
    "id",
    "at",
    "encrypted",
    "hash",
    "version",
    "tries",
    "count",
    "cursor",
    "lease",
    "payload",
    "checks",
];

/// What every table holds at this instant.
pub async fn contents(h: &Harness) -> Contents {
    let database = &h.backend.database;
    let mut contents = Contents::new();
    for (table, columns) in columns_of_tables(database).await {
        let texts: Vec<_> = columns.iter().map(|column| as_text(h, column)).collect();
        let sql = format!("SELECT {} FROM \"{table}\"", texts.join(", "));
        let mut rows: Vec<Row> = query(database, &sql)
            .await
            .iter()
            .map(|row| {
                let values = columns
                    .iter()
                    .map(|column| (column.clone(), text(row, column)));
                values.collect()
            })
            .collect();
        rows.sort();
        contents.insert(table.clone(), rows);
    }
    contents
}

/// Of a value that differs from one run to the next only counts that it is there.
pub fn outline(mut contents: Contents) -> Contents {
    for rows in contents.values_mut() {
        for row in rows.iter_mut() {
            // Where the answer to a confirmation is lost, nobody says whether it arrived.
            row.remove("acknowledged_at");
            for (column, value) in row.iter_mut() {
                let word = column.rsplit('_').next().unwrap();
                if DIFFERENT_EACH_TIME.contains(&word) && value != NULL {
                    value.clear();
                }
            }
        }
        rows.sort();
    }
    contents
}

/// Compares table by table, so that a difference can be read.
pub fn assert_equal(found: &Contents, expected: &Contents, fault: &str) {
    for (table, rows) in expected {
        assert_eq!(
            found.get(table),
            Some(rows),
            "{fault} left a trace in {table}"
        );
    }
}

/// Every table with its columns, by kind of database: all are migrated alike, and PostgreSQL
/// takes its time to tell.
async fn columns_of_tables(
    database: &DatabaseConnection,
) -> &'static BTreeMap<String, Vec<String>> {
    static SQLITE: OnceCell<BTreeMap<String, Vec<String>>> = OnceCell::const_new();
    static POSTGRES: OnceCell<BTreeMap<String, Vec<String>>> = OnceCell::const_new();
    let known = match database.get_database_backend() {
        DbBackend::Sqlite => &SQLITE,
        _ => &POSTGRES,
    };
    known.get_or_init(|| read_columns(database)).await
}

async fn read_columns(database: &DatabaseConnection) -> BTreeMap<String, Vec<String>> {
    let sql = match database.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT found.name AS in_table, info.name AS named
             FROM sqlite_schema AS found, pragma_table_info(found.name) AS info
             WHERE found.type = 'table' AND found.name NOT LIKE 'sqlite_%'"
        }
        _ => {
            "SELECT table_name::text AS in_table, column_name::text AS named
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let mut tables = BTreeMap::<String, Vec<String>>::new();
    for row in query(database, sql).await {
        let columns = tables.entry(text(&row, "in_table")).or_default();
        columns.push(text(&row, "named"));
    }
    tables
}

fn as_text(h: &Harness, column: &str) -> String {
    match h.backend.database.get_database_backend() {
        DbBackend::Sqlite => format!("quote(\"{column}\") AS \"{column}\""),
        _ => format!("coalesce(\"{column}\"::text, '{NULL}') AS \"{column}\""),
    }
}

async fn query(database: &DatabaseConnection, sql: &str) -> Vec<QueryResult> {
    let statement = Statement::from_string(database.get_database_backend(), sql);
    database.query_all_raw(statement).await.unwrap()
}

fn text(row: &QueryResult, column: &str) -> String {
    row.try_get("", column).unwrap()
}
