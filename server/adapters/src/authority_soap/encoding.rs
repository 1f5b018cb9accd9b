//! Characters, hashes and numbers as the interface writes them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::GBK;
use md5::{Digest, Md5};
use std::fmt::Write;
use std::net::Ipv4Addr;

/// The GBK bytes of a text, or the first character that the interface cannot carry.
pub(crate) fn to_gbk(text: &str) -> Result<Vec<u8>, char> {
    match shared::gbk::first_not_representable(text) {
        Some(outside) => Err(outside),
        None => Ok(GBK.encode(text).0.into_owned()),
    }
}

/// Decodes leniently: UTF-8 where it is declared or marked, GBK (GB18030) otherwise.
pub(crate) fn decode_xml(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(100)).unwrap_or_default();
    let declaration = String::from_utf8_lossy(head).to_ascii_lowercase();
    let is_utf8 = bytes.starts_with(&[0xef, 0xbb, 0xbf])
        || (declaration.starts_with("<?xml") && declaration.contains("utf-8"));
    let encoding = if is_utf8 {
        encoding_rs::UTF_8
    } else {
        encoding_rs::GB18030
    };
    encoding.decode(bytes).0.into_owned()
}

/// Whether XML 1.0 may carry the character.
pub(crate) fn is_xml_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Tolerates white space: real answers are wrapped at 76 columns.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let compact: String = text.split_ascii_whitespace().collect();
    STANDARD.decode(compact).ok()
}

/// base64(MD5(bytes)), 24 characters: `pwdHash` and `beianInfoHash`.
pub(crate) fn md5_base64(bytes: &[u8]) -> String {
    to_base64(&Md5::digest(bytes))
}

/// MD5 as 32 lower-case hexadecimal digits: `ICPmm`.
pub(crate) fn md5_hex(bytes: &[u8]) -> String {
    Md5::digest(bytes)
        .iter()
        .fold(String::with_capacity(32), |mut digits, byte| {
            // Writing to a String cannot fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}

/// An address as the interface writes it: unsigned, big-endian, decimal.
pub(crate) fn ip_number(address: Ipv4Addr) -> i64 {
    i64::from(u32::from(address))
}

/// Reads an address; dotted notation is tolerated.
pub(crate) fn parse_ip(text: &str) -> Option<Ipv4Addr> {
    text.parse::<u32>()
        .map(Ipv4Addr::from)
        .ok()
        .or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn license_password_vector() {
        assert_eq!(md5_hex(b"abc123"), "e99a18c428cb38d5f260853678922e03");
    }

    #[test]
    fn ip_vectors() {
        for (text, number) in [
            ("1.2.3.4", 16_909_060),
            ("192.0.2.10", 3_221_225_994),
            ("198.51.100.0", 3_325_256_704),
            ("198.51.100.255", 3_325_256_959),
            ("203.0.113.7", 3_405_803_783),
            ("255.255.255.255", 4_294_967_295),
            ("106.2.76.1", 1_778_535_425),
        ] {
            let address: Ipv4Addr = text.parse().unwrap();
            assert_eq!(ip_number(address), number);
            assert_eq!(parse_ip(&number.to_string()), Some(address));
            assert_eq!(parse_ip(text), Some(address));
        }
        assert_eq!(parse_ip("4294967296"), None);
    }

    #[test]
    fn gbk_is_strict_when_written_and_lenient_when_read() {
        assert_eq!(to_gbk("口令").unwrap(), [0xbf, 0xda, 0xc1, 0xee]);
        assert_eq!(to_gbk("a😀b"), Err('😀'));
        assert_eq!(decode_xml(&[0xbf, 0xda]), "口");
        let declared = "<?xml version='1.0' encoding='UTF-8'?><a>口</a>";
        assert_eq!(decode_xml(declared.as_bytes()), declared);
        assert_eq!(decode_xml(&[0x61, 0xff]), "a\u{fffd}");
    }

    #[test]
    fn base64_may_be_wrapped() {
        assert_eq!(from_base64(" aGVs\r\nbG8= \n"), Some(b"hello".to_vec()));
        assert_eq!(from_base64("a*b"), None);
    }
}
