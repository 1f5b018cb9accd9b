use super::code_list::{Scope, code_page};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use shared::role::Action;
use shared::wire::code::{CodeFilter, CodesPage};
use std::collections::BTreeMap;

/// Codes of all holders, for staff: masked, with their owners.
///
/// # Errors
/// Forbidden to roles that may not see them.
pub async fn all_codes(
    backend: &Backend,
    caller: &Caller,
    filter: CodeFilter,
) -> Result<CodesPage> {
    let permit = caller.permit(Action::ViewAllCodes)?;
    let reader = permit.account_id();
    let codes = code_page(backend, Scope::All { reader }, &filter).await?;
    // All servers would be too many to choose from; those of the page can be narrowed to.
    let servers: BTreeMap<_, _> = codes
        .items
        .iter()
        .map(|row| (row.server_id, row.server_name.clone()))
        .collect();
    Ok(CodesPage {
        codes,
        servers: servers.into_iter().collect(),
        policy: backend.settings.policy.code.clone(),
    })
}
