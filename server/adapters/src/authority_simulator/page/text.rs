//! The words of the page.

use super::super::state::Verdict;
use axum::http::{HeaderMap, header};

pub(super) struct Words {
    pub(super) language: &'static str,
    pub(super) title: &'static str,
    pub(super) introduction: &'static str,
    pub(super) waiting: &'static str,
    pub(super) nothing_waits: &'static str,
    pub(super) decided: &'static str,
    pub(super) nothing_decided: &'static str,
    pub(super) register: &'static str,
    pub(super) new_filing: &'static str,
    pub(super) new_access: &'static str,
    pub(super) cancel_access: &'static str,
    pub(super) unreadable: &'static str,
    pub(super) received: &'static str,
    pub(super) sequence: &'static str,
    pub(super) reason: &'static str,
    pub(super) note: &'static str,
    pub(super) addresses: &'static str,
    pub(super) opinion: &'static str,
    pub(super) opinion_hint: &'static str,
    pub(super) opinion_missing: &'static str,
    pub(super) opinion_character: &'static str,
    pub(super) not_pending: &'static str,
    pub(super) approve: &'static str,
    pub(super) reject: &'static str,
    pub(super) approved: &'static str,
    pub(super) rejected: &'static str,
    pub(super) refused_on_arrival: &'static str,
    pub(super) answer_after: &'static str,
    pub(super) answer_after_hint: &'static str,
    pub(super) answer_after_wrong: &'static str,
    pub(super) save: &'static str,
    pub(super) license_number: &'static str,
    pub(super) license_password: &'static str,
    pub(super) websites: &'static str,
    pub(super) no_access: &'static str,
    pub(super) provider: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    title: "Authority simulator",
    introduction: "Plays the competent authority for demos and tests. Nothing here reaches a real authority.",
    waiting: "Waiting for a decision",
    nothing_waits: "Nothing waits. Reports appear here as soon as the license system sends them.",
    decided: "Answered",
    nothing_decided: "No report has been answered yet.",
    register: "Register",
    new_filing: "New filing",
    new_access: "New access",
    cancel_access: "Cancel access",
    unreadable: "Unusable file",
    received: "Received",
    sequence: "Sequence number",
    reason: "Reason code",
    note: "Note",
    addresses: "IP addresses",
    opinion: "Opinion",
    opinion_hint: "Sent to the holder. Required to reject.",
    opinion_missing: "Write an opinion: the holder must read why the report is rejected.",
    opinion_character: "This character cannot be sent (it is not in GBK):",
    not_pending: "This report has been answered already.",
    approve: "Approve",
    reject: "Reject",
    approved: "Approved",
    rejected: "Rejected",
    refused_on_arrival: "Refused on arrival",
    answer_after: "Approve by itself after (seconds)",
    answer_after_hint: "Leave empty to decide every report here.",
    answer_after_wrong: "Enter a whole number of seconds, or nothing.",
    save: "Save",
    license_number: "License number",
    license_password: "License password",
    websites: "Websites and their accesses",
    no_access: "no access",
    provider: "provider",
};

const CHINESE: Words = Words {
    language: "zh-CN",
    title: "管局模拟器",
    introduction: "用于演示和测试，模拟主管部门。这里的操作不会送达真实的管局。",
    waiting: "待审核",
    nothing_waits: "暂无待审核的报送。备案系统报送后会立即显示在这里。",
    decided: "已答复",
    nothing_decided: "尚未答复任何报送。",
    register: "备案库",
    new_filing: "新增备案",
    new_access: "新增接入",
    cancel_access: "取消接入",
    unreadable: "无法处理的文件",
    received: "接收时间",
    sequence: "数据序号",
    reason: "理由代码",
    note: "说明",
    addresses: "IP 地址",
    opinion: "审核意见",
    opinion_hint: "将发送给备案主体。驳回时必填。",
    opinion_missing: "请填写审核意见：备案主体需要知道驳回的原因。",
    opinion_character: "此字符无法发送（不在 GBK 字符集中）：",
    not_pending: "该报送已经答复。",
    approve: "通过",
    reject: "驳回",
    approved: "已通过",
    rejected: "已驳回",
    refused_on_arrival: "自动退回",
    answer_after: "自动通过的等待时间（秒）",
    answer_after_hint: "留空则全部由人工审核。",
    answer_after_wrong: "请输入整数秒数，或留空。",
    save: "保存",
    license_number: "备案号",
    license_password: "备案密码",
    websites: "网站及接入",
    no_access: "无接入",
    provider: "接入商",
};

impl Words {
    /// Chinese where it is the reader's first language, English otherwise.
    pub(super) fn for_reader(headers: &HeaderMap) -> &'static Self {
        let languages = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        match languages {
            Some(languages)
                if languages
                    .trim_start()
                    .to_ascii_lowercase()
                    .starts_with("zh") =>
            {
                &CHINESE
            }
            _ => &ENGLISH,
        }
    }

    pub(super) const fn verdict(&self, verdict: &Verdict) -> &'static str {
        match verdict.code {
            1001 => self.approved,
            1002 => self.rejected,
            _ => self.refused_on_arrival,
        }
    }
}
