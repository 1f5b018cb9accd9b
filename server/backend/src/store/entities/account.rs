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
    /// An owner of codes is told of them by mail, too.
    pub mails_about_codes: bool,
    pub open_application_id: Option<i64>,
    pub created_at: i64,
    /// How often all sessions were ended; a log-in of an earlier time begins none.
    pub session_epoch: i64,
    pub blocked_at: Option<i64>,
    pub blocked_reason_encrypted: Option<Vec<u8>>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
