//! A file of the authority that cannot be processed waits apart from the others, and is known
//! by its content as well as by its name.

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
    // Empty for files of earlier versions, which are known by their names only.
    "ALTER TABLE authority_download ADD COLUMN content_hash TEXT",
    // Why it could not be processed the last time.
    "ALTER TABLE authority_download ADD COLUMN problem TEXT",
    "ALTER TABLE authority_download ADD COLUMN tries BIGINT NOT NULL DEFAULT 0",
    // Empty when only an administrator has it processed again.
    "ALTER TABLE authority_download ADD COLUMN next_try_at BIGINT DEFAULT 0",
    // The other name under which the same content came again, and when it did, as long as
    // that was not carried out.
    "ALTER TABLE authority_download ADD COLUMN repeated_as TEXT",
    "ALTER TABLE authority_download ADD COLUMN repeated_at BIGINT",
    "CREATE UNIQUE INDEX authority_download_by_content ON authority_download (content_hash)",
];

const DOWN: &[&str] = &[
    "DROP INDEX authority_download_by_content",
    "ALTER TABLE authority_download DROP COLUMN repeated_at",
    "ALTER TABLE authority_download DROP COLUMN repeated_as",
    "ALTER TABLE authority_download DROP COLUMN next_try_at",
    "ALTER TABLE authority_download DROP COLUMN tries",
    "ALTER TABLE authority_download DROP COLUMN problem",
    "ALTER TABLE authority_download DROP COLUMN content_hash",
];
