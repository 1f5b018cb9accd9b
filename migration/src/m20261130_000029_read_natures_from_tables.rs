//! What an entity is, and what proves it, is data of the authority's tables: an entity's nature may
//! be one that no list here knows, and a certificate's row keeps its unit class.

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
    "ALTER TABLE base_code ADD COLUMN class BIGINT",
    "DROP INDEX entity_clear_name",
    "ALTER TABLE entity RENAME COLUMN nature TO known_nature",
    // A code of `shared::code_table`; unknown for an entity that was filed elsewhere, until the
    // register's data comes.
    "ALTER TABLE entity ADD COLUMN nature TEXT CHECK (nature <> '')",
    "UPDATE entity SET nature = known_nature",
    "ALTER TABLE entity DROP COLUMN known_nature",
    "CREATE INDEX entity_clear_name ON entity (id) WHERE nature IS NULL AND name <> ''",
];

const DOWN: &[&str] = &[
    "DROP INDEX entity_clear_name",
    "ALTER TABLE entity RENAME COLUMN nature TO listed_nature",
    "ALTER TABLE entity ADD COLUMN nature TEXT CHECK (nature IN ('military','government','public_institution','enterprise','individual','social_organization'))",
    "UPDATE entity SET nature = listed_nature WHERE listed_nature IN ('military','government','public_institution','enterprise','individual','social_organization')",
    "ALTER TABLE entity DROP COLUMN listed_nature",
    "CREATE INDEX entity_clear_name ON entity (id) WHERE nature IS NULL AND name <> ''",
    "ALTER TABLE base_code DROP COLUMN class",
];
