//! The holder's servers: one that may carry filings, and three that may not, each for a
//! reason of its own (S21).

use crate::error::Result;
use crate::instant::to_millis;
use crate::store::entities::cloud_server::{ActiveModel, Entity};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::demo;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use shared::calendar_date::{add_months, shanghai_date};
use shared::cloud_server::{Billing, ServerState};

/// Servers that licenses refer to.
#[derive(Debug, Clone, Copy)]
pub struct Servers {
    /// `vm-eligible`
    pub eligible: i64,
    /// `vm-three-months`
    pub three_months: i64,
}

struct DemoServer {
    name: &'static str,
    billing: Billing,
    /// Months from the day of loading.
    term: Option<u32>,
    public_ip: Option<String>,
}

/// Inserts them; terms begin on the day of loading.
///
/// # Errors
/// When the database refuses.
pub async fn load(tx: &Tx, account_id: i64, now: DateTime<Utc>) -> Result<Servers> {
    let monthly = |name, months, public_ip| DemoServer {
        name,
        billing: Billing::MonthlyPackage,
        term: Some(months),
        public_ip,
    };
    let eligible = monthly("vm-eligible", 12, Some(demo::SHOP.address.to_string()));
    let three_months = monthly("vm-three-months", 3, Some(demo::BLOG.address.to_string()));
    let pay_as_you_go = DemoServer {
        name: "vm-payg",
        billing: Billing::PayAsYouGo,
        term: None,
        public_ip: Some("203.0.113.12".to_owned()),
    };
    let without_public_ip = monthly("vm-no-eip", 12, None);
    let servers = Servers {
        eligible: insert(tx, account_id, now, eligible).await?,
        three_months: insert(tx, account_id, now, three_months).await?,
    };
    insert(tx, account_id, now, pay_as_you_go).await?;
    insert(tx, account_id, now, without_public_ip).await?;
    Ok(servers)
}

async fn insert(tx: &Tx, account_id: i64, now: DateTime<Utc>, server: DemoServer) -> Result<i64> {
    let today = shanghai_date(now);
    let row = ActiveModel {
        account_id: Set(account_id),
        external_id: Set(format!("demo-{}", server.name)),
        name: Set(server.name.to_owned()),
        region: Set("cn-north-1".to_owned()),
        mainland: Set(true),
        billing: Set(server.billing.code().to_owned()),
        state: Set(ServerState::Running.code().to_owned()),
        term_starts_on: Set(server.term.map(|_| today.to_string())),
        term_ends_on: Set(server
            .term
            .map(|months| add_months(today, months).to_string())),
        public_ip: Set(server.public_ip),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}
