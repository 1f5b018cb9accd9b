//! ZXBA with `Zxlb` 2: cancel our access to a website.

use super::{DocumentWriter, LicensePasswordHash};
use ports::authority::{AuthorityError, CancelAccessReport};

pub(super) fn write(
    writer: &mut DocumentWriter,
    report: &CancelAccessReport,
    hash: LicensePasswordHash,
) -> Result<(), AuthorityError> {
    writer.element("ZXBA", |writer| {
        writer.element("Zx_xx", |writer| {
            writer.number("Zxlb", "kind", 2, 2..=2)?;
            writer.id("Jlid", "access_authority_id", report.access_authority_id)?;
            writer.number("Zxly", "reason_code", report.reason_code.into(), 1..=999)?;
            writer.optional_text("Zxlybz", "note", report.note.as_deref(), 1..=1000)?;
            match report
                .license_password
                .as_deref()
                .filter(|password| !password.is_empty())
            {
                Some(password) => {
                    writer.text("ICPmm", "license_password", &hash.of(password)?, 32..=32)
                }
                None => Ok(()),
            }
        })
    })
}
