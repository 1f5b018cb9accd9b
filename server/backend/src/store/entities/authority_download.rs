//! The authority's files.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authority_download")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub file_name: String,
    pub content_encrypted: Vec<u8>,
    pub documents_encrypted: Vec<u8>,
    pub received_at: i64,
    pub acknowledged_at: Option<i64>,
    pub processed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
