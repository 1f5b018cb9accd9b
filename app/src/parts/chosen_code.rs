//! The code of a list that a dialog is about: one dialog serves all rows, since only one can
//! be open.

use crate::api::PageError;
use crate::ui::dialog::{DialogAddress, use_dialog};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;
use shared::wire::code::CodeRow;
use std::sync::Arc;

/// The codes on the page.
pub type ListedCodes = Arc<[CodeRow]>;

/// The name of a dialog about one code, for [`use_dialog`]: `disable-12`.
#[must_use]
pub fn name_of_dialog(dialog: &str, code_id: i64) -> String {
    format!("{dialog}-{code_id}")
}

/// The code that the page's address names, where the dialog is for it, and the dialog's address.
#[must_use]
pub fn use_chosen_code(
    codes: ListedCodes,
    dialog: &'static str,
    is_for: fn(&CodeRow) -> bool,
) -> (Memo<Option<CodeRow>>, DialogAddress) {
    let query = use_query_map();
    let chosen = Memo::new(move |_| {
        let query = query.read();
        let name = query.get_str("dialog")?;
        let mut codes = codes.iter().filter(|row| is_for(row));
        codes
            .find(|row| name_of_dialog(dialog, row.id) == name)
            .cloned()
    });
    let address = DialogAddress {
        open: Signal::derive(move || chosen.read().is_some()),
        ..use_dialog(dialog)
    };
    (chosen, address)
}

/// What was wrong about one row is not said of another.
pub fn forget_refusal<T, F>(chosen: Memo<Option<T>>, action: ServerAction<F>)
where
    T: Send + Sync + 'static,
    F: ServerFn<Error = PageError> + Clone + Send + Sync + 'static,
    F::Output: Send + Sync + 'static,
{
    Effect::watch(
        move || chosen.track(),
        move |_, _, _| {
            let answer = action.value();
            if answer.with_untracked(|answer| matches!(answer, Some(Err(_)))) {
                action.clear();
            }
        },
        false,
    );
}

/// What the form of such a dialog sends beside what is typed.
#[component]
pub fn ChosenCodeValues(
    code: Memo<Option<CodeRow>>,
    /// The list as it is filtered now.
    #[prop(into)]
    return_to: Signal<String>,
) -> impl IntoView {
    // A list that is drawn anew is still there for a moment when its values are gone.
    let id = move || code.try_get().flatten().map(|row| row.id);
    let return_to = move || return_to.try_get();
    view! {
        <input type="hidden" name="code_id" value=id />
        <input type="hidden" name="return_to" value=return_to />
    }
}
