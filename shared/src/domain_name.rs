//! Domain names as a license carries them: without scheme, path or `www.`.

mod ending;
mod host;
mod public_suffix;

use serde::{Deserialize, Serialize};

use crate::parsed_text::parsed_text;

pub(crate) use host::{to_ascii_host, to_unicode_host};
use public_suffix::is_public_suffix;

/// The least and greatest number of characters the authority's interface takes.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=128;

/// A domain name, kept in lower-case ASCII (`xn--…` where it has other letters).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DomainName(String);

/// What is wrong with a text that should be a domain name. Where a part is too much,
/// [`DomainName::suggestion`] may know what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum DomainNameError {
    #[error("nothing was entered")]
    Empty,
    #[error("a scheme such as https:// does not belong to a domain name")]
    SchemeGiven,
    #[error("a path, query or fragment does not belong to a domain name")]
    PathGiven,
    #[error("a port does not belong to a domain name")]
    PortGiven,
    #[error("it is an email address")]
    EmailAddressGiven,
    #[error("it is an IP address")]
    IpAddressGiven,
    #[error("leave out www.")]
    WwwGiven,
    #[error("it has no dot: the ending, such as .cn, is missing")]
    EndingMissing,
    #[error("it is an ending under which domains are registered, not a domain")]
    PublicSuffix,
    #[error("there is nothing between two dots or before the first")]
    LabelEmpty,
    #[error("a part between dots is longer than 63 characters in its ASCII form")]
    LabelTooLong,
    #[error("a part between dots begins or ends with a hyphen")]
    HyphenAtEdge,
    #[error("{0:?} cannot stand in a domain name")]
    IllegalCharacter(char),
    #[error("a part between dots is not a name that can be registered")]
    NotIdna,
    #[error("it is shorter than 4 characters")]
    TooShort,
    #[error("it is longer than 128 characters in its ASCII form")]
    TooLong,
}

impl DomainName {
    /// Reads a domain name; upper case, full-width characters, the ideographic full stop, a
    /// final dot and surrounding spaces are put right, everything else is said.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, DomainNameError> {
        let host = to_ascii_host(input)?;
        if host.len() < *LENGTH.start() {
            return Err(DomainNameError::TooShort);
        }
        if host.len() > *LENGTH.end() {
            return Err(DomainNameError::TooLong);
        }
        if is_public_suffix(&host) {
            return Err(DomainNameError::PublicSuffix);
        }
        match without_www(&host) {
            Some(_) => Err(DomainNameError::WwwGiven),
            None => Ok(Self(host)),
        }
    }

    /// What was probably meant by a web address, a name with `www.`, or a name with a port.
    pub fn suggestion(input: &str) -> Option<Self> {
        let host = host_of(input)?;
        Self::parse(without_www(&host).unwrap_or(&host)).ok()
    }

    /// Lower-case ASCII, as domain name servers and the authority know it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people read it: `例子.中国` for `xn--fsqu00a.xn--fiqs8s`.
    pub fn to_unicode(&self) -> String {
        to_unicode_host(&self.0)
    }
}

parsed_text!(DomainName, DomainNameError);

/// The host of a web address, with or without scheme, in lower-case ASCII.
#[must_use]
pub fn host_of(address: &str) -> Option<String> {
    let text = host::tidy_host(address);
    let text = text
        .split_once("://")
        .map_or(text.as_str(), |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next()?;
    let text = text.rsplit('@').next()?;
    let text = text.split(':').next()?;
    to_ascii_host(text).ok()
}

/// The name behind `www.`, unless `www` is itself what was registered, as in `www.com.cn`.
fn without_www(host: &str) -> Option<&str> {
    host.strip_prefix("www.")
        .filter(|rest| rest.contains('.') && !is_public_suffix(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_in_lower_case_ascii() {
        for (typed, kept) in [
            (" Example-Shop.CN. ", "example-shop.cn"),
            ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
            ("例子。中国", "xn--fsqu00a.xn--fiqs8s"),
            ("XN--FSQU00A.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"),
            ("a.com.cn", "a.com.cn"),
            ("www.com.cn", "www.com.cn"),
            ("www.cn", "www.cn"),
        ] {
            assert_eq!(DomainName::parse(typed).unwrap().as_str(), kept, "{typed}");
        }
        assert_eq!(
            DomainName::parse("例子.中国").unwrap().to_unicode(),
            "例子.中国"
        );
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use DomainNameError::*;
        let long_label = format!("{}.cn", "a".repeat(64));
        let long_unicode_label = format!("{}.cn", "例子".repeat(40));
        let long_name = format!(
            "{}.cn",
            ["a".repeat(60), "b".repeat(60), "c".repeat(5)].join(".")
        );
        for (typed, expected) in [
            (" . ", LabelEmpty),
            ("", Empty),
            ("https://x.cn/a", SchemeGiven),
            ("example.cn/a", PathGiven),
            ("example.cn?a", PathGiven),
            ("example.cn:8080", PortGiven),
            ("a@example.cn", EmailAddressGiven),
            ("203.0.113.10", IpAddressGiven),
            ("２０３。０。１１３。１０", IpAddressGiven),
            ("2001:db8::1", IpAddressGiven),
            ("[2001:db8::1]", IpAddressGiven),
            ("www.example.cn", WwwGiven),
            ("example", EndingMissing),
            ("com.cn", PublicSuffix),
            ("BJ.cn", PublicSuffix),
            ("example..cn", LabelEmpty),
            (".example.cn", LabelEmpty),
            (long_label.as_str(), LabelTooLong),
            (long_unicode_label.as_str(), LabelTooLong),
            ("-example.cn", HyphenAtEdge),
            ("example-.cn", HyphenAtEdge),
            ("*.example.cn", IllegalCharacter('*')),
            ("my_shop.cn", IllegalCharacter('_')),
            ("my shop.cn", IllegalCharacter(' ')),
            ("店，铺.cn", IllegalCharacter(',')),
            ("店☃\u{FFFD}.cn", IllegalCharacter('\u{FFFD}')),
            ("xn--a.cn", NotIdna),
            ("a.b", TooShort),
            (long_name.as_str(), TooLong),
        ] {
            assert_eq!(DomainName::parse(typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn what_was_meant_by_a_web_address_is_suggested() {
        for typed in [
            "https://www.example.cn/a?b#c",
            "http://user@example.cn:8080/",
            "www.Example.cn",
            "example.cn/",
            "HTTPS：//ｅｘａｍｐｌｅ.cn",
        ] {
            assert_eq!(
                DomainName::suggestion(typed).unwrap().as_str(),
                "example.cn",
                "{typed}"
            );
        }
        assert_eq!(DomainName::suggestion("https://203.0.113.10/"), None);
        assert_eq!(
            DomainName::suggestion("www.com.cn").unwrap().as_str(),
            "www.com.cn"
        );
    }
}
