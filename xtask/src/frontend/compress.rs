//! Brotli and gzip siblings, which the server sends as they are.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::say;

/// Writes `<file>.br` and `<file>.gz` beside every file in the folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn run(folder: &Path) -> Result<()> {
    say("front end: compressing");
    let files = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    for file in files.iter().filter(|file| file.is_file()) {
        let content = fs::read(file)?;
        brotli::BrotliCompress(
            &mut content.as_slice(),
            &mut File::create(sibling(file, "br"))?,
            &brotli::enc::BrotliEncoderParams::default(),
        )?;
        let mut gzip = GzEncoder::new(File::create(sibling(file, "gz"))?, Compression::best());
        gzip.write_all(&content)?;
        gzip.finish()?;
    }
    Ok(())
}

fn sibling(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
