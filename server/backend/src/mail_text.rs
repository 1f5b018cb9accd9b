//! The words of mails: plain text, in the language of the account. Mails say more than the
//! messages page, because they are read away from it.

mod account;
mod chinese;
mod day;
mod english;

pub use account::{AccountMail, of_account};

use crate::settings::ProviderSettings;
use shared::authorization_code::CodeText;
use shared::wire::message::Notice;

/// Subject and body of a notice. `language` is that of the account; `link` is where the
/// holder can act on it.
#[must_use]
pub fn of_notice(
    language: &str,
    notice: &Notice,
    link: &str,
    provider: &ProviderSettings,
) -> (String, String) {
    let (subject, words) = if is_chinese(language) {
        chinese::of_notice(notice)
    } else {
        english::of_notice(notice)
    };
    (subject, letter(language, &words, Some(link), provider))
}

/// Subject and body of the mail with a one-time code. The subject does not show the code,
/// because locked phones show subjects.
#[must_use]
pub fn of_login_code(language: &str, code: &str, provider: &ProviderSettings) -> (String, String) {
    let (subject, words) = if is_chinese(language) {
        chinese::of_login_code(code, &provider.name)
    } else {
        english::of_login_code(code, &provider.name)
    };
    (subject, letter(language, &words, None, provider))
}

/// Every mail begins and ends alike: who writes it, and where its reader gets help.
fn letter(language: &str, words: &str, link: Option<&str>, provider: &ProviderSettings) -> String {
    let ProviderSettings {
        name,
        help_email: email,
        help_phone: phone,
        ..
    } = provider;
    let by_phone = !phone.is_empty();
    if is_chinese(language) {
        let details = paragraph(link.map(|link| format!("查看详情：\n{link}")));
        let or_call = if by_phone {
            format!("，或致电 {phone}")
        } else {
            String::new()
        };
        format!(
            "您好：\n\n{words}{details}\n\n如有疑问，请联系我们：{email}{or_call}。此邮件由系统自动发送，请勿直接回复。\n\n{name}\n"
        )
    } else {
        let details = paragraph(link.map(|link| format!("See the details here:\n{link}")));
        let or_call = if by_phone {
            format!(" or call {phone}")
        } else {
            String::new()
        };
        format!(
            "Hello,\n\n{words}{details}\n\nIf you have a question, write to {email}{or_call}. This mail was sent automatically; replies to it are not read.\n\n{name}\n"
        )
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
