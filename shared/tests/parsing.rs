//! Properties of everything that is parsed: what is printed can be read again and gives the
//! same value, no text makes a parser panic, and check characters catch a mistyped one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests, not covered by clippy.toml"
)]

use std::fmt::{Debug, Display};

use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::credit_code::{CreditCodeError, UnifiedSocialCreditCode};
use shared::domain_name::DomainName;
use shared::email_address::EmailAddress;
use shared::identity_card::IdentityCard;
use shared::ip_address::{Ipv4Host, Ipv4Range};
use shared::license_number::{EntityLicenseNumber, WebsiteLicenseNumber};
use shared::phone::{MobilePhone, OfficePhone};

const CREDIT_CODE_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Reads the value's printed form again, directly and as JSON.
fn assert_survives_printing<T>(value: &T)
where
    T: Display + Debug + PartialEq + std::str::FromStr + Serialize + DeserializeOwned,
    T::Err: Debug,
{
    assert_eq!(&value.to_string().parse::<T>().unwrap(), value);
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(json, serde_json::to_string(&value.to_string()).unwrap());
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
}

/// Whatever a parser accepts must survive printing; whatever it refuses must not panic.
fn assert_total<T>(input: &str)
where
    T: Display + Debug + PartialEq + std::str::FromStr + Serialize + DeserializeOwned,
    T::Err: Debug,
{
    if let Ok(value) = input.parse::<T>() {
        assert_survives_printing(&value);
    }
}

fn assert_all_total(input: &str) {
    assert_total::<EntityLicenseNumber>(input);
    assert_total::<WebsiteLicenseNumber>(input);
    assert_total::<DomainName>(input);
    assert_total::<UnifiedSocialCreditCode>(input);
    assert_total::<IdentityCard>(input);
    assert_total::<MobilePhone>(input);
    assert_total::<OfficePhone>(input);
    assert_total::<EmailAddress>(input);
    assert_total::<Ipv4Host>(input);
    assert_total::<Ipv4Range>(input);
    if let Some(domain) = DomainName::suggestion(input) {
        assert_survives_printing(&domain);
    }
}

fn credit_code() -> impl Strategy<Value = String> {
    ("[1-9AY][0-9AHJ][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}").prop_map(|body| {
        let is_right =
            |check: &char| UnifiedSocialCreditCode::parse(&format!("{body}{check}")).is_ok();
        let check = CREDIT_CODE_ALPHABET
            .chars()
            .find(is_right)
            .expect("one of 31 fits");
        format!("{body}{check}")
    })
}

fn identity_card() -> impl Strategy<Value = String> {
    let place = prop::sample::select(vec!["110101", "310104", "440524", "650102", "810000"]);
    (place, 1900..2030u32, 1..=12u32, 1..=28u32, 0..1000u32).prop_map(
        |(place, year, month, day, order)| {
            let body = format!("{place}{year:04}{month:02}{day:02}{order:03}");
            let is_right = |check: &char| IdentityCard::parse(&format!("{body}{check}")).is_ok();
            let check = "0123456789X"
                .chars()
                .find(is_right)
                .expect("one of 11 fits");
            format!("{body}{check}")
        },
    )
}

fn with_character(text: &str, at: usize, character: char) -> String {
    text.chars()
        .enumerate()
        .map(|(i, c)| if i == at { character } else { c })
        .collect()
}

fn swapped(text: &str, at: usize) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    characters.swap(at, at + 1);
    characters.into_iter().collect()
}

