use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::{common, date};
use chrono::{DateTime, Utc};

pub(super) fn wrong(language: Language, tries_left: u32) -> String {
    let tries = count(language, tries_left, Noun::Try);
    let help = common::retrieve_license_password(language);
    sentence!(
        language,
        "The authority did not accept this password. You have {tries} left. Check capital and small letters; if you forgot the password, see “{help}”.",
        "通信管理局未通过该备案密码的验证，您还可以尝试 {tries}。请注意区分大小写；如忘记密码，参见“{help}”。"
    )
}

pub(super) fn locked(language: Language, until: DateTime<Utc>) -> String {
    let until = date::minute(language, until);
    let help = common::retrieve_license_password(language);
    sentence!(
        language,
        "The license password was wrong too often. Confirming is locked until {until}. Use the time to find the right password: see “{help}”.",
        "备案密码多次输入错误，确认功能已锁定至 {until}。请在此期间找到正确的密码，参见“{help}”。"
    )
}

/// msg_code 22.
pub(super) fn tried_too_often(language: Language) -> String {
    let help = common::retrieve_license_password(language);
    sentence!(
        language,
        "The authority has stopped checking this password because it was tried too often. Retrieve the password first and try again later: see “{help}”.",
        "该备案密码验证次数过多，通信管理局已暂停验证。请先找回密码，稍后再试，参见“{help}”。"
    )
}
