//! What the authority sends back (download documents). Lenient: absent means unknown.

use super::Operation;
use serde::{Deserialize, Serialize};
use std::net::Ipv4Addr;

/// One part of a downloaded file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Document {
    /// BAJG: results and the bureau's opinions.
    Results {
        results: Vec<RecordResult>,
        opinions: Vec<Opinion>,
    },
    /// BASJ (and SJTB/ICP): filing data after an approval.
    Filings { filings: Vec<FilingRow> },
    /// ZXSJ: records that were canceled.
    Cancellations { records: Vec<CanceledRecord> },
    /// JCDM: rows of base code tables.
    CodeTables { rows: Vec<CodeTableRow> },
    /// A whole file that arrived as it was sent, but is no archive or no XML.
    Unreadable { problem: String },
    /// A known or unknown part that this system does not act on; `name` is its element.
    Other { name: String },
}

/// `Jg_xx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordResult {
    /// `None` when `Czlx` is absent; a number this system does not know is `Other`.
    pub operation: Option<Operation>,
    /// `Bs`: whatever identifier was reported; match it within the operation.
    pub key: Option<String>,
    pub lines: Vec<ResultLine>,
}

/// `Jgxx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResultLine {
    /// `Jgdm`: 1001 approved, 1002 refused, 1060 and 1062 information, others errors.
    pub code: i32,
    /// `Dmms`; for 5001 the file name.
    pub text: Option<String>,
}

/// `Gjsh`: a person's opinion at the bureau.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Opinion {
    /// As in [`RecordResult`]; opinions often name none.
    pub operation: Option<Operation>,
    /// `Jlid`.
    pub record_id: Option<i64>,
    /// `Shjg` 1.
    pub approved: bool,
    /// `Shyj`, shown to the holder verbatim.
    pub text: Option<String>,
    /// `Shsj` as sent (10 to 22 characters, format not fixed).
    pub reviewed_at: Option<String>,
}

/// `Baxx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FilingRow {
    /// `IspZtid`, absent for entities filed through another provider.
    pub entity_id: Option<i64>,
    /// `Ztid`.
    pub entity_authority_id: i64,
    /// `Dwmc`.
    pub entity_name: String,
    /// `Dwxz`; absent in files that earlier versions have kept.
    #[serde(default)]
    pub entity_nature_code: Option<i32>,
    /// `Baxh` of the entity.
    pub entity_license_number: Option<String>,
    pub websites: Vec<WebsiteRow>,
}

/// `Wz_xx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WebsiteRow {
    pub website_id: Option<i64>,
    pub website_authority_id: i64,
    pub name: String,
    pub license_number: Option<String>,
    /// `Syurl`; absent in files that earlier versions have kept.
    #[serde(default)]
    pub home_url: Option<String>,
    pub domains: Vec<DomainRow>,
    pub accesses: Vec<AccessRow>,
}

/// `Ym_xx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DomainRow {
    pub domain_id: Option<i64>,
    pub domain_authority_id: i64,
    pub name: String,
}

/// `Jr_xx`; only rows whose `provider_id` is ours may be canceled by us.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AccessRow {
    pub access_id: Option<i64>,
    pub access_authority_id: i64,
    /// `Ispid`.
    pub provider_id: i64,
    pub ips: Vec<IpRow>,
}

/// `Ip_xx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IpRow {
    pub ip_id: Option<i64>,
    pub ip_authority_id: i64,
    pub first: Ipv4Addr,
    pub last: Ipv4Addr,
}

/// `Zxxx`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CanceledRecord {
    pub kind: CancellationKind,
    /// The authority's id of the record (`Jlid`).
    pub record_id: i64,
    pub note: Option<String>,
}

/// `Zxlb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancellationKind {
    /// 0
    Entity,
    /// 1
    Website,
    /// 2, described by the prose though the schema forbids it.
    Access,
}

/// One row of a base code table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodeTableRow {
    /// Element name of the row, for instance `Zxly_xx`.
    pub table: String,
    pub code: i32,
    pub text: String,
    /// The unit class (`Dwflid`) of a certificate.
    #[serde(default)]
    pub class: Option<i32>,
    /// `Sfyx`; absent counts as valid.
    pub valid: bool,
}
