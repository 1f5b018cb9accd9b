//! Titles of the page that stands in place of one that cannot be shown.

use super::pick;
use crate::language::Language;
use shared::wire::error::ApiError;

words! {
    start_page: "Go to the start page", "返回首页";
}

/// What is wrong, in a few words.
#[must_use]
pub const fn title(language: Language, error: &ApiError) -> &'static str {
    pick(
        language,
        match error {
            ApiError::NotLoggedIn => ("Please log in", "请先登录"),
            ApiError::Forbidden => ("Not for your role", "您的角色无权访问"),
            ApiError::NotFound => ("Page not found", "页面不存在"),
            ApiError::Refused { .. } => ("This is not possible", "无法进行此操作"),
            ApiError::Unavailable => ("Not available at the moment", "暂时不可用"),
            ApiError::Malformed => ("Not understood", "无法识别的请求"),
            ApiError::Internal { .. } => ("Something went wrong", "系统出现错误"),
        },
    )
}
