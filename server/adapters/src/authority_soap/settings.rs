//! What has to be known about an authority and about the account there.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// The section `authority` of the settings. The interface leaves several names open; they
/// have defaults here and are read from the bureau's WSDL where those do not fit.
#[derive(Clone, Deserialize)]
// A misspelled `key` must not send reports unencrypted.
#[serde(default, deny_unknown_fields)]
pub struct AuthoritySettings {
    /// Base address; the three paths below are appended.
    pub url: String,
    /// Path, or a whole address, of the service for uploads and downloads.
    pub up_download_path: String,
    /// Path, or a whole address, of the service for status queries.
    pub status_path: String,
    /// Path, or a whole address, of the service that checks license passwords.
    pub password_path: String,
    /// Number of this provider in the register (`ispId`).
    pub isp_id: i64,
    /// Name of the account (`userName`).
    pub user: String,
    /// Password of the account; only a hash of it goes out.
    pub password: String,
    /// AES key of 16, 24 or 32 bytes. Without one, reports go out unencrypted.
    pub key: Option<String>,
    /// Initialization vector of 16 bytes, required with a key.
    pub iv: Option<String>,
    /// Target namespace of the WSDL; empty sends the method without a namespace.
    pub namespace: String,
    /// Value of the `SOAPAction` header.
    pub soap_action: String,
    /// What is otherwise for one method, by its name, for instance `isp_upload`.
    pub methods: BTreeMap<String, MethodSettings>,
    /// Sends `bamm` of `isp_verifybamm` as MD5 instead of plain.
    pub hash_license_password: bool,
    /// Writes the MD5 of license passwords in capitals.
    pub uppercase_hash: bool,
    /// Seconds to wait for a connection.
    pub connect_timeout_seconds: u64,
    /// Seconds to wait for a whole answer.
    pub timeout_seconds: u64,
    /// Address and port where the built-in simulator listens when it is started.
    pub simulator_listen: Option<String>,
}

impl Default for AuthoritySettings {
    fn default() -> Self {
        Self {
            url: String::new(),
            up_download_path: "/ISPWebService/upDownLoad".to_owned(),
            status_path: "/BeianStatusWebService/queryBeianStatus".to_owned(),
            password_path: "/BeianStatusWebService/verifyBamm".to_owned(),
            isp_id: 0,
            user: String::new(),
            password: String::new(),
            key: None,
            iv: None,
            namespace: String::new(),
            soap_action: String::new(),
            methods: BTreeMap::new(),
            hash_license_password: false,
            uppercase_hash: false,
            connect_timeout_seconds: 10,
            timeout_seconds: 120,
            simulator_listen: None,
        }
    }
}

impl AuthoritySettings {
    /// Checks what can be checked without a call.
    ///
    /// # Errors
    /// Names the first setting that is missing or wrong.
    pub fn check(&self) -> Result<(), SettingsError> {
        for (name, value) in [
            ("url", &self.url),
            ("user", &self.user),
            ("password", &self.password),
        ] {
            if value.trim().is_empty() {
                return Err(SettingsError::new(name, "is missing"));
            }
        }
        if self.isp_id < 1 {
            return Err(SettingsError::new(
                "isp_id",
                "is missing or not a positive number",
            ));
        }
        for (name, path) in [
            ("up_download_path", &self.up_download_path),
            ("status_path", &self.status_path),
            ("password_path", &self.password_path),
        ] {
            let address = self.address(path);
            let url = reqwest::Url::parse(&address).map_err(|_| {
                SettingsError::new(name, "does not form a valid address with authority.url")
            })?;
            if !matches!(url.scheme(), "http" | "https") {
                return Err(SettingsError::new(
                    "url",
                    "must start with http:// or https://",
                ));
            }
        }
        super::encryption::Cipher::new(self.key.as_deref(), self.iv.as_deref()).map(|_| ())
    }

    /// The whole address of a service.
    pub(super) fn address(&self, path: &str) -> String {
        if path.starts_with("http://") || path.starts_with("https://") {
            return path.to_owned();
        }
        format!(
            "{}/{}",
            self.url.trim_end_matches('/'),
            path.trim_start_matches('/')
        )
    }

    pub(super) fn namespace(&self, method: &str) -> &str {
        let own = self.methods.get(method).map(|it| it.namespace.as_deref());
        own.flatten().unwrap_or(&self.namespace)
    }

    pub(super) fn soap_action(&self, method: &str) -> &str {
        let own = self.methods.get(method).map(|it| it.soap_action.as_deref());
        own.flatten().unwrap_or(&self.soap_action)
    }

