//! The audit trail: appended in the transaction of every change, never altered.

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
    "CREATE TABLE audit_event (
    id {id},
    at BIGINT NOT NULL,
    actor TEXT NOT NULL CHECK (actor IN ('account','system','authority')),
    actor_account_id BIGINT REFERENCES account (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id BIGINT,
    application_id BIGINT,
    -- Whose data it is about: scopes live updates.
    account_id BIGINT,
    detail TEXT NOT NULL,
    note_encrypted {bytes}
)",
    "CREATE INDEX audit_event_by_application ON audit_event (application_id, id)",
    "CREATE INDEX audit_event_by_kind ON audit_event (kind, id)",
    "CREATE INDEX audit_event_by_actor ON audit_event (actor_account_id, id)",
    "CREATE INDEX audit_event_by_time ON audit_event (at, id)",
];

const DOWN: &[&str] = &["DROP TABLE audit_event"];
