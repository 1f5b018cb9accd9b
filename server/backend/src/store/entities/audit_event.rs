//! The audit trail.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub at: i64,
    pub actor: String,
    pub actor_account_id: Option<i64>,
    pub kind: String,
    pub subject: String,
    pub subject_id: Option<i64>,
    pub application_id: Option<i64>,
    pub account_id: Option<i64>,
    pub detail: String,
    pub note_encrypted: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
