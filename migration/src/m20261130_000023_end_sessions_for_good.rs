//! A session that begins while all of its account's end must end as well; blocked accounts cannot
//! log in; a lock is told once in the audit trail, whoever meets it first.

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
    // How often all sessions of the account were ended.
    "ALTER TABLE account ADD COLUMN session_epoch BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE account ADD COLUMN blocked_at BIGINT",
    "ALTER TABLE account ADD COLUMN blocked_reason_encrypted {bytes}",
    "ALTER TABLE attempt ADD COLUMN lock_told_at BIGINT",
];

const DOWN: &[&str] = &[
    "ALTER TABLE attempt DROP COLUMN lock_told_at",
    "ALTER TABLE account DROP COLUMN blocked_reason_encrypted",
    "ALTER TABLE account DROP COLUMN blocked_at",
    "ALTER TABLE account DROP COLUMN session_epoch",
];
