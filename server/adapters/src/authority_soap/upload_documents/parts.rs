//! Parts that several documents have.

use super::super::encoding::ip_number;
use super::writer::{DocumentWriter, refuse};
use ports::authority::{AuthorityError, IpRange, PersonInCharge};

/// `Ip_xx`, one or more.
pub(super) fn ip_ranges(
    writer: &mut DocumentWriter,
    field: &str,
    ranges: &[IpRange],
) -> Result<(), AuthorityError> {
    if ranges.is_empty() {
        return Err(refuse(field, "at least one address is needed"));
    }
    for range in ranges {
        if range.first > range.last {
            return Err(refuse(field, "the range ends before it starts"));
        }
        writer.element("Ip_xx", |writer| {
            let allowed = 1..=i64::from(u32::MAX);
            writer.id("IspIpid", field, range.ip_id)?;
            writer.number("Qsip", field, ip_number(range.first), allowed.clone())?;
            writer.number("Zzip", field, ip_number(range.last), allowed)
        })?;
    }
    Ok(())
}

/// `Fzr` and `Wz_Fzr`. The name is required for everybody (result 1044), the office phone
/// where the sponsor is an organization (1031).
pub(super) fn person(
    writer: &mut DocumentWriter,
    tag: &str,
    field: &str,
    person: &PersonInCharge,
    phone_required: bool,
) -> Result<(), AuthorityError> {
    let name = |part: &str| format!("{field}.{part}");
    let phone = person
        .office_phone
        .as_deref()
        .filter(|phone| !phone.trim().is_empty());
    match phone {
        None if phone_required => {
            return Err(refuse(&name("office_phone"), "organizations need one"));
        }
        Some(phone)
            if !phone
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | ';')) =>
        {
            return Err(refuse(
                &name("office_phone"),
                "only digits and \"-\" are allowed",
            ));
        }
        _ => {}
    }
    if !person.email.contains('@') {
        return Err(refuse(&name("email"), "it has no \"@\""));
    }
    writer.element(tag, |writer| {
        writer.text("Fzr_xm", &name("name"), &person.name, 1..=128)?;
        writer.optional_text("Fzr_dhhm", &name("office_phone"), phone, 11..=128)?;
        writer.text("Fzr_sjhm", &name("mobile"), &person.mobile, 11..=128)?;
        writer.text("Fzr_dzyj", &name("email"), &person.email, 6..=128)?;
        if let Some(kind) = person.document_kind_code {
            writer.number(
                "Fzr_zjlx",
                &name("document_kind_code"),
                kind.into(),
                1..=999,
            )?;
        }
        let number = person.document_number.as_deref();
        writer.optional_text("Fzr_zjhm", &name("document_number"), number, 1..=128)
    })
}
