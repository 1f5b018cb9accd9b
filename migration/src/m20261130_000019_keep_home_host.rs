//! Where a website is reached is watched at the host of its home page as well, which need be
//! neither the domain nor `www.` before it.

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

const UP: &[&str] = &["ALTER TABLE website ADD COLUMN home_host TEXT"];

const DOWN: &[&str] = &["ALTER TABLE website DROP COLUMN home_host"];
