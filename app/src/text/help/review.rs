use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::review;
use shared::policy::Policy;
use shared::wire::review::CheckOutcome;

/// For reviewers: from the queue to the decision (S15).
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    let filing = count(
        language,
        policy.review.filing_working_days,
        Noun::WorkingDay,
    );
    let cancellation = count(
        language,
        policy.review.cancel_working_days,
        Noun::WorkingDay,
    );
    HelpArticle {
        intro: w.say(
            "Every application comes to the provider’s review before the authority sees it. One person decides on it, with reasons that its holder can act on.",
            "所有申请在提交通信管理局之前都由接入商初审。每项申请由一人审核，驳回须写明备案用户可据以修改的原因。",
        ),
        sections: vec![
            w.section("The queue", "待审核列表", vec![
                HelpBlock::Points(vec![
                    sentence!(
                        language,
                        "A license is due within {filing}, a cancellation within {cancellation}, counted from the day after submission. What is overdue stands first and says so.",
                        "备案须在 {filing}内审核，取消接入须在 {cancellation}内审核，自提交次日起算。已逾期的排在最前并有标记。"
                    ),
                    w.say(
                        "All, Mine and Unclaimed narrow the list; the search finds numbers, domains and entities. New submissions appear by themselves.",
                        "可按“全部”“我的”“未认领”查看，也可搜索申请编号、域名或主体。新提交的申请会自动显示。",
                    ),
                    w.say(
                        "Claim an application before you decide, so that nobody else works on it. Release gives it back.",
                        "审核前先点击“认领”，避免他人重复处理；点击“退回”则退回列表。",
                    ),
                ]),
            ]),
            w.section("Look at it", "核对", vec![
                w.paragraph(
                    "Everything needed to decide is on one page: the answers, the automatic checks, the history, earlier applications. What has changed since the last review is marked.",
                    "审核所需的信息都在一个页面：填写内容、自动核查、办理记录和历史申请。上次审核后的修改会单独列出。",
                ),
                HelpBlock::Terms(
                    [
                        (
                            CheckOutcome::Passed,
                            ("Nothing to do.", "无需处理。"),
                        ),
                        (
                            CheckOutcome::Warning,
                            ("Look at it yourself; the line says what to compare.", "请自行核对，该行会说明核对内容。"),
                        ),
                        (
                            CheckOutcome::Failed,
                            ("The authority would refuse it, or a rule does: reject it with this reason.", "会被管局退回或不符合规则，请以此原因驳回。"),
                        ),
                        (
                            CheckOutcome::NotChecked,
                            ("The answer is not there yet; open the page again later.", "结果尚未返回，请稍后重新打开。"),
                        ),
                    ]
                    .map(|(outcome, (english, chinese))| {
                        (review::outcome(language, outcome).to_owned(), w.say(english, chinese))
                    })
                    .to_vec(),
                ),
            ]),
            w.section("Decide", "作出决定", vec![
                w.points([
                    (
                        "Approve hands the application to the authority at once. It cannot be withdrawn after that.",
                        "“通过”后立即提交通信管理局，之后不能撤回。",
                    ),
                    (
                        "Reject asks for a reason for the whole, for single fields, or both. The holder reads these words: say what is wrong and what would be right.",
                        "“驳回”可填写总体原因、单个字段的问题，或两者都填。备案用户会看到这段文字，请说明问题所在以及应如何修改。",
                    ),
                    (
                        "An application on hold waits for something else, for instance a code that was disabled. Nobody decides on it until then.",
                        "暂停中的申请在等待其他事项（例如授权码被停用），在此期间不能审核。",
                    ),
                ]),
            ]),
            w.section("Personal data", "个人信息", vec![
                w.paragraph(
                    "It is masked. Reveal personal data shows it and is recorded in the audit trail with your name; outside of a review it asks for a reason.",
                    "个人信息已脱敏。点击“显示个人信息”可查看明文，并与您的姓名一起记入审计记录；不在审核中的申请须填写原因。",
                ),
                w.warning(
                    "Reveal only what you need for the decision.",
                    "仅在审核确有需要时查看。",
                ),
            ]),
        ],
    }
}
