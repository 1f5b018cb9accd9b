//! What each `msg_code` of a call means for the caller, and the numbers of operations.

use ports::authority::{AuthorityError, Operation, UploadAnswer};

/// The classes of `msg_code` (specification, annex "method return codes").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// 0
    Success,
    /// 1: success, and this was the last file.
    LastFile,
    /// 2: nothing to download.
    Nothing,
    /// 3: more files wait.
    MoreFiles,
    /// 14: earlier sequence numbers are missing.
    MissingEarlier,
    /// 22: the license password was checked too often.
    TooManyTries,
    /// 7 (damaged on the way), 15, 20, 901, 902, 999: the same call may be made again later.
    TryLater,
    /// Everything else: somebody has to act first.
    Refused,
}

pub(super) const fn meaning(code: i32) -> Meaning {
    match code {
        0 => Meaning::Success,
        1 => Meaning::LastFile,
        2 => Meaning::Nothing,
        3 => Meaning::MoreFiles,
        14 => Meaning::MissingEarlier,
        22 => Meaning::TooManyTries,
        7 | 15 | 20 | 901 | 902 | 999 => Meaning::TryLater,
        _ => Meaning::Refused,
    }
}

/// The answer to an upload.
pub(super) fn upload_answer(code: i32, text: String, missing: Vec<i64>) -> UploadAnswer {
    match meaning(code) {
        Meaning::Success => UploadAnswer::Accepted,
        Meaning::MissingEarlier => UploadAnswer::MissingEarlier(missing),
        Meaning::TryLater => UploadAnswer::RetryLater { code, text },
        _ => UploadAnswer::Refused { code, text },
    }
}

/// The error of any other call that was not answered as it should be.
pub(super) fn call_error(code: i32, text: String) -> AuthorityError {
    match meaning(code) {
        Meaning::TryLater => AuthorityError::TryLater { code, text },
        _ => AuthorityError::Refused { code, text },
    }
}

const OPERATIONS: [(i64, Operation); 7] = [
    (1, Operation::NewFiling),
    (2, Operation::NewWebsite),
    (3, Operation::NewAccess),
    (4, Operation::Change),
    (5, Operation::CancelAccess),
    (6, Operation::CancelEntity),
    (7, Operation::CancelWebsite),
];

/// The operation of a `Czlx`.
pub(super) fn operation(number: i64) -> Operation {
    OPERATIONS
        .iter()
        .find(|(known, _)| *known == number)
        .map_or(Operation::Other, |(_, operation)| *operation)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every code of the annex.
    const CODES: [(i32, Meaning); 26] = [
        (0, Meaning::Success),
        (1, Meaning::LastFile),
        (2, Meaning::Nothing),
        (3, Meaning::MoreFiles),
        (4, Meaning::Refused),
        (5, Meaning::Refused),
        (6, Meaning::Refused),
        (7, Meaning::TryLater),
        (8, Meaning::Refused),
        (9, Meaning::Refused),
        (10, Meaning::Refused),
        (11, Meaning::Refused),
        (12, Meaning::Refused),
        (13, Meaning::Refused),
        (14, Meaning::MissingEarlier),
        (15, Meaning::TryLater),
        (16, Meaning::Refused),
        (17, Meaning::Refused),
        (18, Meaning::Refused),
        (19, Meaning::Refused),
        (20, Meaning::TryLater),
        (21, Meaning::Refused),
        (22, Meaning::TooManyTries),
        (901, Meaning::TryLater),
        (902, Meaning::TryLater),
        (999, Meaning::TryLater),
    ];

    #[test]
    fn every_code_has_its_meaning_and_unknown_ones_stop_the_channel() {
        for (code, expected) in CODES {
            assert_eq!(meaning(code), expected, "code {code}");
        }
        for code in [-1, 23, 900, 1000] {
            assert_eq!(meaning(code), Meaning::Refused, "code {code}");
        }
    }

    #[test]
    fn answers_keep_code_and_text() {
        let text = || "系统维护".to_owned();
        assert_eq!(upload_answer(0, text(), vec![]), UploadAnswer::Accepted);
        assert_eq!(
            upload_answer(14, text(), vec![3]),
            UploadAnswer::MissingEarlier(vec![3])
        );
        assert_eq!(
            upload_answer(901, text(), vec![]),
            UploadAnswer::RetryLater {
                code: 901,
                text: text()
            }
        );
        assert_eq!(
            upload_answer(5, text(), vec![]),
            UploadAnswer::Refused {
                code: 5,
                text: text()
            }
        );
        assert!(matches!(
            call_error(902, text()),
            AuthorityError::TryLater { code: 902, .. }
        ));
        assert!(matches!(
            call_error(13, text()),
            AuthorityError::Refused { code: 13, .. }
        ));
    }

    #[test]
    fn operations_are_known_by_number() {
        assert_eq!(operation(5), Operation::CancelAccess);
        assert_eq!(operation(35), Operation::Other);
    }
}
