//! The inventory: every server is eligible.

use super::accounts::holder_id;
use super::{SERVERS, Size};
use anyhow::Result;
use backend::backend::Backend;
use backend::instant::to_millis;
use backend::store::entities::cloud_server::ActiveModel;
use sea_orm::ActiveValue::Set;
use shared::calendar_date::{add_months, shanghai_date};
use std::net::Ipv4Addr;

/// First address of the range for measurements (RFC 2544).
const FIRST_ADDRESS: Ipv4Addr = Ipv4Addr::new(198, 18, 0, 0);

pub(super) fn rows(backend: &Backend, size: Size) -> impl Iterator<Item = Result<ActiveModel>> {
    let now = backend.now();
    let today = shanghai_date(now);
    (0..size.holders() * SERVERS).map(move |server| {
        Ok(ActiveModel {
            account_id: Set(holder_id(server / SERVERS)),
            external_id: Set(format!("i-{server:08}")),
            name: Set(format!("vm-{server}")),
            region: Set("cn-north-1".to_owned()),
            mainland: Set(true),
            billing: Set("monthly_package".to_owned()),
            state: Set("running".to_owned()),
            term_starts_on: Set(Some(today.to_string())),
            term_ends_on: Set(Some(add_months(today, 12).to_string())),
            public_ip: Set(Some(
                Ipv4Addr::from_bits(FIRST_ADDRESS.to_bits() + server).to_string(),
            )),
            codes_issued: Set(5),
            updated_at: Set(to_millis(now)),
            version: Set(1),
            ..ActiveModel::default()
        })
    })
}
