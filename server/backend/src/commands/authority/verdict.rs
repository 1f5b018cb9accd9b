//! What a file of results says about one report.

use ports::authority::{Opinion, RecordResult};
use ports::authority::{ResultAction, result_action};
use std::collections::BTreeMap;

/// The end of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Approved {
        opinion: String,
    },
    /// For the holder: refused by the bureau, or something the applicant can put right.
    Rejected {
        reason: String,
    },
    /// For the provider: nothing the holder could do.
    ProvidersTurn {
        reason: String,
    },
}

/// Codes that only say that the same request is pending already.
const ALREADY_PENDING: [i32; 3] = [1027, 1030, 1032];

/// The verdict in a record's result lines; `None` when they bring none.
#[must_use]
pub fn of_result(result: &RecordResult) -> Option<Verdict> {
    let mut strongest: Option<Verdict> = None;
    for line in &result.lines {
        if ALREADY_PENDING.contains(&line.code) {
            continue;
        }
        let words = || {
            let text = line.text.clone().unwrap_or_default();
            format!("{text} ({})", line.code).trim().to_owned()
        };
        let verdict = match result_action(line.code) {
            ResultAction::Information => continue,
            ResultAction::Approved => Verdict::Approved {
                opinion: String::new(),
            },
            ResultAction::Refused | ResultAction::FixByApplicant => {
                Verdict::Rejected { reason: words() }
            }
            ResultAction::Reconcile
            | ResultAction::Wait
            | ResultAction::Operator
            | ResultAction::Defect
            | ResultAction::Mapping
            | ResultAction::Security => Verdict::ProvidersTurn { reason: words() },
        };
        strongest = Some(merge(strongest, verdict));
    }
    strongest
}

/// The verdict in an opinion of the bureau.
#[must_use]
pub fn of_opinion(opinion: &Opinion) -> Verdict {
    let text = opinion.text.clone().unwrap_or_default();
    if opinion.approved {
        Verdict::Approved { opinion: text }
    } else {
        Verdict::Rejected { reason: text }
    }
}

/// Joins two statements about one report: a refusal beats an approval, and a person's words
/// stand before the machine's.
#[must_use]
pub fn merge(first: Option<Verdict>, second: Verdict) -> Verdict {
    use Verdict::{Approved, ProvidersTurn, Rejected};
    match (first, second) {
        (None, second) => second,
        (Some(Approved { opinion: a }), Approved { opinion: b }) => Approved {
            opinion: join(&a, &b),
        },
        (Some(Approved { .. }), other) => other,
        (Some(other), Approved { .. }) => other,
        (Some(Rejected { reason: a }), Rejected { reason: b }) => Rejected {
            reason: join(&a, &b),
        },
        (Some(ProvidersTurn { reason: a }), ProvidersTurn { reason: b }) => ProvidersTurn {
            reason: join(&a, &b),
        },
        (Some(Rejected { reason }), ProvidersTurn { .. })
        | (Some(ProvidersTurn { .. }), Rejected { reason }) => Rejected { reason },
    }
}

/// Adds a verdict to those collected per report.
pub fn collect(verdicts: &mut BTreeMap<i64, Verdict>, report_id: i64, verdict: Verdict) {
    let earlier = verdicts.remove(&report_id);
    verdicts.insert(report_id, merge(earlier, verdict));
}

fn join(a: &str, b: &str) -> String {
    match (a.is_empty(), b.is_empty()) {
        (true, _) => b.to_owned(),
        (_, true) => a.to_owned(),
        _ if a == b => a.to_owned(),
        _ => format!("{a}\n{b}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ports::authority::ResultLine;

    fn result(codes: &[i32]) -> RecordResult {
        let lines = codes.iter().map(|code| ResultLine {
            code: *code,
            text: Some("text".to_owned()),
        });
        RecordResult {
            operation: None,
            key: None,
            lines: lines.collect(),
        }
    }

    #[test]
    fn reads_the_verdict_off_the_codes() {
        assert!(matches!(
            of_result(&result(&[1001])),
            Some(Verdict::Approved { .. })
        ));
        assert!(matches!(
            of_result(&result(&[1062, 1001])),
            Some(Verdict::Approved { .. })
        ));
        assert!(matches!(
            of_result(&result(&[1025])),
            Some(Verdict::Rejected { .. })
        ));
        assert!(matches!(
            of_result(&result(&[5001])),
            Some(Verdict::ProvidersTurn { .. })
        ));
        assert!(matches!(
            of_result(&result(&[9999])),
            Some(Verdict::ProvidersTurn { .. })
        ));
        assert_eq!(of_result(&result(&[1060])), None);
        assert_eq!(of_result(&result(&[1032])), None);
    }

    #[test]
    fn a_refusal_beats_an_approval_and_words_are_joined() {
        let approved = Verdict::Approved {
            opinion: "ok".to_owned(),
        };
        let rejected = Verdict::Rejected {
            reason: "no".to_owned(),
        };
        assert_eq!(merge(Some(approved), rejected.clone()), rejected);
        let again = Verdict::Rejected {
            reason: "never".to_owned(),
        };
        assert_eq!(
            merge(Some(rejected), again),
            Verdict::Rejected {
                reason: "no\nnever".to_owned()
            }
        );
    }
}
