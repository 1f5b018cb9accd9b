//! Applications: what they ask for, where they stand, what happens next.

mod form;
mod hold;
mod status;
mod timeline;
mod ways_out;

pub use form::{certificate_kind, nature, service_type, site_language};
pub use hold::{
    ends_the_hold, hold_actor, hold_for_staff, hold_note_for_staff, hold_sentence, hold_title,
    on_hold,
};
pub use status::{ends_alone, status, status_sentence, who_acts, who_acts_next};
pub use timeline::event;
pub use ways_out::ways_out;

use super::{common, date, pick};
use crate::language::Language;
use chrono::{DateTime, Utc};
use shared::application::{Actor, ApplicationKind, FilingStep};
use shared::wire::application::CodeFate;

/// What an application asks for.
#[must_use]
pub const fn kind(language: Language, kind: ApplicationKind) -> &'static str {
    match kind {
        ApplicationKind::FirstLicense => common::first_license(language),
        ApplicationKind::NewAccess => common::new_access(language),
        ApplicationKind::CancelAccess => pick(language, ("Cancel access", "取消接入")),
    }
}

/// When to choose this type, beside the choice.
#[must_use]
pub const fn kind_hint(language: Language, kind: ApplicationKind) -> &'static str {
    let words = match kind {
        ApplicationKind::FirstLicense => (
            "Neither the entity nor the domain has a license number yet.",
            "主体和域名都没有备案号。",
        ),
        ApplicationKind::NewAccess => (
            "The website has a license number. This provider is added; other providers stay.",
            "网站已有备案号，为其增加本接入商；其他接入商不受影响。",
        ),
        ApplicationKind::CancelAccess => (
            "The link between a website and this provider ends. The license numbers stay.",
            "终止网站与本接入商的接入关系，备案号保留。",
        ),
    };
    pick(language, words)
}

/// Somebody who acts, as staff read it.
#[must_use]
pub const fn actor(language: Language, actor: Actor) -> &'static str {
    let words = match actor {
        Actor::Holder => ("Holder", "备案用户"),
        Actor::Provider => ("Provider", "接入商"),
        Actor::Authority => ("Authority", "通信管理局"),
        Actor::Nobody => ("Nobody", "无"),
    };
    pick(language, words)
}

/// The same on the holder's own pages.
#[must_use]
pub const fn actor_for_holder(language: Language, who: Actor) -> &'static str {
    match who {
        Actor::Holder => pick(language, ("You", "您")),
        Actor::Provider | Actor::Authority | Actor::Nobody => actor(language, who),
    }
}

/// The button that gives an application up. In Chinese `放弃备案` would sound as if a
/// cancellation's website lost its license.
#[must_use]
pub const fn abandon(language: Language, kind: ApplicationKind) -> &'static str {
    if kind.is_filing() {
        common::abandon(language)
    } else {
        pick(language, ("Abandon", "放弃申请"))
    }
}

/// what abandoning does to the authorization code, said before it is done.
#[must_use]
pub const fn code_fate(language: Language, fate: CodeFate) -> &'static str {
    pick(language, fate.sentences_before())
}

/// What withdrawing does to the authorization code, and what the end of the draft would do, said
/// before it is done.
#[must_use]
pub fn withdraw_code_note(language: Language, code: &str, fate: CodeFate) -> String {
    let fate = code_fate(language, fate);
    sentence!(
        language,
        "The application keeps its authorization code {code}. If you abandon it afterwards: {fate}",
        "申请仍保留备案授权码 {code}。之后如放弃申请：{fate}"
    )
}

/// A step's title.
#[must_use]
pub const fn step(language: Language, step: FilingStep) -> &'static str {
    let words = match step {
        FilingStep::Verify => ("Verify the product", "验证产品"),
        FilingStep::Entity => ("Entity", "主体信息"),
        FilingStep::Website => ("Website", "网站信息"),
        FilingStep::Check => ("Check and submit", "核对并提交"),
    };
    pick(language, words)
}

/// What a step asks for and why.
#[must_use]
pub const fn step_lead(
    language: Language,
    kind: ApplicationKind,
    step: FilingStep,
) -> &'static str {
    let words = match (step, kind) {
        (FilingStep::Entity, ApplicationKind::NewAccess) => (
            "Whose license it is, and the license password that proves it.",
            "填写备案主体，以及用于验证的备案密码。",
        ),
        (FilingStep::Website, ApplicationKind::NewAccess) => (
            "The licensed website, exactly as the authority has it on record.",
            "填写已备案的网站，须与管局登记的信息完全一致。",
        ),
        (FilingStep::Verify, _) => (
            "A license needs the public IP of one of this provider’s servers. Choose a server of this account, or enter an authorization code that the owner of a server gave you.",
            "备案需要使用本接入商服务器的公网 IP。请选择本账号的服务器，或填写服务器所有者提供的备案授权码。",
        ),
        (FilingStep::Entity, _) => (
            "Who answers for the website: an organization or a person, exactly as on the certificate.",
            "填写网站的主办单位或个人，须与证件完全一致。",
        ),
        (FilingStep::Website, _) => (
            "What is licensed, and who is in charge of it.",
            "填写要备案的网站及其负责人。",
        ),
        (FilingStep::Check, _) => (
            "Everything that still has to be put right is listed here at once. After you submit, the provider reviews the application.",
            "所有需要改正的内容都列在这里。提交后由接入商进行初审。",
        ),
    };
    pick(language, words)
}

