//! Entities, websites and accesses; their ids are the provider ids of the interface.

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
    "CREATE TABLE entity (
    id {id},
    account_id BIGINT NOT NULL REFERENCES account (id),
    state TEXT NOT NULL CHECK (state IN ('proposed','licensed','dropped')),
    -- Name and number are in the public register; everything else is encrypted.
    name TEXT NOT NULL,
    license_number TEXT,
    authority_id BIGINT,
    detail_encrypted {bytes},
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE INDEX entity_by_account ON entity (account_id)",
    "CREATE UNIQUE INDEX entity_by_authority_id ON entity (authority_id)",
    "CREATE TABLE website (
    id {id},
    entity_id BIGINT NOT NULL REFERENCES entity (id),
    state TEXT NOT NULL CHECK (state IN ('proposed','active','archived','dropped')),
    service_type TEXT NOT NULL CHECK (service_type IN ('website','app','mini_program','quick_app')),
    name TEXT NOT NULL,
    license_number TEXT,
    authority_id BIGINT,
    detail_encrypted {bytes},
    archived_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE INDEX website_by_entity ON website (entity_id)",
    "CREATE INDEX website_by_authority_id ON website (authority_id)",
    "CREATE TABLE website_domain (
    id {id},
    website_id BIGINT NOT NULL REFERENCES website (id),
    name TEXT NOT NULL,
    authority_id BIGINT,
    resolution TEXT NOT NULL DEFAULT 'not_checked' CHECK (resolution IN ('yes','no','not_checked')),
    resolved_ip TEXT,
    resolution_since_at BIGINT,
    resolution_seen_at BIGINT
)",
    "CREATE INDEX website_domain_by_website ON website_domain (website_id)",
    "CREATE INDEX website_domain_by_name ON website_domain (name)",
    "CREATE TABLE access (
    id {id},
    website_id BIGINT NOT NULL REFERENCES website (id),
    server_id BIGINT REFERENCES cloud_server (id),
    state TEXT NOT NULL CHECK (state IN ('proposed','live','canceled','dropped')),
    -- Another provider's access as the authority told us; NULL means ours.
    provider_id BIGINT,
    authority_id BIGINT,
    canceled_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
)",
    "CREATE INDEX access_by_website ON access (website_id)",
    "CREATE INDEX access_by_end ON access (canceled_at, id) WHERE canceled_at IS NOT NULL",
    "CREATE UNIQUE INDEX access_by_authority_id ON access (authority_id)",
    "CREATE TABLE access_ip (
    id {id},
    access_id BIGINT NOT NULL REFERENCES access (id),
    address TEXT NOT NULL,
    authority_id BIGINT
)",
    "CREATE INDEX access_ip_by_access ON access_ip (access_id)",
];

const DOWN: &[&str] = &[
    "DROP TABLE access_ip",
    "DROP TABLE access",
    "DROP TABLE website_domain",
    "DROP TABLE website",
    "DROP TABLE entity",
];
