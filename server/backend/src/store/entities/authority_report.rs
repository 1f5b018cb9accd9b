//! Reports to the authority.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authority_report")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub application_id: i64,
    pub operation: String,
    pub report_encrypted: Option<Vec<u8>>,
    pub state: String,
    pub sequence: Option<i64>,
    pub file_name: Option<String>,
    pub package_encrypted: Option<Vec<u8>>,
    pub package_hash: Option<String>,
    pub keys: String,
    pub tries: i64,
    pub last_error: Option<String>,
    pub created_at: i64,
    pub sent_at: Option<i64>,
    pub accepted_at: Option<i64>,
    pub answered_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
