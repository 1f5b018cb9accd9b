use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store;
use shared::role::{Action, Role};
use shared::wire::account::{AccountPage, SessionView};

/// `/console/account`: the caller's own account and where it is logged in.
///
/// # Errors
/// When the database refuses.
pub async fn account(backend: &Backend, caller: &Caller) -> Result<AccountPage> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let row = store::account::find(&backend.database, permit.account_id()).await?;
    let sessions = store::session::list_own(&backend.database, &permit, backend.now()).await?;
    Ok(AccountPage {
        display_name: store::account::display_name(&backend.cipher, &row)?,
        email: caller.email.clone(),
        role: caller.role,
        has_password: row.password_hash.is_some(),
        mails_about_codes: (caller.role == Role::Holder).then_some(row.mails_about_codes),
        sessions: sessions
            .into_iter()
            .map(|session| SessionView {
                is_current: session.id == caller.session_id,
                user_agent: session.user_agent,
                created_at: from_millis(session.created_at),
                last_seen_at: from_millis(session.last_seen_at),
                id: session.id,
            })
            .collect(),
    })
}
