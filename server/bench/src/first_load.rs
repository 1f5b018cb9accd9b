//! What a browser loads when it opens a page for the first time: the page, and every file it
//! or one of its scripts names. Everything is asked for compressed by brotli, and counted as
//! it comes over the wire.

use anyhow::{Result, ensure};
use reqwest::header::{ACCEPT_ENCODING, COOKIE};
use std::collections::{BTreeMap, BTreeSet};

/// The files of one page by address, with their compressed bytes.
#[derive(Debug, Default)]
pub struct FirstLoad {
    files: BTreeMap<String, usize>,
    /// The modules inside of the page's file, each as the server has it by itself too.
    modules: BTreeMap<String, usize>,
}

impl FirstLoad {
    /// Loads a page of the server at `url`.
    pub async fn of(url: &str, page: &str, cookie: &str) -> Result<Self> {
        let mut load = Self::default();
        load.files
            .insert(page.to_owned(), fetch(url, page, cookie, "br").await?.len());
        let mut next = files_of_page(&fetch_text(url, page, cookie).await?);
        while let Some(file) = next.pop_first() {
            if load.files.contains_key(&file) {
                continue;
            }
            load.files
                .insert(file.clone(), fetch(url, &file, "", "br").await?.len());
            if file.ends_with(".js") {
                next.extend(imports_of_script(&file, &fetch_text(url, &file, "").await?));
            } else if file.ends_with(".modules") {
                let bundle = fetch(url, &file, "", "identity").await?;
                for module in modules_in(&file, &bundle)? {
                    let bytes = fetch(url, &module, "", "br").await?.len();
                    load.modules.insert(module, bytes);
                }
            }
        }
        Ok(load)
    }

    /// Kilobytes of 1,000 bytes.
    pub fn kilobytes(&self) -> f64 {
        kilobytes(self.files.values().sum())
    }

    /// Kilobytes of the modules that `others` do not load, each compressed by itself.
    pub fn kilobytes_of_own_code(&self, others: &[Self]) -> f64 {
        let own = self.modules.iter().filter(|(module, _)| {
            !others
                .iter()
                .any(|other| other.modules.contains_key(*module))
        });
        kilobytes(own.map(|(_, bytes)| bytes).sum())
    }
}

#[expect(clippy::cast_precision_loss, reason = "no page has 2^52 bytes")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

async fn fetch(url: &str, path: &str, cookie: &str, encoding: &str) -> Result<Vec<u8>> {
    let answer = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?
        .get(format!("{url}{path}"))
        .header(ACCEPT_ENCODING, encoding)
        .header(COOKIE, cookie)
        .send()
        .await?;
    ensure!(answer.status().is_success(), "{path}: {}", answer.status());
    Ok(answer.bytes().await?.into())
}

async fn fetch_text(url: &str, path: &str, cookie: &str) -> Result<String> {
    Ok(String::from_utf8(
        fetch(url, path, cookie, "identity").await?,
    )?)
}

/// Local files in `href` and `src` of a page: styles, scripts, and the parts of the program
/// that the page says it will need.
fn files_of_page(html: &str) -> BTreeSet<String> {
    ["href=\"/pkg/", "src=\"/pkg/"]
        .iter()
        .flat_map(|start| html.split(start).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .map(|file| format!("/pkg/{file}"))
        .collect()
}

/// What a script imports with a path of its own folder.
fn imports_of_script(script: &str, text: &str) -> BTreeSet<String> {
    let folder = script.rsplit_once('/').map_or("", |(folder, _)| folder);
    text.split("from \"./")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|file| format!("{folder}/{file}"))
        .collect()
}

/// The modules that a page's file names in its first line.
fn modules_in(file: &str, bundle: &[u8]) -> Result<Vec<String>> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let line = bundle.split(|byte| *byte == b'\n').next();
    let index: Vec<(String, usize)> = serde_json::from_slice(line.unwrap_or_default())?;
    Ok(index
        .into_iter()
        .map(|(name, _)| format!("{folder}/{name}.wasm"))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_files_of_a_page_and_no_links() {
        let html = r#"<link rel="stylesheet" href="/pkg/1/license.css"><a href="/console">x</a>
            <link rel="preload" href="/pkg/1/license_bg.wasm"><img src="/pkg/1/logo.svg">"#;
        let files: Vec<_> = files_of_page(html).into_iter().collect();
        assert_eq!(
            files,
            [
                "/pkg/1/license.css",
                "/pkg/1/license_bg.wasm",
                "/pkg/1/logo.svg"
            ]
        );
    }

    #[test]
    fn follows_the_imports_of_scripts() {
        let files = imports_of_script(
            "/pkg/1/license.js",
            "import * as a from \"./split.js\"\nimport b from \"b\"",
        );
        assert_eq!(files.into_iter().collect::<Vec<_>>(), ["/pkg/1/split.js"]);
    }

    #[test]
    fn the_page_s_file_names_its_modules() {
        let modules = modules_in(
            "/pkg/1/Codes.modules",
            b"[[\"chunk_9\",2],[\"split_Codes\",1]]\n\0a\n",
        );
        assert_eq!(
            modules.unwrap(),
            ["/pkg/1/chunk_9.wasm", "/pkg/1/split_Codes.wasm"]
        );
        assert!(modules_in("/pkg/1/Codes.modules", b"").is_err());
    }

    #[test]
    fn own_code_is_what_nobody_else_loads() {
        let named = |list: &[(&str, usize)]| {
            let list = list.iter();
            list.map(|(name, bytes)| ((*name).to_owned(), *bytes))
                .collect()
        };
        let review = FirstLoad {
            files: named(&[("/pkg/1/ReviewQueue.modules", 10_500), ("/review", 500)]),
            modules: named(&[("/pkg/1/chunk_9.wasm", 9000), ("/pkg/1/review.wasm", 1500)]),
        };
        let holder = FirstLoad {
            files: named(&[("/pkg/1/Codes.modules", 9000)]),
            modules: named(&[("/pkg/1/chunk_9.wasm", 9000)]),
        };
        assert!((review.kilobytes_of_own_code(&[holder]) - 1.5).abs() < 1e-9);
        assert!((review.kilobytes() - 11.0).abs() < 1e-9);
    }
}
