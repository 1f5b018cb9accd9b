//! Reports to the authority, its answers, and the state of the channel.

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
    "CREATE TABLE authority_channel (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL CHECK (state IN ('open','retrying','stopped')),
    problem TEXT,
    last_confirmed_sequence BIGINT NOT NULL,
    -- The authority's last number, where it is ahead of ours and stopped the channel.
    authority_sequence BIGINT,
    -- Every process compares the numbers once after each resumption.
    resumptions BIGINT NOT NULL DEFAULT 0,
    last_upload_at BIGINT,
    -- Calls in a row that failed, and when the next one may be made.
    upload_failures BIGINT NOT NULL DEFAULT 0,
    next_upload_at BIGINT NOT NULL DEFAULT 0,
    last_download_at BIGINT,
    download_problem TEXT,
    download_failures BIGINT NOT NULL DEFAULT 0,
    next_download_at BIGINT NOT NULL DEFAULT 0,
    -- One sender at a time, over all processes.
    leased_until_at BIGINT NOT NULL DEFAULT 0,
    lease TEXT NOT NULL DEFAULT ''
)",
    "INSERT INTO authority_channel (id, state, last_confirmed_sequence) VALUES (1, 'open', 0)",
    "CREATE TABLE authority_report (
    id {id},
    application_id BIGINT NOT NULL REFERENCES application (id),
    operation TEXT NOT NULL,
    -- What is reported; erased when the authority has answered.
    report_encrypted {bytes},
    state TEXT NOT NULL CHECK (state IN ('pending','in_flight','accepted','answered','refused')),
    sequence BIGINT UNIQUE,
    file_name TEXT,
    -- The exact bytes, kept for re-sending (three months at least).
    package_encrypted {bytes},
    package_hash TEXT,
    -- Identifiers an answer may carry, as JSON.
    keys TEXT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    accepted_at BIGINT,
    answered_at BIGINT
)",
    "CREATE INDEX authority_report_by_state ON authority_report (state, id)",
    "CREATE INDEX authority_report_by_application ON authority_report (application_id, id)",
    "CREATE TABLE authority_download (
    file_name TEXT PRIMARY KEY,
    content_encrypted {bytes} NOT NULL,
    documents_encrypted {bytes} NOT NULL,
    received_at BIGINT NOT NULL,
    acknowledged_at BIGINT,
    processed_at BIGINT
)",
    "CREATE TABLE base_code (
    table_name TEXT NOT NULL,
    code BIGINT NOT NULL,
    text TEXT NOT NULL,
    is_valid BOOLEAN NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (table_name, code)
)",
];

const DOWN: &[&str] = &[
    "DROP TABLE base_code",
    "DROP TABLE authority_download",
    "DROP TABLE authority_report",
    "DROP TABLE authority_channel",
];
