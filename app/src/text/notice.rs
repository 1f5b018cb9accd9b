//! Messages to a holder, short, for the messages page.

#[cfg(test)]
mod tests;

use super::{authority, date, field, list, pick, space};
use crate::language::Language;
use crate::text::number::{Noun, count};
use shared::application::HoldCause;
use shared::review::FieldReason;
use shared::wire::application::CodeFate;
use shared::wire::message::{CanceledByAuthority, CodeChange, Notice};

/// Every reason for which an application came back, those of single fields with the field.
fn rejected(language: Language, number: &str, reason: &str, fields: &[FieldReason]) -> String {
    let of_fields = fields.iter().map(|about| {
        let (field, reason) = (field::label(language, about.field), &about.reason);
        sentence!(language, "{field}: {reason}", "{field}：{reason}")
    });
    let whole = (!reason.is_empty()).then(|| reason.to_owned());
    let reasons: Vec<_> = whole.into_iter().chain(of_fields).collect();
    let reasons = reasons.join("\n");
    match language {
        Language::English => {
            format!("Why it came back:\n{reasons}\nModify {number} and submit it again.")
        }
        Language::Chinese => format!("驳回原因：\n{reasons}\n请修改 {number} 后重新提交。"),
    }
}

/// What holds the application back, where the message says so.
fn held(language: Language, number: &str, cause: Option<&HoldCause>) -> String {
    let (english, chinese) = cause.map(HoldCause::sentences).unwrap_or_default();
    let lines = match language {
        Language::English => [
            format!("Application {number} cannot go to the authority yet."),
            english,
            "Open it to see what you can do.".to_owned(),
        ],
        Language::Chinese => [
            format!("申请 {number} 暂不能提交管局。"),
            chinese,
            "请打开申请查看处理办法。".to_owned(),
        ],
    };
    let said: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    said.join("\n")
}

/// The message's title.
#[must_use]
pub fn title(language: Language, notice: &Notice) -> String {
    match notice {
        Notice::CancellationSubmitted { domain, .. } => {
            sentence!(
                language,
                "Application to cancel access of {domain} submitted",
                "{domain} 取消接入申请已提交"
            )
        }
        Notice::CancellationKept { domain, .. } => {
            sentence!(
                language,
                "Application to cancel access of {domain} not yet submitted",
                "{domain} 取消接入申请尚未提交"
            )
        }
        Notice::CancellationHandedOver { domain, .. } => sentence!(
            language,
            "Application to cancel access of {domain} approved and submitted to the authority",
            "{domain} 取消接入申请已通过初审并提交管局"
        ),
        Notice::AccessCanceled { domain, .. } => {
            sentence!(
                language,
                "Access of {domain} canceled",
                "{domain} 的接入已取消"
            )
        }
        Notice::AccessEndedByAuthority {
            domain, further, ..
        } => ended_by_authority_title(language, domain, further),
        Notice::AddAccessReminder { domain, .. } => {
            sentence!(
                language,
                "Add access for {domain} at your provider",
                "请为 {domain} 办理新增接入"
            )
        }
        Notice::FilingSubmitted { domain, .. } => {
            sentence!(
                language,
                "Application for {domain} submitted",
                "{domain} 的备案申请已提交"
            )
        }
        Notice::FilingHandedOver { domain, .. } => sentence!(
            language,
            "Application for {domain} approved and submitted to the authority",
            "{domain} 的备案申请已通过初审并提交管局"
        ),
        Notice::FilingApproved { domain, .. } => sentence!(
            language,
            "Application for {domain} approved by the authority",
            "{domain} 的备案申请已通过管局审核"
        ),
        Notice::LicenseIssued { domain, .. } => {
            sentence!(language, "License of {domain} issued", "{domain} 备案成功")
        }
        Notice::ProviderRejected { domain, .. } => sentence!(
            language,
            "Application for {domain} rejected by the provider",
            "{domain} 的申请被初审驳回"
        ),
        Notice::AuthorityRejected { domain, .. } => sentence!(
            language,
            "Application for {domain} rejected by the authority",
            "{domain} 的申请被管局驳回"
        ),
        Notice::ApplicationTakenBack { domain, .. } => sentence!(
            language,
            "Application for {domain} is reviewed again",
            "{domain} 的申请正在重新审核"
        ),
        Notice::ApplicationHeld { domain, .. } => {
            sentence!(
                language,
                "Application for {domain} is on hold",
                "{domain} 的申请已暂停"
            )
        }
        Notice::HoldLifted { domain, .. } => {
            sentence!(
                language,
                "Application for {domain} continues",
                "{domain} 的申请已恢复办理"
            )
        }
        Notice::ApplicationWithdrawn { domain, .. } => {
            sentence!(
                language,
                "Application for {domain} withdrawn",
                "{domain} 的申请已撤回"
            )
        }
        Notice::ApplicationAbandoned { domain, .. } => {
            sentence!(
                language,
                "Application for {domain} abandoned",
                "{domain} 的申请已放弃"
            )
        }
        Notice::DraftReminder { number, .. } => {
            sentence!(
                language,
                "Application {number} is not submitted yet",
                "申请 {number} 尚未提交"
            )
        }
        Notice::DraftExpired { number, .. } => {
            sentence!(
                language,
                "Application {number} has ended",
                "申请 {number} 已自动结束"
            )
        }
        Notice::CodeDisabledByStaff { server_name, .. } => sentence!(
            language,
            "An authorization code of {server_name} was disabled",
            "{server_name} 的一个备案授权码已被停用"
        ),
        Notice::CodeRestored { server_name, .. } => sentence!(
            language,
            "An authorization code of {server_name} was restored",
            "{server_name} 的一个备案授权码已恢复"
        ),
        Notice::CodesInvalid { server_name, .. } => sentence!(
            language,
            "Authorization codes of {server_name} are invalid",
            "{server_name} 的备案授权码已失效"
        ),
        Notice::CodeChanged {
            server_name,
            change,
            ..
        } => code_changed(language, server_name, *change),
        Notice::CodeTakenBack { domain, .. } => sentence!(
            language,
            "Authorization code of the application for {domain} taken back",
            "{domain} 的申请所用的备案授权码已被收回"
        ),
        Notice::CodeHoldReminder { domain, .. } => sentence!(
            language,
            "Continue the application for {domain} to keep its authorization code",
            "请继续办理 {domain} 的申请以保留备案授权码"
        ),
        Notice::CodeHoldEnded { domain, .. } => sentence!(
            language,
            "The application for {domain} has given its authorization code back",
            "{domain} 的申请已归还备案授权码"
        ),
    }
}

