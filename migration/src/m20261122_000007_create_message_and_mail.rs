//! What holders are told: on the page and by mail.

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
    "CREATE TABLE message (
    id {id},
    account_id BIGINT NOT NULL REFERENCES account (id),
    at BIGINT NOT NULL,
    -- Carries what reviewers and the authority wrote about people.
    notice_encrypted {bytes} NOT NULL,
    -- What is told once, though the job that tells it may run twice.
    unique_key TEXT UNIQUE,
    application_id BIGINT,
    read_at BIGINT
)",
    "CREATE INDEX message_by_account ON message (account_id, id)",
    "CREATE INDEX message_unread ON message (account_id, read_at)",
    "CREATE TABLE mail (
    id {id},
    to_encrypted {bytes} NOT NULL,
    subject TEXT NOT NULL,
    body_encrypted {bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    tries BIGINT NOT NULL DEFAULT 0
)",
];

const DOWN: &[&str] = &["DROP TABLE mail", "DROP TABLE message"];
