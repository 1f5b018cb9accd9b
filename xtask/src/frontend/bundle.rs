//! All modules of a page in one file. One by one they would be a hundred requests, and half as
//! large again, as each is compressed by itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::split::{LINK, MANIFEST};

/// Takes a module from its page's file.
const LOADER: &str = include_str!("modules.js");

/// Writes `<page>.modules` for every page, and has the loader look there.
///
/// # Errors
/// When a file cannot be read or written, or the loader is not as this step knows it.
pub fn run(folder: &Path) -> Result<()> {
    let manifest = fs::read(folder.join(MANIFEST))?;
    let pages: BTreeMap<String, Vec<String>> = serde_json::from_slice(&manifest)?;
    for (page, names) in &pages {
        fs::write(folder.join(format!("{page}.modules")), pack(folder, names)?)
            .with_context(|| format!("writing the modules of {page}"))?;
    }
    fs::write(folder.join("modules.js"), LOADER)?;
    let link = fs::read_to_string(folder.join(LINK))?;
    fs::write(
        folder.join(LINK),
        look_in_bundles(&link, pages.keys().map(String::as_str))?,
    )?;
    Ok(())
}

/// The modules' names and lengths as a line of JSON, then the modules.
fn pack(folder: &Path, names: &[String]) -> Result<Vec<u8>> {
    let mut index = Vec::new();
    let mut modules = Vec::new();
    for name in names {
        let module = fs::read(folder.join(format!("{name}.wasm")))?;
        index.push((name, module.len()));
        modules.extend(module);
    }
    let mut file = serde_json::to_vec(&index)?;
    file.push(b'\n');
    file.extend(modules);
    Ok(file)
}

/// The script that loads modules, with `module("chunk_9")` for
/// `fetch(new URL("./chunk_9.wasm", import.meta.url))`, and each page's loader made by `ofPage`.
fn look_in_bundles<'a>(link: &str, pages: impl Iterator<Item = &'a str>) -> Result<String> {
    const BEFORE: &str = r#"fetch(new URL("./"#;
    const AFTER: &str = r#".wasm", import.meta.url))"#;
    ensure!(
        link.contains(BEFORE) && link.matches(BEFORE).count() == link.matches(AFTER).count(),
        "the loader of modules does not fetch them as before"
    );
    let mut script = link.replace(BEFORE, r#"module(""#).replace(AFTER, r#"")"#);
    for page in pages {
        let loader = format!("__wasm_split_load_{page} = wrapAsyncCb(");
        ensure!(
            script.contains(&loader),
            "the page {page} has no loader as before"
        );
        let of_page = format!("__wasm_split_load_{page} = ofPage(\"{page}\", wrapAsyncCb)(");
        script = script.replace(&loader, &of_page);
    }
    Ok(format!(
        "import {{ module, ofPage }} from \"./modules.js\";\n{script}"
    ))
}

#[cfg(test)]
mod tests {
    use super::look_in_bundles;

    const LINK: &str = r#"const src = fetch(new URL("./chunk_9.wasm", import.meta.url));
export const __wasm_split_load_codes = wrapAsyncCb(makeLoad(src));"#;

    #[test]
    fn modules_are_taken_from_the_page_s_file() {
        let script = look_in_bundles(LINK, ["codes"].into_iter()).unwrap();
        assert!(script.starts_with("import { module, ofPage }"), "{script}");
        assert!(
            script.ends_with(
                r#"const src = module("chunk_9");
export const __wasm_split_load_codes = ofPage("codes", wrapAsyncCb)(makeLoad(src));"#
            ),
            "{script}"
        );
    }

    #[test]
    fn another_loader_than_the_one_known_is_an_error() {
        assert!(look_in_bundles("const src = load();", ["codes"].into_iter()).is_err());
        assert!(look_in_bundles(LINK, ["help"].into_iter()).is_err());
    }
}
