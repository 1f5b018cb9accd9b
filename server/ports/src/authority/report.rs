//! What the provider reports to the authority (upload documents).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::net::Ipv4Addr;

/// The kinds of operation, with the number the interface uses for them in results (`Czlx`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// XZBA, `Czlx` 1.
    NewFiling,
    /// XZWZ, `Czlx` 2.
    NewWebsite,
    /// XZJR, `Czlx` 3.
    NewAccess,
    /// BGBA, `Czlx` 4.
    Change,
    /// ZXBA with `Zxlb` 2, `Czlx` 5.
    CancelAccess,
    /// ZXBA with `Zxlb` 0, `Czlx` 6.
    CancelEntity,
    /// ZXBA with `Zxlb` 1, `Czlx` 7.
    CancelWebsite,
    /// Any other `Czlx` of a result, for instance 35: nothing this system reports.
    Other,
}

/// One report: one operation on one record, which becomes one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "operation", rename_all = "snake_case")]
pub enum Report {
    NewFiling(Box<NewFilingReport>),
    NewAccess(NewAccessReport),
    CancelAccess(CancelAccessReport),
}

/// ZXBA, `Zxlb` 2.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelAccessReport {
    /// The authority's id of our access row (`Jrid`).
    pub access_authority_id: i64,
    /// Reason code of the authority's table (`Zxly`).
    pub reason_code: i32,
    /// The holder's note, 1 to 1000 characters (`Zxlybz`).
    pub note: Option<String>,
    /// License password in clear; the adapter sends its MD5 (`ICPmm`).
    pub license_password: Option<String>,
}

/// XZJR. Exactly one of the two identifiers of the website is sent; the number wins.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAccessReport {
    /// Website license number (`Wzbah`).
    pub website_license_number: Option<String>,
    /// The authority's id of the website (`Wzid`).
    pub website_authority_id: Option<i64>,
    /// Our id of the new access, never used before (`IspJrid`).
    pub access_id: i64,
    /// Codes of the server location (`Fbdd`).
    pub location_codes: Vec<i32>,
    /// Codes of the access mode (`Jrfs`).
    pub access_mode_codes: Vec<i32>,
    /// Addresses that serve the website.
    pub ip_ranges: Vec<IpRange>,
    /// License password in clear; the adapter sends its MD5 (`ICPmm`, required here).
    pub license_password: String,
}

// `Debug` by hand for the two reports that carry a password, so that it reaches no log.
impl fmt::Debug for CancelAccessReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CancelAccessReport")
            .field("access_authority_id", &self.access_authority_id)
            .field("reason_code", &self.reason_code)
            .field("note", &self.note)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for NewAccessReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("NewAccessReport")
            .field("website_license_number", &self.website_license_number)
            .field("website_authority_id", &self.website_authority_id)
            .field("access_id", &self.access_id)
            .field("ip_ranges", &self.ip_ranges)
            .finish_non_exhaustive()
    }
}

/// A range of addresses; a single one has both ends equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IpRange {
    /// Our id of the row (`IspIpid`).
    pub ip_id: i64,
    pub first: Ipv4Addr,
    pub last: Ipv4Addr,
}

/// XZBA with one website.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewFilingReport {
    pub entity: EntityReport,
    pub website: WebsiteReport,
}

/// `Zt_xx` of XZBA.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityReport {
    /// Our id (`IspZtid`).
    pub entity_id: i64,
    /// Sponsor name (`Dwmc`).
    pub name: String,
    /// Sponsor nature code (`Dwxz`).
    pub nature_code: i32,
    /// Investor or superior unit (`Tzr`).
    pub investor: Option<String>,
    pub address: Address,
    pub certificate: Certificate,
    pub principal: PersonInCharge,
    pub remark: Option<String>,
}

/// `Txdz`: six-digit area codes and the address in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub province_code: i32,
    pub city_code: i32,
    pub county_code: Option<i32>,
    pub detail: Option<String>,
}

/// `Zj`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub kind_code: i32,
    pub number: String,
    /// The address printed on it (`Zjzs`).
    pub address: String,
}

/// `Fzr` and `Wz_Fzr`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonInCharge {
    pub name: String,
    pub office_phone: Option<String>,
    pub mobile: String,
    pub email: String,
    pub document_kind_code: Option<i32>,
    pub document_number: Option<String>,
}

/// `Wz_xx` of XZBA with its first access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebsiteReport {
    /// Our id (`IspWzid`).
    pub website_id: i64,
    pub name: String,
    /// Service content codes (`Fwnr_id`).
    pub service_codes: Vec<i32>,
    /// Language codes (`Yylb_id`).
    pub language_codes: Vec<i32>,
    /// Our domain row id and the domain (`IspYmid`, `Ym`).
    pub domains: Vec<(i64, String)>,
    /// Our id of the access (`IspJrid`).
    pub access_id: i64,
    pub location_codes: Vec<i32>,
    pub access_mode_codes: Vec<i32>,
    pub ip_ranges: Vec<IpRange>,
    pub principal: PersonInCharge,
    /// Home page without scheme; contains one of the domains (`Syurl`).
    pub home_url: Option<String>,
    pub remark: Option<String>,
}
