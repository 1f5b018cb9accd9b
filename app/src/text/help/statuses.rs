use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::application::{drafts_end, status, status_sentence};
use crate::text::space;
use shared::application::{Actor, ApplicationKind, ApplicationStatus, NextStep};

/// What the statuses of applications mean: the same sentences as on their pages.
pub(super) fn article(language: Language) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "Each application shows its status, who acts next and until when.",
            "每个申请都会显示状态、下一步由谁处理以及截止时间。",
        ),
        sections: vec![
            w.section(
                "First license and new access",
                "首次备案和新增接入",
                vec![terms(language, ApplicationKind::FirstLicense)],
            ),
            w.section(
                "Cancel access",
                "取消接入",
                vec![terms(language, ApplicationKind::CancelAccess)],
            ),
        ],
    }
}

fn terms(language: Language, kind: ApplicationKind) -> HelpBlock {
    let in_general = NextStep {
        actor: Actor::Nobody,
        due_at: None,
        due_is_provisional: false,
    };
    let term = |code| {
        let mut meaning = status_sentence(language, kind, code, &in_general);
        if code == "draft" {
            meaning.push_str(space(language));
            meaning.push_str(drafts_end(language));
        }
        (status(language, code).to_owned(), meaning)
    };
    HelpBlock::Terms(ApplicationStatus::CODES.into_iter().map(term).collect())
}
