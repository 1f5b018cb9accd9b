//! What is asked of a password that somebody chooses for an account. Whether it is a common one
//! is asked on the server, which has the list.

use crate::problem::Problem;

/// Characters of a password at least.
pub const MIN_CHARACTERS: u32 = 12;
/// Beyond this a password only costs time.
pub const MAX_CHARACTERS: u32 = 128;

/// What is wrong with a new password of the account with this address.
///
/// # Errors
/// [`Problem::Required`], [`Problem::PasswordTooShort`], [`Problem::TooLong`],
/// [`Problem::PasswordIsAddress`] or [`Problem::PasswordRepeats`].
pub fn check_new(password: &str, email: &str) -> Result<(), Problem> {
    match u32::try_from(password.chars().count()).unwrap_or(u32::MAX) {
        0 => Err(Problem::Required),
        length if length < MIN_CHARACTERS => Err(Problem::PasswordTooShort {
            min: MIN_CHARACTERS,
        }),
        length if length > MAX_CHARACTERS => Err(Problem::TooLong {
            max: MAX_CHARACTERS,
        }),
        _ if is_address(password, email) => Err(Problem::PasswordIsAddress),
        _ if repeats(password) => Err(Problem::PasswordRepeats),
        _ => Ok(()),
    }
}

/// The address, or the part of it before the `@`, with at most a few characters around it.
fn is_address(password: &str, email: &str) -> bool {
    const AROUND: usize = 4;
    let (password, email) = (password.to_lowercase(), email.trim().to_lowercase());
    let name = email.split('@').next().unwrap_or_default();
    let is = |part: &str| {
        !part.is_empty()
            && password.contains(part)
            && password.chars().count() <= part.chars().count() + AROUND
    };
    is(&email) || is(name)
}

/// The same few characters again and again: `aaaaaaaaaaaa`, `abc1abc1abc1`.
fn repeats(password: &str) -> bool {
    let characters: Vec<char> = password.chars().collect();
    (1..=characters.len() / 3).any(|period| {
        characters
            .iter()
            .zip(characters.iter().skip(period))
            .all(|(one, next)| one == next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(password: &str) -> Option<&'static str> {
        let problem = check_new(password, "Zhang.Wei.88@Example.com").err();
        problem.map(|problem| problem.code())
    }

    #[test]
    fn a_password_has_twelve_characters_at_least() {
        for (password, expected) in [
            ("", Some("required")),
            ("elevenchar5", Some("password_too_short")),
            ("twelve chars", None),
            ("十二个字的密码就足够安全", None),
        ] {
            assert_eq!(code(password), expected, "{password}");
        }
        assert_eq!(code(&"ab c".repeat(33)), Some("too_long"));
    }

    #[test]
    fn a_password_is_not_the_address() {
        for (password, expected) in [
            ("zhang.wei.88@example.com", Some("password_is_address")),
            ("ZHANG.WEI.88@example.com!", Some("password_is_address")),
            ("Zhang.Wei.88", Some("password_is_address")),
            ("zhang.wei.881", Some("password_is_address")),
            ("zhang.wei.88 likes tea", None),
        ] {
            assert_eq!(code(password), expected, "{password}");
        }
    }

    #[test]
    fn a_password_is_not_a_few_characters_again_and_again() {
        for (password, expected) in [
            ("aaaaaaaaaaaa", Some("password_repeats")),
            ("abc1abc1abc1", Some("password_repeats")),
            ("abcdabcdabcdab", Some("password_repeats")),
            ("密码密码密码密码密码密码", Some("password_repeats")),
            ("abcdefabcdef", None),
        ] {
            assert_eq!(code(password), expected, "{password}");
        }
    }
}
