//! The names of accounts are personal data, too. The key is not known here: the server moves
//! the old values when it starts, and leaves an empty text in their place.

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

const UP: &[&str] = &["ALTER TABLE account ADD COLUMN display_name_encrypted {bytes}"];

const DOWN: &[&str] = &["ALTER TABLE account DROP COLUMN display_name_encrypted"];