/// The title of what an application does to one of the holder's codes.
fn code_changed(language: Language, server: &str, change: CodeChange) -> String {
    match change {
        CodeChange::Taken => sentence!(
            language,
            "An authorization code of {server} is in use",
            "{server} 的一个备案授权码已被占用"
        ),
        CodeChange::Used => sentence!(
            language,
            "An authorization code of {server} was used",
            "{server} 的一个备案授权码已使用"
        ),
        CodeChange::Returned => sentence!(
            language,
            "An authorization code of {server} is free again",
            "{server} 的一个备案授权码已恢复为“未使用”"
        ),
        CodeChange::Abandoned | CodeChange::Expired | CodeChange::ServerGone => sentence!(
            language,
            "An authorization code of {server} has become invalid",
            "{server} 的一个备案授权码已失效"
        ),
    }
}

/// What it means and what to do.
#[must_use]
pub fn sentence(language: Language, notice: &Notice) -> String {
    match notice {
        Notice::CancellationSubmitted { number, due_at, .. } => {
            let due = date::deadline(language, *due_at);
            sentence!(
                language,
                "The provider decides on application {number} by {due}. You can withdraw it until it is handed to the authority.",
                "接入商将在 {due} 前对申请 {number} 作出决定。提交管局之前可以撤回。"
            )
        }
        Notice::CancellationKept { number, .. } => sentence!(
            language,
            "The authority could not be reached. Application {number} is kept; open it, enter the license password and press Next.",
            "暂时无法连接通信管理局。申请 {number} 已保存，请打开后输入备案密码并点击“下一步”。"
        ),
        Notice::CancellationHandedOver { number, .. } => sentence!(
            language,
            "Application {number} cannot be withdrawn any more. The authority takes up to 20 working days. Add access at the provider you use now as soon as possible.",
            "申请 {number} 已不能撤回，管局审核最长 20 个工作日。请尽快在现用的接入商处办理新增接入。"
        ),
        Notice::AccessCanceled {
            website_license_number,
            ..
        } => sentence!(
            language,
            "The number {website_license_number} stays. If the domain still points to this provider’s servers, it is blocked. Add access at the provider you use now as soon as possible; without any access the authority may cancel the number.",
            "备案号 {website_license_number} 保留。如域名仍解析到本接入商的服务器，将被阻断访问。请尽快在现用的接入商处办理新增接入；没有任何接入的备案号可能被管局注销。"
        ),
        Notice::AccessEndedByAuthority {
            website_license_number,
            canceled,
            further,
            ..
        } => {
            let words = ended_by_authority(language, website_license_number, *canceled);
            format!("{words}{}", same_for(language, further))
        }
        Notice::AddAccessReminder {
            website_license_number,
            ..
        } => sentence!(
            language,
            "If the website {website_license_number} is still in use, add access at the provider that serves it now. Without any access the authority may cancel the number. If that is done, ignore this message.",
            "如网站 {website_license_number} 仍在使用，请在现用的接入商处办理新增接入；没有任何接入的备案号可能被管局注销。已办理的请忽略。"
        ),
        Notice::FilingSubmitted { number, due_at, .. } => {
            let due = date::deadline(language, *due_at);
            sentence!(
                language,
                "The provider decides on application {number} by {due}. You need do nothing until then.",
                "接入商将在 {due} 前对申请 {number} 作出决定，在此之前您无需操作。"
            )
        }
        Notice::FilingHandedOver { number, .. } => sentence!(
            language,
            "Application {number} cannot be withdrawn any more. The authority takes up to 20 working days.",
            "申请 {number} 已不能撤回，管局审核最长 20 个工作日。"
        ),
        Notice::FilingApproved { number, .. } => sentence!(
            language,
            "The authority has approved application {number}. Its license data follows, usually within a day.",
            "管局已通过申请 {number}，备案数据通常在一天内下发。"
        ),
        Notice::LicenseIssued {
            entity_license_number,
            website_license_number,
            ..
        } => sentence!(
            language,
            "Entity {entity_license_number}, website {website_license_number}. Show the website’s number at the foot of its pages.",
            "主体备案号 {entity_license_number}，网站备案号 {website_license_number}。请在网站底部展示网站备案号。"
        ),
        Notice::ProviderRejected {
            number,
            reason,
            fields,
            ..
        } => rejected(language, number, reason, fields),
        Notice::AuthorityRejected { number, reason, .. } => {
            let reason = authority::explained(language, reason);
            rejected(language, number, &reason, &[])
        }
        Notice::ApplicationTakenBack { number, due_at, .. } => {
            let due = date::deadline(language, *due_at);
            sentence!(
                language,
                "{number} could not be processed as it was submitted to the authority, for a reason at the provider’s side. The provider decides by {due}; you need do nothing, and can withdraw it until it is submitted again.",
                "由于接入商的原因，{number} 提交管局后未能办理。接入商将在 {due} 前重新作出决定，您无需操作；再次提交管局之前可以撤回。"
            )
        }
        Notice::ApplicationHeld { number, cause, .. } => held(language, number, cause.as_ref()),
        Notice::HoldLifted { number, .. } => sentence!(
            language,
            "What held back application {number} is put right. You need do nothing.",
            "申请 {number} 的问题已解决，您无需操作。"
        ),
        Notice::ApplicationWithdrawn { number, code, .. } => {
            let code = code.map_or_else(String::new, |fate| {
                let fate = pick(language, fate.sentences_before());
                sentence!(
                    language,
                    " It keeps its authorization code. If you abandon it: {fate}",
                    "申请仍保留其备案授权码。如放弃该申请：{fate}"
                )
            });
            sentence!(
                language,
                "You withdrew {number}. The provider no longer reviews it, and nothing was changed.{code}",
                "您已撤回 {number}，接入商不再审核，没有任何变更。{code}"
            )
        }
        Notice::ApplicationAbandoned { number, code, .. } => {
            let code = code_afterwards(language, *code);
            sentence!(
                language,
                "{number} has ended and was not carried out.{code} You can start a new one at any time.",
                "{number} 已终止，未予办理。{code}您可随时重新办理。"
            )
        }
        Notice::DraftReminder {
            days_left, code, ..
        } => {
            let days = count(language, *days_left, Noun::Day);
            let code = code.map_or_else(String::new, |fate| {
                let fate = pick(language, fate.sentences_before());
                sentence!(language, " Then: {fate}", "届时{fate}")
            });
            sentence!(
                language,
                "If you do not continue it, it ends by itself in {days}.{code}",
                "如不继续办理，将在 {days}后自动结束。{code}"
            )
        }
        Notice::DraftExpired { code, .. } => {
            let code = code_afterwards(language, *code);
            sentence!(
                language,
                "It was left alone for too long and was not carried out.{code} You can start a new one at any time.",
                "该申请长期未编辑，已终止，未予办理。{code}您可随时重新办理。"
            )
        }
        Notice::CodeDisabledByStaff { code, reason, .. } => sentence!(
            language,
            "The provider disabled the code {code}; it cannot be used.\nReason: {reason}\nIf you think this is a mistake, ask the provider.",
            "接入商已停用授权码 {code}，不能再使用。\n原因：{reason}\n如有疑问，请联系接入商。"
        ),
        Notice::CodeRestored { code, .. } => sentence!(
            language,
            "The code {code} can be used again. An application that uses it continues.",
            "授权码 {code} 已恢复，使用它的申请会继续办理。"
        ),
        Notice::CodesInvalid { count: codes, .. } => {
            let codes = count(language, *codes, Noun::Code);
            match language {
                Language::English => format!(
                    "{codes} became invalid: the time of each was over, or the server no longer meets the conditions. Manage Authorization Code shows the reason."
                ),
                Language::Chinese => format!(
                    "{codes}失效：授权码已过期，或服务器已不符合条件。具体原因见“管理备案授权码”。"
                ),
            }
        }
        Notice::CodeChanged {
            code,
            user,
            domain,
            change,
            ..
        } => {
            let website = if domain.is_empty() {
                String::new()
            } else {
                sentence!(language, ", website {domain}", "，网站 {domain}")
            };
            let what = pick(language, change.sentences());
            sentence!(
                language,
                "{code}, account {user}{website}\n{what}",
                "{code}，账号 {user}{website}\n{what}"
            )
        }
        Notice::CodeTakenBack { number, .. } => sentence!(
            language,
            "Its owner has taken the code back. Everything you entered is kept. To submit {number}, verify another product: a server of your account, or another code.",
            "授权码已被所有者收回，您填写的内容全部保留。提交 {number} 前，请重新验证产品：使用本账号的服务器，或另一个授权码。"
        ),
        Notice::CodeHoldReminder {
            number, ends_at, ..
        } => {
            let at = date::minute(language, *ends_at);
            sentence!(
                language,
                "{number} is not submitted and was left alone for some days. Its code is reserved until {at}; then it goes back to its owner. Everything you entered is kept in any case.",
                "{number} 尚未提交，且已多日未编辑。授权码保留至 {at}，之后将归还所有者。您填写的内容都会保留。"
            )
        }
        Notice::CodeHoldEnded {
            number, hold_days, ..
        } => {
            let days = count(language, *hold_days, Noun::Day);
            sentence!(
                language,
                "{number} was left alone for {days}, so its code went back to its owner. Everything you entered is kept. To submit it, verify a product again.",
                "{number} 已 {days}未编辑，授权码已归还所有者，您填写的内容全部保留。提交前请重新验证产品。"
            )
        }
    }
}

