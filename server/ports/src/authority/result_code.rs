//! What each result code of the authority asks for (`Jgdm` of BAJG, specification annexes
//! "ICP data processing results" and "general results").

use serde::{Deserialize, Serialize};

/// What happens next for the record that a result line speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultAction {
    /// The bureau approved.
    Approved,
    /// The bureau refused; its opinion is shown, the holder may correct and submit again.
    Refused,
    /// The applicant can put it right; a corrected report is a new upload.
    FixByApplicant,
    /// Our records differ from the register: ask it, correct ours, then decide.
    Reconcile,
    /// Another request is pending at the bureau: try again in hours or days.
    Wait,
    /// A person who runs the channel to the authority has to act.
    Operator,
    /// A defect of this system; the applicant is not bothered with it.
    Defect,
    /// A code that we sent is stale: refresh the code tables, correct, send again.
    Mapping,
    /// Blacklisted: stop the application, tell the compliance staff.
    Security,
    /// Good news about a part, no verdict.
    Information,
}

/// The action for a result code. A code nobody has described goes to the operator.
///
/// Where the specification leaves two ways open, the first one a person can take stands
/// here: 1013, 1024 and 1028 go back to the applicant, 1053 to the operator.
#[must_use]
pub const fn result_action(code: i32) -> ResultAction {
    use ResultAction::{
        Approved, Defect, FixByApplicant, Information, Mapping, Operator, Reconcile, Refused,
        Security, Wait,
    };
    match code {
        1001 => Approved,
        1002 => Refused,
        1060 | 1062 => Information,
        1064 | 1065 => Security,
        1017 | 1042 | 1043 | 1051 | 1052 => Wait,
        1014 | 1019 | 1026 | 1033..=1036 | 1056 | 1057 | 1061 | 1066 | 5007 => Mapping,
        1006 | 5001 | 5002 | 5003 => Defect,
        1003
        | 1005
        | 1016
        | 1023
        | 1027
        | 1029
        | 1030
        | 1032
        | 1037..=1040
        | 1047..=1050
        | 1058
        | 1059
        | 5005
        | 5006 => Reconcile,
        1004
        | 1007..=1013
        | 1015
        | 1018
        | 1020..=1022
        | 1024
        | 1025
        | 1028
        | 1031
        | 1041
        | 1044
        | 1046
        | 1055
        | 5008
        | 5010 => FixByApplicant,
        1045 | 1053 | 1054 | 1063 | 1067 | 1068 | 1999 | 5004 | 5009 | 5011 | 5999 => Operator,
        _ => Operator,
    }
}

#[cfg(test)]
mod tests {
    use super::ResultAction::*;
    use super::{ResultAction, result_action};

    /// Every code of the two annexes in order, written down apart from the table above.
    const EXPECTED: [(i32, ResultAction); 82] = [
        (1001, Approved),
        (1002, Refused),
        (1003, Reconcile),
        (1004, FixByApplicant),
        (1005, Reconcile),
        (1006, Defect),
        (1007, FixByApplicant),
        (1008, FixByApplicant),
        (1009, FixByApplicant),
        (1010, FixByApplicant),
        (1011, FixByApplicant),
        (1012, FixByApplicant),
        (1013, FixByApplicant),
        (1014, Mapping),
        (1015, FixByApplicant),
        (1016, Reconcile),
        (1017, Wait),
        (1018, FixByApplicant),
        (1019, Mapping),
        (1020, FixByApplicant),
        (1021, FixByApplicant),
        (1022, FixByApplicant),
        (1023, Reconcile),
        (1024, FixByApplicant),
        (1025, FixByApplicant),
        (1026, Mapping),
        (1027, Reconcile),
        (1028, FixByApplicant),
        (1029, Reconcile),
        (1030, Reconcile),
        (1031, FixByApplicant),
        (1032, Reconcile),
        (1033, Mapping),
        (1034, Mapping),
        (1035, Mapping),
        (1036, Mapping),
        (1037, Reconcile),
        (1038, Reconcile),
        (1039, Reconcile),
        (1040, Reconcile),
        (1041, FixByApplicant),
        (1042, Wait),
        (1043, Wait),
        (1044, FixByApplicant),
        (1045, Operator),
        (1046, FixByApplicant),
        (1047, Reconcile),
        (1048, Reconcile),
        (1049, Reconcile),
        (1050, Reconcile),
        (1051, Wait),
        (1052, Wait),
        (1053, Operator),
        (1054, Operator),
        (1055, FixByApplicant),
        (1056, Mapping),
        (1057, Mapping),
        (1058, Reconcile),
        (1059, Reconcile),
        (1060, Information),
        (1061, Mapping),
        (1062, Information),
        (1063, Operator),
        (1064, Security),
        (1065, Security),
        (1066, Mapping),
        (1067, Operator),
        (1068, Operator),
        (1999, Operator),
        (5001, Defect),
        (5002, Defect),
        (5003, Defect),
        (5004, Operator),
        (5005, Reconcile),
        (5006, Reconcile),
        (5007, Mapping),
        (5008, FixByApplicant),
        (5009, Operator),
        (5010, FixByApplicant),
        (5011, Operator),
        (5999, Operator),
        (2001, Operator), // IP filing, not ours
    ];

    #[test]
    fn every_code_of_the_annexes_has_its_action() {
        for (code, action) in EXPECTED {
            assert_eq!(result_action(code), action, "code {code}");
        }
        let listed: Vec<i32> = EXPECTED.iter().map(|(code, _)| *code).collect();
        for code in (1001..=1068).chain(5001..=5011).chain([1999, 5999]) {
            assert!(listed.contains(&code), "code {code} is not in the list");
        }
    }

    #[test]
    fn an_unknown_code_goes_to_the_operator() {
        for code in [-1, 0, 1000, 1069, 3001, 5012, 9999] {
            assert_eq!(result_action(code), Operator, "code {code}");
        }
    }
}
