//! The words of the page, in both languages side by side.

use super::super::documents::{CANCELLATION_REASONS, CERTIFICATES, NATURES};
use super::super::state::{Request, Verdict};
use shared::area::{find_city, provinces};
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

    /// `Zxly`
    pub(super) fn cancellation_reason(self, code: i32) -> String {
        let mut rows = CANCELLATION_REASONS.iter();
        let chinese = rows.find(|(id, _)| *id == code).map(|(_, words)| *words);
        let english = match code {
            1 => Some("Moved to another provider"),
            2 => Some("The website is closed"),
            3 => Some("The server was released"),
            4 => Some("Other"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Dwxz`
    pub(super) fn nature_of(self, code: i32) -> String {
        let mut rows = NATURES.iter();
        let chinese = rows.find(|(id, _)| *id == code).map(|(_, words)| *words);
        let english = match code {
            1 => Some("Military"),
            2 => Some("Government body"),
            3 => Some("Public institution"),
            4 => Some("Enterprise"),
            5 => Some("Individual"),
            6 => Some("Social organization"),
            7 => Some("Private non-enterprise unit"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Zjlx`
    pub(super) fn certificate_kind(self, code: i32) -> String {
        let mut rows = CERTIFICATES.iter();
        let chinese = rows
            .find(|(id, ..)| *id == code)
            .map(|(_, words, _)| *words);
        let english = match code {
            1 => Some("Business license"),
            2 => Some("Resident identity card"),
            3 | 9 | 10 => Some("Organization code certificate"),
            4 => Some("Public institution legal person certificate"),
            5 => Some("Military unit code"),
            6 => Some("Social organization legal person certificate"),
            7 => Some("Passport"),
            8 => Some("Military officer card"),
            11 => Some("Mainland travel permit for Taiwan residents"),
            14 => Some("Mainland travel permit for Hong Kong and Macao residents"),
            15 => Some("Foreigner’s permanent residence card"),
            16 => Some("Registration certificate of a private non-enterprise unit"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Shengid` and `Shiid`
    pub(super) fn area(self, province_code: i32, city_code: i32) -> String {
        let mut all = provinces().iter();
        let province = all.find(|province| province.code == province_code);
        let city = find_city(city_code);
        let (province, city) = match self.0 {
            Language::English => (province.map(|p| p.english), city.map(|c| c.english)),
            Language::Chinese => (province.map(|p| p.chinese), city.map(|c| c.chinese)),
        };
        let place = match (self.0, province, city) {
            // A municipality is its own city.
            (_, Some(province), Some(city)) if city.starts_with(province) => city.to_owned(),
            (Language::English, Some(province), Some(city)) => format!("{city}, {province}"),
            (Language::Chinese, Some(province), Some(city)) => format!("{province}{city}"),
            (_, province, city) => city.or(province).unwrap_or_default().to_owned(),
        };
        format!("{place} ({city_code})")
    }

    /// A table's number with what it stands for, as far as anybody knows.
    fn coded(
        self,
        code: i32,
        english: Option<&'static str>,
        chinese: Option<&'static str>,
    ) -> String {
        let words = match self.0 {
            Language::English => english.or(chinese),
            Language::Chinese => chinese,
        };
        words.map_or_else(|| code.to_string(), |words| format!("{words} ({code})"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words(language);
            let rows = [
                CANCELLATION_REASONS
                    .map(|(id, _)| words.cancellation_reason(id))
                    .to_vec(),
                NATURES.map(|(id, _)| words.nature_of(id)).to_vec(),
                CERTIFICATES
                    .map(|(id, ..)| words.certificate_kind(id))
                    .to_vec(),
            ];
            let is_chinese = |text: &str| text.chars().any(|c| c >= '\u{4e00}');
            for text in rows.concat() {
                assert_eq!(is_chinese(&text), language == Language::Chinese, "{text}");
            }
        }
    }

    #[test]
    fn a_number_that_no_table_has_stands_alone() {
        assert_eq!(Words(Language::Chinese).nature_of(99), "99");
    }

    #[test]
    fn a_municipality_is_named_once() {
        assert_eq!(
            Words(Language::English).area(110_000, 110_100),
            "Beijing (110100)"
        );
        assert_eq!(
            Words(Language::Chinese).area(350_000, 350_100),
            "福建福州市 (350100)"
        );
    }
}
