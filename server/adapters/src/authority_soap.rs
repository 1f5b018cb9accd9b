//! The competent authority over its official SOAP interface (V3.0).
//!
//! `package` builds the document, `client` makes calls, `replies` and `download_documents`
//! read what comes back; `codes` is the one table of what a `msg_code` means.

pub(crate) mod archive;
pub(crate) mod authentication;
mod client;
mod codes;
mod download_documents;
pub(crate) mod encoding;
pub(crate) mod encryption;
pub(crate) mod envelope;
mod open_download;
mod replies;
mod settings;
mod upload_documents;
pub(crate) mod xml_read;

pub use settings::{AuthoritySettings, MethodSettings, SettingsError};

use crate::http_client::http_client;
use archive::{MAX_XML_BYTES, seal, unseal, unzip_one, zip_one};
use client::{Client, Method};
use codes::{Meaning, call_error, meaning, upload_answer};
use encoding::{decode_xml, md5_base64, to_gbk};
use encryption::Cipher;
use open_download::open_download;
use ports::authority::{
    Authority, AuthorityError, Download, FilingStatus, Package, PasswordVerdict, PreviousUpload,
    Report, StatusQuery, UploadAnswer,
};
use ports::random::Random;
use replies::Reply;
use std::fmt;
use std::sync::Arc;
use upload_documents::{LicensePasswordHash, upload_document};

const HASH_IS_MD5: (&str, &str) = ("hashAlgorithm", "0");

/// The authority behind the SOAP interface.
pub struct SoapAuthority {
    client: Client,
    cipher: Option<Cipher>,
    isp_id: i64,
    password_hash: LicensePasswordHash,
    hash_license_password: bool,
}

impl SoapAuthority {
    /// Checks the settings; makes no call.
    ///
    /// # Errors
    /// Names the first setting that is missing or wrong.
    pub fn new(
        settings: AuthoritySettings,
        random: Arc<dyn Random>,
    ) -> Result<Self, SettingsError> {
        settings.check()?;
        let http = http_client(settings.connect_timeout(), settings.timeout())
            .map_err(|_| SettingsError::new("url", "cannot be called: TLS could not be set up"))?;
        Ok(Self {
            cipher: Cipher::new(settings.key.as_deref(), settings.iv.as_deref())?,
            isp_id: settings.isp_id,
            password_hash: LicensePasswordHash {
                uppercase: settings.uppercase_hash,
            },
            hash_license_password: settings.hash_license_password,
            client: Client::new(http, settings, random),
        })
    }
}

/// By hand: the account's secrets stay out of every log.
impl fmt::Debug for SoapAuthority {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SoapAuthority")
            .field("isp_id", &self.isp_id)
            .finish_non_exhaustive()
    }
}

#[async_trait::async_trait]
impl Authority for SoapAuthority {
    async fn verify_password(
        &self,
        license_number: &str,
        password: &str,
    ) -> Result<PasswordVerdict, AuthorityError> {
        let hashed;
        let password = if self.hash_license_password {
            hashed = self.password_hash.of(password)?;
            &hashed
        } else {
            password
        };
        let parameters = [HASH_IS_MD5, ("baxh", license_number), ("bamm", password)];
        let reply = self
            .client
            .call(Method::VerifyPassword, &parameters)
            .await?;
        match (meaning(reply.code), reply.verdict) {
            (Meaning::Success, Some(0)) => Ok(PasswordVerdict::Correct),
            (Meaning::Success, Some(1)) => Ok(PasswordVerdict::Wrong),
            (Meaning::Success, _) => Err(AuthorityError::Unreadable("no VerifyRes".to_owned())),
            (Meaning::TooManyTries, _) => Ok(PasswordVerdict::TooManyTries),
            _ => Err(call_error(reply.code, reply.text)),
        }
    }

