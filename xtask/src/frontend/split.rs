//! One chunk per lazy route, and the JavaScript that loads them.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

/// The name is Leptos's own; it looks for this file to preload a page's chunk.
pub const LINK: &str = "./__wasm_split.______________________.js";
/// The modules that each page needs.
pub const MANIFEST: &str = "__wasm_split_manifest.json";

/// Splits the module and writes `<name>.js`, `<name>_bg.wasm` and the chunks to the folder.
///
/// # Errors
/// When the module cannot be split or bound.
pub fn run(name: &str, wasm: &[u8], folder: &Path) -> Result<()> {
    let main = folder.join("main.wasm");
    let main_module = format!("./{name}.js");
    let mut options = wasm_split_cli_support::Options::new(wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &main_module;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting the front end: {error:?}"))?;
    fs::write(
        folder.join(MANIFEST),
        serde_json::to_string(&split.prefetch_map)?,
    )?;

    Bindgen::new()
        .input_path(&main)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // The chunks refer to the main module's names.
        .keep_lld_exports(true)
        .demangle(false)
        .generate(folder)?;
    fs::remove_file(main)?;
    Ok(())
}
