//! Counts with their nouns. English has a singular and a plural, Chinese a measure word.

use crate::language::Language;

/// A noun that can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    Application,
    Code,
    Day,
    Hour,
    Mail,
    Message,
    Month,
    Server,
    Try,
    Website,
    WorkingDay,
    WrongPassword,
}

/// `1 code`, `5 codes`; `1 个授权码`.
#[must_use]
pub fn count(language: Language, number: impl Into<i64>, noun: Noun) -> String {
    let number = number.into();
    match language {
        Language::English => {
            let (singular, plural) = english(noun);
            format!("{number} {}", if number == 1 { singular } else { plural })
        }
        Language::Chinese => format!("{number} {}", chinese(noun)),
    }
}

/// How much of a whole: `2 of 5`, `2 / 5`.
#[must_use]
pub fn part_of(language: Language, part: u32, whole: u32) -> String {
    match language {
        Language::English => format!("{part} of {whole}"),
        Language::Chinese => format!("{part} / {whole}"),
    }
}

const fn english(noun: Noun) -> (&'static str, &'static str) {
    match noun {
        Noun::Application => ("application", "applications"),
        Noun::Code => ("code", "codes"),
        Noun::Day => ("day", "days"),
        Noun::Hour => ("hour", "hours"),
        Noun::Mail => ("mail", "mails"),
        Noun::Message => ("message", "messages"),
        Noun::Month => ("month", "months"),
        Noun::Server => ("server", "servers"),
        Noun::Try => ("try", "tries"),
        Noun::Website => ("website", "websites"),
        Noun::WorkingDay => ("working day", "working days"),
        Noun::WrongPassword => ("wrong password", "wrong passwords"),
    }
}

const fn chinese(noun: Noun) -> &'static str {
    match noun {
        Noun::Application => "项申请",
        Noun::Code => "个授权码",
        Noun::Day => "天",
        Noun::Hour => "小时",
        Noun::Mail => "封邮件",
        Noun::Message => "条消息",
        Noun::Month => "个月",
        Noun::Server => "台服务器",
        Noun::Try | Noun::WrongPassword => "次",
        Noun::Website => "个网站",
        Noun::WorkingDay => "个工作日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_singular() {
        for (number, words) in [(0, "0 tries"), (1, "1 try"), (2, "2 tries")] {
            assert_eq!(count(Language::English, number, Noun::Try), words);
        }
    }

    #[test]
    fn chinese_has_one_form() {
        assert_eq!(count(Language::Chinese, 1, Noun::Code), "1 个授权码");
        assert_eq!(count(Language::Chinese, 3, Noun::WorkingDay), "3 个工作日");
    }

    #[test]
    fn parts_of_a_whole() {
        assert_eq!(part_of(Language::English, 2, 5), "2 of 5");
        assert_eq!(part_of(Language::Chinese, 2, 5), "2 / 5");
    }
}
