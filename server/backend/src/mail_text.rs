//! The words of mails: plain text, in the language of the account. Mails say more than the
//! messages page, because they are read away from it.

mod chinese;
mod day;
mod english;

use crate::settings::ProviderSettings;
use shared::authorization_code::CodeText;
use shared::wire::message::Notice;

/// Subject and body of a notice. `language` is that of the account; `link` is where the
/// holder can act on it.
#[must_use]
pub fn of_notice(language: &str, notice: &Notice, link: &str) -> (String, String) {
    if is_chinese(language) {
        let (subject, body) = chinese::of_notice(notice);
        (
            subject,
            format!(
                "您好：\n\n{body}\n\n查看详情：\n{link}\n\n此邮件由系统自动发送，请勿直接回复。\n"
            ),
        )
    } else {
        let (subject, body) = english::of_notice(notice);
        (
            subject,
            format!(
                "Hello,\n\n{body}\n\nSee the details here:\n{link}\n\nThis mail was sent automatically; replies are not read.\n"
            ),
        )
    }
}

/// Subject and body of the mail with a one-time code. The subject does not show the code,
/// because locked phones show subjects.
#[must_use]
pub fn of_login_code(language: &str, code: &str, provider: &ProviderSettings) -> (String, String) {
    let ProviderSettings {
        name, help_email, ..
    } = provider;
    if is_chinese(language) {
        chinese::of_login_code(code, name, help_email)
    } else {
        english::of_login_code(code, name, help_email)
    }
}

/// The reason for the whole and those for single fields, a line for each.
fn lines(reason: &str, of_fields: impl Iterator<Item = String>) -> String {
    let whole = (!reason.is_empty()).then(|| reason.to_owned());
    whole
        .into_iter()
        .chain(of_fields)
        .collect::<Vec<_>>()
        .join("\n")
}

/// What stands in a paragraph of its own, if there is anything to say.
fn paragraph(words: Option<String>) -> String {
    words.map_or_else(String::new, |words| format!("\n\n{words}"))
}

/// A code is shown on the owner's pages only: mails are read by others too.
fn masked(code: &str) -> String {
    CodeText::parse(code).map_or_else(|_| code.to_owned(), |code| code.masked())
}

fn is_chinese(language: &str) -> bool {
    language.starts_with("zh")
}
