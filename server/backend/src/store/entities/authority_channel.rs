//! State of the reporting channel.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authority_channel")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub state: String,
    pub problem: Option<String>,
    pub last_confirmed_sequence: i64,
    pub authority_sequence: Option<i64>,
    pub resumptions: i64,
    pub last_upload_at: Option<i64>,
    pub upload_failures: i64,
    pub next_upload_at: i64,
    pub last_download_at: Option<i64>,
    pub download_problem: Option<String>,
    pub download_failures: i64,
    pub next_download_at: i64,
    pub leased_until_at: i64,
    pub lease: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
