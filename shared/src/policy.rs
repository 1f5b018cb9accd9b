//! Policy values: each decision the source documents leave open, with its default.

use crate::cancel_access::ReasonNumbers;
use serde::{Deserialize, Serialize};

/// All decisions in force. `Policy::default()` is the reading of the English source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    pub code: CodePolicy,
    pub server: ServerPolicy,
    pub cancel: CancelPolicy,
    pub review: ReviewPolicy,
    pub draft: DraftPolicy,
    pub entity: EntityPolicy,
    pub domain: DomainPolicy,
}

/// A value no rule can work with: a limit of none, or a term that leads out of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicyOutOfRange {
    /// Its name below `policy`, for instance `code.quota`.
    pub setting: &'static str,
    pub least: u32,
    pub most: u32,
    pub found: u32,
}

impl Policy {
    /// Checks every number.
    ///
    /// # Errors
    /// The first one out of its range.
    pub fn check(&self) -> Result<(), PolicyOutOfRange> {
        let numbers = [
            ("code.quota", 1, 1_000, self.code.quota),
            ("code.validity_years", 1, 100, self.code.validity_years),
            // A shorter one would end before its reminder.
            ("code.draft_hold_days", 3, 3_650, self.code.draft_hold_days),
            (
                "server.min_term_months",
                0,
                120,
                self.server.min_term_months,
            ),
            (
                "server.min_remaining_days",
                0,
                3_650,
                self.server.min_remaining_days,
            ),
            ("cancel.password_tries", 1, 100, self.cancel.password_tries),
            ("cancel.lock_hours", 1, 8_760, self.cancel.lock_hours),
            (
                "review.cancel_working_days",
                0,
                250,
                self.review.cancel_working_days,
            ),
            (
                "review.filing_working_days",
                0,
                250,
                self.review.filing_working_days,
            ),
            (
                "draft.expire_after_days",
                1,
                3_650,
                self.draft.expire_after_days,
            ),
            ("draft.most_open", 1, 1_000, self.draft.most_open),
        ];
        let reminders = [
            ("draft.remind_after_days", &self.draft.remind_after_days),
            ("cancel.remind_after_days", &self.cancel.remind_after_days),
        ];
        let reminders = reminders
            .into_iter()
            .flat_map(|(setting, list)| list.iter().map(move |days| (setting, 1, 3_650, *days)));
        for (setting, least, most, found) in numbers.into_iter().chain(reminders) {
            if !(least..=most).contains(&found) {
                return Err(PolicyOutOfRange {
                    setting,
                    least,
                    most,
                    found,
                });
            }
        }
        Ok(())
    }
}

/// Domains that can be filed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DomainPolicy {
    /// Endings that the ministry approved after this version was made, such as `org`.
    pub approved_endings: Vec<String>,
}

/// Authorization codes (S23, S24, S32b, R-1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodePolicy {
    /// What becomes of a code whose application is abandoned.
    pub on_abandon: OnAbandon,
    /// Codes a server gives (S23).
    pub quota: u32,
    /// Whether only living codes count (S23).
    pub quota_mode: QuotaMode,
    /// Validity in calendar years (S24).
    pub validity_years: u32,
    /// Days without a change after which a draft that was never submitted gives its code back
    ///
    pub draft_hold_days: u32,
}

impl Default for CodePolicy {
    fn default() -> Self {
        Self {
            on_abandon: OnAbandon::Burn,
            quota: 5,
            quota_mode: QuotaMode::Lifetime,
            validity_years: 1,
            draft_hold_days: 7,
        }
    }
}

/// the English source says the code is spent, the Chinese original that it is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnAbandon {
    /// The code becomes Invalid.
    Burn,
    /// The code becomes Unused, unless it has expired or its server is not eligible.
    Release,
}

/// S23: whether codes ever issued count, or only those not Invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaMode {
    Lifetime,
    Live,
}

/// Which servers give codes and may be filed directly (S21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerPolicy {
    /// Which kinds of billing qualify.
    pub billing: BillingRule,
    /// Where the server must be.
    pub regions: RegionRule,
    /// Months the term is compared with.
    pub min_term_months: u32,
    /// `true`: the minimum itself is enough (the Chinese original).
    pub inclusive: bool,
    /// Whether the whole term counts or what is left of it.
    pub basis: TermBasis,
    /// Days that must be left in any case; 0 switches the condition off.
    pub min_remaining_days: u32,
}

impl Default for ServerPolicy {
    fn default() -> Self {
        Self {
            billing: BillingRule::Prepaid,
            regions: RegionRule::Mainland,
            min_term_months: 3,
            inclusive: false,
            basis: TermBasis::Total,
            min_remaining_days: 0,
        }
    }
}

/// S21 (i).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BillingRule {
    /// Monthly and yearly packages.
    Prepaid,
    /// Every kind; those without a term are asked for none.
    Any,
}

/// S21 (iv).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionRule {
    /// Mainland China.
    Mainland,
    Any,
}

/// S21 (iii).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermBasis {
    /// From the first day to the last, renewals counted.
    Total,
    /// From now to the last day.
    Remaining,
}

/// Cancel access (S5, S11, S15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CancelPolicy {
    /// Wrong passwords in a row that lock the entity's confirmation.
    pub password_tries: u32,
    /// Hours the lock lasts.
    pub lock_hours: u32,
    /// Numbers of the built-in reasons, until the authority's table has been downloaded.
    pub reasons: ReasonNumbers,
    /// Days after the end of the access after which the holder is reminded to add access
    /// elsewhere (S5).
    pub remind_after_days: Vec<u32>,
}

impl Default for CancelPolicy {
    fn default() -> Self {
        Self {
            password_tries: 5,
            lock_hours: 24,
            reasons: ReasonNumbers::default(),
            remind_after_days: vec![1, 7, 30],
        }
    }
}

/// The provider's own review (S15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReviewPolicy {
    /// Working days after the day of submission until a cancellation is due.
    pub cancel_working_days: u32,
    /// The same for filings; providers promise one to three.
    pub filing_working_days: u32,
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        Self {
            cancel_working_days: 1,
            filing_working_days: 3,
        }
    }
}

/// Drafts that are left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DraftPolicy {
    /// Days without an edit after which a draft ends.
    pub expire_after_days: u32,
    /// Days without an edit after which the holder is reminded.
    pub remind_after_days: Vec<u32>,
    /// Filings that one account may have begun and not submitted.
    pub most_open: u32,
}

impl Default for DraftPolicy {
    fn default() -> Self {
        Self {
            expire_after_days: 45,
            remind_after_days: vec![7, 15, 30],
            most_open: 20,
        }
    }
}

/// Orders of one entity (S9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntityPolicy {
    /// Other orders wait while one is running.
    pub one_order_at_a_time: bool,
    /// Provinces, by the characters that license numbers begin with, where a second mobile counts
    /// as the office phone of an organization without a landline.
    pub mobile_as_office_phone: Vec<char>,
}

impl Default for EntityPolicy {
    fn default() -> Self {
        Self {
            one_order_at_a_time: true,
            mobile_as_office_phone: vec!['津'],
        }
    }
}
