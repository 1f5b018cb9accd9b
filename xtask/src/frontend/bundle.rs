//! All modules of an area in one file, which the head of its pages names. One by one they would
//! be fifty requests, and a quarter larger, as each is compressed by itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::split::{LINK, MANIFEST};

/// Takes a module from the area's file.
const LOADER: &str = include_str!("modules.js");

/// Writes `<area>.modules` for every area, and has the loader look there.
///
/// # Errors
/// When a file cannot be read or written, or the loader is not as this step knows it.
pub fn run(folder: &Path) -> Result<()> {
    let manifest = fs::read(folder.join(MANIFEST))?;
    let areas: BTreeMap<String, Vec<String>> = serde_json::from_slice(&manifest)?;
    for (area, names) in areas {
        fs::write(
            folder.join(format!("{area}.modules")),
            pack(folder, &names)?,
        )
        .with_context(|| format!("writing the modules of {area}"))?;
    }
    fs::write(folder.join("modules.js"), LOADER)?;
    let link = fs::read_to_string(folder.join(LINK))?;
    fs::write(folder.join(LINK), look_in_bundle(&link)?)?;
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

/// The script that loads modules, with `module("codes")` for
/// `fetch(new URL("./codes.wasm", import.meta.url))`.
fn look_in_bundle(link: &str) -> Result<String> {
    const BEFORE: &str = r#"fetch(new URL("./"#;
    const AFTER: &str = r#".wasm", import.meta.url))"#;
    ensure!(
        link.contains(BEFORE) && link.matches(BEFORE).count() == link.matches(AFTER).count(),
        "the loader of modules does not fetch them as before"
    );
    let taken = link.replace(BEFORE, r#"module(""#).replace(AFTER, r#"")"#);
    Ok(format!(
        "import {{ module }} from \"./modules.js\";\n{taken}"
    ))
}

#[cfg(test)]
mod tests {
    use super::look_in_bundle;

    #[test]
    fn modules_are_taken_from_the_bundle() {
        let link = r#"const src = fetch(new URL("./chunk_9.wasm", import.meta.url));"#;
        let taken = look_in_bundle(link).unwrap();
        assert!(taken.starts_with("import { module }"));
        assert!(taken.ends_with(r#"const src = module("chunk_9");"#));
        assert!(look_in_bundle("const src = load();").is_err());
    }
}
