//! The words of the page, in both languages side by side.

mod coded;

use super::super::state::{Request, Verdict};
use shared::language::Language;

/// The words in one language.
#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) Language);

macro_rules! words {
    ($($name:ident: $english:literal, $chinese:literal;)*) => {
        impl Words {$(
            pub(super) const fn $name(self) -> &'static str {
                match self.0 {
                    Language::English => $english,
                    Language::Chinese => $chinese,
                }
            }
        )*}
    };
}

words! {
    title: "Authority simulator", "管局模拟器";
    introduction: "Plays the competent authority for demos and tests. Nothing here reaches a real authority.", "用于演示和测试，模拟主管部门。这里的操作不会送达真实的管局。";
    license_system: "License system", "备案系统";
    language: "Language", "语言";
    waiting: "Waiting for a decision", "待审核";
    nothing_waits: "Nothing waits. What the license system has sent since is shown once you reload this page.", "暂无待审核的报送。备案系统之后报送的内容，重新加载本页即可看到。";
    reload: "Reload", "重新加载";
    decided: "Answered", "已答复";
    nothing_decided: "No report has been answered yet.", "尚未答复任何报送。";
    register: "Register", "备案库";
    what_was_reported: "What was reported", "报送内容";
    document: "The document as it arrived", "收到的原始文件";

    new_filing: "New filing", "新增备案";
    new_access: "New access", "新增接入";
    cancel_access: "Cancel access", "取消接入";
    unreadable: "Unusable file", "无法处理的文件";

    report: "Report", "报送";
    kind: "Kind", "类型";
    received: "Received", "接收时间";
    sequence: "Sequence number", "数据序号";
    file: "File", "文件名";
    record: "Record number", "记录编号";
    reason: "Reason", "注销理由";
    note: "Note", "说明";

    entity: "Entity", "主体";
    name: "Name", "名称";
    license_number: "License number", "备案号";
    license_password: "License password", "备案密码";
    nature: "Nature", "性质";
    certificate: "Certificate", "证件";
    certificate_address: "Address on the certificate", "证件住所";
    investor: "Investor", "投资者或上级主管单位";
    address: "Mailing address", "通信地址";
    principal: "Principal", "负责人";

    website: "Website", "网站";
    websites: "Websites and their accesses", "网站及接入";
    domains: "Domains", "域名";
    home_page: "Home page", "首页地址";
    remark: "Remark", "备注";

    access: "Access", "接入";
    provider: "Provider", "接入商";
    access_number: "Access number", "接入编号";
    addresses: "IP addresses", "IP 地址";
    no_access: "no access", "无接入";

    opinion: "Opinion", "审核意见";
    opinion_hint: "Sent to the holder. Required to reject.", "将发送给备案主体。驳回时必填。";
    opinion_missing: "Write an opinion: the holder must read why the report is rejected.", "请填写审核意见：备案主体需要知道驳回的原因。";
    opinion_character: "This character cannot be sent (it is not in GBK):", "此字符无法发送（不在 GBK 字符集中）：";
    not_pending: "This report has been answered already.", "该报送已经答复。";
    approve: "Approve", "通过";
    reject: "Reject", "驳回";
    approved: "Approved", "已通过";
    rejected: "Rejected", "已驳回";
    refused_on_arrival: "Refused on arrival", "自动退回";
    answer_after: "Approve by itself after (seconds)", "自动通过的等待时间（秒）";
    answer_after_hint: "Leave empty to decide every report here.", "留空则全部由人工审核。";
    answer_after_wrong: "Enter a whole number of seconds, or nothing.", "请输入整数秒数，或留空。";
    save: "Save", "保存";
}

impl Words {
    pub(super) const fn request(self, request: &Request) -> &'static str {
        match request {
            Request::CancelAccess { .. } => self.cancel_access(),
            Request::NewAccess { .. } => self.new_access(),
            Request::NewFiling { .. } => self.new_filing(),
            Request::Unreadable { .. } => self.unreadable(),
        }
    }

    pub(super) const fn verdict(self, verdict: &Verdict) -> &'static str {
        match verdict.code {
            1001 => self.approved(),
            1002 => self.rejected(),
            _ => self.refused_on_arrival(),
        }
    }
}
