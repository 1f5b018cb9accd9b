//! What can be wrong with an authorization code and with the server behind it.

use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::{code, pick, space};
use shared::authorization_code::{
    CodeTextError, DisableRefused, InvalidReason, QuotaRefused, RestoreRefused, TakeBackRefused,
    VerifyRefusal,
};
use shared::cloud_server::Ineligibility;
use shared::policy::TermBasis;

pub(super) fn mistyped(language: Language, why: CodeTextError) -> String {
    match why {
        CodeTextError::Empty => sentence!(
            language,
            "No authorization code is entered. Paste all 20 letters and digits of it.",
            "未填写备案授权码。请粘贴完整的 20 位字母和数字。"
        ),
        CodeTextError::Length { found } => sentence!(
            language,
            "The authorization code is mistyped: it has 20 characters, and {found} were entered. Copy the whole code and paste it again.",
            "备案授权码填写有误：应为 20 位，当前为 {found} 位。请复制完整的授权码重新粘贴。"
        ),
        CodeTextError::Character { character } => sentence!(
            language,
            "The authorization code is mistyped: “{character}” does not occur in codes. They never contain 0, 1, I, L, O, U or Z. Compare it with the original, or paste it again.",
            "备案授权码填写有误：授权码中不会出现“{character}”，也不含 0、1、I、L、O、U、Z。请与原授权码核对，或重新粘贴。"
        ),
        CodeTextError::CheckCharacter => sentence!(
            language,
            "The authorization code is mistyped: at least one character is wrong or out of place. Compare it with the original, or paste it again.",
            "备案授权码填写有误：至少有一位错误或顺序颠倒。请与原授权码核对，或重新粘贴。"
        ),
    }
}

pub(super) fn refused(language: Language, why: &VerifyRefusal) -> String {
    match why {
        VerifyRefusal::Unknown => sentence!(
            language,
            "There is no such authorization code. Ask whoever gave it to you whether it is from this provider, and paste it again.",
            "该备案授权码不存在。请向提供者确认是否为本接入商的授权码，并重新粘贴。"
        ),
        // S32a: this first sentence is the source document's.
        VerifyRefusal::HasBeenUsed => sentence!(
            language,
            "Authorization Code Has Been Used. Each code is for one website. Ask the owner of the server for another code, or apply for a new one.",
            "授权码已被使用。每个授权码只能用于一个网站。请向服务器所有者索取其他授权码，或重新申请。"
        ),
        VerifyRefusal::Expired => sentence!(
            language,
            "This authorization code has expired. Ask the owner of the server for a new one.",
            "该备案授权码已过期。请向服务器所有者索取新的授权码。"
        ),
        VerifyRefusal::Disabled { reason } => disabled(language, *reason),
        // a code does not come back with its server.
        VerifyRefusal::ServerNotEligible { failed } if failed.is_empty() => sentence!(
            language,
            "This authorization code became invalid when its server was gone. The server is back, the code is not. Ask the owner of the server for a new one.",
            "该备案授权码已随服务器失效。服务器虽已恢复，授权码不会恢复。请向服务器所有者索取新的授权码。"
        ),
        VerifyRefusal::ServerNotEligible { failed } => {
            let failed = ineligibilities(language, failed);
            sentence!(
                language,
                "The server of this authorization code no longer meets the conditions. {failed} The owner of the server can put this right; or ask for a code of another server.",
                "该备案授权码对应的服务器已不符合条件。{failed}请由服务器所有者处理，或索取其他服务器的授权码。"
            )
        }
    }
}

fn disabled(language: Language, reason: InvalidReason) -> String {
    let reason = code::invalid_reason(language, reason);
    sentence!(
        language,
        "This authorization code is invalid and cannot be used any more ({reason}). Ask the owner of the server for another one.",
        "该备案授权码无效，不能再使用（{reason}）。请向服务器所有者索取其他授权码。"
    )
}

pub(super) fn quota(language: Language, why: QuotaRefused) -> String {
    match why {
        QuotaRefused::NotANumberOfCodes { remaining: 1 } => sentence!(
            language,
            "This server has one code left. Enter 1.",
            "该服务器还可申请 1 个，请填写 1。"
        ),
        QuotaRefused::NotANumberOfCodes { remaining } => sentence!(
            language,
            "Enter a whole number from 1 to {remaining}.",
            "请填写 1 至 {remaining} 之间的整数。"
        ),
        QuotaRefused::MoreThanRemaining { remaining: 0 } => sentence!(
            language,
            "This server has given all its codes. Use one of its unused codes, or apply on another server.",
            "该服务器的授权码已全部申请。请使用其中未使用的授权码，或在其他服务器上申请。"
        ),
        QuotaRefused::MoreThanRemaining { remaining } => {
            let codes = count(language, remaining, Noun::Code);
            sentence!(
                language,
                "This server has only {codes} left. Apply for {remaining} at most.",
                "该服务器还可申请 {codes}。申请数量不能超过 {remaining} 个。"
            )
        }
    }
}

pub(super) fn server_not_eligible(language: Language, failed: &[Ineligibility]) -> String {
    let failed = ineligibilities(language, failed);
    sentence!(
        language,
        "This server does not meet the conditions. {failed}",
        "该服务器不符合条件。{failed}"
    )
}

