//! The data envelope: XML bytes → zip → hash → optional AES → base64, and back.

use super::encoding::{from_base64, md5_base64, to_base64};
use super::encryption::Cipher;
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Largest XML file the interface takes (`msg_code` 18).
pub(crate) const MAX_XML_BYTES: u64 = 50 * 1024 * 1024;

/// Why an envelope could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OpenError {
    #[error("the data cannot be decrypted")]
    Decryption,
    #[error("the hash does not fit the data")]
    Hash,
    #[error("the data is not base64")]
    Encoding,
    #[error("the data is not a zip archive")]
    Archive,
    #[error("the archive must hold exactly one file")]
    Entries,
    #[error("the file is larger than 50 MB")]
    TooLarge,
}

impl OpenError {
    /// The data arrived as it was sent (its hash fits), so that asking for it again brings the
    /// same.
    pub(crate) const fn is_final(self) -> bool {
        matches!(self, Self::Archive | Self::Entries | Self::TooLarge)
    }
}

/// A zip archive with one entry.
pub(crate) fn zip_one(name: &str, content: &[u8]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default())?;
    writer.write_all(content)?;
    Ok(writer.finish()?.into_inner())
}

/// `beianInfo` of an archive.
pub(crate) fn seal(zip: &[u8], cipher: Option<&Cipher>) -> String {
    match cipher {
        Some(cipher) => to_base64(&cipher.encrypt(zip)),
        None => to_base64(zip),
    }
}

/// The name and the bytes of the one file in `beianInfo`.
///
/// The hash is over the archive, neither encrypted nor encoded. Among several entries only
/// the one called `wanted` will do.
pub(crate) fn open(
    data: &str,
    hash: &str,
    cipher: Option<&Cipher>,
    wanted: Option<&str>,
) -> Result<(String, Vec<u8>), OpenError> {
    let zip = unseal(data, cipher)?;
    if from_base64(hash) != from_base64(&md5_base64(&zip)) {
        return Err(OpenError::Hash);
    }
    unzip_one(&zip, wanted)
}

/// The archive in `beianInfo`.
pub(crate) fn unseal(data: &str, cipher: Option<&Cipher>) -> Result<Vec<u8>, OpenError> {
    let bytes = from_base64(data).ok_or(OpenError::Encoding)?;
    match cipher {
        Some(cipher) => cipher.decrypt(&bytes).ok_or(OpenError::Decryption),
        None => Ok(bytes),
    }
}

/// The name and the bytes of the one file in an archive.
pub(crate) fn unzip_one(zip: &[u8], wanted: Option<&str>) -> Result<(String, Vec<u8>), OpenError> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| OpenError::Archive)?;
    let index = if archive.len() == 1 {
        0
    } else {
        wanted
            .and_then(|name| archive.index_for_name(name))
            .ok_or(OpenError::Entries)?
    };
    let entry = archive.by_index(index).map_err(|_| OpenError::Archive)?;
    let name = entry.name().map_err(|_| OpenError::Archive)?.into_owned();
    let mut content = Vec::new();
    // Counts what comes out, whatever the entry's header says: a guard against zip bombs.
    let mut limited = entry.take(MAX_XML_BYTES + 1);
    limited
        .read_to_end(&mut content)
        .map_err(|_| OpenError::Archive)?;
    if content.len() as u64 > MAX_XML_BYTES {
        return Err(OpenError::TooLarge);
    }
    Ok((name, content))
}

#[cfg(test)]
mod tests;
