//! Links between websites and providers.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub website_id: i64,
    pub server_id: Option<i64>,
    pub state: String,
    pub provider_id: Option<i64>,
    pub authority_id: Option<i64>,
    pub canceled_at: Option<i64>,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
