//! What an owner notes on a code names customers. As with the names of accounts, the server
//! moves the old values when it starts, and leaves an empty text in their place.

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

const UP: &[&str] = &["ALTER TABLE authorization_code ADD COLUMN note_encrypted {bytes}"];

const DOWN: &[&str] = &["ALTER TABLE authorization_code DROP COLUMN note_encrypted"];
