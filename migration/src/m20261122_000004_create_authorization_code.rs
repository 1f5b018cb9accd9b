//! Authorization codes (S20 to S34): ciphertext for the owner, keyed hash for look-up.

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
    "CREATE TABLE authorization_code (
    id {id},
    server_id BIGINT NOT NULL REFERENCES cloud_server (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL UNIQUE,
    code_encrypted {bytes} NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('unused','licensing','used','invalid')),
    reason TEXT CHECK (reason IN ('expired','disabled_by_owner','disabled_by_staff','server_gone','abandoned')),
    status_at BIGINT NOT NULL,
    disabled_by BIGINT REFERENCES account (id),
    holder_application_id BIGINT,
    holder_account_id BIGINT REFERENCES account (id),
    held_since_at BIGINT,
    applied_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- What its owner wrote down about it.
    note TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE INDEX authorization_code_by_account ON authorization_code (account_id, applied_at, id)",
    "CREATE INDEX authorization_code_by_account_expiry ON authorization_code (account_id, expires_at, id)",
    "CREATE INDEX authorization_code_by_account_status ON authorization_code (account_id, status, applied_at, id)",
    "CREATE INDEX authorization_code_by_server ON authorization_code (server_id, applied_at, id)",
    "CREATE INDEX authorization_code_by_expiry ON authorization_code (status, expires_at)",
    "CREATE INDEX authorization_code_by_status ON authorization_code (status, applied_at, id)",
    "CREATE INDEX authorization_code_by_application ON authorization_code (applied_at, id)",
    "CREATE INDEX authorization_code_by_end ON authorization_code (expires_at, id)",
    "CREATE TABLE code_request (
    -- The form's key: the same key twice issues one batch (S26).
    account_id BIGINT NOT NULL REFERENCES account (id),
    request_key TEXT NOT NULL,
    server_id BIGINT NOT NULL REFERENCES cloud_server (id),
    count BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, request_key)
)",
];

const DOWN: &[&str] = &["DROP TABLE code_request", "DROP TABLE authorization_code"];
