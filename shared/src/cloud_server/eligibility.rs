use super::CloudServer;
use crate::policy::{BillingRule, RegionRule, ServerPolicy, TermBasis};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// One condition of S21 that a server does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ineligibility {
    /// Pay-as-you-go or trial.
    NotPrepaid,
    /// The term, or what is left of it, is not longer than (or, inclusive, not as long as) the
    /// minimum, in months.
    TermTooShort {
        required_months: u32,
        inclusive: bool,
        basis: TermBasis,
    },
    /// Fewer days are left than policy asks for.
    TooFewDaysLeft { required_days: u32 },
    /// No public IP is bound.
    NoPublicIp,
    /// The region is outside mainland China.
    NotMainland,
    /// Expired, refunded or frozen.
    NotUsable,
}

impl Ineligibility {
    /// The stable reason code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPrepaid => "server_not_prepaid",
            Self::TermTooShort { .. } => "server_term_too_short",
            Self::TooFewDaysLeft { .. } => "server_too_few_days_left",
            Self::NoPublicIp => "server_no_public_ip",
            Self::NotMainland => "server_not_mainland",
            Self::NotUsable => "server_not_usable",
        }
    }

    /// What is wrong with the server, in English and in Chinese: part of a sentence.
    #[must_use]
    pub const fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::NotPrepaid => ("it is not a monthly or yearly package", "不是包年包月"),
            Self::TermTooShort { .. } => ("its term is too short", "租期过短"),
            Self::TooFewDaysLeft { .. } => ("too little of its term is left", "剩余时长不足"),
            Self::NoPublicIp => ("no public IP is bound to it", "未绑定公网 IP"),
            Self::NotMainland => ("it is outside mainland China", "不在中国大陆"),
            Self::NotUsable => (
                "it is expired, refunded or frozen",
                "已到期、已退款或被冻结",
            ),
        }
    }
}

/// All conditions of S21 that `server` fails on `today`; empty when it is eligible.
#[must_use]
pub fn check_eligibility(
    policy: &ServerPolicy,
    server: &CloudServer,
    today: NaiveDate,
) -> Vec<Ineligibility> {
    let mut failed = Vec::new();
    if policy.billing == BillingRule::Prepaid && !server.billing.is_prepaid() {
        failed.push(Ineligibility::NotPrepaid);
    }
    if !server.state.is_usable() || server.term.is_some_and(|term| term.ends_on <= today) {
        failed.push(Ineligibility::NotUsable);
    }
    if !term_is_long_enough(policy, server, today) {
        failed.push(Ineligibility::TermTooShort {
            required_months: policy.min_term_months,
            inclusive: policy.inclusive,
            basis: policy.basis,
        });
    }
    if !enough_days_left(policy, server, today) {
        failed.push(Ineligibility::TooFewDaysLeft {
            required_days: policy.min_remaining_days,
        });
    }
    if server.public_ip.is_none() {
        failed.push(Ineligibility::NoPublicIp);
    }
    if policy.regions == RegionRule::Mainland && !server.mainland {
        failed.push(Ineligibility::NotMainland);
    }
    failed
}

/// Kinds of billing that have no term are asked for none, where they qualify at all.
fn needs_no_term(policy: &ServerPolicy, server: &CloudServer) -> bool {
    policy.billing == BillingRule::Any && !server.billing.is_prepaid()
}

fn term_is_long_enough(policy: &ServerPolicy, server: &CloudServer, today: NaiveDate) -> bool {
    let Some(term) = server.term else {
        return needs_no_term(policy, server);
    };
    let from = match policy.basis {
        TermBasis::Total => term.starts_on,
        TermBasis::Remaining => today,
    };
    let threshold = from
        .checked_add_months(Months::new(policy.min_term_months))
        .unwrap_or(NaiveDate::MAX);
    if policy.inclusive {
        term.ends_on >= threshold
    } else {
        term.ends_on > threshold
    }
}

