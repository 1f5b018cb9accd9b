//! What counts against a server's quota of codes (S23, R-6), as policy has it.

use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::pick;
use shared::policy::QuotaMode;

/// How many codes each server gives.
#[must_use]
pub fn given_by_each_server(language: Language, mode: QuotaMode, quota: u32) -> String {
    let codes = count(language, quota, Noun::Code);
    match mode {
        QuotaMode::Lifetime => sentence!(
            language,
            "Each server gives {codes} in all.",
            "每台服务器总共可申请 {codes}。"
        ),
        QuotaMode::Live => sentence!(
            language,
            "Each server gives {codes} at a time.",
            "每台服务器同时最多可有 {codes}。"
        ),
    }
}

/// The hint of the number to apply for (S25).
#[must_use]
pub fn count_hint(language: Language, mode: QuotaMode, remaining: u32) -> String {
    match mode {
        QuotaMode::Lifetime => sentence!(
            language,
            "From 1 to {remaining}. Every code counts for the server, so apply only for as many as you need.",
            "1 至 {remaining} 个。已申请的授权码计入总数，请按需申请。"
        ),
        QuotaMode::Live => sentence!(
            language,
            "From 1 to {remaining}. A code counts for the server until it is invalid or its website has no access here any more.",
            "1 至 {remaining} 个。授权码失效，或所备案网站的接入取消后，不再计入总数。"
        ),
    }
}

/// Whether a place comes back when a code ends.
#[must_use]
pub const fn place_back(language: Language, mode: QuotaMode) -> &'static str {
    let words = match mode {
        QuotaMode::Lifetime => (
            "No. Every code that was applied for counts for its server, so apply only for as many as you need.",
            "不会。已申请的授权码都计入服务器的申请数量，请按需申请。",
        ),
        QuotaMode::Live => (
            "Yes. Neither invalid codes count for their server, nor used ones whose website has no access here any more.",
            "会。已失效的授权码，以及所备案网站的接入已取消的授权码，都不计入服务器的申请数量。",
        ),
    };
    pick(language, words)
}

/// Asked before an own code is disabled.
#[must_use]
pub const fn disable_note(language: Language, mode: QuotaMode) -> &'static str {
    let words = match mode {
        QuotaMode::Lifetime => (
            "Nobody can use the code after that. It cannot be undone, and the code still counts for its server.",
            "停用后任何人都不能使用该授权码，且无法恢复，仍计入服务器的申请数量。",
        ),
        QuotaMode::Live => (
            "Nobody can use the code after that. It cannot be undone. The code no longer counts for its server, so that you can apply for another one.",
            "停用后任何人都不能使用该授权码，且无法恢复。该授权码不再计入服务器的申请数量，您可以另行申请。",
        ),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    const MODES: [QuotaMode; 2] = [QuotaMode::Lifetime, QuotaMode::Live];

    #[test]
    fn s23_each_reading_has_its_own_words() {
        let sentences: [fn(Language, QuotaMode) -> String; 4] = [
            |language, mode| given_by_each_server(language, mode, 5),
            |language, mode| count_hint(language, mode, 3),
            |language, mode| place_back(language, mode).to_owned(),
            |language, mode| disable_note(language, mode).to_owned(),
        ];
        for sentence in sentences {
            for mode in MODES {
                assert_side_by_side(|language| sentence(language, mode));
            }
            assert_distinct(&MODES, |language, mode| sentence(language, *mode));
        }
    }

    #[test]
    fn s23_an_ended_code_counts_where_all_count_for_life() {
        let english = Language::English;
        assert!(disable_note(english, QuotaMode::Lifetime).contains("still counts"));
        assert!(disable_note(english, QuotaMode::Live).contains("no longer counts"));
        assert!(count_hint(english, QuotaMode::Lifetime, 3).contains("Every code counts"));
        assert!(!count_hint(english, QuotaMode::Live, 3).contains("Every code counts"));
    }
}
