//! A step saves itself while somebody types: the page that saved last may save again, and a save
//! that was overtaken on its way changes nothing.

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
    "ALTER TABLE application ADD COLUMN saved_by_page TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE application ADD COLUMN saved_number BIGINT NOT NULL DEFAULT 0",
];

const DOWN: &[&str] = &[
    "ALTER TABLE application DROP COLUMN saved_number",
    "ALTER TABLE application DROP COLUMN saved_by_page",
];
