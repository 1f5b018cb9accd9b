//! Websites.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "website")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub entity_id: i64,
    pub state: String,
    pub service_type: String,
    pub name: String,
    pub license_number: Option<String>,
    pub authority_id: Option<i64>,
    pub detail_encrypted: Option<Vec<u8>>,
    pub home_host: Option<String>,
    pub archived_at: Option<i64>,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
