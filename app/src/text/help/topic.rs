//! The pages of the help: one per task, each with its address and what stands on its card.

use crate::language::Language;
use crate::routes::Path;
use crate::text::{common, pick};
use serde::{Deserialize, Serialize};

/// One page of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Topic {
    AtAGlance,
    FileALicense,
    AuthorizationCodes,
    CancelAccess,
    Statuses,
    LicensePassword,
    Questions,
    Review,
    Supervision,
    Administration,
    Privacy,
    Accessibility,
}

/// Whose tasks a page is about. Nothing on it is secret; it is listed for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    Holders,
    Staff,
    Everybody,
}

impl Audience {
    /// In the order of the table of contents.
    pub const ALL: [Self; 3] = [Self::Holders, Self::Staff, Self::Everybody];
}

impl Topic {
    /// In the order of the table of contents.
    pub const ALL: [Self; 12] = [
        Self::AtAGlance,
        Self::FileALicense,
        Self::AuthorizationCodes,
        Self::CancelAccess,
        Self::Statuses,
        Self::LicensePassword,
        Self::Questions,
        Self::Review,
        Self::Supervision,
        Self::Administration,
        Self::Privacy,
        Self::Accessibility,
    ];

    /// Where it is.
    #[must_use]
    pub const fn path(self) -> Path {
        match self {
            Self::AtAGlance => Path::HelpAtAGlance,
            Self::FileALicense => Path::HelpFileALicense,
            Self::AuthorizationCodes => Path::HelpAuthorizationCodes,
            Self::CancelAccess => Path::HelpCancelAccess,
            Self::Statuses => Path::HelpStatuses,
            Self::LicensePassword => Path::RetrieveLicensePassword,
            Self::Questions => Path::HelpQuestions,
            Self::Review => Path::HelpReview,
            Self::Supervision => Path::HelpSupervision,
            Self::Administration => Path::HelpAdministration,
            Self::Privacy => Path::HelpPrivacy,
            Self::Accessibility => Path::HelpAccessibility,
        }
    }

    /// The page at that address; none on the overview.
    #[must_use]
    pub fn at(pathname: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|topic| topic.path().pattern() == pathname)
    }

    /// Its card on the overview (`/help#cancel-access`), where the article itself once stood.
    #[must_use]
    pub fn slug(self) -> &'static str {
        let (_, slug) = self.path().pattern().rsplit_once('/').unwrap_or_default();
        slug
    }

    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::AtAGlance
            | Self::FileALicense
            | Self::AuthorizationCodes
            | Self::CancelAccess
            | Self::Statuses
            | Self::LicensePassword
            | Self::Questions => Audience::Holders,
            Self::Review | Self::Supervision | Self::Administration => Audience::Staff,
            Self::Privacy | Self::Accessibility => Audience::Everybody,
        }
    }

    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        let words = match self {
            Self::AtAGlance => ("Licenses at a glance", "备案概览"),
            Self::FileALicense => ("File a license, step by step", "办理备案操作步骤"),
            Self::AuthorizationCodes => ("Authorization codes, step by step", "备案授权码操作步骤"),
            Self::CancelAccess => ("Cancel access, step by step", "取消接入操作步骤"),
            Self::Statuses => ("What the statuses mean", "申请状态说明"),
            Self::LicensePassword => return common::retrieve_license_password(language),
            Self::Questions => ("Questions and answers", "常见问题"),
            Self::Review => ("Review applications", "审核申请"),
            Self::Supervision => ("Supervise the review", "审核管理"),
            Self::Administration => ("Operate the system", "系统维护"),
            Self::Privacy => return privacy(language),
            Self::Accessibility => return accessibility(language),
        };
        pick(language, words)
    }

    /// What stands on its card.
    #[must_use]
    pub const fn summary(self, language: Language) -> &'static str {
        let words = match self {
            Self::AtAGlance => (
                "The words, what can be done here, and how long it takes.",
                "名词解释、可办理的业务和办理时间。",
            ),
            Self::FileALicense => (
                "First license or new access: what to have ready, the steps, and what happens then.",
                "首次备案和新增接入：准备材料、操作步骤和后续流程。",
            ),
            Self::AuthorizationCodes => (
                "Which servers give codes, how to apply for them and use them, and the four statuses.",
                "哪些服务器可以申请、如何申请和使用，以及四种状态。",
            ),
            Self::CancelAccess => (
                "What to do first, the steps, and who decides by when.",
                "办理前的准备、操作步骤，以及由谁在何时审核。",
            ),
            Self::Statuses => (
                "Each status of an application: what happens, and whose turn it is.",
                "申请的每个状态：当前进展和下一步处理人。",
            ),
            Self::LicensePassword => (
                "It comes from the authority: how to get it back, online and offline.",
                "备案密码由通信管理局下发：在线和线下找回方式。",
            ),
            Self::Questions => (
                "What holders ask most about codes, cancellation and personal data.",
                "关于授权码、取消接入和个人信息的常见问题。",
            ),
            Self::Review => (
                "The queue, the checks, approving and rejecting, personal data.",
                "待审核列表、自动核查、通过与驳回、个人信息。",
            ),
            Self::Supervision => (
                "Assigning, disabling and restoring codes, working days, figures, the audit trail.",
                "改派、停用与恢复授权码、工作日历、统计和审计记录。",
            ),
            Self::Administration => (
                "Accounts and roles, tokens, servers, the channel to the authority, mails.",
                "账号与角色、令牌、资源、管局接口和邮件。",
            ),
            Self::Privacy => (
                "What is kept about you, who sees it, and which cookies are set.",
                "系统保存哪些信息、谁能看到，以及使用哪些 Cookie。",
            ),
            Self::Accessibility => (
                "How these pages can be used, and what to do when something is in the way.",
                "页面的使用方式，以及遇到障碍时如何反馈。",
            ),
        };
        pick(language, words)
    }
}

words! {
    /// As the footer calls it.
    privacy: "Privacy", "隐私说明";
    /// As the footer calls it.
    accessibility: "Accessibility", "无障碍说明";
}

/// The heading of a group of pages.
#[must_use]
pub const fn audience(language: Language, audience: Audience) -> &'static str {
    let words = match audience {
        Audience::Holders => ("Licenses and codes", "备案与授权码"),
        Audience::Staff => ("For the provider’s staff", "工作人员"),
        Audience::Everybody => ("About this system", "关于本系统"),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_page_has_its_words_in_both_languages() {
        for topic in Topic::ALL {
            assert_side_by_side(|language| topic.title(language).to_owned());
            assert_side_by_side(|language| topic.summary(language).to_owned());
        }
        assert_distinct(&Topic::ALL, |language, topic| {
            topic.title(language).to_owned()
        });
        for each in Audience::ALL {
            assert_side_by_side(|language| audience(language, each).to_owned());
        }
    }

    #[test]
    fn every_page_is_found_by_its_address() {
        for topic in Topic::ALL {
            assert_eq!(Topic::at(topic.path().pattern()), Some(topic));
        }
        assert_eq!(Topic::at("/help"), None);
        assert_eq!(Topic::CancelAccess.slug(), "cancel-access");
    }
}
