//! The key that everything secret depends on.

use crate::config::{Secret, SecretKeyConfig};
use anyhow::{Context, Result};
use ports::random::Random;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The set key; a demo without one makes its own and keeps it in the data folder.
pub(super) fn read_or_make(
    config: &SecretKeyConfig,
    data_dir: &Path,
    random: &dyn Random,
) -> Result<[u8; 32]> {
    if let Some(secret) = config.secret() {
        return Ok(secret.to_key());
    }
    let file = data_dir.join("secret-key");
    let text = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => make(&file, random)?,
        Err(error) => {
            return Err(error).with_context(|| format!("{} cannot be read", file.display()));
        }
    };
    Ok(Secret::from(text).to_key())
}

fn make(file: &Path, random: &dyn Random) -> Result<String> {
    let mut bytes = [0_u8; 32];
    random.fill(&mut bytes);
    let text = hex::encode(bytes);
    write_private(file, &text)?;
    Ok(text)
}

/// Writes a new file, whose mode [`super::keep_new_files_private`] decides.
///
/// # Errors
/// When it exists already or cannot be written.
pub fn write_private(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(file)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("{} cannot be written", file.display()))
}
