//! The authority's files.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authority_download")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// As the authority calls it; another content under a name that is taken has the beginning
    /// of its hash behind it.
    pub file_name: String,
    pub content_hash: Option<String>,
    pub content_encrypted: Vec<u8>,
    pub documents_encrypted: Vec<u8>,
    pub received_at: i64,
    pub acknowledged_at: Option<i64>,
    pub processed_at: Option<i64>,
    pub problem: Option<String>,
    pub tries: i64,
    pub next_try_at: Option<i64>,
    pub repeated_as: Option<String>,
    pub repeated_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
