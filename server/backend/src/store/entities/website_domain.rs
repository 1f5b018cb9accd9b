//! Domains of websites, with where they point.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "website_domain")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub website_id: i64,
    pub name: String,
    pub authority_id: Option<i64>,
    pub resolution: String,
    pub resolved_ip: Option<String>,
    pub resolution_since_at: Option<i64>,
    pub resolution_seen_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
