//! Download documents as the authority writes them, in the order of the official schema.

use super::state::{FiledReport, OutgoingFile, Verdict};
use super::world::{WorldAccess, WorldEntity, WorldWebsite};
use crate::authority_soap::encoding::ip_number;
use chrono::{DateTime, FixedOffset, Utc};
use ports::authority::{AccessRow, PersonInCharge};
use quick_xml::escape::escape;
use std::fmt::Display;

/// Reasons for a cancellation, made up for the demo: no source lists the real ones.
pub(super) const CANCELLATION_REASONS: [(i32, &str); 4] = [
    (1, "变更接入服务商"),
    (2, "网站关闭"),
    (3, "服务器已释放"),
    (4, "其他"),
];

/// Certificates under their unit classes: the numbers and names that public sources agree on, and
/// with made-up numbers what the authority is known to have beside them.
pub(super) const CERTIFICATES: [(i32, &str, i32); 14] = [
    (1, "工商营业执照", 4),
    (2, "居民身份证", 5),
    (3, "组织机构代码证书", 3),
    (4, "事业法人证书", 3),
    (5, "军队代号", 1),
    (6, "社团法人证书", 6),
    (7, "护照", 5),
    (8, "军官证", 5),
    (9, "组织机构代码证书", 2),
    (10, "组织机构代码证书", 6),
    (11, "台湾居民来往大陆通行证", 5),
    (14, "港澳居民来往内地通行证", 5),
    (15, "外国人永久居留身份证", 5),
    (16, "民办非企业单位登记证书", 7),
];

/// As [`CERTIFICATES`]; the last one is known by name only.
pub(super) const NATURES: [(i32, &str); 7] = [
    (1, "军队"),
    (2, "政府机关"),
    (3, "事业单位"),
    (4, "企业"),
    (5, "个人"),
    (6, "社会团体"),
    (7, "民办非企业单位"),
];

/// China has one time zone and no daylight saving.
pub(super) fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    const SHANGHAI: FixedOffset = match FixedOffset::east_opt(8 * 3600) {
        Some(offset) => offset,
        None => unreachable!(),
    };
    at.with_timezone(&SHANGHAI)
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"GBK\"?><DownloadData version=\"V.3.0\">{body}</DownloadData>"
    )
}

fn tag(name: &str, value: impl Display) -> String {
    format!("<{name}>{}</{name}>", escape(value.to_string()))
}

fn optional(name: &str, value: Option<impl Display>) -> String {
    value.map(|value| tag(name, value)).unwrap_or_default()
}

fn group(name: &str, parts: &[String]) -> String {
    format!("<{name}>{}</{name}>", parts.concat())
}

fn codes(container: &str, name: &str, codes: &[i32]) -> String {
    group(
        container,
        &codes.iter().map(|code| tag(name, code)).collect::<Vec<_>>(),
    )
}

/// JCDM with the tables that forms are filled in from and public sources disagree on or lack.
pub(super) fn code_tables() -> OutgoingFile {
    let end = [tag("Bz", "演示数据 (demo value)"), tag("Sfyx", 1)].concat();
    let natures = NATURES.map(|(id, text)| {
        let parts = [tag("Id", id), tag("Mc", text), end.clone()];
        group("Dwxz_xx", &parts)
    });
    let certificates = CERTIFICATES.map(|(id, text, class)| {
        let class = tag("Dwflid", class);
        let parts = [tag("Id", id), tag("Mc", text), class, end.clone()];
        group("Zjlx_xx", &parts)
    });
    let reasons = CANCELLATION_REASONS.map(|(id, text)| {
        let parts = [tag("Id", id), tag("Nr", text), end.clone()];
        group("Zxly_xx", &parts)
    });
    let tables = group(
        "Jcdm_xx",
        &[
            group("Dwxz_dms", &natures),
            group("Zjlx_dms", &certificates),
            group("Zxly_dms", &reasons),
        ],
    );
    let xml = document(&group("JCDM", &[tables]));
    OutgoingFile {
        name: "code_tables.xml".to_owned(),
        xml,
    }
}

/// BAJG for one record, with the opinion where a person decided.
pub(super) fn result(report: &FiledReport, verdict: &Verdict) -> String {
    let text = match verdict.code {
        1001 => "管局审核通过",
        1002 => "管局审核不通过",
        5001 => report.file_name.as_str(),
        _ => "自动审核不通过",
    };
    let number = tag("Czlx", report.request.operation_number());
    let line = group("Jgxx", &[tag("Jgdm", verdict.code), tag("Dmms", text)]);
    let key = optional("Bs", report.request.record_id());
    let mut parts = vec![group("Jg_xx", &[line, number.clone(), key])];
    if let Some(opinion) = &verdict.opinion {
        let opinion = group(
            "Gjsh",
            &[
                tag("Shrxm", "王五"),
                tag("Shr_dhhm", "010-80000002"),
                tag("Shsj", local(verdict.at).format("%Y-%m-%d %H:%M:%S")),
                tag("Shyj", opinion),
                tag("Shjg", i32::from(verdict.code == 1001)),
                number,
                optional("Jlid", report.request.record_id()),
            ],
        );
        parts.push(group("GJSHS", &[opinion]));
    }
    document(&group("ICP", &[group("BAJG", &parts)]))
}