    /// The element for a parameter of the interface.
    pub(super) fn element<'a>(&'a self, method: &str, parameter: &'a str) -> &'a str {
        let mut elements = self
            .methods
            .get(method)
            .into_iter()
            .flat_map(|it| &it.elements);
        elements
            .find(|(name, _)| name.eq_ignore_ascii_case(parameter))
            .map_or(parameter, |(_, element)| element)
    }

    pub(super) fn connect_timeout(&self) -> Duration {
        Duration::from_secs(self.connect_timeout_seconds)
    }

    pub(super) fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds)
    }
}

/// One method, where its WSDL has other names than the rest.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MethodSettings {
    pub namespace: Option<String>,
    pub soap_action: Option<String>,
    /// Names of elements by parameter, for instance `ispId = "ispID"`.
    pub elements: BTreeMap<String, String>,
}

/// By hand: password, key and vector stay out of every log.
impl fmt::Debug for AuthoritySettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AuthoritySettings")
            .field("url", &self.url)
            .field("isp_id", &self.isp_id)
            .field("user", &self.user)
            .field(
                "encrypted",
                &self.key.as_ref().is_some_and(|key| !key.is_empty()),
            )
            .finish_non_exhaustive()
    }
}

/// A setting of the section `authority` that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("authority.{setting} {problem}")]
pub struct SettingsError {
    /// Name of the setting within its section.
    pub setting: &'static str,
    /// What is wrong or what would be right.
    pub problem: &'static str,
}

impl SettingsError {
    pub(super) const fn new(setting: &'static str, problem: &'static str) -> Self {
        Self { setting, problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> AuthoritySettings {
        AuthoritySettings {
            url: "http://127.0.0.1:3001/".to_owned(),
            isp_id: 110_000_000_999,
            user: "demo".to_owned(),
            password: "top-secret".to_owned(),
            key: Some("0123456789abcdef".to_owned()),
            iv: Some("0102030405060708".to_owned()),
            ..AuthoritySettings::default()
        }
    }

    #[test]
    fn complete_settings_pass_and_what_is_wrong_is_named() {
        assert_eq!(settings().check(), Ok(()));
        type Spoil = fn(&mut AuthoritySettings);
        let cases: [(&str, Spoil); 7] = [
            ("url", |s| s.url = String::new()),
            ("url", |s| s.url = "ftp://authority".to_owned()),
            ("isp_id", |s| s.isp_id = 0),
            ("user", |s| s.user = " ".to_owned()),
            ("password", |s| s.password = String::new()),
            ("key", |s| s.key = Some("short".to_owned())),
            ("iv", |s| s.iv = None),
        ];
        for (name, spoil) in cases {
            let mut spoiled = settings();
            spoil(&mut spoiled);
            assert_eq!(spoiled.check().unwrap_err().setting, name);
        }
    }

    #[test]
    fn paths_are_appended_and_whole_addresses_stand() {
        let settings = settings();
        assert_eq!(
            settings.address(&settings.up_download_path),
            "http://127.0.0.1:3001/ISPWebService/upDownLoad"
        );
        assert_eq!(settings.address("https://other/x?y"), "https://other/x?y");
    }

    #[test]
    fn a_method_may_have_names_of_its_own() {
        let mut settings = settings();
        settings.namespace = "urn:all".to_owned();
        settings.methods = own_names_of_upload();
        assert_eq!(settings.namespace("isp_upload"), "urn:upload");
        assert_eq!(settings.soap_action("isp_upload"), "upload");
        assert_eq!(settings.element("isp_upload", "ispId"), "ispID");
        assert_eq!(settings.element("isp_upload", "userName"), "userName");
        assert_eq!(settings.namespace("isp_download"), "urn:all");
        assert_eq!(settings.soap_action("isp_download"), "");
        assert_eq!(settings.element("isp_download", "ispId"), "ispId");
    }

    fn own_names_of_upload() -> BTreeMap<String, MethodSettings> {
        let upload = MethodSettings {
            namespace: Some("urn:upload".to_owned()),
            soap_action: Some("upload".to_owned()),
            // As an environment variable spells it.
            elements: [("ispid".to_owned(), "ispID".to_owned())].into(),
        };
        [("isp_upload".to_owned(), upload)].into()
    }

    #[test]
    fn no_secret_is_shown() {
        let shown = format!("{:?}", settings());
        for secret in ["top-secret", "0123456789abcdef", "0102030405060708"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}
