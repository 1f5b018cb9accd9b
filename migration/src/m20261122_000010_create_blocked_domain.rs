//! The block feed: a domain is listed from completion until it has access again.

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
    // Numbers of a sequence become visible in the order of commits, not in their own: a
    // reader would skip some. The lock on this row puts the writers in line.
    "CREATE TABLE block_feed (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    last_cursor BIGINT NOT NULL
)",
    "INSERT INTO block_feed (id, last_cursor) VALUES (1, 0)",
    "CREATE TABLE blocked_domain (
    -- Grows with every change, so that a reader's cursor misses nothing.
    cursor BIGINT PRIMARY KEY,
    domain TEXT NOT NULL UNIQUE,
    is_listed BOOLEAN NOT NULL,
    website_id BIGINT NOT NULL REFERENCES website (id),
    reason TEXT NOT NULL,
    resolution TEXT NOT NULL CHECK (resolution IN ('yes','no','not_checked')),
    resolution_seen_at BIGINT,
    changed_at BIGINT NOT NULL
)",
];

const DOWN: &[&str] = &["DROP TABLE blocked_domain", "DROP TABLE block_feed"];
