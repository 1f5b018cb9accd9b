//! Staff see an application as its holder submitted it last, and nothing of what is being typed
//! since or was never submitted. Empty for what was submitted before this version; the server
//! fills them in when it starts, because it knows what may be shown.

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
    "ALTER TABLE application ADD COLUMN submitted_form_encrypted {bytes}",
    "ALTER TABLE application ADD COLUMN submitted_domain TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE application ADD COLUMN submitted_server_id BIGINT",
    "ALTER TABLE application ADD COLUMN submitted_code_id BIGINT",
    "ALTER TABLE application ADD COLUMN submitted_public_ip TEXT",
    // Another name: a second SQLite connection still knows the old index when it is asked for one
    // of the same name, and refuses.
    "DROP INDEX application_by_queue",
    "CREATE INDEX application_in_queue
    -- All that the queue is filtered by, so that rows it does not show are not read.
    ON application (status, due_at, id, kind, claimed_by, number, submitted_domain, entity_name)",
    "CREATE INDEX application_by_submitted_domain ON application (submitted_domain)",
    "CREATE INDEX application_not_submitted ON application (id) WHERE submitted_form_encrypted IS NULL",
];

const DOWN: &[&str] = &[
    "DROP INDEX application_not_submitted",
    "DROP INDEX application_by_submitted_domain",
    "DROP INDEX application_in_queue",
    "CREATE INDEX application_by_queue
    ON application (status, due_at, id, kind, claimed_by, number, domain, entity_name)",
    "ALTER TABLE application DROP COLUMN submitted_public_ip",
    "ALTER TABLE application DROP COLUMN submitted_code_id",
    "ALTER TABLE application DROP COLUMN submitted_server_id",
    "ALTER TABLE application DROP COLUMN submitted_domain",
    "ALTER TABLE application DROP COLUMN submitted_form_encrypted",
];
