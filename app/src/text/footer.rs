//! The foot of the public pages.

use crate::language::Language;

words! {
    /// Name of its links.
    name: "More about this system", "更多信息";
    code_statuses: "The four statuses of a code", "授权码的四种状态";
    /// Name of the list of the provider's own numbers.
    numbers: "License numbers of the provider", "接入商的备案与许可编号";
}

/// The number of the provider's own permit.
#[must_use]
pub fn telecom_permit(language: Language, number: &str) -> String {
    sentence!(
        language,
        "Value-added telecom permit {number}",
        "增值电信业务经营许可证 {number}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    #[test]
    fn the_permit_is_named_in_both_languages() {
        assert_side_by_side(|language| telecom_permit(language, "B1-20260001"));
    }
}
