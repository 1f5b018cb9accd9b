//! The reporting channel to the authority, for its operators.

use super::pick;
use crate::language::Language;
use shared::wire::authority_channel::{ChannelState, FileState, ReportState};

/// The channel's state in a word.
#[must_use]
pub const fn channel_state(language: Language, state: ChannelState) -> &'static str {
    let words = match state {
        ChannelState::Open => ("Open", "正常"),
        ChannelState::Retrying => ("Trying again", "正在重试"),
        ChannelState::Stopped => ("Stopped", "已停止"),
    };
    pick(language, words)
}

/// What the state means and who has to act.
#[must_use]
pub const fn channel_state_sentence(language: Language, state: ChannelState) -> &'static str {
    let words = match state {
        ChannelState::Open => (
            "Reports go out and answers come in. Nothing needs to be done.",
            "上报与结果下载均正常，无需处理。",
        ),
        ChannelState::Retrying => (
            "The authority did not answer the last call. It is tried again by itself, and nothing is lost.",
            "通信管理局未响应最近一次调用，系统会自动重试，数据不会丢失。",
        ),
        ChannelState::Stopped => (
            "An operator has to act: put right what stopped the channel, then resume it. Reports wait until then and nothing is lost.",
            "需要管理员处理：排除停止的原因后恢复通道。在此之前上报数据会排队等待，不会丢失。",
        ),
    };
    pick(language, words)
}

/// Where one report stands.
#[must_use]
pub const fn report_state(language: Language, state: ReportState) -> &'static str {
    let words = match state {
        ReportState::Pending => ("Waiting to be sent", "等待上报"),
        ReportState::InFlight => ("Sent, receipt not known yet", "已发送，待确认"),
        ReportState::Accepted => ("Taken by the authority", "管局已接收"),
        ReportState::Answered => ("Answered", "管局已答复"),
        ReportState::Refused => ("Refused by the authority’s system", "被管局系统退回"),
    };
    pick(language, words)
}

/// Why a file of the authority needs a person, in a word.
#[must_use]
pub const fn file_state(language: Language, state: &FileState) -> &'static str {
    let words = match state {
        FileState::Failed { .. } => ("Not processed", "未处理"),
        FileState::Repeated { .. } => ("Came again", "重复下发"),
    };
    pick(language, words)
}

/// What a file is whose content came a second time, and what can be done.
#[must_use]
pub fn repeated(language: Language, name: &str) -> String {
    sentence!(
        language,
        "The same content came again as {name} and was not carried out a second time. If the authority means it anew, for instance a second refusal in the same words, process it again.",
        "相同内容又以 {name} 下发，未重复执行。如管局确为再次答复（例如以相同理由再次退回），请重新处理。"
    )
}

/// What continuing after the authority's number means, above its button.
#[must_use]
pub fn continue_after_lead(language: Language, authority: i64, ours: i64) -> String {
    sentence!(
        language,
        "The authority’s last report has number {authority}, ours has {ours}. After a restored backup that is so: the reports after {ours} were sent, but are unknown here. Find out what they were before you continue; what is decided on them still arrives. Reports that wait are then sent from the number after {authority}.",
        "管局最近一次接收的上报序号为 {authority}，本系统为 {ours}。恢复备份后会出现这种情况：{ours} 之后的上报已经发出，但本系统没有记录。继续之前请先查明这些上报的内容，管局的审核结果仍会送达。继续后，等待中的数据从 {authority} 的下一个序号开始上报。"
    )
}

/// The button that takes the authority's number over.
#[must_use]
pub fn continue_after(language: Language, authority: i64) -> String {
    sentence!(
        language,
        "Continue after {authority}",
        "从 {authority} 之后继续"
    )
}

words! {
    /// The button that opens a stopped channel again.
    resume: "Resume", "恢复通道";
    /// Heading of what stopped the channel.
    why_it_stopped: "What stopped it", "停止原因";
    last_upload: "Last report sent", "最近上报时间";
    next_upload: "Next try", "下次重试时间";
    /// Why answers do not come in.
    download_problem: "Why answers cannot be fetched", "结果下载失败原因";
    /// A report of an application on hold.
    held_back: "Held back: its application is on hold", "申请已暂停，暂不上报";
    /// Heading of the authority's files that need a person.
    files: "Files that need a look", "待处理的管局文件";
    file: "File", "文件";
    received: "Received", "接收时间";
    what_is_wrong: "What is wrong", "问题";
    /// The button that has a file processed again.
    process_again: "Process again", "重新处理";
    last_download: "Last answers fetched", "最近下载时间";
    last_confirmed: "Last confirmed report", "最近确认的上报序号";
    reports: "Reports", "上报记录";
    never: "Never", "从未";
    no_reports: "Nothing has been reported yet.", "尚无上报记录。";
    no_reports_hint: "An approved application is reported here at once.", "申请初审通过后会立即在此上报。";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_state_has_its_own_words_in_both_languages() {
        for state in ChannelState::ALL {
            assert_side_by_side(|language| channel_state(language, *state).to_owned());
            assert_side_by_side(|language| channel_state_sentence(language, *state).to_owned());
        }
        let failed = FileState::Failed {
            problem: String::new(),
            tries: 1,
            next_try_at: None,
        };
        let name = "20260102150405.xml";
        let repeated_file = FileState::Repeated {
            name: name.to_owned(),
        };
        for state in [&failed, &repeated_file] {
            assert_side_by_side(|language| file_state(language, state).to_owned());
        }
        assert_side_by_side(|language| repeated(language, name));
        for state in ReportState::ALL {
            assert_side_by_side(|language| report_state(language, *state).to_owned());
        }
        assert_distinct(ChannelState::ALL, |language, state| {
            channel_state(language, *state).to_owned()
        });
        assert_distinct(ReportState::ALL, |language, state| {
            report_state(language, *state).to_owned()
        });
    }
}
