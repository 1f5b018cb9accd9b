//! The competent authority, in the words of the domain.
//!
//! One adapter speaks the official SOAP interface (V3.0). Nothing here names a SOAP
//! element; what the interface calls `BAJG`, `BASJ` and so on is parsed by the adapter.

pub mod demo;
mod document;
#[cfg(feature = "fake")]
pub mod fake;
mod report;
mod result_code;

pub use document::{
    AccessRow, CanceledRecord, CancellationKind, CodeTableRow, Document, DomainRow, FilingRow,
    IpRow, Opinion, RecordResult, ResultLine, WebsiteRow,
};
pub use report::{
    Address, CancelAccessReport, Certificate, EntityReport, IpRange, NewAccessReport,
    NewFilingReport, Operation, PersonInCharge, Report, WebsiteReport,
};
pub use result_code::{ResultAction, result_action};

use std::fmt::Debug;

/// Answer of `isp_verifybamm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordVerdict {
    /// `VerifyRes` 0.
    Correct,
    /// `VerifyRes` 1.
    Wrong,
    /// `msg_code` 22: the authority itself has stopped checking this password.
    TooManyTries,
}

/// What a status query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusQuery {
    /// `queryConditionType` 0.
    Domain(String),
    /// `queryConditionType` 1 to 11: the number of a certificate of that type.
    Certificate { kind: i32, number: String },
}

/// Answer of `isp_querybeianstatus`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingStatus {
    /// `Bazt` 1.
    NotFiled,
    /// `Bazt` 0. The website's data is absent when a certificate was asked for.
    Filed {
        entity_license_number: String,
        website_license_number: Option<String>,
        website_name: Option<String>,
    },
}

/// A report as the exact bytes that go out, kept before it is sent so that a second
/// attempt sends the same ones (at least three months, as the interface demands).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Name of the entry in the archive; unique, derived from the sequence number.
    pub file_name: String,
    /// The zip archive, neither encrypted nor encoded.
    pub zip: Vec<u8>,
    /// base64(MD5(zip)), the value that recovery compares.
    pub hash: String,
}

/// Answer of `isp_upload`, by what the sender does next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadAnswer {
    /// `msg_code` 0: taken for processing. The verdict comes later, by download.
    Accepted,
    /// `msg_code` 14: not taken, these earlier sequence numbers are missing.
    MissingEarlier(Vec<i64>),
    /// `msg_code` 7, 15, 20, 901, 999: not taken, the same bytes may be sent again later.
    RetryLater { code: i32, text: String },
    /// Any other code: not taken, an operator has to act before anything is sent again.
    Refused { code: i32, text: String },
}

/// Answer of `isp_querypreviousupload`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousUpload {
    /// The last sequence number the authority has; 0 when nothing was ever sent.
    pub sequence: i64,
    /// Its `beianInfoHash`, absent when nothing was ever sent or the authority left it out.
    pub hash: Option<String>,
    /// Its archive, neither encrypted nor encoded, where the authority returns it readably.
    pub zip: Option<Vec<u8>>,
}

/// One file of `isp_download`, as it arrived and as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Download {
    /// `return_FileName`, the key for acknowledging and for processing once.
    pub file_name: String,
    /// The decoded XML, kept verbatim in storage; of a file that is no archive, what arrived.
    pub xml: String,
    /// The parts this system understands, in document order.
    pub documents: Vec<Document>,
    /// `msg_code` 3 (or 0): ask again at once.
    pub more: bool,
}

/// Why a call brought no usable answer.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// No answer, so nobody knows whether the call arrived: connection, time-out, HTTP error.
    #[error("the authority could not be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// `msg_code` 901, 902, 15, 20: the authority asks to come back later.
    #[error("the authority asks to try later (code {code}: {text})")]
    TryLater { code: i32, text: String },
    /// A code that an operator must act on (`msg_code` 4, 5, 12, 13, 19 and the like).
    #[error("the authority refused the call (code {code}: {text})")]
    Refused { code: i32, text: String },
    /// An answer that does not follow the interface.
    #[error("the authority's answer could not be read: {0}")]
    Unreadable(String),
    /// Data of ours that the interface cannot carry, for instance a character GBK lacks.
    #[error("the interface cannot carry {field}: {problem}")]
    NotRepresentable { field: String, problem: String },
}

/// The competent authority.
#[async_trait::async_trait]
pub trait Authority: Debug + Send + Sync {
    /// Asks whether a license password is right (`isp_verifybamm`). Never loop on a failure.
    async fn verify_password(
        &self,
        license_number: &str,
        password: &str,
    ) -> Result<PasswordVerdict, AuthorityError>;

    /// Asks whether a domain or a certificate is filed (`isp_querybeianstatus`).
    async fn query_status(&self, query: &StatusQuery) -> Result<FilingStatus, AuthorityError>;

    /// Turns a report into the bytes to keep and to send. Pure: no call is made.
    fn package(&self, report: &Report, sequence: i64) -> Result<Package, AuthorityError>;

    /// The document in an archive, as far as it can be read. Pure: no call is made.
    fn document(&self, zip: &[u8]) -> Option<String>;

    /// Sends one package under its sequence number (`isp_upload`).
    async fn upload(
        &self,
        package: &Package,
        sequence: i64,
    ) -> Result<UploadAnswer, AuthorityError>;

    /// Asks for the last upload the authority has taken (`isp_querypreviousupload`).
    async fn previous_upload(&self) -> Result<PreviousUpload, AuthorityError>;

    /// Fetches the next unacknowledged file (`isp_download`); `None` when there is none.
    async fn download(&self) -> Result<Option<Download>, AuthorityError>;

    /// Confirms that a file is stored (`isp_downloadack`).
    async fn acknowledge(&self, file_name: &str) -> Result<(), AuthorityError>;
}
