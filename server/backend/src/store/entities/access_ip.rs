//! Addresses of an access.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_ip")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub access_id: i64,
    pub address: String,
    pub authority_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
