//! The rule by which servers give codes (S21, S23, S24), before the table and in the pop-up: what
//! the policy in force says, whatever it is.

use super::quota;
use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::pick;
use shared::policy::{BillingRule, CodePolicy, QuotaMode, RegionRule, ServerPolicy, TermBasis};

words! {
    title: "Which servers give codes, how many, and for how long", "申请条件、数量与有效期";
    more: "More in the Help Center", "在帮助中心查看详情";
}

/// The rule in three sentences: which servers, how many codes, how long they are valid.
#[must_use]
pub fn sentences(language: Language, server: &ServerPolicy, code: &CodePolicy) -> [String; 3] {
    [
        which_servers(language, server),
        how_many(language, code),
        how_long(language, code.validity_years),
    ]
}

/// S21.
fn which_servers(language: Language, policy: &ServerPolicy) -> String {
    let billing = match policy.billing {
        BillingRule::Prepaid => (
            "The server is a monthly (or yearly) package",
            "服务器为包月（或包年）",
        ),
        BillingRule::Any => ("The server is billed in any way", "服务器计费方式不限"),
    };
    let mut conditions = vec![pick(language, billing).to_owned()];
    conditions.extend(term(language, policy));
    if policy.min_remaining_days > 0 {
        let days = count(language, policy.min_remaining_days, Noun::Day);
        conditions.push(sentence!(
            language,
            "has at least {days} of its term left",
            "剩余时长不少于 {days}"
        ));
    }
    conditions.push(pick(language, ("is associated with an EIP", "已绑定弹性公网 IP")).to_owned());
    if policy.regions == RegionRule::Mainland {
        conditions.push(pick(language, ("is in mainland China", "位于中国大陆")).to_owned());
    }
    conditions.push(
        pick(
            language,
            (
                "is neither expired, refunded nor frozen",
                "未到期、未退款、未冻结",
            ),
        )
        .to_owned(),
    );
    let last = conditions.pop().unwrap_or_default();
    match language {
        Language::English => format!("{} and {last}.", conditions.join(", ")),
        Language::Chinese => format!("{}，且{last}。", conditions.join("，")),
    }
}

/// S21 (ii), (iii).
fn term(language: Language, policy: &ServerPolicy) -> Option<String> {
    if policy.min_term_months == 0 {
        return None;
    }
    let months = count(language, policy.min_term_months, Noun::Month);
    Some(match (policy.basis, policy.inclusive) {
        (TermBasis::Total, false) => sentence!(
            language,
            "is valid for more than {months} in all, renewals counted",
            "购买时长（含续费）超过 {months}"
        ),
        (TermBasis::Total, true) => sentence!(
            language,
            "is valid for at least {months} in all, renewals counted",
            "购买时长（含续费）不少于 {months}"
        ),
        (TermBasis::Remaining, false) => sentence!(
            language,
            "is valid for more than {months} from now",
            "剩余时长超过 {months}"
        ),
        (TermBasis::Remaining, true) => sentence!(
            language,
            "is valid for at least {months} from now",
            "剩余时长不少于 {months}"
        ),
    })
}

/// S23.
fn how_many(language: Language, policy: &CodePolicy) -> String {
    let given = quota::given_by_each_server(language, policy.quota_mode, policy.quota);
    match policy.quota_mode {
        QuotaMode::Lifetime => sentence!(
            language,
            "{given} Used, disabled, expired and abandoned ones are included.",
            "{given}已使用、已停用、已过期和已放弃的都计算在内。"
        ),
        QuotaMode::Live => sentence!(
            language,
            "{given} Neither invalid ones count, nor used ones whose website has no access here any more.",
            "{given}已失效的，以及所备案网站的接入已取消的，不计算在内。"
        ),
    }
}

/// S24.
fn how_long(language: Language, years: u32) -> String {
    match language {
        Language::English if years == 1 => {
            "Each code is valid for one year from its application.".to_owned()
        }
        Language::English => format!("Each code is valid for {years} years from its application."),
        Language::Chinese => format!("每个授权码自申请之时起 {years} 年内有效。"),
    }
}

/// What the pop-up says before `OK`: what is left, and whether it comes back (S23, S25).
#[must_use]
pub fn left(language: Language, mode: QuotaMode, remaining: u32, whole: u32) -> String {
    let codes = count(language, remaining, Noun::Code);
    let left = match language {
        Language::English if remaining == 1 => {
            format!("1 of {whole} codes is left for this server.")
        }
        Language::English => format!("{remaining} of {whole} codes are left for this server."),
        Language::Chinese => format!("该服务器共 {whole} 个授权码，还可申请 {codes}。"),
    };
    let comes_back = match mode {
        QuotaMode::Lifetime => (
            " Those that you apply for do not come back to it, whatever becomes of them.",
            "申请后无论结果如何，数量都不返还。",
        ),
        QuotaMode::Live => (
            " A place comes back when its code is invalid, or when its website has no access here any more.",
            "授权码失效，或所备案网站的接入取消后，数量会返还。",
        ),
    };
    format!("{left}{}", pick(language, comes_back))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;

    fn said(server: &ServerPolicy, code: &CodePolicy) -> String {
        for number in 0..3 {
            assert_side_by_side(|language| sentences(language, server, code)[number].clone());
        }
        sentences(Language::English, server, code).join("\n")
    }

    #[test]
    fn s21_s23_s24_the_rule_is_that_of_the_source_by_default() {
        assert_eq!(
            said(&ServerPolicy::default(), &CodePolicy::default()),
            "The server is a monthly (or yearly) package, is valid for more than 3 months in all, renewals counted, is associated with an EIP, is in mainland China and is neither expired, refunded nor frozen.\nEach server gives 5 codes in all. Used, disabled, expired and abandoned ones are included.\nEach code is valid for one year from its application."
        );
    }

    #[test]
    fn the_rule_follows_the_policy() {
        let server = ServerPolicy {
            billing: BillingRule::Any,
            regions: RegionRule::Any,
            min_term_months: 6,
            inclusive: true,
            basis: TermBasis::Remaining,
            min_remaining_days: 30,
        };
        let code = CodePolicy {
            quota: 8,
            quota_mode: QuotaMode::Live,
            validity_years: 2,
            ..CodePolicy::default()
        };
        let said = said(&server, &code);
        for there in [
            "billed in any way",
            "at least 6 months from now",
            "at least 30 days",
            "8 codes at a time",
            "Neither invalid ones count",
            "2 years",
        ] {
            assert!(said.contains(there), "{there}: {said}");
        }
        assert!(
            !said.contains("mainland") && !said.contains("included"),
            "{said}"
        );
    }

    #[test]
    fn s25_the_pop_up_says_what_is_left_and_whether_it_comes_back() {
        let said = |mode| left(Language::English, mode, 3, 5);
        assert!(said(QuotaMode::Lifetime).starts_with("3 of 5 codes are left"));
        assert!(said(QuotaMode::Lifetime).contains("do not come back"));
        assert!(said(QuotaMode::Live).contains("comes back when"));
        for mode in [QuotaMode::Lifetime, QuotaMode::Live] {
            assert_side_by_side(|language| left(language, mode, 1, 5));
        }
    }
}