proptest! {
    #[test]
    fn no_text_makes_a_parser_panic(input in any::<String>()) {
        assert_all_total(&input);
    }

    #[test]
    fn no_nearly_right_text_makes_a_parser_panic(
        input in "[ 京沪a0-9A-Zx@.:/+\u{FF10}-\u{FF19}。－_号备ICP转例ß\u{200D}\u{AD}\u{301}-]{0,24}"
    ) {
        assert_all_total(&input);
    }

    #[test]
    fn license_numbers_survive_printing(
        text in "[京津蜀川新][ ]?(ICP|icp)备[ ]?[0-9]{5,10}号?",
        number in 1..100_000u32,
        letter in "[A-Za-z]?",
    ) {
        let entity = EntityLicenseNumber::parse(&text).unwrap();
        assert_survives_printing(&entity);
        let website = WebsiteLicenseNumber::parse(&format!("{text}－{number}{letter}")).unwrap();
        assert_survives_printing(&website);
        prop_assert_eq!(website.entity(), &entity);
        prop_assert_eq!(website.number(), number);
    }

    #[test]
    fn domain_names_survive_printing_in_ascii_and_unicode(
        text in "[a-z0-9例子店铺üß]{1,12}(\\.[a-z][a-z0-9]{1,10}){1,3}"
    ) {
        if let Ok(domain) = DomainName::parse(&text) {
            assert_survives_printing(&domain);
            prop_assert_eq!(DomainName::parse(&domain.to_unicode()).unwrap(), domain);
        }
    }

    #[test]
    fn a_plain_domain_name_is_always_accepted(text in "[b-v][a-v0-9]{2,20}\\.(com|cn|com\\.cn)") {
        prop_assume!(text != "com.cn" && !text.starts_with("www."));
        let known = ["com.cn", "net.cn", "org.cn", "gov.cn", "edu.cn", "mil.cn"];
        prop_assume!(!known.contains(&text.as_str()));
        let domain = DomainName::parse(&text).unwrap();
        prop_assert_eq!(domain.as_str(), text.as_str());
        prop_assert_eq!(DomainName::suggestion(&format!("https://www.{text}/a")), Some(domain));
    }

    #[test]
    fn phones_and_addresses_survive_printing(
        mobile in "1[3-9][0-9]{9}",
        office in "(010|02[0-9]|0[3-9][0-9]{2})[- ]?[2-8][0-9]{6,7}(-[0-9]{1,6})?",
        email in "[a-zA-Z0-9]{3,20}(\\.[a-z]{1,5})?@[a-z0-9]{1,20}\\.(com|cn)",
    ) {
        let mobile = MobilePhone::parse(&mobile).unwrap();
        assert_survives_printing(&mobile);
        prop_assert_eq!(&MobilePhone::parse(&format!("+86 {mobile}")).unwrap(), &mobile);
        let office = OfficePhone::parse(&office).unwrap();
        assert_survives_printing(&office);
        prop_assert!(office.as_str().len() >= 11);
        prop_assert!(office.as_str().chars().all(|c| c.is_ascii_digit() || c == '-'));
        assert_survives_printing(&EmailAddress::parse(&email).unwrap());
    }

    #[test]
    fn masked_forms_never_hold_the_whole(
        mobile in "1[3-9][0-9]{9}", card in identity_card(), local in "[a-z0-9]{1,20}"
    ) {
        prop_assert_eq!(&MobilePhone::parse(&mobile).unwrap().masked()[3..7], "****");
        let card = IdentityCard::parse(&card).unwrap();
        prop_assert_eq!(&card.masked()[6..14], "********");
        let email = EmailAddress::parse(&format!("{local}@example.com")).unwrap();
        prop_assert!(!email.masked().starts_with(&local));
    }

    #[test]
    fn credit_codes_survive_printing(code in credit_code()) {
        assert_survives_printing(&UnifiedSocialCreditCode::parse(&code).unwrap());
    }

    #[test]
    fn a_mistyped_character_of_a_credit_code_is_always_noticed(
        code in credit_code(), at in 0..18usize, other in 0..31usize
    ) {
        let other = CREDIT_CODE_ALPHABET.chars().nth(other).unwrap();
        prop_assume!(code.chars().nth(at) != Some(other));
        let error = UnifiedSocialCreditCode::parse(&with_character(&code, at, other)).unwrap_err();
        let expected = [CreditCodeError::CheckCharacter, CreditCodeError::PlaceNotDigits];
        prop_assert!(expected.contains(&error), "{error:?}");
    }

    #[test]
    fn identity_cards_survive_printing(card in identity_card()) {
        let parsed = IdentityCard::parse(&card).unwrap();
        assert_survives_printing(&parsed);
        prop_assert_eq!(parsed.birth_date().format("%Y%m%d").to_string(), &card[6..14]);
    }

    #[test]
    fn a_mistyped_or_swapped_digit_of_an_identity_card_is_always_noticed(
        card in identity_card(), at in 0..18usize, other in 0..11usize
    ) {
        let other = "0123456789X".chars().nth(other).unwrap();
        if card.chars().nth(at) != Some(other) {
            prop_assert!(IdentityCard::parse(&with_character(&card, at, other)).is_err());
        }
        let transposed = swapped(&card, at.min(16));
        prop_assert!(transposed == card || IdentityCard::parse(&transposed).is_err());
    }

    #[test]
    fn addresses_and_ranges_survive_printing(a in 1..=u32::MAX, b in 1..=u32::MAX, length in 0..=32u32) {
        let host = Ipv4Host::from_number(a).unwrap();
        prop_assert_eq!(Ipv4Host::parse(&host.to_string()), Ok(host));
        let (first, last) = (a.min(b), a.max(b));
        let text = format!(
            "{}-{}", Ipv4Host::from_number(first).unwrap(), Ipv4Host::from_number(last).unwrap()
        );
        let range = Ipv4Range::parse(&text).unwrap();
        assert_survives_printing(&range);
        prop_assert_eq!(range.numbers(), (first, last));
        let network = std::net::Ipv4Addr::from(a & u32::MAX.checked_shl(32 - length).unwrap_or(0));
        let network = Ipv4Range::parse(&format!("{network}/{length}")).unwrap();
        assert_survives_printing(&network);
        prop_assert!(network.contains(host));
    }
}
