//! One call over HTTP.

use super::authentication::{password_hash, random_value};
use super::encoding::{decode_xml, is_xml_character};
use super::envelope::{self, Answer};
use super::replies::{self, Reply};
use super::settings::AuthoritySettings;
use ports::authority::AuthorityError;
use ports::random::Random;
use std::sync::Arc;

/// Longest answer that is read, in bytes: a 50 MB file in base64, and then some.
const MAX_ANSWER_BYTES: usize = 80 * 1024 * 1024;

/// The six methods of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Upload,
    Download,
    DownloadAcknowledge,
    QueryPreviousUpload,
    QueryStatus,
    VerifyPassword,
}

impl Method {
    const fn name(self) -> &'static str {
        match self {
            Self::Upload => "isp_upload",
            Self::Download => "isp_download",
            Self::DownloadAcknowledge => "isp_downloadack",
            Self::QueryPreviousUpload => "isp_querypreviousupload",
            Self::QueryStatus => "isp_querybeianstatus",
            Self::VerifyPassword => "isp_verifybamm",
        }
    }
}

pub(super) struct Client {
    http: reqwest::Client,
    settings: AuthoritySettings,
    random: Arc<dyn Random>,
}

impl Client {
    pub(super) fn new(
        http: reqwest::Client,
        settings: AuthoritySettings,
        random: Arc<dyn Random>,
    ) -> Self {
        Self {
            http,
            settings,
            random,
        }
    }

    /// Makes one call; `parameters` follow the authentication in the order of the
    /// specification, `hashAlgorithm` among them.
    pub(super) async fn call(
        &self,
        method: Method,
        parameters: &[(&str, &str)],
    ) -> Result<Reply, AuthorityError> {
        let settings = &self.settings;
        let isp_id = settings.isp_id.to_string();
        let random_value = random_value(self.random.as_ref());
        let password_hash = password_hash(&settings.password, &random_value)?;
        let mut all = vec![
            ("ispId", isp_id.as_str()),
            ("userName", &settings.user),
            ("randVal", &random_value),
            ("pwdHash", &password_hash),
        ];
        all.extend_from_slice(parameters);
        for (name, value) in &all {
            if !value.chars().all(is_xml_character) {
                return Err(AuthorityError::NotRepresentable {
                    field: field(name).to_owned(),
                    problem: "it has a control character".to_owned(),
                });
            }
        }
        for (name, _) in &mut all {
            *name = settings.element(method.name(), name);
        }
        let body = envelope::request(settings.namespace(method.name()), method.name(), &all);
        let answer = self.post(method, body).await?;
        match envelope::read_response(&decode_answer(&answer)) {
            Some(Answer::Reply(reply)) => replies::read(&reply),
            Some(Answer::Fault(words)) => Err(unreachable(format!("SOAP fault: {words}"))),
            None => Err(AuthorityError::Unreadable("not a SOAP envelope".to_owned())),
        }
    }

    fn address(&self, method: Method) -> String {
        let path = match method {
            Method::QueryStatus => &self.settings.status_path,
            Method::VerifyPassword => &self.settings.password_path,
            _ => &self.settings.up_download_path,
        };
        self.settings.address(path)
    }

    async fn post(&self, method: Method, body: String) -> Result<Vec<u8>, AuthorityError> {
        let action = self.settings.soap_action(method.name());
        let mut response = self
            .http
            .post(self.address(method))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", format!("\"{action}\""))
            .body(body)
            .send()
            .await
            .map_err(unreachable)?;
        let status = response.status();
        let mut answer = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
            if answer.len() + chunk.len() > MAX_ANSWER_BYTES {
                return Err(AuthorityError::Unreadable(
                    "the answer is too long".to_owned(),
                ));
            }
            answer.extend_from_slice(&chunk);
        }
        if status.is_success() {
            return Ok(answer);
        }
        // A fault comes with status 500 and says more than the number.
        match envelope::read_response(&decode_answer(&answer)) {
            Some(Answer::Fault(words)) => Err(unreachable(format!("SOAP fault: {words}"))),
            _ => Err(unreachable(format!("HTTP status {status}"))),
        }
    }
}

/// What a person calls the parameter.
fn field(parameter: &str) -> &str {
    match parameter {
        "baxh" => "license_number",
        "bamm" => "license_password",
        "queryCondition" => "query",
        other => other,
    }
}

/// Some services send GBK without saying so.
fn decode_answer(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| decode_xml(bytes), str::to_owned)
}

fn unreachable(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> AuthorityError {
    AuthorityError::Unreachable(source.into())
}
