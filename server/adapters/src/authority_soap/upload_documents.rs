//! Upload documents, in the element order and within the limits of the official schema.
//!
//! Whatever the interface cannot carry is refused here with the field's name; a document
//! that comes out is valid.

mod cancel_access;
mod new_access;
mod new_filing;
mod parts;
mod writer;

use super::encoding::{md5_hex, to_gbk};
use ports::authority::{AuthorityError, Report};
use writer::{DocumentWriter, refuse};

/// How the hash of a license password is written (`ICPmm`).
#[derive(Debug, Clone, Copy)]
pub(super) struct LicensePasswordHash {
    pub(super) uppercase: bool,
}

impl LicensePasswordHash {
    /// MD5 over the GBK bytes, 32 hexadecimal digits.
    pub(super) fn of(self, password: &str) -> Result<String, AuthorityError> {
        if password.is_empty() {
            return Err(refuse("license_password", "it is empty"));
        }
        let bytes = to_gbk(password)
            .map_err(|_| refuse("license_password", "a character is not in GBK"))?;
        let hash = md5_hex(&bytes);
        Ok(if self.uppercase {
            hash.to_uppercase()
        } else {
            hash
        })
    }
}

/// The document of one report, as text that is still to be encoded in GBK.
pub(super) fn upload_document(
    report: &Report,
    isp_id: i64,
    hash: LicensePasswordHash,
) -> Result<String, AuthorityError> {
    let mut writer = DocumentWriter::new();
    writer.element("ICP", |writer| {
        match report {
            Report::NewFiling(report) => new_filing::write(writer, report)?,
            Report::NewAccess(report) => new_access::write(writer, report, hash)?,
            Report::CancelAccess(report) => cancel_access::write(writer, report, hash)?,
        }
        writer.id("Qqdwid", "authority.isp_id", isp_id)
    })?;
    Ok(writer.finish())
}

#[cfg(test)]
mod tests;
