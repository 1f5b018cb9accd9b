//! The five values that every call carries (specification, "authentication").

use super::encoding::{md5_base64, to_gbk};
use ports::authority::AuthorityError;
use ports::random::Random;

/// Shorter random values are refused with `msg_code` 16.
pub(crate) const RANDOM_LENGTH: usize = 20;

const LETTERS_AND_DIGITS: &[u8; 62] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A fresh `randVal`: 20 characters of `[0-9A-Za-z]`, all equally likely.
pub(crate) fn random_value(random: &dyn Random) -> String {
    // 248 = 4 × 62: larger bytes are drawn again, so that no character is favored.
    let mut value = String::with_capacity(RANDOM_LENGTH);
    while value.len() < RANDOM_LENGTH {
        let mut byte = [0];
        random.fill(&mut byte);
        if byte[0] < 248
            && let Some(character) = LETTERS_AND_DIGITS.get(usize::from(byte[0] % 62))
        {
            value.push(char::from(*character));
        }
    }
    value
}

/// `pwdHash`: base64(MD5(GBK(password ‖ random value))), password first.
pub(crate) fn password_hash(password: &str, random_value: &str) -> Result<String, AuthorityError> {
    let text = format!("{password}{random_value}");
    let bytes = to_gbk(&text).map_err(|character| AuthorityError::NotRepresentable {
        field: "authority.password".to_owned(),
        problem: format!("the character {character:?} is not in GBK"),
    })?;
    Ok(md5_base64(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ports::random::SystemRandom;

    #[test]
    fn vectors_of_the_specification() {
        for (password, random, hash) in [
            ("1234567890", "abcdefghij", "9fq6VgG8bDFoWECeX62u2Q=="),
            (
                "Passw0rd!",
                "A1b2C3d4E5f6G7h8I9j0",
                "CxJcfktEUG13+gPEghoaQQ==",
            ),
            (
                "口令2024",
                "A1b2C3d4E5f6G7h8I9j0",
                "uLsa4+5ONpb4VD2U7Fl7ig==",
            ),
        ] {
            assert_eq!(password_hash(password, random).unwrap(), hash);
        }
    }

    #[test]
    fn neither_the_reversed_order_nor_the_hash_of_hexadecimal_text() {
        let hash = password_hash("Passw0rd!", "A1b2C3d4E5f6G7h8I9j0").unwrap();
        assert_ne!(hash, "26zsB1Z1Cj9Jsdg4UcuCcQ==");
        assert_ne!(hash, "MGIxMjVjN2U0YjQ0NTA2ZDc3ZmEwM2M0ODIxYTFhNDE=");
    }

    #[test]
    fn random_values_are_fresh_and_long_enough() {
        let (one, two) = (random_value(&SystemRandom), random_value(&SystemRandom));
        assert_ne!(one, two);
        for value in [one, two] {
            assert_eq!(value.len(), RANDOM_LENGTH);
            assert!(value.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        }
    }
}
