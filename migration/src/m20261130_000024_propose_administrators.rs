//! Making an administrator takes two of them: one proposes, and the proposal waits here.

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

const UP: &[&str] = &["CREATE TABLE administrator_proposal (
    -- Who would become one; there is one proposal of an account at a time.
    account_id BIGINT PRIMARY KEY REFERENCES account (id),
    proposed_by BIGINT NOT NULL REFERENCES account (id),
    proposed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
)"];

const DOWN: &[&str] = &["DROP TABLE administrator_proposal"];
