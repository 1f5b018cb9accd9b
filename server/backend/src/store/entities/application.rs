//! Applications.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub number: String,
    pub kind: String,
    pub account_id: i64,
    pub status: String,
    pub status_at: i64,
    pub submitted_at: Option<i64>,
    pub due_at: Option<i64>,
    pub due_is_provisional: bool,
    pub was_submitted: bool,
    pub entity_id: Option<i64>,
    pub website_id: Option<i64>,
    pub access_id: Option<i64>,
    pub server_id: Option<i64>,
    pub code_id: Option<i64>,
    pub public_ip: Option<String>,
    pub domain: String,
    /// Whose website it is, as submitted; empty before, and where it is encrypted.
    pub entity_name: String,
    /// A person's name in place of [`Self::entity_name`].
    pub entity_name_encrypted: Option<Vec<u8>>,
    pub form_encrypted: Vec<u8>,
    /// [`Self::form_encrypted`], byte for byte, as it was submitted last; with the four below all
    /// that staff may see.
    pub submitted_form_encrypted: Option<Vec<u8>>,
    pub submitted_domain: String,
    pub submitted_server_id: Option<i64>,
    pub submitted_code_id: Option<i64>,
    pub submitted_public_ip: Option<String>,
    pub license_password_encrypted: Option<Vec<u8>>,
    pub password_accepted_at: Option<i64>,
    pub checks: String,
    pub rejection_encrypted: Option<Vec<u8>>,
    pub reviewed_encrypted: Option<Vec<u8>>,
    pub hold_reason: Option<String>,
    pub claimed_by: Option<i64>,
    pub claimed_at: Option<i64>,
    pub reminded_days: i64,
    pub request_key: String,
    pub saved_by_page: String,
    pub saved_number: i64,
    pub created_at: i64,
    pub updated_at: i64,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
