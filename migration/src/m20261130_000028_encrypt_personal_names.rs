//! The name of an individual is personal data: encrypted, and found by keyed hashes of its parts.
//! Names of organizations stay in clear. The server moves the old ones when it starts, because
//! migrations do not know the key.

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
    "ALTER TABLE application ADD COLUMN entity_name_encrypted {bytes}",
    "ALTER TABLE entity ADD COLUMN name_encrypted {bytes}",
    // Unknown for an entity that was filed elsewhere, until the register's data comes.
    "ALTER TABLE entity ADD COLUMN nature TEXT CHECK (nature IN ('military','government','public_institution','enterprise','individual','social_organization'))",
    "CREATE INDEX entity_clear_name ON entity (id) WHERE nature IS NULL AND name <> ''",
    "CREATE TABLE name_term (
    hash TEXT NOT NULL,
    application_id BIGINT NOT NULL REFERENCES application (id),
    PRIMARY KEY (hash, application_id)
)",
    "CREATE INDEX name_term_by_application ON name_term (application_id)",
];

const DOWN: &[&str] = &[
    "DROP TABLE name_term",
    "DROP INDEX entity_clear_name",
    "ALTER TABLE entity DROP COLUMN nature",
    "ALTER TABLE entity DROP COLUMN name_encrypted",
    "ALTER TABLE application DROP COLUMN entity_name_encrypted",
];