    async fn query_status(&self, query: &StatusQuery) -> Result<FilingStatus, AuthorityError> {
        let (kind, condition) = match query {
            StatusQuery::Domain(domain) => (0, domain),
            StatusQuery::Certificate { kind, number } => (*kind, number),
        };
        let kind = kind.to_string();
        let parameters = [
            HASH_IS_MD5,
            ("queryConditionType", &kind),
            ("queryCondition", condition),
        ];
        let reply = succeeded(self.client.call(Method::QueryStatus, &parameters).await?)?;
        reply
            .status
            .ok_or_else(|| AuthorityError::Unreadable("no StatusInfo".to_owned()))
    }

    fn package(&self, report: &Report, sequence: i64) -> Result<Package, AuthorityError> {
        let not_representable = |problem: &str| AuthorityError::NotRepresentable {
            field: "report".to_owned(),
            problem: problem.to_owned(),
        };
        let xml = upload_document(report, self.isp_id, self.password_hash)?;
        let bytes = to_gbk(&xml).map_err(|_| not_representable("a character is not in GBK"))?;
        if bytes.len() as u64 > MAX_XML_BYTES {
            return Err(not_representable("it is larger than 50 MB"));
        }
        let file_name = format!("icp{sequence:08}.xml");
        let zip =
            zip_one(&file_name, &bytes).map_err(|error| not_representable(&error.to_string()))?;
        Ok(Package {
            file_name,
            hash: md5_base64(&zip),
            zip,
        })
    }

    fn document(&self, zip: &[u8]) -> Option<String> {
        let (_, bytes) = unzip_one(zip, None).ok()?;
        Some(decode_xml(&bytes))
    }

    async fn upload(
        &self,
        package: &Package,
        sequence: i64,
    ) -> Result<UploadAnswer, AuthorityError> {
        let data = seal(&package.zip, self.cipher.as_ref());
        let parameters = [
            ("beianInfo", data.as_str()),
            ("beianInfoHash", &package.hash),
            ("dataSequence", &sequence.to_string()),
            (
                "encryptAlgorithm",
                if self.cipher.is_some() { "1" } else { "0" },
            ),
            HASH_IS_MD5,
            ("compressionFormat", "0"),
        ];
        let reply = self.client.call(Method::Upload, &parameters).await?;
        Ok(upload_answer(reply.code, reply.text, reply.missing))
    }

    async fn previous_upload(&self) -> Result<PreviousUpload, AuthorityError> {
        let reply = self
            .client
            .call(Method::QueryPreviousUpload, &[HASH_IS_MD5])
            .await?;
        let file = succeeded(reply)?.file.unwrap_or_default();
        let cipher = self.cipher.as_ref().filter(|_| file.encrypted);
        let zip = unseal(&file.data, cipher).ok();
        Ok(PreviousUpload {
            sequence: file.sequence,
            hash: Some(file.hash).filter(|hash| file.sequence > 0 && !hash.is_empty()),
            zip: zip.filter(|zip| file.sequence > 0 && !zip.is_empty()),
        })
    }

    async fn download(&self) -> Result<Option<Download>, AuthorityError> {
        let reply = self.client.call(Method::Download, &[HASH_IS_MD5]).await?;
        let more = match meaning(reply.code) {
            Meaning::Success | Meaning::MoreFiles => true,
            Meaning::LastFile | Meaning::Nothing => false,
            _ => return Err(call_error(reply.code, reply.text)),
        };
        match reply.file {
            Some(file) if !file.data.is_empty() => {
                open_download(file, self.cipher.as_ref(), more).map(Some)
            }
            _ => Ok(None),
        }
    }

    async fn acknowledge(&self, file_name: &str) -> Result<(), AuthorityError> {
        let parameters = [HASH_IS_MD5, ("fileName", file_name)];
        succeeded(
            self.client
                .call(Method::DownloadAcknowledge, &parameters)
                .await?,
        )
        .map(|_| ())
    }
}

/// The reply, if its `msg_code` says success.
fn succeeded(reply: Reply) -> Result<Reply, AuthorityError> {
    match meaning(reply.code) {
        Meaning::Success => Ok(reply),
        _ => Err(call_error(reply.code, reply.text)),
    }
}
