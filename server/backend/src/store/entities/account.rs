//! Accounts.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub email_hash: String,
    pub email_encrypted: Vec<u8>,
    /// Empty but for accounts that are older than [`Self::display_name_encrypted`] and have
    /// not been moved yet.
    pub display_name: String,
    pub display_name_encrypted: Option<Vec<u8>>,
    pub role: String,
    pub password_hash: Option<String>,
    pub language: String,
    pub open_application_id: Option<i64>,
    pub created_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
