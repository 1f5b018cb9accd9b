//! BASJ and SJTB/ICP: filing data.

use super::super::xml_read::{child, children, code, number, text};
use super::{other, parse_ip};
use ports::authority::{AccessRow, Document, DomainRow, FilingRow, IpRow, WebsiteRow};
use roxmltree::Node;

/// Rows without the ids that make them useful are named beside the ones that have them.
pub(super) fn read(part: Node<'_, '_>, documents: &mut Vec<Document>) {
    let mut filings = Vec::new();
    for row in children(part, "Baxx") {
        match filing(row) {
            Some(filing) => filings.push(filing),
            None => documents.push(other("Baxx without the authority's ids")),
        }
    }
    documents.push(Document::Filings { filings });
}

fn filing(row: Node<'_, '_>) -> Option<FilingRow> {
    let entity = child(row, "Zt_xx")?;
    Some(FilingRow {
        entity_id: number(entity, "IspZtid"),
        entity_authority_id: number(entity, "Ztid")?,
        entity_name: text(entity, "Dwmc").unwrap_or_default(),
        entity_nature_code: code(entity, "Dwxz"),
        entity_license_number: text(entity, "Baxh"),
        websites: children(row, "Wz_xx").map(website).collect::<Option<_>>()?,
    })
}

fn website(row: Node<'_, '_>) -> Option<WebsiteRow> {
    Some(WebsiteRow {
        website_id: number(row, "IspWzid"),
        website_authority_id: number(row, "Wzid")?,
        name: text(row, "Wzmc").unwrap_or_default(),
        license_number: text(row, "Baxh"),
        home_url: text(row, "Syurl"),
        domains: children(row, "Ym_xx").map(domain).collect::<Option<_>>()?,
        accesses: children(row, "Jr_xx").map(access).collect::<Option<_>>()?,
    })
}

fn domain(row: Node<'_, '_>) -> Option<DomainRow> {
    Some(DomainRow {
        domain_id: number(row, "IspYmid"),
        domain_authority_id: number(row, "Ymid")?,
        name: text(row, "Ym")?,
    })
}

fn access(row: Node<'_, '_>) -> Option<AccessRow> {
    Some(AccessRow {
        access_id: number(row, "IspJrid"),
        access_authority_id: number(row, "Jrid")?,
        provider_id: number(row, "Ispid")?,
        ips: children(row, "Ip_xx").map(ip).collect::<Option<_>>()?,
    })
}

fn ip(row: Node<'_, '_>) -> Option<IpRow> {
    Some(IpRow {
        ip_id: number(row, "IspIpid"),
        ip_authority_id: number(row, "Ipid")?,
        first: parse_ip(&text(row, "Qsip")?)?,
        last: parse_ip(&text(row, "Zzip")?)?,
    })
}
