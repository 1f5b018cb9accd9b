//! XZJR: add our access to a filed website.

use super::parts::ip_ranges;
use super::{DocumentWriter, LicensePasswordHash, refuse};
use ports::authority::{AuthorityError, NewAccessReport};

pub(super) fn write(
    writer: &mut DocumentWriter,
    report: &NewAccessReport,
    hash: LicensePasswordHash,
) -> Result<(), AuthorityError> {
    let number = report
        .website_license_number
        .as_deref()
        .filter(|n| !n.trim().is_empty());
    writer.element("XZJR", |writer| {
        writer.element("Xzxx", |writer| {
            // Exactly one of the two: the schema has a choice here.
            writer.element("Wz_xx", |writer| {
                match (number, report.website_authority_id) {
                    (Some(number), _) => {
                        writer.text("Wzbah", "website_license_number", number, 1..=128)
                    }
                    (None, Some(id)) => writer.id("Wzid", "website_authority_id", id),
                    (None, None) => {
                        Err(refuse("website_license_number", "the website is not named"))
                    }
                }
            })?;
            writer.id("IspJrid", "access_id", report.access_id)?;
            writer.codes("Wzfb", "Fbdd", "location_codes", &report.location_codes)?;
            writer.codes(
                "Wzjrfs",
                "Jrfs",
                "access_mode_codes",
                &report.access_mode_codes,
            )?;
            ip_ranges(writer, "ip_ranges", &report.ip_ranges)?;
            writer.text(
                "ICPmm",
                "license_password",
                &hash.of(&report.license_password)?,
                32..=32,
            )
        })
    })
}
