//! Entities.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entity")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub account_id: i64,
    pub state: String,
    /// Empty where it is encrypted.
    pub name: String,
    /// A person's name, or one that may be.
    pub name_encrypted: Option<Vec<u8>>,
    /// Code of [`shared::entity::Nature`].
    pub nature: Option<String>,
    pub license_number: Option<String>,
    pub authority_id: Option<i64>,
    pub detail_encrypted: Option<Vec<u8>>,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
