use super::violation;
use crate::language::Language;
use crate::text::space;
use shared::wire::error::ApiError;

/// What went wrong with a request as a whole. Of a refusal these are all its reasons; a form
/// shows each at its field as well.
#[must_use]
pub fn api_error(language: Language, error: &ApiError) -> String {
    match error {
        ApiError::NotLoggedIn => sentence!(
            language,
            "You are not logged in, or your session has ended. Log in and try again.",
            "您尚未登录，或登录已过期。请登录后重试。"
        ),
        ApiError::Forbidden => sentence!(
            language,
            "Your account may not do this. Ask an administrator if it should.",
            "您的账号没有此权限。如有需要，请联系系统管理员。"
        ),
        ApiError::NotFound => sentence!(
            language,
            "This does not exist, or it belongs to another account. Check the address, or start from the menu.",
            "内容不存在，或属于其他账号。请核对网址，或从菜单进入。"
        ),
        ApiError::Refused { violations } => {
            let words: Vec<_> = violations
                .iter()
                .map(|reason| violation(language, reason))
                .collect();
            words.join(space(language))
        }
        ApiError::Unavailable => sentence!(
            language,
            "This is not available at the moment. Nothing was changed. Try again in a few minutes.",
            "服务暂时不可用，没有任何更改。请几分钟后重试。"
        ),
        ApiError::Malformed => sentence!(
            language,
            "The request could not be read, and nothing was changed. Load the page again and try once more.",
            "无法识别该请求，没有任何更改。请刷新页面后重试。"
        ),
        ApiError::Internal { reference } => sentence!(
            language,
            "Something went wrong on our side, and nothing was changed. Try again; if it stays, tell us this reference: {reference}",
            "系统出现错误，没有任何更改。请重试；如仍出现，请将此编号告知我们：{reference}"
        ),
    }
}
