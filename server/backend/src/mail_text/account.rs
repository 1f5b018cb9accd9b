//! Mails about the account itself.

use super::{is_chinese, letter};
use crate::settings::ProviderSettings;

/// What such a mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountMail<'a> {
    /// A code to choose a new password with.
    PasswordCode {
        code: &'a str,
    },
    PasswordChanged,
    Blocked {
        reason: &'a str,
    },
    Unblocked,
}

/// Subject and body. The subject does not show a code, because locked phones show subjects.
#[must_use]
pub fn of_account(
    language: &str,
    mail: &AccountMail<'_>,
    provider: &ProviderSettings,
) -> (String, String) {
    let (subject, words) = if is_chinese(language) {
        in_chinese(mail, &provider.name)
    } else {
        in_english(mail, &provider.name)
    };
    (subject, letter(language, &words, None, provider))
}

fn in_english(mail: &AccountMail<'_>, name: &str) -> (String, String) {
    match mail {
        AccountMail::PasswordCode { code } => (
            format!("Your code to choose a new password at {name}"),
            format!(
                "Your code is {code}\n\nIt works once, within 10 minutes, and replaces any code we sent before.\n\nIf you did not ask for it, somebody else has entered your address; without the code your password stays as it is. Never give it to anyone. We will never ask you for it."
            ),
        ),
        AccountMail::PasswordChanged => (
            format!("Your password at {name} was changed"),
            "The password of your account was changed, and every other device was logged out.\n\nIf this was not you, choose a new password at once with “Forgot password” on the log-in page, and write to us.".to_owned(),
        ),
        AccountMail::Blocked { reason } => (
            format!("Your account at {name} was blocked"),
            format!(
                "Your account was blocked, and every device was logged out. You cannot log in until it is unblocked. Applications that you have submitted go on.\n\nReason:\n\n{reason}\n\nIf you think that this is a mistake, write to us."
            ),
        ),
        AccountMail::Unblocked => (
            format!("Your account at {name} was unblocked"),
            "Your account was unblocked. You can log in again.".to_owned(),
        ),
    }
}

fn in_chinese(mail: &AccountMail<'_>, name: &str) -> (String, String) {
    match mail {
        AccountMail::PasswordCode { code } => (
            format!("{name} 重设密码验证码"),
            format!(
                "您的验证码是 {code}\n\n验证码 10 分钟内有效，只能使用一次，此前发送的验证码已失效。\n\n如果不是您本人申请，说明有人填写了您的邮箱；没有验证码，您的密码不会改变。请勿将验证码告诉任何人，我们不会向您索取。"
            ),
        ),
        AccountMail::PasswordChanged => (
            format!("您在 {name} 的密码已修改"),
            "您的账号密码已修改，其他设备均已退出登录。\n\n如果不是您本人操作，请立即在登录页使用“忘记密码”设置新密码，并联系我们。".to_owned(),
        ),
        AccountMail::Blocked { reason } => (
            format!("您在 {name} 的账号已被停用"),
            format!(
                "您的账号已被停用，所有设备均已退出登录，恢复之前无法登录。已提交的申请会继续办理。\n\n原因：\n\n{reason}"
            ),
        ),
        AccountMail::Unblocked => (
            format!("您在 {name} 的账号已恢复"),
            "您的账号已恢复，可以重新登录。".to_owned(),
        ),
    }
}
