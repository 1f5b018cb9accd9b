//! Accounts, their sessions and what slows down guessing.

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
    "CREATE TABLE account (
    id {id},
    email_hash TEXT NOT NULL UNIQUE,
    email_encrypted {bytes} NOT NULL,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('holder','reviewer','supervisor','auditor','administrator')),
    password_hash TEXT,
    language TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en','zh-CN')),
    -- The order that makes the others wait (S9); a compare-and-set takes it.
    open_application_id BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account_id BIGINT REFERENCES account (id),
    data TEXT NOT NULL,
    user_agent TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
)",
    "CREATE INDEX session_by_account ON session (account_id)",
    "CREATE INDEX session_by_expiry ON session (expires_at)",
    "CREATE TABLE login_code (
    id {id},
    email_hash TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
)",
    "CREATE INDEX login_code_by_email ON login_code (email_hash, expires_at)",
    "CREATE TABLE attempt (
    key TEXT PRIMARY KEY,
    count BIGINT NOT NULL,
    resets_at BIGINT NOT NULL
)",
];

const DOWN: &[&str] = &[
    "DROP TABLE attempt",
    "DROP TABLE login_code",
    "DROP TABLE session",
    "DROP TABLE account",
];
