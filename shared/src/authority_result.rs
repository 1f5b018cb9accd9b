//! The authority's words are Chinese, whoever reads them. What its result codes mean
//! (specification, annex "ICP data processing results") is said in English beside them, on
//! pages and in mails by the same words.

/// What the code at the end of one of its lines means, in English.
#[must_use]
pub fn meaning(line: &str) -> Option<&'static str> {
    of_code(code_at_end(line)?)
}

/// Its words for readers of English: each line with what it means.
#[must_use]
pub fn explained(words: &str) -> String {
    let lines: Vec<_> = words
        .lines()
        .map(|line| match meaning(line) {
            Some(meaning) => format!("{line}: {meaning}"),
            None => line.to_owned(),
        })
        .collect();
    lines.join("\n")
}

/// `1002` of `管局审核不通过 (1002)`.
fn code_at_end(line: &str) -> Option<u16> {
    let (_, code) = line.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    code.parse().ok()
}

const fn of_code(code: u16) -> Option<&'static str> {
    Some(match code {
        1001 => "approved by the authority",
        1002 => "not approved by the authority",
        1003 => "the entity has a license already",
        1004 => "the domain is not valid",
        1005 => "the domain has a license already",
        1006 => "the IP address is not valid",
        1007 => "the contact data is not valid",
        1008 => "the certificate is not valid",
        1009 => "the email address is not valid",
        1010 => "the office phone number is not valid",
        1011 => "the mobile number is not valid",
        1014 => "the nature of the entity is not valid",
        1015 => "the identity card number is not valid",
        1016 => "there is no such record",
        1017 => "a change is in review already",
        1018 => "the license password is wrong",
        1019 => "the province, city or county is wrong",
        1020 => "another website has this name",
        1021 => "another website has this home page",
        1022 => "the home page’s address is malformed",
        1023 => "there is no such IP record",
        1024 => "the IP addresses of the application contradict one another",
        1025 => "the website has only this access, which cannot be canceled",
        1026 => "the reason for the cancellation is not known",
        1027 => "the cancellation of the entity was applied for already",
        1028 => "the name of the IP’s user is wrong",
        1029 => "the website has this access already",
        1030 => "the cancellation of the website was applied for already",
        1031 => "the website principal’s office phone number is missing",
        1032 => "the cancellation of the access was applied for already",
        1037 => "the website has a license already",
        1038 => "the access is on record already",
        1039 => "a domain of the application has a license already",
        1040 => "an IP address of the access is on record already",
        1041 => "the home page is not on a licensed domain",
        1042 => "the entity is being canceled",
        1043 => "a website of the entity is being canceled",
        1044 => "the name of the entity principal is missing",
        1045 => "the provider may report to its own province only",
        1046 => "a change cannot move the entity to another province",
        1047 | 1048 => "the access is not this provider’s",
        1049 => "the entity was canceled already",
        1050 => "the website was canceled already",
        1051 => "there were too many changes of this entity",
        1052 => "an earlier application is still being processed",
        1055 => "the verification sheet is of another application",
        1058 => "there is no such entity",
        1059 => "there is no such website",
        1063 => "the IP addresses are not on record for this provider",
        1064 => "the domain is blacklisted",
        1065 => "the entity is blacklisted",
        5008 => "the application holds characters that are not allowed",
        5010 => "an attachment has the wrong format",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_explained_on_its_line() {
        assert_eq!(
            explained("管局审核不通过 (1002)\n请补充负责人证件"),
            "管局审核不通过 (1002): not approved by the authority\n请补充负责人证件"
        );
    }

    #[test]
    fn words_without_a_known_code_stay_alone() {
        for words in ["同意", "", "其他错误 (1999)", "见附件 (a)", "(1002) 之后"] {
            assert_eq!(meaning(words), None, "{words}");
        }
    }
}
