//! Upload documents as the authority reads them.

use super::state::Request;
use super::world::{WorldAccess, WorldEntity, WorldWebsite};
use crate::authority_soap::encoding::parse_ip;
use crate::authority_soap::xml_read::{child, children, code, number, parse, text, text_of};
use ports::authority::{AccessRow, Address, Certificate, DomainRow, IpRow, PersonInCharge};
use roxmltree::Node;

/// Most records a file may have.
const MAX_RECORDS: usize = 1000;

/// Why a file is refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    /// 5001 form, 5003 wrong unit, 5004 wrong version, 5011 not offered here.
    pub(super) code: i32,
    /// `Czlx` of the operation, as far as it can be told.
    pub(super) operation_number: i64,
}

/// The records of a file.
pub(super) fn read(bytes: &[u8], isp_id: i64) -> Result<Vec<Request>, Refusal> {
    let refuse = |code, operation_number| Refusal {
        code,
        operation_number,
    };
    let malformed = refuse(5001, 1);
    let xml = encoding_rs::GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(malformed)?;
    let document = parse(&xml).map_err(|_| malformed)?;
    let root = document.root_element();
    if root.tag_name().name() != "UploadData" {
        return Err(malformed);
    }
    if root.attribute("version") != Some("V.3.0") {
        return Err(refuse(5004, 1));
    }
    let Some(icp) = child(root, "ICP") else {
        return Err(refuse(5011, 1));
    };
    let mut operations = icp
        .children()
        .filter(|node| node.is_element() && node.tag_name().name() != "Qqdwid");
    let (Some(operation), None) = (operations.next(), operations.next()) else {
        return Err(malformed);
    };
    let operation_number = match operation.tag_name().name() {
        "XZWZ" => 2,
        "XZJR" => 3,
        "BGBA" => 4,
        "ZXBA" => 5,
        _ => 1,
    };
    if number(icp, "Qqdwid") != Some(isp_id) {
        return Err(refuse(5003, operation_number));
    }
    let requests: Option<Vec<Request>> = match operation.tag_name().name() {
        "XZBA" => children(operation, "Baxx")
            .map(|row| new_filing(row, isp_id))
            .collect(),
        "XZJR" => children(operation, "Xzxx")
            .map(|row| new_access(row, isp_id))
            .collect(),
        "ZXBA" => {
            let only_accesses =
                children(operation, "Zx_xx").all(|row| number(row, "Zxlb") == Some(2));
            if !only_accesses {
                return Err(refuse(5011, operation_number));
            }
            children(operation, "Zx_xx").map(cancel_access).collect()
        }
        _ => return Err(refuse(5011, operation_number)),
    };
    match requests {
        Some(requests) if (1..=MAX_RECORDS).contains(&requests.len()) => Ok(requests),
        _ => Err(refuse(5001, operation_number)),
    }
}

fn cancel_access(row: Node<'_, '_>) -> Option<Request> {
    Some(Request::CancelAccess {
        access_authority_id: number(row, "Jlid")?,
        reason_code: code(row, "Zxly")?,
        note: text(row, "Zxlybz"),
        password_hash: text(row, "ICPmm"),
    })
}

fn new_access(row: Node<'_, '_>, isp_id: i64) -> Option<Request> {
    let website = child(row, "Wz_xx")?;
    let (license_number, authority_id) = (text(website, "Wzbah"), number(website, "Wzid"));
    // The schema has a choice here: exactly one of the two.
    if license_number.is_some() == authority_id.is_some() {
        return None;
    }
    Some(Request::NewAccess {
        website_license_number: license_number,
        website_authority_id: authority_id,
        access: access(row, isp_id)?,
        password_hash: text(row, "ICPmm").filter(|hash| hash.len() <= 32)?,
    })
}

