//! The browser's entry point.

use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the server's page to life; called once by the script in the page's head.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_lazy(app::App);
}
