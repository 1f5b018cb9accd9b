//! The schema goes up, down and up again.

use crate::harness::TestDatabase;
use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};

#[tokio::test]
async fn sqlite_goes_up_and_down_and_up() {
    up_and_down_and_up(TestDatabase::sqlite_without_tables().await).await;
}

#[tokio::test]
async fn postgres_goes_up_and_down_and_up() {
    if let Some(database) = TestDatabase::postgres_without_tables().await {
        up_and_down_and_up(database).await;
    }
}

async fn up_and_down_and_up(database: TestDatabase) {
    let connection = &database.connection;
    Migrator::up(connection, None).await.unwrap();
    let at_first = tables(connection).await;
    assert!(at_first.contains(&"account".to_owned()), "{at_first:?}");
    Migrator::down(connection, None).await.unwrap();
    assert_eq!(tables(connection).await, ["seaql_migrations"]);
    // Each step alone, as an upgrade from any earlier version takes it.
    for _ in Migrator::migrations() {
        Migrator::up(connection, Some(1)).await.unwrap();
    }
    assert_eq!(tables(connection).await, at_first);
    database.remove().await;
}

async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    let backend = connection.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => {
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
        }
    };
    let rows = connection
        .query_all_raw(Statement::from_string(backend, sql))
        .await
        .unwrap();
    rows.iter()
        .map(|row| row.try_get("", "name").unwrap())
        .collect()
}
