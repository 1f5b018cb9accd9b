//! XZBA: a new entity with its first website.

use super::parts::{ip_ranges, person};
use super::writer::{DocumentWriter, refuse};
use ports::authority::{AuthorityError, EntityReport, NewFilingReport, WebsiteReport};

/// Sponsor nature of a person (`Dwxz`); every other nature is an organization.
const INDIVIDUAL: i32 = 5;

pub(super) fn write(
    writer: &mut DocumentWriter,
    report: &NewFilingReport,
) -> Result<(), AuthorityError> {
    let organization = report.entity.nature_code != INDIVIDUAL;
    writer.element("XZBA", |writer| {
        writer.element("Baxx", |writer| {
            writer.element("Zt_xx", |writer| {
                entity(writer, &report.entity, organization)
            })?;
            writer.element("Wz_xx", |writer| {
                website(writer, &report.website, organization)
            })
        })
    })
}

fn entity(
    writer: &mut DocumentWriter,
    entity: &EntityReport,
    organization: bool,
) -> Result<(), AuthorityError> {
    writer.id("IspZtid", "entity.entity_id", entity.entity_id)?;
    writer.text("Dwmc", "entity.name", &entity.name, 1..=255)?;
    writer.number(
        "Dwxz",
        "entity.nature_code",
        entity.nature_code.into(),
        1..=999,
    )?;
    writer.optional_text(
        "Tzr",
        "entity.investor",
        entity.investor.as_deref(),
        1..=255,
    )?;
    writer.element("Txdz", |writer| {
        let address = &entity.address;
        let area = 100_000..=999_999;
        let province = address.province_code.into();
        writer.number(
            "Shengid",
            "entity.address.province_code",
            province,
            area.clone(),
        )?;
        let city = address.city_code.into();
        writer.number("Shiid", "entity.address.city_code", city, area.clone())?;
        if let Some(county) = address.county_code {
            writer.number("Xianid", "entity.address.county_code", county.into(), area)?;
        }
        writer.optional_text(
            "Xxdz",
            "entity.address.detail",
            address.detail.as_deref(),
            1..=1024,
        )
    })?;
    writer.element("Zj", |writer| {
        let certificate = &entity.certificate;
        let kind = certificate.kind_code.into();
        writer.number("Zjlx", "entity.certificate.kind_code", kind, 1..=999)?;
        writer.text(
            "Zjhm",
            "entity.certificate.number",
            &certificate.number,
            1..=255,
        )?;
        writer.text(
            "Zjzs",
            "entity.certificate.address",
            &certificate.address,
            1..=1024,
        )
    })?;
    person(
        writer,
        "Fzr",
        "entity.principal",
        &entity.principal,
        organization,
    )?;
    // Everything a provider files is filed on behalf of its customer.
    writer.number("Bbfs", "filed_on_behalf", 1, 1..=1)?;
    writer.optional_text("Bz", "entity.remark", entity.remark.as_deref(), 1..=1024)
}

fn website(
    writer: &mut DocumentWriter,
    website: &WebsiteReport,
    organization: bool,
) -> Result<(), AuthorityError> {
    writer.id("IspWzid", "website.website_id", website.website_id)?;
    writer.text("Wzmc", "website.name", &website.name, 1..=512)?;
    writer.codes(
        "Fwnr",
        "Fwnr_id",
        "website.service_codes",
        &website.service_codes,
    )?;
    writer.codes(
        "Yylb",
        "Yylb_id",
        "website.language_codes",
        &website.language_codes,
    )?;
    if website.domains.is_empty() {
        return Err(refuse("website.domains", "at least one domain is needed"));
    }
    for (domain_id, domain) in &website.domains {
        writer.element("Ym_xx", |writer| {
            writer.id("IspYmid", "website.domains", *domain_id)?;
            writer.text("Ym", "website.domains", domain, 4..=128)
        })?;
    }
    writer.element("Jr_xx", |writer| {
        writer.id("IspJrid", "website.access_id", website.access_id)?;
        writer.codes(
            "Wzfb",
            "Fbdd",
            "website.location_codes",
            &website.location_codes,
        )?;
        writer.codes(
            "Wzjrfs",
            "Jrfs",
            "website.access_mode_codes",
            &website.access_mode_codes,
        )?;
        ip_ranges(writer, "website.ip_ranges", &website.ip_ranges)
    })?;
    person(
        writer,
        "Wz_Fzr",
        "website.principal",
        &website.principal,
        organization,
    )?;
    let home_url = website
        .home_url
        .as_deref()
        .filter(|url| !url.trim().is_empty());
    // Result 1041.
    if home_url.is_some_and(|url| {
        !website
            .domains
            .iter()
            .any(|(_, domain)| url.contains(domain))
    }) {
        return Err(refuse(
            "website.home_url",
            "it contains none of the domains",
        ));
    }
    writer.optional_text("Syurl", "website.home_url", home_url, 4..=255)?;
    writer.optional_text(
        "Wz_Bz",
        "website.remark",
        website.remark.as_deref(),
        1..=1024,
    )
}
