//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

/// How far a build is optimized.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Debug,
    Release,
}

impl Mode {
    pub fn new(release: bool) -> Self {
        if release { Self::Release } else { Self::Debug }
    }

    /// The folder below the target directory in which cargo puts the server.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    /// The cargo profile of the browser build, and the folder of its output.
    pub fn wasm_profile(self) -> &'static str {
        match self {
            Self::Debug => "wasm-dev",
            Self::Release => "wasm-release",
        }
    }
}

/// The names in `[[workspace.metadata.leptos]]`, which `cargo leptos watch` reads as well.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Names {
    /// File name of the browser build, without its ending.
    pub name: String,
    /// The package of the server.
    pub bin_package: String,
    /// The package of the browser build.
    pub lib_package: String,
    /// The style sheet, relative to the root.
    pub style_file: PathBuf,
}

/// The clone, and the folder beside it that takes what is built.
pub struct Workspace {
    pub root: PathBuf,
    /// Cargo's target directory (`CARGO_TARGET_DIR`, set by the Makefile).
    pub target: PathBuf,
    pub names: Names,
}

#[derive(Deserialize)]
struct Manifest {
    workspace: ManifestWorkspace,
}

#[derive(Deserialize)]
struct ManifestWorkspace {
    metadata: ManifestMetadata,
}

#[derive(Deserialize)]
struct ManifestMetadata {
    leptos: (Names,),
}

impl Workspace {
    /// # Errors
    /// When the root's `Cargo.toml` cannot be read or names no Leptos project.
    pub fn find() -> Result<Self> {
        // Asked of `cargo run` each time: several clones may share one target directory, and with
        // it this program.
        let package =
            env::var_os("CARGO_MANIFEST_DIR").context("start this program with cargo run")?;
        let root = Path::new(&package)
            .parent()
            .context("xtask has no parent folder")?
            .to_path_buf();
        let manifest =
            std::fs::read_to_string(root.join("Cargo.toml")).context("reading Cargo.toml")?;
        let manifest: Manifest = toml::from_str(&manifest).context("Cargo.toml")?;
        let (names,) = manifest.workspace.metadata.leptos;
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Ok(Self {
            root,
            target,
            names,
        })
    }

    /// What the server serves: a folder beside its program, where it looks by itself.
    pub fn site(&self, mode: Mode) -> PathBuf {
        self.target.join(mode.folder()).join("site")
    }

    /// A program that npm installed.
    pub fn npm_program(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }
}
