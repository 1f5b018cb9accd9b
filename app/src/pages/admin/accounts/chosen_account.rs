//! The account of the list that a dialog is about: one dialog serves all rows, since only one can
//! be open.

use crate::ui::dialog::{DialogAddress, use_dialog};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::wire::account::AccountRow;
use std::sync::Arc;

/// The accounts on the page.
pub type ListedAccounts = Arc<[AccountRow]>;

/// The name of a dialog about one account, for [`use_dialog`]: `block-12`.
#[must_use]
pub fn name_of_dialog(dialog: &str, account_id: i64) -> String {
    format!("{dialog}-{account_id}")
}

/// The account that the page's address names for the dialog, and the dialog's address.
#[must_use]
pub fn use_chosen_account(
    accounts: ListedAccounts,
    dialog: &'static str,
) -> (Memo<Option<AccountRow>>, DialogAddress) {
    let query = use_query_map();
    let chosen = Memo::new(move |_| {
        let query = query.read();
        let name = query.get_str("dialog")?;
        let mut accounts = accounts.iter();
        accounts
            .find(|row| name_of_dialog(dialog, row.id) == name)
            .cloned()
    });
    let address = DialogAddress {
        open: Signal::derive(move || chosen.read().is_some()),
        ..use_dialog(dialog)
    };
    (chosen, address)
}

/// A sentence with the address of the chosen account.
pub fn about(
    chosen: Memo<Option<AccountRow>>,
    words: impl Fn(&str) -> String + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || {
        let email = chosen.get().map(|row| row.email).unwrap_or_default();
        words(&email)
    })
}

/// What the form of such a dialog sends beside what is typed.
#[component]
pub fn ChosenAccountId(account: Memo<Option<AccountRow>>) -> impl IntoView {
    // A list that is drawn anew is still there for a moment when its values are gone.
    let id = move || account.try_get().flatten().map(|row| row.id);
    view! { <input type="hidden" name="account_id" value=id /> }
}
