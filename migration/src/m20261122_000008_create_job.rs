//! Work to do after a commit; a row is deleted when it is done.

use crate::dialect::run;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, DOWN).await
    }
}

const UP: &[&str] = &[
    "CREATE TABLE job (
    id {id},
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    -- At most one waiting job per key.
    unique_key TEXT UNIQUE,
    run_at BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    claimed_until_at BIGINT,
    failed_at BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL
)",
    "CREATE INDEX job_due ON job (failed_at, run_at)",
];

const DOWN: &[&str] = &["DROP TABLE job"];
