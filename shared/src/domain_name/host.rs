//! The spelling of host names, common to domain names and to what follows the @ of an email
//! address.

use std::net::{Ipv4Addr, Ipv6Addr};

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

use super::DomainNameError;
use crate::parsed_text::tidy;

const LABEL_LENGTH: usize = 63;

/// Half-width and with ordinary dots, so that an address pasted from Chinese text is
/// recognized for what it is.
pub(super) fn tidy_host(input: &str) -> String {
    tidy(input).replace(['\u{3002}', '\u{FF61}'], ".")
}

/// Reads a host name of at least two labels into lower-case ASCII.
///
/// # Errors
/// The first thing that is wrong; never [`DomainNameError::WwwGiven`],
/// [`DomainNameError::PublicSuffix`] or a wrong total length.
pub(crate) fn to_ascii_host(input: &str) -> Result<String, DomainNameError> {
    let text = tidy_host(input);
    refuse_other_kinds(&text)?;
    let text = match text.strip_suffix('.') {
        Some(rest) if !rest.is_empty() => rest,
        _ => text.as_str(),
    };
    if text.parse::<Ipv4Addr>().is_ok() {
        return Err(DomainNameError::IpAddressGiven);
    }
    for label in text.split('.') {
        check_label(label)?;
    }
    let ascii = Uts46::new()
        .to_ascii(
            text.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Ignore,
        )
        .map_err(|_| first_label_without_ascii_form(text))?;
    // Mapping can drop characters (a soft hyphen) or make dots, so look at the result again.
    for label in ascii.split('.') {
        check_label(label)?;
        if label.len() > LABEL_LENGTH {
            return Err(DomainNameError::LabelTooLong);
        }
    }
    match ascii.rsplit_once('.') {
        None => Err(DomainNameError::EndingMissing),
        Some((_, ending)) if ending.chars().all(|c| c.is_ascii_digit()) => {
            Err(DomainNameError::IpAddressGiven)
        }
        Some(_) => Ok(ascii.into_owned()),
    }
}

/// As people read a host name that [`to_ascii_host`] gave.
pub(crate) fn to_unicode_host(host: &str) -> String {
    idna::domain_to_unicode(host).0
}

fn refuse_other_kinds(text: &str) -> Result<(), DomainNameError> {
    let address = text.trim_start_matches('[').trim_end_matches(']');
    if text.is_empty() {
        Err(DomainNameError::Empty)
    } else if address.parse::<Ipv6Addr>().is_ok() {
        Err(DomainNameError::IpAddressGiven)
    } else if text.contains("://") {
        Err(DomainNameError::SchemeGiven)
    } else if text.contains(['/', '?', '#', '\\']) {
        Err(DomainNameError::PathGiven)
    } else if text.contains('@') {
        Err(DomainNameError::EmailAddressGiven)
    } else if text.contains(':') {
        Err(DomainNameError::PortGiven)
    } else {
        Ok(())
    }
}

fn check_label(label: &str) -> Result<(), DomainNameError> {
    if label.is_empty() {
        return Err(DomainNameError::LabelEmpty);
    }
    let illegal = |c: &char| c.is_ascii() && !c.is_ascii_alphanumeric() && *c != '-';
    if let Some(c) = label.chars().find(illegal) {
        return Err(DomainNameError::IllegalCharacter(c));
    }
    if label.starts_with('-') || label.ends_with('-') {
        return Err(DomainNameError::HyphenAtEdge);
    }
    Ok(())
}

/// Which label the Unicode rules refuse, and for which character if a single one can be named.
fn first_label_without_ascii_form(text: &str) -> DomainNameError {
    let refused = |part: &str| idna::domain_to_ascii(part).is_err();
    let label = text.split('.').find(|label| refused(label)).unwrap_or(text);
    match label
        .chars()
        .find(|c| !c.is_ascii() && refused(c.encode_utf8(&mut [0; 4])))
    {
        Some(c) => DomainNameError::IllegalCharacter(c),
        None => DomainNameError::NotIdna,
    }
}
