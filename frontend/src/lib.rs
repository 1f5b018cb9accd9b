//! The browser's entry point.

use std::panic::{PanicHookInfo, set_hook};

use wasm_bindgen::{prelude::wasm_bindgen, throw_str};

/// Brings the server's page to life; called once by the script in the page's head.
#[wasm_bindgen]
pub fn hydrate() {
    set_hook(Box::new(throw));
    leptos::mount::hydrate_lazy(app::App);
}

/// Throws what a panic says as an error, which `call` in `xtask/src/frontend/program.js` catches;
/// without this it would be nothing but "unreachable".
fn throw(panic: &PanicHookInfo<'_>) {
    throw_str(&panic.to_string())
}
