//! The provider's inventory.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cloud_server")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub external_id: String,
    pub name: String,
    pub region: String,
    pub mainland: bool,
    pub billing: String,
    pub state: String,
    pub term_starts_on: Option<String>,
    pub term_ends_on: Option<String>,
    pub public_ip: Option<String>,
    pub codes_issued: i64,
    pub updated_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