fn new_filing(row: Node<'_, '_>, isp_id: i64) -> Option<Request> {
    let subject = child(row, "Zt_xx")?;
    let address = child(subject, "Txdz")?;
    let certificate = child(subject, "Zj")?;
    let websites: Vec<WorldWebsite> = children(row, "Wz_xx")
        .map(|row| website(row, isp_id))
        .collect::<Option<_>>()?;
    if websites.is_empty() {
        return None;
    }
    Some(Request::NewFiling {
        entity: Box::new(WorldEntity {
            authority_id: 0,
            entity_id: Some(number(subject, "IspZtid")?),
            name: text(subject, "Dwmc")?,
            license_number: String::new(),
            license_password: String::new(),
            nature_code: code(subject, "Dwxz")?,
            investor: text(subject, "Tzr"),
            address: Address {
                province_code: code(address, "Shengid")?,
                city_code: code(address, "Shiid")?,
                county_code: code(address, "Xianid"),
                detail: text(address, "Xxdz"),
            },
            certificate: Certificate {
                kind_code: code(certificate, "Zjlx")?,
                number: text(certificate, "Zjhm")?,
                address: text(certificate, "Zjzs")?,
            },
            principal: person(child(subject, "Fzr")?)?,
            filed_on: String::new(),
            changed_on: String::new(),
            websites,
        }),
    })
}

fn website(row: Node<'_, '_>, isp_id: i64) -> Option<WorldWebsite> {
    let domain = |row| {
        Some(DomainRow {
            domain_id: Some(number(row, "IspYmid")?),
            domain_authority_id: 0,
            name: text(row, "Ym")?,
        })
    };
    Some(WorldWebsite {
        authority_id: 0,
        website_id: Some(number(row, "IspWzid")?),
        name: text(row, "Wzmc")?,
        license_number: String::new(),
        service_codes: codes(row, "Fwnr", "Fwnr_id")?,
        language_codes: codes(row, "Yylb", "Yylb_id")?,
        domains: non_empty(children(row, "Ym_xx").map(domain).collect::<Option<_>>()?)?,
        accesses: non_empty(
            children(row, "Jr_xx")
                .map(|row| access(row, isp_id))
                .collect::<Option<_>>()?,
        )?,
        principal: person(child(row, "Wz_Fzr")?)?,
        home_url: text(row, "Syurl"),
        remark: text(row, "Wz_Bz"),
    })
}

fn access(row: Node<'_, '_>, isp_id: i64) -> Option<WorldAccess> {
    let ip = |row| {
        Some(IpRow {
            ip_id: Some(number(row, "IspIpid")?),
            ip_authority_id: 0,
            first: parse_ip(&text(row, "Qsip")?)?,
            last: parse_ip(&text(row, "Zzip")?)?,
        })
    };
    Some(WorldAccess {
        row: AccessRow {
            access_id: Some(number(row, "IspJrid")?),
            access_authority_id: 0,
            provider_id: isp_id,
            ips: non_empty(children(row, "Ip_xx").map(ip).collect::<Option<_>>()?)?,
        },
        location_codes: codes(row, "Wzfb", "Fbdd")?,
        access_mode_codes: codes(row, "Wzjrfs", "Jrfs")?,
    })
}

fn person(row: Node<'_, '_>) -> Option<PersonInCharge> {
    Some(PersonInCharge {
        name: text(row, "Fzr_xm")?,
        office_phone: text(row, "Fzr_dhhm"),
        mobile: text(row, "Fzr_sjhm")?,
        email: text(row, "Fzr_dzyj")?,
        document_kind_code: code(row, "Fzr_zjlx"),
        document_number: text(row, "Fzr_zjhm"),
    })
}

fn codes(row: Node<'_, '_>, container: &'static str, name: &'static str) -> Option<Vec<i32>> {
    let read = |node| {
        text_of(node)
            .parse()
            .ok()
            .filter(|code| (1..=64).contains(code))
    };
    non_empty(
        children(child(row, container)?, name)
            .map(read)
            .collect::<Option<_>>()?,
    )
}

fn non_empty<T>(rows: Vec<T>) -> Option<Vec<T>> {
    Some(rows).filter(|rows| !rows.is_empty())
}