/// ZXSJ for an access. The schema knows only 0 and 1 here, the prose describes 2.
pub(super) fn access_canceled(access_authority_id: i64) -> String {
    let record = group(
        "Zxxx",
        &[
            tag("Zxlb", 2),
            tag("Jlid", access_authority_id),
            tag("Bz", "接入已取消"),
        ],
    );
    document(&group("ICP", &[group("ZXSJ", &[record])]))
}

/// BASJ of one entity. Websites without any access are left out: the schema demands one.
pub(super) fn filing(entity: &WorldEntity) -> String {
    let address = &entity.address;
    let certificate = &entity.certificate;
    let subject = group(
        "Zt_xx",
        &[
            optional("IspZtid", entity.entity_id),
            tag("Ztid", entity.authority_id),
            tag("Dwmc", &entity.name),
            tag("Dwxz", entity.nature_code),
            group(
                "Txdz",
                &[
                    tag("Shengid", address.province_code),
                    tag("Shiid", address.city_code),
                    optional("Xianid", address.county_code),
                    optional("Xxdz", address.detail.as_ref()),
                ],
            ),
            group(
                "Zj",
                &[
                    tag("Zjlx", certificate.kind_code),
                    tag("Zjhm", &certificate.number),
                    tag("Zjzs", &certificate.address),
                ],
            ),
            person("Fzr", &entity.principal),
            tag("Baxh", &entity.license_number),
            tag("Bbyhlx", 1),
            optional("Tzr", entity.investor.as_ref()),
            tag("Scbbsj", &entity.filed_on),
            tag("Zjxgsj", &entity.changed_on),
        ],
    );
    let served = entity
        .websites
        .iter()
        .filter(|website| !website.accesses.is_empty());
    let parts: Vec<String> = std::iter::once(subject)
        .chain(served.map(website))
        .collect();
    document(&group("ICP", &[group("BASJ", &[group("Baxx", &parts)])]))
}

fn website(website: &WorldWebsite) -> String {
    let domains = website.domains.iter().map(|row| {
        let id = optional("IspYmid", row.domain_id);
        group(
            "Ym_xx",
            &[
                id,
                tag("Ymid", row.domain_authority_id),
                tag("Ym", &row.name),
            ],
        )
    });
    let mut parts = vec![
        optional("IspWzid", website.website_id),
        tag("Wzid", website.authority_id),
        tag("Wzmc", &website.name),
        codes("Fwnr", "Fwnr_id", &website.service_codes),
        codes("Yylb", "Yylb_id", &website.language_codes),
    ];
    parts.extend(domains);
    parts.extend(website.accesses.iter().map(access));
    parts.push(person("Wz_Fzr", &website.principal));
    parts.push(optional("Syurl", website.home_url.as_ref()));
    parts.push(optional("Wz_Bz", website.remark.as_ref()));
    parts.push(tag("Baxh", &website.license_number));
    group("Wz_xx", &parts)
}

fn access(access: &WorldAccess) -> String {
    let AccessRow {
        access_id,
        access_authority_id,
        provider_id,
        ips,
    } = &access.row;
    let ips = ips.iter().map(|ip| {
        let ends = [
            tag("Qsip", ip_number(ip.first)),
            tag("Zzip", ip_number(ip.last)),
        ]
        .concat();
        group(
            "Ip_xx",
            &[
                optional("IspIpid", ip.ip_id),
                tag("Ipid", ip.ip_authority_id),
                ends,
            ],
        )
    });
    let mut parts = vec![
        optional("IspJrid", *access_id),
        tag("Jrid", access_authority_id),
        tag("Ispid", provider_id),
        codes("Wzfb", "Fbdd", &access.location_codes),
        codes("Wzjrfs", "Jrfs", &access.access_mode_codes),
    ];
    parts.extend(ips);
    group("Jr_xx", &parts)
}

fn person(name: &str, person: &PersonInCharge) -> String {
    group(
        name,
        &[
            tag("Fzr_xm", &person.name),
            optional("Fzr_dhhm", person.office_phone.as_ref()),
            tag("Fzr_sjhm", &person.mobile),
            tag("Fzr_dzyj", &person.email),
            optional("Fzr_zjlx", person.document_kind_code),
            optional("Fzr_zjhm", person.document_number.as_ref()),
        ],
    )
}
