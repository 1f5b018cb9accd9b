//! What was typed, kept in this tab until its form is there again.

use super::ACCOUNT;
use super::controls::{fill_in, forms, unsaved_forms, values};
use leptos::prelude::{document, window};
use web_sys::{HtmlFormElement, Storage, UrlSearchParams};

/// What the keys of kept forms begin with.
const PREFIX: &str = "typed ";
/// On a form that was kept: the next page comes while it is still there, and it needs nothing back.
const KEPT: &str = "data-kept";

/// Keeps what was typed into the forms of this page.
pub(super) fn keep() {
    let Some(storage) = storage() else {
        return;
    };
    for form in unsaved_forms() {
        if let (Some(key), Some(values)) = (key(&form), values(&form)) {
            // Full, or not allowed: then it is lost as everywhere else.
            let _ = storage.set_item(&key, &String::from(values.to_string()));
            // Setting an attribute of a name that is well formed cannot fail.
            let _ = form.set_attribute(KEPT, "");
        }
    }
}

/// Something is kept in this tab.
pub(super) fn is_any() -> bool {
    storage().is_some_and(|storage| kept_keys(&storage).next().is_some())
}

/// Gives what is kept to the forms that are there, once. What another account has typed is
/// forgotten as soon as one is logged in.
pub(super) fn give_back() {
    let Some(storage) = storage() else {
        return;
    };
    for form in forms().filter(|form| !form.has_attribute(KEPT)) {
        let Some(key) = key(&form) else {
            continue;
        };
        if let Ok(Some(kept)) = storage.get_item(&key) {
            forget(&storage, &key);
            if let Ok(values) = UrlSearchParams::new_with_str(&kept) {
                fill_in(&form, &values);
            }
        }
    }
    if let Some(account) = account() {
        let own = format!("{PREFIX}{account} ");
        let foreign = kept_keys(&storage).filter(|key| !key.starts_with(&own));
        for key in foreign.collect::<Vec<_>>() {
            forget(&storage, &key);
        }
    }
}

/// Whose form it is, where, and which: the page and its dialog name what it is about.
fn key(form: &HtmlFormElement) -> Option<String> {
    let account = account().unwrap_or_default();
    let location = window().location();
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    let dialog = UrlSearchParams::new_with_str(&query).ok()?.get("dialog");
    let dialog = dialog.unwrap_or_default();
    // Behind the name stands a key that is new with every page.
    let dialog = dialog.split('.').next().unwrap_or_default();
    let action = form.get_attribute("action")?;
    Some(format!("{PREFIX}{account} {path}#{dialog} {action}"))
}

/// Who is logged in, as soon as the page shows it.
fn account() -> Option<String> {
    let shown = document().query_selector(&format!("[{ACCOUNT}]")).ok()??;
    shown.get_attribute(ACCOUNT)
}

fn kept_keys(storage: &Storage) -> impl Iterator<Item = String> {
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(move |at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
}

fn forget(storage: &Storage, key: &str) {
    // Fails only where nothing could be kept.
    let _ = storage.remove_item(key);
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
