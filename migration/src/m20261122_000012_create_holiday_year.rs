//! Working-day calendars that a supervisor enters when a new year is published.

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

const UP: &[&str] = &["CREATE TABLE holiday_year (
    year BIGINT PRIMARY KEY,
    source TEXT NOT NULL,
    days TEXT NOT NULL,
    updated_by BIGINT NOT NULL REFERENCES account (id),
    updated_at BIGINT NOT NULL
)"];

const DOWN: &[&str] = &["DROP TABLE holiday_year"];
