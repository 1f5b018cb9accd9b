//! Mails in Simplified Chinese.

use super::day::by_in_chinese as by;
use super::{lines, masked, paragraph};
use shared::review::FieldReason;
use shared::wire::application::CodeFate;
use shared::wire::message::{CanceledByAuthority, CodeChange, Notice};

/// S5.
const ADD_ACCESS: &str = "如网站仍需继续使用，请尽快在现用的接入商处办理新增接入。没有任何接入商为网站提供接入时，管局可能注销其备案号。";

/// After the authority has canceled a number.
const LICENSE_ANEW: &str =
    "没有备案号的网站不得开通。如需重新开通，请重新办理备案。如有疑问，请与通信管理局联系。";

/// Subject and body.
pub fn of_notice(notice: &Notice) -> (String, String) {
    match notice {
        Notice::CancellationSubmitted {
            number,
            domain,
            due_at,
        } => (
            format!("{domain} 的取消接入申请已提交"),
            format!(
                "您已提交 {domain} 的取消接入申请（编号 {number}）。我们将在{}完成审核，通过后提交通信管理局。提交管局之前，您可以撤回申请。\n\n{ADD_ACCESS}",
                by(*due_at)
            ),
        ),
        Notice::CancellationKept { number, domain } => (
            format!("{domain} 的取消接入申请尚未提交"),
            format!(
                "暂时无法连接通信管理局，未能核验您的备案密码。申请 {number} 已保存为未提交状态，{domain} 的接入没有变化。请稍后打开该申请，重新输入备案密码并点击“下一步”。"
            ),
        ),
        Notice::CancellationHandedOver { number, domain } => (
            format!("{domain} 的取消接入申请已通过审核并提交管局"),
            format!(
                "我们已通过申请 {number} 并提交通信管理局，管局审核最长 20 个工作日。申请已不能撤回。管局通过之前，{domain} 的接入没有变化。\n\n{ADD_ACCESS}"
            ),
        ),
        Notice::AccessCanceled {
            number,
            domain,
            website_license_number,
        } => (
            format!("{domain} 的接入已取消"),
            format!(
                "通信管理局已通过申请 {number}。{domain} 在我们这里的接入已经取消，网站已移入归档。备案号 {website_license_number} 没有注销。\n\n如 {domain} 仍解析到我们的服务器，将被阻断访问，直至解析到别处或重新在此办理接入。\n\n{ADD_ACCESS}"
            ),
        ),
        Notice::AccessEndedByAuthority {
            domain,
            website_license_number,
            canceled,
            further,
        } => (
            match further.len() {
                0 => format!("管局已终止 {domain} 的接入"),
                count => format!("管局已终止 {domain} 等 {} 个网站的接入", count + 1),
            },
            format!(
                "{}{domain} 在我们这里的接入已经终止，网站已移入归档。\n\n如 {domain} 仍解析到我们的服务器，将被阻断访问，直至解析到别处或重新在此办理接入。\n\n{}{}",
                match canceled {
                    CanceledByAuthority::Access => format!(
                        "通信管理局已直接取消 {domain} 的接入，并非根据您的申请。备案号 {website_license_number} 没有注销。"
                    ),
                    CanceledByAuthority::Website =>
                        format!("通信管理局已注销网站 {domain} 的备案号 {website_license_number}。"),
                    CanceledByAuthority::Entity => format!(
                        "通信管理局已注销您的主体备案，网站 {domain} 的备案号 {website_license_number} 随之注销。"
                    ),
                },
                if further.is_empty() {
                    String::new()
                } else {
                    format!("以下网站同样处理：{}。\n\n", further.join("、"))
                },
                match canceled {
                    CanceledByAuthority::Access => ADD_ACCESS,
                    CanceledByAuthority::Website | CanceledByAuthority::Entity => LICENSE_ANEW,
                }
            ),
        ),
        Notice::AddAccessReminder {
            domain,
            website_license_number,
        } => (
            format!("请在现用的接入商处为 {domain} 办理新增接入"),
            format!(
                "{domain}（备案号 {website_license_number}）在我们这里的接入已经取消。{ADD_ACCESS}\n\n如已办理，或网站已经关闭，请忽略此邮件。"
            ),
        ),
        Notice::FilingSubmitted {
            number,
            domain,
            due_at,
        } => (
            format!("{domain} 的备案申请已提交"),
            format!(
                "我们已收到您为 {domain} 提交的备案申请 {number}，将在{}完成审核，通过后提交通信管理局。在此之前您无需操作。",
                by(*due_at)
            ),
        ),
        Notice::FilingHandedOver { number, domain } => (
            format!("{domain} 的备案申请已通过审核并提交管局"),
            format!(
                "我们已通过 {domain} 的备案申请 {number} 并提交通信管理局，管局审核最长 20 个工作日。申请已不能撤回。"
            ),
        ),
        Notice::FilingApproved { number, domain } => (
            format!("{domain} 的备案申请已通过管局审核"),
            format!(
                "通信管理局已通过 {domain} 的备案申请 {number}，网站在我们这里的接入已生效。备案数据通常在一天内下发，届时我们会再次通知您。"
            ),
        ),
        Notice::LicenseIssued {
            number,
            domain,
            entity_license_number,
            website_license_number,
        } => (
            format!("{domain} 备案成功"),
            format!(
                "通信管理局已通过备案申请 {number}。\n\n主体备案号：{entity_license_number}\n网站备案号：{website_license_number}（{domain}）\n\n请在网站底部展示网站备案号并链接到 https://beian.miit.gov.cn，并在网站开通后 30 日内办理公安联网备案。"
            ),
        ),
        Notice::ProviderRejected {
            number,
            domain,
            reason,
            fields,
        } => (
            format!("{domain} 的申请需要修改"),
            format!(
                "{domain} 的申请 {number} 未通过我们的审核。{}\n\n您填写的内容均已保留，请打开申请查看问题所在，点击“修改并提交”。",
                reasons_given(reason, fields)
            ),
        ),
        Notice::AuthorityRejected {
            number,
            domain,
            reason,
        } => (
            format!("{domain} 的申请被管局驳回"),
            format!(
                "{domain} 的申请 {number} 未通过通信管理局的审核。原因：\n\n{reason}\n\n您填写的内容均已保留，请打开申请，点击“修改并提交”。"
            ),
        ),
        Notice::ApplicationTakenBack {
            number,
            domain,
            due_at,
        } => (
            format!("我们正在重新审核 {domain} 的申请"),
            format!(
                "由于我们这里的原因，{domain} 的申请 {number} 提交通信管理局后未能办理。我们正在重新审核，将在{}作出决定。您无需操作；再次提交管局之前，您可以撤回申请。",
                by(*due_at)
            ),
        ),
        Notice::ApplicationHeld {
            number,
            domain,
            cause,
        } => (
            format!("{domain} 的申请已暂停"),
            format!(
                "{domain} 的申请 {number} 暂时不能提交通信管理局。{}\n\n请打开申请查看处理办法。问题解决后申请会自动继续办理。",
                paragraph(cause.as_ref().map(|cause| cause.sentences().1))
            ),
        ),
        Notice::HoldLifted { number, domain } => (
            format!("{domain} 的申请已恢复办理"),
            format!("{domain} 的申请 {number} 的问题已经解决，您无需操作。"),
        ),
        Notice::ApplicationWithdrawn {
            number,
            domain,
            code,
        } => (
            format!("{domain} 的申请已撤回"),
            format!(
                "您已撤回 {domain} 的申请 {number}。我们不再审核，没有任何变更。{}",
                code.map_or_else(String::new, |fate| format!(
                    "申请仍保留其备案授权码。如放弃该申请：{}",
                    fate.sentences_before().1
                ))
            ),
        ),
        Notice::ApplicationAbandoned {
            number,
            domain,
            code,
        } => (
            format!("{domain} 的申请已放弃"),
            format!(
                "您已放弃 {domain} 的申请 {number}。申请已终止，未予办理。{}您可随时重新办理。",
                code_afterwards(*code)
            ),
        ),
        Notice::DraftReminder {
            number,
            days_left,
            code,
        } => (
            format!("申请 {number} 尚未提交"),
            format!(
                "申请 {number} 尚未提交。如不继续办理，将在 {days_left} 天后自动结束。{}",
                code.map_or_else(String::new, |fate| format!(
                    "届时{}",
                    fate.sentences_before().1
                ))
            ),
        ),
        Notice::DraftExpired { number, code } => (
            format!("申请 {number} 已自动结束"),
            format!(
                "申请 {number} 长期没有编辑，已自动结束，未予办理。{}您可随时重新办理。",
                code_afterwards(*code)
            ),
        ),
        Notice::CodeDisabledByStaff {
            code,
            server_name,
            reason,
        } => (
            format!("{server_name} 的一个备案授权码已被停用"),
            format!(
                "我们已停用您的服务器 {server_name} 的备案授权码 {}，不能再使用。原因：\n\n{reason}\n\n如有疑问，请与我们联系。",
                masked(code)
            ),
        ),
        Notice::CodeRestored { code, server_name } => (
            format!("{server_name} 的一个备案授权码已恢复"),
            format!(
                "我们已恢复您的服务器 {server_name} 的备案授权码 {}，可以继续使用，使用它的申请会继续办理。",
                masked(code)
            ),
        ),
        Notice::CodesInvalid { server_name, count } => (
            format!("{server_name} 的备案授权码已失效"),
            format!(
                "您的服务器 {server_name} 有 {count} 个未使用的备案授权码已失效：授权码已过期，或服务器已不符合条件。失效的授权码不能使用，具体原因见“管理备案授权码”。"
            ),
        ),
        Notice::CodeChanged {
            code,
            server_name,
            user,
            domain,
            change,
        } => (
            match change {
                CodeChange::Taken => format!("{server_name} 的一个备案授权码已被占用"),
                CodeChange::Used => format!("{server_name} 的一个备案授权码已使用"),
                CodeChange::Returned => format!("{server_name} 的一个备案授权码已恢复为“未使用”"),
                CodeChange::Abandoned | CodeChange::Expired | CodeChange::ServerGone => {
                    format!("{server_name} 的一个备案授权码已失效")
                }
            },
            format!(
                "授权码：{}\n服务器：{server_name}\n使用账号：{user}{}\n\n{}",
                masked(code),
                if domain.is_empty() {
                    String::new()
                } else {
                    format!("\n网站：{domain}")
                },
                change.sentences().1
            ),
        ),
        Notice::CodeTakenBack { number, domain } => (
            format!("{domain} 的申请所用的备案授权码已被收回"),
            format!(
                "您的申请 {number}（{domain}）所用的备案授权码已被其所有者收回。您填写的内容全部保留。如需提交，请打开申请重新验证产品：使用本账号的服务器，或另一个备案授权码。"
            ),
        ),
        Notice::CodeHoldReminder {
            number,
            domain,
            ends_at,
        } => (
            format!("{domain} 的申请所用的备案授权码还将保留两天"),
            format!(
                "您的申请 {number}（{domain}）尚未提交，且已多日没有编辑。如需保留所用的备案授权码，请在{}继续办理。否则授权码届时将归还所有者，申请须重新验证产品。您填写的内容都会保留。",
                by(*ends_at)
            ),
        ),
        Notice::CodeHoldEnded {
            number,
            domain,
            hold_days,
        } => (
            format!("{domain} 的申请已不再占用备案授权码"),
            format!(
                "您的申请 {number}（{domain}）已 {hold_days} 天没有编辑，所用的备案授权码已归还所有者。您填写的内容全部保留。如需提交，请打开申请重新验证产品：原授权码（如仍未使用）、另一个备案授权码，或本账号的服务器。"
            ),
        ),
    }
}

/// Subject and body.
pub fn of_login_code(code: &str, provider: &str) -> (String, String) {
    (
        format!("{provider} 登录验证码"),
        format!(
            "您的验证码是 {code}\n\n验证码 10 分钟内有效，只能使用一次，此前发送的验证码已失效。\n\n如果不是您本人申请，说明有人填写了您的邮箱；没有验证码，对方无法登录。请勿将验证码告诉任何人，我们不会向您索取。"
        ),
    )
}

/// Nothing where the reasons stand beside single fields only.
fn reasons_given(reason: &str, fields: &[FieldReason]) -> String {
    let of_fields = fields
        .iter()
        .map(|about| format!("{}：{}", about.field.labels().1, about.reason));
    match lines(reason, of_fields) {
        reasons if reasons.is_empty() => reasons,
        reasons => format!("原因：\n\n{reasons}"),
    }
}

/// A further sentence.
fn code_afterwards(fate: Option<CodeFate>) -> &'static str {
    fate.map_or("", |fate| fate.sentences_after().1)
}
