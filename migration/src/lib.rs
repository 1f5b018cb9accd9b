//! The database schema, one change per file, for SQLite and PostgreSQL alike.
//!
//! Migrations import nothing of ours: they must still run when the code has moved on.
//! Instants are milliseconds since 1970 (UTC) in `BIGINT` columns named `…_at`; columns
//! named `…_encrypted` hold ciphertext. States are short text codes with a `CHECK`.

pub use sea_orm_migration::prelude::*;

mod dialect;
mod m20261122_000001_create_account;
mod m20261122_000002_create_cloud_server;
mod m20261122_000003_create_entity_and_website;
mod m20261122_000004_create_authorization_code;
mod m20261122_000005_create_application;
mod m20261122_000006_create_audit_event;
mod m20261122_000007_create_message_and_mail;
mod m20261122_000008_create_job;
mod m20261122_000009_create_authority_channel;
mod m20261122_000010_create_blocked_domain;
mod m20261122_000011_create_service_token;
mod m20261122_000012_create_holiday_year;
mod m20261125_000013_encrypt_display_name;
mod m20261126_000014_encrypt_code_note;
mod m20261126_000015_keep_failed_downloads;
mod m20261126_000016_keep_what_was_reviewed;
mod m20261126_000017_find_clear_texts;
mod m20261130_000019_keep_home_host;
mod m20261130_000021_choose_mails_about_codes;
mod m20261130_000023_end_sessions_for_good;
mod m20261130_000024_propose_administrators;
mod m20261130_000025_save_while_typing;
mod m20261130_000027_keep_what_was_submitted;
mod m20261130_000028_encrypt_personal_names;
mod m20261130_000029_read_natures_from_tables;

/// Every migration, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_create_account::Migration),
            Box::new(m20261122_000002_create_cloud_server::Migration),
            Box::new(m20261122_000003_create_entity_and_website::Migration),
            Box::new(m20261122_000004_create_authorization_code::Migration),
            Box::new(m20261122_000005_create_application::Migration),
            Box::new(m20261122_000006_create_audit_event::Migration),
            Box::new(m20261122_000007_create_message_and_mail::Migration),
            Box::new(m20261122_000008_create_job::Migration),
            Box::new(m20261122_000009_create_authority_channel::Migration),
            Box::new(m20261122_000010_create_blocked_domain::Migration),
            Box::new(m20261122_000011_create_service_token::Migration),
            Box::new(m20261122_000012_create_holiday_year::Migration),
            Box::new(m20261125_000013_encrypt_display_name::Migration),
            Box::new(m20261126_000014_encrypt_code_note::Migration),
            Box::new(m20261126_000015_keep_failed_downloads::Migration),
            Box::new(m20261126_000016_keep_what_was_reviewed::Migration),
            Box::new(m20261126_000017_find_clear_texts::Migration),
            Box::new(m20261130_000019_keep_home_host::Migration),
            Box::new(m20261130_000021_choose_mails_about_codes::Migration),
            Box::new(m20261130_000023_end_sessions_for_good::Migration),
            Box::new(m20261130_000024_propose_administrators::Migration),
            Box::new(m20261130_000025_save_while_typing::Migration),
            Box::new(m20261130_000027_keep_what_was_submitted::Migration),
            Box::new(m20261130_000028_encrypt_personal_names::Migration),
            Box::new(m20261130_000029_read_natures_from_tables::Migration),
        ]
    }
}
