//! What people ask before they begin, and whom they can ask.

use crate::language::Language;
use crate::text::pick;

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub question: &'static str,
    pub answer: String,
    /// The page that says more has its link below.
    pub more: Option<More>,
}

/// Where more is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    LicensePassword,
    Privacy,
}

words! {
    ask_a_person: "Ask a person", "联系人工";
    /// Before an application's number.
    have_number: "Have the application number at hand, such as", "请准备好申请编号，例如";
}

/// In the order in which they are asked.
#[must_use]
pub fn questions(language: Language, provider: &str) -> Vec<Question> {
    let question = |english: (&'static str, &str), chinese: (&'static str, &str), more| {
        let (question, answer) = match language {
            Language::English => english,
            Language::Chinese => chinese,
        };
        Question {
            question,
            answer: answer.to_owned(),
            more,
        }
    };
    vec![
        question(
            (
                "What does it cost?",
                "Nothing. Filing, codes and cancellation are free of charge, here and at the authority.",
            ),
            (
                "需要付费吗？",
                "不需要。办理备案、申请授权码和取消接入都免费，通信管理局也不收费。",
            ),
            None,
        ),
        Question {
            question: pick(language, ("How do I get an account?", "如何获得账号？")),
            answer: sentence!(
                language,
                "Accounts are for customers of {provider} and are opened by its license help: write or call. To file a website on somebody else’s server you need an authorization code from its owner as well.",
                "账号面向 {provider} 的客户，由其备案客服开通，请来信或致电。如要在他人的服务器上备案网站，还须向其所有者索取备案授权码。"
            ),
            more: None,
        },
        question(
            (
                "Do I lose my number when I move to another provider?",
                "No. The numbers of entity and website belong to you. File access at the new provider first, then cancel it here: without any access the authority may cancel the number.",
            ),
            (
                "更换接入商后备案号会失效吗？",
                "不会。主体和网站的备案号归您所有。请先在新接入商办理新增接入，再在这里取消接入：没有任何接入的备案号可能被管局注销。",
            ),
            None,
        ),
        question(
            (
                "I have forgotten the license password.",
                "It comes from the authority, which sends it to the phone or the email of the first filing.",
            ),
            (
                "忘记备案密码怎么办？",
                "备案密码由通信管理局下发，可通过首次备案时的手机或邮箱找回。",
            ),
            Some(More::LicensePassword),
        ),
        question(
            (
                "Who sees what I enter?",
                "Nobody but you before you submit. Then our reviewers and the authority. Personal data is masked for reviewers, and each look at it is recorded.",
            ),
            (
                "谁能看到我填写的内容？",
                "提交前只有您本人。提交后为本接入商的审核员和通信管理局。审核员看到的个人信息已脱敏，每次查看明文都会留下记录。",
            ),
            Some(More::Privacy),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_question_is_answered_in_both_languages() {
        let both = Language::ALL.map(|language| questions(language, "Example Cloud"));
        for (english, chinese) in both[0].iter().zip(&both[1]) {
            assert_eq!(english.more, chinese.more);
            for piece in [
                |q: &Question| q.question.to_owned(),
                |q: &Question| q.answer.clone(),
            ] {
                assert_side_by_side(|language| match language {
                    Language::English => piece(english),
                    Language::Chinese => piece(chinese),
                });
            }
        }
        assert_distinct(&both[0], |_, question| question.question.to_owned());
    }
}