pub(super) const fn not_disabled(language: Language, why: DisableRefused) -> &'static str {
    let words = match why {
        DisableRefused::NotUnused => (
            "Only an unused code can be disabled, and this one has been used in an application. If it was used without your consent, tell us through the contacts on the help page.",
            "只能停用未使用的授权码，该授权码已用于备案申请。如未经您同意被他人使用，请通过帮助中心的联系方式告知我们。",
        ),
        DisableRefused::Used => (
            "A used code cannot be disabled: the license made with it stands. To end it, the holder cancels the access.",
            "已使用的授权码不能停用，用它办理的备案仍然有效。如需终止，由备案用户取消接入。",
        ),
        DisableRefused::AlreadyInvalid => (
            "This code is invalid already. Nothing needs to be done.",
            "该授权码已经无效，无需处理。",
        ),
    };
    pick(language, words)
}

pub(super) const fn not_restored(language: Language, why: RestoreRefused) -> &'static str {
    let words = match why {
        RestoreRefused::NotDisabledByStaff => (
            "Only a code that staff disabled can be restored. The owner can apply for a new one.",
            "只能恢复由工作人员停用的授权码。服务器所有者可以重新申请。",
        ),
        RestoreRefused::SamePerson => (
            "You disabled this code yourself. A second person has to restore it: ask another supervisor.",
            "该授权码由您停用，须由另一人恢复。请联系其他审核主管。",
        ),
    };
    pick(language, words)
}

pub(super) const fn not_taken_back(language: Language, why: TakeBackRefused) -> &'static str {
    let words = match why {
        TakeBackRefused::Submitted => (
            "The application that uses this code has been submitted, so it keeps the code until it ends. If it was used without your consent, tell us through the contacts on the help page.",
            "使用该授权码的申请已经提交，在其结束前一直占用授权码。如未经您同意被他人使用，请通过帮助中心的联系方式告知我们。",
        ),
        TakeBackRefused::Used => (
            "The authority has approved the application made with this code. It cannot be taken back any more.",
            "使用该授权码的申请已通过管局审核，不能再收回。",
        ),
        TakeBackRefused::NotInUse => (
            "No application uses this code any more. Nothing needs to be done.",
            "该授权码已没有被任何申请占用，无需处理。",
        ),
    };
    pick(language, words)
}

/// One condition of S21 that a server does not meet, with the way out.
#[must_use]
pub fn ineligibility(language: Language, failed: Ineligibility) -> String {
    match failed {
        Ineligibility::NotPrepaid => sentence!(
            language,
            "Only monthly and yearly packages count. Change the server to a package.",
            "仅支持包年包月的服务器。请转为包年包月。"
        ),
        Ineligibility::TermTooShort {
            required_months,
            inclusive,
            basis,
        } => term_too_short(language, required_months, inclusive, basis),
        Ineligibility::TooFewDaysLeft { required_days } => {
            let days = count(language, required_days, Noun::Day);
            sentence!(
                language,
                "At least {days} of the term must be left. Renew the server.",
                "剩余时长须不少于 {days}。请续费。"
            )
        }
        Ineligibility::NoPublicIp => sentence!(
            language,
            "No public IP is bound. Bind an EIP to the server.",
            "未绑定公网 IP。请为服务器绑定弹性公网 IP。"
        ),
        Ineligibility::NotMainland => sentence!(
            language,
            "The server is outside mainland China. Use a server in a mainland region.",
            "服务器不在中国大陆。请使用中国大陆地域的服务器。"
        ),
        Ineligibility::NotUsable => sentence!(
            language,
            "The server is expired, refunded or frozen. Renew or unfreeze it, or use another one.",
            "服务器已到期、已退款或被冻结。请续费或解除冻结，或使用其他服务器。"
        ),
    }
}

/// S21 (ii), (iii): what is compared, and whether the minimum itself is enough.
fn term_too_short(language: Language, months: u32, inclusive: bool, basis: TermBasis) -> String {
    let months = count(language, months, Noun::Month);
    match (basis, inclusive) {
        (TermBasis::Total, true) => sentence!(
            language,
            "The term must be at least {months}. Renew the server.",
            "购买时长须不少于 {months}。请续费。"
        ),
        (TermBasis::Total, false) => sentence!(
            language,
            "The term must be more than {months}. Renew the server.",
            "购买时长须超过 {months}。请续费。"
        ),
        (TermBasis::Remaining, true) => sentence!(
            language,
            "At least {months} of the term must be left. Renew the server.",
            "剩余时长须不少于 {months}。请续费。"
        ),
        (TermBasis::Remaining, false) => sentence!(
            language,
            "More than {months} of the term must be left. Renew the server.",
            "剩余时长须超过 {months}。请续费。"
        ),
    }
}

/// All conditions that a server does not meet, one sentence after the other. A code that
/// became invalid with its server stays so even when the server has recovered.
#[must_use]
pub fn ineligibilities(language: Language, failed: &[Ineligibility]) -> String {
    if failed.is_empty() {
        return sentence!(
            language,
            "The server had lapsed in the meantime.",
            "该服务器曾经失效。"
        );
    }
    let sentences: Vec<_> = failed
        .iter()
        .map(|failed| ineligibility(language, *failed))
        .collect();
    sentences.join(space(language))
}
