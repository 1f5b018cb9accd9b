//! Small conversions that several screens share.

use sea_orm::sea_query::{Expr, Func, FunctionCall, IntoColumnRef};
use shared::domain_name::DomainName;
use shared::parsed_text::search_key;

/// A stored domain as people read it: `例子.中国` for `xn--fsqu00a.xn--fiqs8s`.
pub fn domain(stored: &str) -> String {
    DomainName::parse(stored).map_or_else(|_| stored.to_owned(), |name| name.to_unicode())
}

/// A count for the wire.
pub fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// Signs of names that come in two widths, and blanks; letters and digits are stored in one width.
const SIGNS: [(&str, &str); 6] = [
    ("（", "("),
    ("）", ")"),
    ("＆", "&"),
    ("－", "-"),
    ("\u{3000}", ""),
    (" ", ""),
];

/// A text column as [`prefix_pattern`] compares it: neither width nor blanks nor case matter.
pub fn searched(column: impl IntoColumnRef) -> FunctionCall {
    let lower = Func::lower(Expr::col(column));
    SIGNS.into_iter().fold(lower, |text, (sign, plain)| {
        Func::cust("replace").arg(text).arg(sign).arg(plain)
    })
}

/// A pattern for `LIKE … ESCAPE '\'` that finds what begins with `text`, whatever signs it
/// contains. Compare it with [`searched`], or with a lower-case value that has one spelling.
pub fn prefix_pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 1);
    for character in search_key(text).chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_takes_every_sign_literally() {
        assert_eq!(prefix_pattern(" VM_1%\\ "), "vm\\_1\\%\\\\%");
        assert_eq!(prefix_pattern("\0示例（北京） １"), "示例(北京)1%");
    }

    #[test]
    fn a_domain_is_shown_in_its_own_letters() {
        assert_eq!(domain("xn--fsqu00a.xn--fiqs8s"), "例子.中国");
        assert_eq!(domain(""), "");
    }
}
