//! Applications of every kind, with what the review queue sorts and filters by.

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
    "CREATE TABLE application (
    id {id},
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('first_license','new_access','cancel_access')),
    account_id BIGINT NOT NULL REFERENCES account (id),
    status TEXT NOT NULL CHECK (status IN ('draft','provider_review','provider_rejected','submitting','authority_review','authority_rejected','completed','withdrawn','abandoned')),
    status_at BIGINT NOT NULL,
    submitted_at BIGINT,
    due_at BIGINT,
    due_is_provisional BOOLEAN NOT NULL DEFAULT FALSE,
    was_submitted BOOLEAN NOT NULL DEFAULT FALSE,
    entity_id BIGINT REFERENCES entity (id),
    website_id BIGINT REFERENCES website (id),
    access_id BIGINT REFERENCES access (id),
    server_id BIGINT REFERENCES cloud_server (id),
    code_id BIGINT REFERENCES authorization_code (id),
    public_ip TEXT,
    domain TEXT NOT NULL DEFAULT '',
    entity_name TEXT NOT NULL DEFAULT '',
    form_encrypted {bytes} NOT NULL,
    license_password_encrypted {bytes},
    password_accepted_at BIGINT,
    checks TEXT NOT NULL DEFAULT '[]',
    rejection_encrypted {bytes},
    hold_reason TEXT CHECK (hold_reason IN ('server_gone','code_disabled')),
    claimed_by BIGINT REFERENCES account (id),
    claimed_at BIGINT,
    reminded_days BIGINT NOT NULL DEFAULT 0,
    request_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    UNIQUE (account_id, request_key)
)",
    "CREATE INDEX application_by_account ON application (account_id, updated_at, id)",
    "CREATE INDEX application_by_queue
    -- All that the queue is filtered by, so that rows it does not show are not read.
    ON application (status, due_at, id, kind, claimed_by, number, domain, entity_name)",
    "CREATE INDEX application_by_status ON application (status, id)",
    "CREATE INDEX application_by_claim ON application (claimed_by, status)",
    "CREATE INDEX application_by_domain ON application (domain)",
    "CREATE INDEX application_by_website ON application (website_id)",
    "CREATE INDEX application_by_code ON application (code_id)",
    "CREATE INDEX application_by_server ON application (server_id, status)",
    "CREATE TABLE application_number (
    -- Counter per prefix and day, so that numbers read CA-20261122-0007.
    prefix TEXT NOT NULL,
    day TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (prefix, day)
)",
];

const DOWN: &[&str] = &["DROP TABLE application_number", "DROP TABLE application"];
