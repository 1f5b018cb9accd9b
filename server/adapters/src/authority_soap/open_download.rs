//! Opens the file that a download brings.

use super::archive::open;
use super::download_documents;
use super::encoding::decode_xml;
use super::encryption::Cipher;
use super::replies::FileInfo;
use ports::authority::{AuthorityError, Document, Download};

/// A file that arrived whole but cannot be read is handed on as `Document::Unreadable`: it is
/// kept and acknowledged, or it would block the queue. One whose hash does not fit must not be
/// acknowledged.
pub(super) fn open_download(
    file: FileInfo,
    cipher: Option<&Cipher>,
    more: bool,
) -> Result<Download, AuthorityError> {
    let cipher = if file.encrypted {
        let missing =
            || AuthorityError::Unreadable("an encrypted file, but no key is set".to_owned());
        Some(cipher.ok_or_else(missing)?)
    } else {
        None
    };
    let (xml, documents) = match open(&file.data, &file.hash, cipher, Some(&file.name)) {
        Ok((_, bytes)) => {
            let xml = decode_xml(&bytes);
            let documents = download_documents::read(&xml);
            (xml, documents)
        }
        Err(error) if error.is_final() => {
            let problem = error.to_string();
            (file.data, vec![Document::Unreadable { problem }])
        }
        Err(error) => {
            let problem = format!("{}: {error}", file.name);
            return Err(AuthorityError::Unreadable(problem));
        }
    };
    Ok(Download {
        file_name: file.name,
        xml,
        documents,
        more,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authority_soap::encoding::{md5_base64, to_base64};

    fn file(data: &[u8], hash: String) -> FileInfo {
        FileInfo {
            name: "20240102150405_zj_1.xml".to_owned(),
            data: to_base64(data),
            hash,
            ..FileInfo::default()
        }
    }

    #[test]
    fn what_arrived_whole_is_kept_even_if_nobody_can_read_it() {
        let broken = b"no archive";
        let download = open_download(file(broken, md5_base64(broken)), None, true).unwrap();
        let problem = "the data is not a zip archive".to_owned();
        assert_eq!(download.documents, [Document::Unreadable { problem }]);
        assert_eq!((download.xml, download.more), (to_base64(broken), true));
    }

    #[test]
    fn what_was_damaged_on_the_way_is_asked_for_again() {
        let damaged = open_download(file(b"no archive", md5_base64(b"other")), None, true);
        assert!(matches!(damaged, Err(AuthorityError::Unreadable(_))));
    }
}
