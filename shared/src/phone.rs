//! Telephone numbers of mainland China: mobile phones, and office phones with area code.

mod mobile;
mod office;

pub use mobile::{MobilePhone, MobilePhoneError};
pub use office::{OfficePhone, OfficePhoneError};

/// Signs and words that stand between two numbers.
fn is_more_than_one(typed: &str) -> bool {
    typed.contains(['/', '、', ',', ';', '或', '和', '|'])
}

/// The number without the country code, and whether one was given. `None` for the country
/// code of another country.
fn without_country_code(number: &str) -> Option<(&str, bool)> {
    let international = number
        .strip_prefix('+')
        .or_else(|| number.strip_prefix("00"));
    match international {
        Some(rest) => rest.strip_prefix("86").map(|rest| (rest, true)),
        None => Some((number, false)),
    }
}
