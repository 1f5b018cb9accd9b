//! Owners of codes that are used a lot choose whether they are told of each by mail as well.

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

const UP: &[&str] =
    &["ALTER TABLE account ADD COLUMN mails_about_codes BOOLEAN NOT NULL DEFAULT TRUE"];

const DOWN: &[&str] = &["ALTER TABLE account DROP COLUMN mails_about_codes"];
