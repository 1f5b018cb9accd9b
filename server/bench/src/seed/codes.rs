//! Authorization codes: of ten in a row seven are unused, then one of each other status.

use super::accounts::holder_id;
use super::{CODES, Size};
use anyhow::{Context, Result};
use backend::backend::Backend;
use backend::instant::to_millis;
use backend::store::entities::authorization_code::ActiveModel;
use chrono::Duration;
use sea_orm::ActiveValue::Set;
use shared::authorization_code::CodeText;

const UNUSED_OF_TEN: u32 = 7;

/// The index, counted from 0, of the n-th unused code.
pub const fn unused_code(n: u32) -> u32 {
    n / UNUSED_OF_TEN * 10 + n % UNUSED_OF_TEN
}

/// The text of the code with this index.
pub fn code_text(backend: &Backend, code: u32) -> Result<CodeText> {
    let half = |purpose| backend.cipher.keyed_hash(purpose, &code.to_string());
    let bytes = hex::decode(half("bench.first") + &half("bench.second"))?;
    CodeText::from_random(&bytes).with_context(|| format!("no text for code {code}"))
}

pub(super) fn rows(backend: &Backend, size: Size) -> impl Iterator<Item = Result<ActiveModel>> {
    (0..size.codes).map(move |code| row(backend, size, code))
}

fn row(backend: &Backend, size: Size, code: u32) -> Result<ActiveModel> {
    let text = code_text(backend, code)?;
    let owner = holder_id(code / CODES);
    // Applied for in another order than that of the table, all over the last 300 days.
    let applied_at =
        backend.now() - Duration::minutes(i64::from(code) * 7919 % (300 * 24 * 60) + 60);
    let (status, reason) = match code % 10 {
        0..UNUSED_OF_TEN => ("unused", None),
        UNUSED_OF_TEN => ("licensing", None),
        8 => ("used", None),
        _ => ("invalid", Some("disabled_by_owner")),
    };
    let is_held = matches!(status, "licensing" | "used");
    let status_at = to_millis(if status == "unused" {
        applied_at
    } else {
        applied_at + Duration::minutes(30)
    });
    Ok(ActiveModel {
        server_id: Set(i64::from(code / 5 + 1)),
        account_id: Set(owner),
        code_hash: Set(backend
            .cipher
            .keyed_hash("authorization_code", text.compact())),
        code_encrypted: Set(backend
            .cipher
            .encrypt("authorization_code.code", text.compact())?),
        status: Set(status.to_owned()),
        reason: Set(reason.map(str::to_owned)),
        status_at: Set(status_at),
        disabled_by: Set(reason.map(|_| owner)),
        holder_application_id: Set(is_held.then_some(1)),
        holder_account_id: Set(is_held.then(|| holder_id(code % size.holders()))),
        held_since_at: Set(is_held.then_some(status_at)),
        applied_at: Set(to_millis(applied_at)),
        expires_at: Set(to_millis(applied_at + Duration::days(365))),
        version: Set(1),
        ..ActiveModel::default()
    })
}
