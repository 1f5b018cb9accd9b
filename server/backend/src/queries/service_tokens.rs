use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::service_token::{list, scopes};
use shared::role::Action;
use shared::wire::service_token::ServiceTokenRow;

/// `/admin/tokens`: every token that was made, oldest first; never the tokens themselves.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn service_tokens(backend: &Backend, caller: &Caller) -> Result<Vec<ServiceTokenRow>> {
    caller.permit(Action::ViewServiceTokens)?;
    list(&backend.database)
        .await?
        .into_iter()
        .map(|row| {
            Ok(ServiceTokenRow {
                id: row.id,
                scopes: scopes(&row)?
                    .iter()
                    .map(|scope| scope.code().to_owned())
                    .collect(),
                created_at: from_millis(row.created_at),
                last_used_at: row.last_used_at.map(from_millis),
                revoked_at: row.revoked_at.map(from_millis),
                name: row.name,
            })
        })
        .collect()
}
