//! What a reviewer decided on is kept, so that the next one sees what came back changed.
//! Empty for what was decided before this version.

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

const UP: &[&str] = &["ALTER TABLE application ADD COLUMN reviewed_encrypted {bytes}"];

const DOWN: &[&str] = &["ALTER TABLE application DROP COLUMN reviewed_encrypted"];