/// What became of the code of an application that has ended, as a further sentence.
fn code_afterwards(language: Language, fate: Option<CodeFate>) -> String {
    let words = match fate {
        None => return String::new(),
        Some(fate) => pick(language, fate.sentences_after()),
    };
    format!("{}{words}", space(language))
}

fn ended_by_authority_title(language: Language, domain: &str, further: &[String]) -> String {
    let more = i64::try_from(further.len()).unwrap_or(i64::MAX);
    if more == 0 {
        return sentence!(
            language,
            "The authority has ended access of {domain}",
            "管局已终止 {domain} 的接入"
        );
    }
    let more = count(language, more, Noun::Website);
    sentence!(
        language,
        "The authority has ended access of {domain} and of {more} besides",
        "管局已终止 {domain} 及另外 {more}的接入"
    )
}

/// The other websites of the entity, if it has any.
fn same_for(language: Language, further: &[String]) -> String {
    if further.is_empty() {
        return String::new();
    }
    let domains = list(language, further);
    let words = sentence!(
        language,
        "The same holds for {domains}.",
        "以下网站同样处理：{domains}。"
    );
    format!("{}{words}", space(language))
}

fn ended_by_authority(language: Language, number: &str, canceled: CanceledByAuthority) -> String {
    match canceled {
        CanceledByAuthority::Access => sentence!(
            language,
            "The authority canceled it without an application of yours. The number {number} stays. If the domain still points to this provider’s servers, it is blocked. Add access at the provider you use now as soon as possible; without any access the authority may cancel the number.",
            "管局直接取消了接入，并非根据您的申请。备案号 {number} 保留。如域名仍解析到本接入商的服务器，将被阻断访问。请尽快在现用的接入商处办理新增接入；没有任何接入的备案号可能被管局注销。"
        ),
        CanceledByAuthority::Website => sentence!(
            language,
            "The authority canceled the number {number}, and access with it. If the domain still points to this provider’s servers, it is blocked. To open the website again, apply for a new license.",
            "管局已注销备案号 {number}，接入随之终止。如域名仍解析到本接入商的服务器，将被阻断访问。如需重新开通网站，请重新办理备案。"
        ),
        CanceledByAuthority::Entity => sentence!(
            language,
            "The authority canceled the license of your entity, and with it the number {number} and its access. If the domain still points to this provider’s servers, it is blocked. To open the website again, apply for a new license.",
            "管局已注销您的主体备案，备案号 {number} 及其接入随之终止。如域名仍解析到本接入商的服务器，将被阻断访问。如需重新开通网站，请重新办理备案。"
        ),
    }
}