fn enough_days_left(policy: &ServerPolicy, server: &CloudServer, today: NaiveDate) -> bool {
    if policy.min_remaining_days == 0 {
        return true;
    }
    let Some(term) = server.term else {
        return needs_no_term(policy, server);
    };
    let threshold = today
        .checked_add_days(Days::new(policy.min_remaining_days.into()))
        .unwrap_or(NaiveDate::MAX);
    term.ends_on >= threshold
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_server::{Billing, ServerState, Term};
    use std::net::Ipv4Addr;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn eligible() -> CloudServer {
        CloudServer {
            billing: Billing::MonthlyPackage,
            state: ServerState::Running,
            mainland: true,
            term: Some(Term {
                starts_on: day(2026, 11, 22),
                ends_on: day(2027, 11, 22),
            }),
            public_ip: Some(Ipv4Addr::new(203, 0, 113, 10)),
        }
    }

    const TOO_SHORT: Ineligibility = Ineligibility::TermTooShort {
        required_months: 3,
        inclusive: false,
        basis: TermBasis::Total,
    };

    fn check(server: &CloudServer) -> Vec<Ineligibility> {
        check_eligibility(&ServerPolicy::default(), server, day(2026, 11, 22))
    }

    #[test]
    fn s21_a_monthly_package_of_twelve_months_with_an_eip_is_eligible() {
        assert_eq!(check(&eligible()), []);
    }

    #[test]
    fn s21_exactly_three_months_is_not_more_than_three() {
        let server = CloudServer {
            term: Some(Term {
                starts_on: day(2026, 11, 22),
                ends_on: day(2027, 2, 22),
            }),
            ..eligible()
        };
        assert_eq!(check(&server), [TOO_SHORT]);
        let inclusive = ServerPolicy {
            inclusive: true,
            ..ServerPolicy::default()
        };
        assert_eq!(
            check_eligibility(&inclusive, &server, day(2026, 11, 22)),
            []
        );
    }

    #[test]
    fn s21_three_months_and_a_day_is_enough() {
        let server = CloudServer {
            term: Some(Term {
                starts_on: day(2026, 11, 22),
                ends_on: day(2027, 2, 23),
            }),
            ..eligible()
        };
        assert_eq!(check(&server), []);
    }

    #[test]
    fn s21_the_remaining_term_can_be_the_basis() {
        let policy = ServerPolicy {
            basis: TermBasis::Remaining,
            ..ServerPolicy::default()
        };
        let late = day(2027, 9, 1);
        let too_little_left = Ineligibility::TermTooShort {
            required_months: 3,
            inclusive: false,
            basis: TermBasis::Remaining,
        };
        assert_eq!(
            check_eligibility(&policy, &eligible(), late),
            [too_little_left]
        );
    }

    #[test]
    fn s21_billing_and_region_are_policy() {
        let server = CloudServer {
            billing: Billing::PayAsYouGo,
            mainland: false,
            term: None,
            ..eligible()
        };
        assert_eq!(
            check(&server),
            [
                Ineligibility::NotPrepaid,
                TOO_SHORT,
                Ineligibility::NotMainland
            ]
        );
        let open = ServerPolicy {
            billing: BillingRule::Any,
            regions: RegionRule::Any,
            min_remaining_days: 30,
            ..ServerPolicy::default()
        };
        assert_eq!(check_eligibility(&open, &server, day(2026, 11, 22)), []);
        let trial_of_a_month = CloudServer {
            billing: Billing::Trial,
            term: Some(Term {
                starts_on: day(2026, 11, 22),
                ends_on: day(2026, 12, 21),
            }),
            ..server
        };
        assert_eq!(
            check_eligibility(&open, &trial_of_a_month, day(2026, 11, 22)),
            [
                TOO_SHORT,
                Ineligibility::TooFewDaysLeft { required_days: 30 }
            ]
        );
    }

    #[test]
    fn s21_every_failed_condition_is_reported() {
        let server = CloudServer {
            billing: Billing::PayAsYouGo,
            state: ServerState::Frozen,
            mainland: false,
            term: None,
            public_ip: None,
        };
        assert_eq!(
            check(&server),
            [
                Ineligibility::NotPrepaid,
                Ineligibility::NotUsable,
                TOO_SHORT,
                Ineligibility::NoPublicIp,
                Ineligibility::NotMainland,
            ]
        );
    }

    #[test]
    fn s21_truth_table_over_the_five_conditions() {
        for mask in 0_u8..32 {
            let failed = |bit: u8| mask & (1 << bit) != 0;
            let server = CloudServer {
                billing: if failed(0) {
                    Billing::Trial
                } else {
                    Billing::MonthlyPackage
                },
                state: if failed(1) {
                    ServerState::Refunded
                } else {
                    ServerState::Stopped
                },
                mainland: !failed(2),
                term: if failed(3) {
                    Some(Term {
                        starts_on: day(2026, 11, 1),
                        ends_on: day(2026, 12, 1),
                    })
                } else {
                    eligible().term
                },
                public_ip: if failed(4) {
                    None
                } else {
                    eligible().public_ip
                },
            };
            let codes: Vec<_> = check(&server)
                .into_iter()
                .map(Ineligibility::code)
                .collect();
            assert_eq!(codes.contains(&"server_not_prepaid"), failed(0), "{mask}");
            assert_eq!(codes.contains(&"server_not_usable"), failed(1), "{mask}");
            assert_eq!(codes.contains(&"server_not_mainland"), failed(2), "{mask}");
            assert_eq!(
                codes.contains(&"server_term_too_short"),
                failed(3),
                "{mask}"
            );
            assert_eq!(codes.contains(&"server_no_public_ip"), failed(4), "{mask}");
        }
    }
}
