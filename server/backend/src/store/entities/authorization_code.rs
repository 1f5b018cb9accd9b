//! Authorization codes.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authorization_code")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub server_id: i64,
    pub account_id: i64,
    pub code_hash: String,
    pub code_encrypted: Vec<u8>,
    pub status: String,
    pub reason: Option<String>,
    pub status_at: i64,
    pub disabled_by: Option<i64>,
    pub holder_application_id: Option<i64>,
    pub holder_account_id: Option<i64>,
    pub held_since_at: Option<i64>,
    pub applied_at: i64,
    pub expires_at: i64,
    /// Empty but for notes that are older than [`Self::note_encrypted`] and have not been
    /// moved yet.
    pub note: String,
    pub note_encrypted: Option<Vec<u8>>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