/// Who sent an application back, and when.
#[must_use]
pub fn sent_back(language: Language, by_authority: bool, at: DateTime<Utc>) -> String {
    let at = date::minute(language, at);
    if by_authority {
        sentence!(
            language,
            "The authority wrote on {at}:",
            "通信管理局意见（{at}）："
        )
    } else {
        sentence!(
            language,
            "The provider’s reviewer wrote on {at}:",
            "接入商审核意见（{at}）："
        )
    }
}

/// What is asked of the authority at `Submit`, and not before.
#[must_use]
pub const fn checks_at_submission(language: Language, kind: ApplicationKind) -> &'static str {
    let words = match kind {
        ApplicationKind::NewAccess => (
            "When you submit, the authority is asked whether the domain and its license number are on record like this, and whether the license password is right. If something does not fit, you read it here, and nothing is lost.",
            "提交时系统会向通信管理局核对域名与备案号是否一致、备案密码是否正确。如有不符，会在此提示，已填写的内容不会丢失。",
        ),
        _ => (
            "When you submit, the authority is asked whether the domain or the certificate is licensed already. If so, you read it here, and nothing is lost.",
            "提交时系统会向通信管理局核对域名和证件是否已备案。如已备案，会在此提示，已填写的内容不会丢失。",
        ),
    };
    pick(language, words)
}

/// Who comes back to a form after it was submitted reads this instead.
#[must_use]
pub fn was_submitted(language: Language, number: &str) -> String {
    sentence!(
        language,
        "This application was submitted: {number}",
        "该申请已提交：{number}"
    )
}

words! {
    choose_type: "What do you want to file?", "请选择备案类型";
    product: "Product", "产品";
    /// Hint of the choice `Server of this account`.
    server_hint: "The public IP of the server is used.", "使用该服务器的公网 IP。";
    /// Hint of the choice `Authorization code`.
    code_hint: "For one website, on the server of whoever gave you the code. Verifying reserves it for this application.",
        "可用于一个网站，使用授权码提供者的服务器。验证后该授权码即由本申请占用。";
    product_verified: "The product is verified.", "产品验证通过。";
    product_lost: "The verified product cannot be used any more. Verify another one below.",
        "已验证的产品不能再使用，请在下方验证其他产品。";
    principal_is_entity_principal: "The entity’s principal is also in charge of the website", "网站负责人与主体负责人相同";
    nothing_to_correct: "Nothing is missing. You can submit.", "填写完整，可以提交。";
    to_be_corrected: "Still to be put right", "需要改正";
    password_is_kept: "A license password was entered. It is kept encrypted and not shown. Leave the field empty to keep it.",
        "已填写备案密码，加密保存，不再显示。留空则继续使用。";
    withdraw_filing_note: "The application comes back to you as not yet submitted. You can change it and submit it again.",
        "申请将退回给您，变为待提交，可修改后重新提交。";
    withdraw_cancellation_note: "The application ends. The access stays, and you can apply for its cancellation again at any time.",
        "申请将终止，接入保持不变，您可随时重新申请取消接入。";
    abandon_note: "The application ends and cannot be taken up again.", "申请将终止，无法恢复。";
    rejection_title: "Why it came back", "驳回原因";
    /// In general; the application's own page names the day.
    drafts_end: "A draft that is left alone for too long ends by itself.", "长期未编辑的申请会自动结束。";
    no_applications: "No applications yet", "暂无申请";
    no_applications_hint: "A first license, a new access and a cancellation each become an application here.",
        "首次备案、新增接入和取消接入的申请都会显示在这里。";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_kind_and_step_has_its_own_words_in_both_languages() {
        for each in ApplicationKind::ALL {
            assert_side_by_side(|language| kind(language, *each).to_owned());
            assert_side_by_side(|language| kind_hint(language, *each).to_owned());
        }
        for each in FilingStep::ALL {
            assert_side_by_side(|language| step(language, *each).to_owned());
            for kind in [ApplicationKind::FirstLicense, ApplicationKind::NewAccess] {
                assert_side_by_side(|language| step_lead(language, kind, *each).to_owned());
            }
        }
        assert_distinct(ApplicationKind::ALL, |language, each| {
            kind(language, *each).to_owned()
        });
        assert_distinct(FilingStep::ALL, |language, each| {
            step(language, *each).to_owned()
        });
    }

    #[test]
    fn what_is_checked_at_submission_differs_by_kind() {
        let kinds = [ApplicationKind::FirstLicense, ApplicationKind::NewAccess];
        assert_distinct(&kinds, |language, kind| {
            checks_at_submission(language, *kind).to_owned()
        });
        assert_side_by_side(|language| was_submitted(language, "FL-20261122-0007"));
    }

    #[test]
    fn actors_and_fates_have_words_in_both_languages() {
        for who in Actor::ALL {
            assert_side_by_side(|language| actor(language, *who).to_owned());
        }
        for fate in [CodeFate::Burned, CodeFate::Released] {
            assert_side_by_side(|language| code_fate(language, fate).to_owned());
        }
    }
}
