//! The provider's inventory: servers with billing, term and public IP (S21).

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
    "CREATE TABLE cloud_server (
    id {id},
    account_id BIGINT NOT NULL REFERENCES account (id),
    external_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    mainland BOOLEAN NOT NULL,
    billing TEXT NOT NULL CHECK (billing IN ('monthly_package','yearly_package','pay_as_you_go','trial')),
    state TEXT NOT NULL CHECK (state IN ('running','stopped','expired','refunded','frozen')),
    term_starts_on TEXT,
    term_ends_on TEXT,
    public_ip TEXT,
    -- Codes that count against the quota (S23); a compare-and-set raises it.
    codes_issued BIGINT NOT NULL DEFAULT 0,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE INDEX cloud_server_by_account ON cloud_server (account_id, name, id)",
];

const DOWN: &[&str] = &["DROP TABLE cloud_server"];
