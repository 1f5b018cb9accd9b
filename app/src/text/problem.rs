//! Every refusal in words: what is wrong, and what would be right.

mod api_error;
mod code;
mod contact;
mod document;
mod domain_name;
mod license_number;
mod license_password;
#[cfg(test)]
mod tests;

pub use api_error::api_error;
pub use code::{ineligibilities, ineligibility};

use super::{application, date, field, license, list, pick};
use crate::language::Language;
use shared::application::{HoldReason, WaitsFor};
use shared::cancel_access::Unavailable;
use shared::field::Field;
use shared::problem::{Problem, Violation};

/// A refusal where its field is not in sight, such as a list of everything that is wrong:
/// the field's label, then the words.
#[must_use]
pub fn violation(language: Language, violation: &Violation) -> String {
    let words = problem(language, &violation.problem, violation.field);
    match violation.field.map(|field| field::label(language, field)) {
        Some(label) if !words.contains(label) => {
            sentence!(language, "{label}: {words}", "{label}：{words}")
        }
        _ => words,
    }
}

fn certificates(language: Language, kinds: &[String]) -> String {
    let words = |code| application::certificate_kind(language, code);
    let kinds: Vec<&str> = kinds.iter().map(|code| words(code)).collect();
    list(language, &kinds)
}

/// One refusal. `field` lets the general ones name what they are about.
#[must_use]
pub fn problem(language: Language, problem: &Problem, field: Option<Field>) -> String {
    match problem {
        Problem::Required => required(language, field),
        Problem::TooLong { max } => too_long(language, field, *max),
        Problem::NotAnOption => {
            let name = quoted(language, field);
            sentence!(
                language,
                "{name} holds a choice that is not offered. Choose one of the list.",
                "{name}的选项不在可选范围内，请从列表中选择。"
            )
        }
        Problem::CertificateKindNotOfNature { nature, kinds } => {
            let of = application::nature(language, nature);
            let kinds = certificates(language, kinds);
            sentence!(
                language,
                "For “{of}”, choose one of these certificates: {kinds}.",
                "主办单位性质为“{of}”时，请选择：{kinds}。"
            )
        }
        Problem::NotRepresentable { character } => not_representable(language, field, *character),
        Problem::LicenseNumber { why } => license_number::license_number(language, *why),
        Problem::DomainName { why } => domain_name::domain_name(language, *why),
        Problem::EndingNotApproved { ending } => sentence!(
            language,
            "No website can be filed under .{ending}: the ministry has not approved this ending. Use a domain with an approved one, such as .cn, .com or .net.",
            "后缀 .{ending} 未获工业和信息化部批复，无法备案。请使用已批复后缀的域名，例如 .cn、.com、.net。"
        ),
        Problem::CreditCode { why } => document::credit_code(language, *why),
        Problem::IdentityCard { why } => document::identity_card(language, *why),
        Problem::HongKongMacaoPermit { why } => {
            document::hong_kong_macao_permit(language, *why).to_owned()
        }
        Problem::PermanentResidenceCard { why } => {
            document::permanent_residence_card(language, *why).to_owned()
        }
        Problem::MobilePhone { why } => contact::mobile_phone(language, *why),
        Problem::OfficePhone { why } => contact::office_phone(language, *why),
        Problem::EmailAddress { why } => contact::email_address(language, *why),
        Problem::SameNumberTwice => sentence!(
            language,
            "This is the mobile number given above. Without an office phone, enter another number where the person is reached.",
            "与上面的手机号码相同。没有固定电话的，请填写另一个能联系到本人的号码。"
        ),
        Problem::HomeUrlNotOnDomain => sentence!(
            language,
            "The home page is not on the website’s domain. Enter an address on the domain, such as www.example.cn for example.cn.",
            "首页网址不在所填域名下。请填写该域名下的网址，例如域名为 example.cn 时填写 www.example.cn。"
        ),
        Problem::WebsiteNameNotTelling => sentence!(
            language,
            "A website name cannot be a domain name or consist of digits or Latin letters only. Enter a name that says what the website is about.",
            "网站名称不能是域名，也不能全是数字或英文字母。请填写能体现网站内容的名称。"
        ),
        Problem::WebsiteOfOtherEntity {
            entity_license_number,
        } => sentence!(
            language,
            "This website’s number does not begin with the number of the entity, {entity_license_number}. Enter the number of one of this entity’s websites, or correct the entity.",
            "该网站备案号与主体备案号 {entity_license_number} 不一致。请填写该主体名下网站的备案号，或改正主体。"
        ),
        Problem::UnderAge { min } => sentence!(
            language,
            "By this identity card number the person is younger than {min}. Check the number, or name a principal who is at least {min} years old.",
            "按居民身份证号码，此人未满 {min} 周岁。请核对号码，或更换年满 {min} 周岁的负责人。"
        ),

        Problem::WrongCredentials => sentence!(
            language,
            "Email or password is wrong. Check both, or log in with a code by email.",
            "邮箱或密码不正确。请核对后重试，或使用邮箱验证码登录。"
        ),
        Problem::CurrentPasswordWrong => sentence!(
            language,
            "The current password is wrong. Enter the one you log in with now.",
            "当前密码不正确，请输入现在登录使用的密码。"
        ),
        Problem::TooManyTries { until } => {
            let until = date::minute(language, *until);
            sentence!(
                language,
                "There were too many tries. Try again after {until}.",
                "尝试次数过多，请在 {until} 之后再试。"
            )
        }
        Problem::LoginCodeWrong => sentence!(
            language,
            "This code is wrong or no longer valid. Enter the code of the newest email, or ask for a new one.",
            "验证码不正确或已失效。请填写最新一封邮件中的验证码，或重新获取。"
        ),
        Problem::PasswordTooShort { min } => sentence!(
            language,
            "The new password is too short. Use at least {min} characters.",
            "新密码太短，至少需要 {min} 个字符。"
        ),
        Problem::PasswordIsAddress => sentence!(
            language,
            "The new password is your email, which others know. Choose something else, for instance four words that do not belong together.",
            "新密码与邮箱相同，容易被他人猜到。请换一个，例如几个互不相关的词语。"
        ),
        Problem::PasswordRepeats => sentence!(
            language,
            "The new password repeats the same characters. Choose something else, for instance four words that do not belong together.",
            "新密码是相同字符的重复。请换一个，例如几个互不相关的词语。"
        ),
        Problem::PasswordCommon => sentence!(
            language,
            "The new password is one of those that are tried first. Choose something else, for instance four words that do not belong together.",
            "新密码过于常见，容易被猜到。请换一个，例如几个互不相关的词语。"
        ),
        Problem::PasswordUnchanged => sentence!(
            language,
            "This is the password that the account has already. Choose another one.",
            "新密码与现有密码相同，请换一个。"
        ),
        Problem::EmailTaken => sentence!(
            language,
            "There is an account with this email already. Use another email.",
            "该邮箱已开通账号，请使用其他邮箱。"
        ),
        Problem::AccountBlocked => sentence!(
            language,
            "This account is blocked. Your applications go on. Contact the provider’s help to learn why, and what to do.",
            "该账号已被停用，已提交的申请会继续办理。请联系接入商客服了解原因和处理办法。"
        ),
        Problem::NoSecondAdministrator => sentence!(
            language,
            "A second administrator has to confirm, and there is none. An operator can give the role on the server: license-server user role.",
            "需要另一位系统管理员确认，但目前没有其他系统管理员。运维人员可在服务器上执行 license-server user role 设置。"
        ),
        Problem::OwnProposal => sentence!(
            language,
            "You proposed this administrator, so another administrator has to confirm.",
            "该提议由您发起，须由另一位系统管理员确认。"
        ),
        Problem::AdministratorNotOpened => sentence!(
            language,
            "A new account does not begin as an administrator. Create it with another role, then change the role: a second administrator confirms.",
            "新账号不能直接设为系统管理员。请先以其他角色创建，再更改角色，并由另一位系统管理员确认。"
        ),
        Problem::OtherAdministratorsPassword => sentence!(
            language,
            "The password of another administrator is not reset here. They choose a new one with “Forgot password”, or an operator sets one: license-server user passwd.",
            "不能在此重置其他系统管理员的密码。请其本人使用“忘记密码”，或由运维人员执行 license-server user passwd 设置。"
        ),
        Problem::OwnAccount => sentence!(
            language,
            "You cannot block your own account. Another administrator has to.",
            "不能停用自己的账号，请由另一位系统管理员操作。"
        ),
        Problem::LastAdministrator => sentence!(
            language,
            "This is the last administrator. Make another account an administrator first.",
            "这是最后一个系统管理员。请先将其他账号设为系统管理员。"
        ),

        Problem::CodeMistyped { why } => code::mistyped(language, *why),
        Problem::CodeRefused { why } => code::refused(language, why),
        Problem::CodeInOwnApplication { number, .. } => sentence!(
            language,
            "You are already using this code in your application {number}. Continue there.",
            "您已在申请 {number} 中使用该授权码，请在该申请中继续办理。"
        ),
        Problem::Quota { why } => code::quota(language, *why),
        Problem::CodesIssuedAlready => sentence!(
            language,
            "The codes of this form have been issued already, and nothing was added. For more codes, close it and press Apply again.",
            "该表单的授权码已经发放，本次未新增。如需更多授权码，请关闭后重新点击“申请”。"
        ),
        Problem::ServerNotEligible { failed } => code::server_not_eligible(language, failed),
        Problem::CodeNotDisabled { why } => code::not_disabled(language, *why).to_owned(),
        Problem::CodeNotRestored { why } => code::not_restored(language, *why).to_owned(),
        Problem::CodeNotTakenBack { why } => code::not_taken_back(language, *why).to_owned(),

        Problem::NoLiveAccess => sentence!(
            language,
            "This website has no access here, so there is nothing to cancel. Websites whose access was canceled are in the archive.",
            "该网站在本接入商没有接入，无需取消。已取消接入的网站可在归档中查看。"
        ),
        Problem::AuthorityDataPending => {
            license::unavailable(language, Unavailable::AuthorityDataPending).to_owned()
        }
        Problem::OrderInProgress { number, why, .. } => waits(language, number, *why),
        Problem::LicensePasswordWrong { tries_left } => {
            license_password::wrong(language, *tries_left)
        }
        Problem::LicensePasswordLocked { until } => license_password::locked(language, *until),
        Problem::LicensePasswordTriedTooOften => license_password::tried_too_often(language),
        Problem::AuthorityUnreachable => sentence!(
            language,
            "The authority cannot be reached, so the password could not be checked. Nothing has been submitted, and everything you entered is kept. Open it under License Applications later, enter the password again and press Next.",
            "暂时无法连接通信管理局，未能验证备案密码。尚未提交，您填写的内容均已保存。请稍后在“备案申请”中打开，重新输入备案密码并点击“下一步”。"
        ),
        Problem::AcknowledgementRequired => sentence!(
            language,
            "No other access of this website is known. Tick the box to confirm that you know what this means.",
            "目前未发现该网站在其他接入商的接入。请勾选确认框，表明您已了解后果。"
        ),
        Problem::NoReasonGiven => sentence!(
            language,
            "Give at least one reason: the holder has to know what to change.",
            "请至少填写一条原因，让备案用户知道如何修改。"
        ),

        Problem::NotPossibleNow { status } => {
            let status = application::status(language, status);
            sentence!(
                language,
                "This is not possible now. The application’s status is “{status}”. Reload the page to see what can be done.",
                "当前无法进行此操作。申请状态为“{status}”，请刷新页面查看可进行的操作。"
            )
        }
        Problem::ChangedMeanwhile => sentence!(
            language,
            "This was changed after you opened the page, and nothing of yours was saved over it. Reload the page, check what is there, and try again.",
            "您打开页面之后，内容已被更新，本次操作未覆盖任何数据。请刷新页面，核对后再试。"
        ),
        Problem::TooManyDrafts { most } => sentence!(
            language,
            "You have begun {most} applications and not submitted them, which is as many as an account may have. Submit or abandon one of them first.",
            "您已有{most}个未提交的申请草稿，已达上限。请先提交或放弃其中一个。"
        ),
        Problem::ProductNotVerified => sentence!(
            language,
            "The product is not verified yet. Go to the first step, choose a server or enter an authorization code, and press Verify.",
            "尚未验证产品。请回到第一步，选择服务器或填写备案授权码，然后点击“验证”。"
        ),
        Problem::EntityExists => sentence!(
            language,
            "This account has an entity already, and an account has one entity only. Choose New access for a website of this entity, or use another account for another entity.",
            "本账号已有主体，每个账号只能有一个主体。为该主体的网站办理请选择“新增接入”；其他主体请使用其他账号。"
        ),
        Problem::EntityMissing => sentence!(
            language,
            "No entity is on record for this account. Enter the number of the entity, or choose First license if it has none.",
            "本账号下没有主体。请填写主体备案号；主体尚未备案的，请选择“首次备案”。"
        ),
        Problem::EntityOfOtherAccount => sentence!(
            language,
            "This entity is licensed here under another account, and an entity belongs to one account only. Log in with that account, or check the number.",
            "该主体已在本接入商的另一个账号下，每个主体只能属于一个账号。请使用该账号登录，或核对主体备案号。"
        ),
        Problem::DomainAlreadyFiled { license_number } => sentence!(
            language,
            "The authority has a license for this domain: {license_number}. Choose New access to add this provider, or check the domain.",
            "该域名已有备案：{license_number}。请选择“新增接入”，或核对域名。"
        ),
        Problem::DomainNotFiled => sentence!(
            language,
            "The authority has no license for this domain. Check the domain, or choose First license.",
            "通信管理局没有该域名的备案记录。请核对域名，或选择“首次备案”。"
        ),
        Problem::DomainFiledElsewhere { license_number } => sentence!(
            language,
            "The authority has this domain under another number: {license_number}. Enter that number, or check the domain.",
            "该域名在通信管理局登记的备案号是 {license_number}。请填写该备案号，或核对域名。"
        ),
        Problem::EntityAlreadyFiled { license_number } => sentence!(
            language,
            "The authority has a license for this certificate: {license_number}. Choose New access, or check the certificate number.",
            "该证件已有备案：{license_number}。请选择“新增接入”，或核对证件号码。"
        ),
        Problem::DomainServedHere => sentence!(
            language,
            "This provider serves this domain already, so there is nothing to file. Check the domain, or see My Licenses.",
            "该域名已在本接入商接入，无需再次办理。请核对域名，或查看“我的备案”。"
        ),
        Problem::DomainServedMeanwhile => sentence!(
            language,
            "After this application was submitted, this provider has come to serve its domain by another access, or another application about it has gone to the authority. It cannot be approved: reject it with this reason.",
            "该申请提交后，其域名已通过其他接入在本接入商接入，或另有涉及该域名的申请已上报通信管理局，因此不能通过，请以此为由驳回。"
        ),

        Problem::Held { reason } => held(language, *reason).to_owned(),
        Problem::ClaimedByOther { name } => sentence!(
            language,
            "{name} has claimed this application. Take another one, or ask a supervisor to give it to you.",
            "该申请已由 {name} 认领。请处理其他申请，或请审核主管改派给您。"
        ),
        Problem::AlreadyDecided { by, status, at } => {
            let (status, at) = (
                application::status(language, status),
                date::minute(language, *at),
            );
            sentence!(
                language,
                "{by} was first: “{status}” since {at}. Your decision was not recorded, and nothing was sent twice.",
                "{by} 已先行处理：{at} 起状态为“{status}”。您的决定未被记录，也没有重复发送。"
            )
        }
        Problem::OwnApplication => sentence!(
            language,
            "You cannot decide on an application of your own. Another reviewer has to.",
            "不能审核自己的申请，请由其他审核员处理。"
        ),

        Problem::HolidayYearUnreadable { line } => sentence!(
            language,
            "Line {line} cannot be right. Check it against the State Council’s notice: each day is a date of that year such as 2027-10-01, is listed once, and a make-up day is a Saturday or Sunday.",
            "第 {line} 行有误。请对照国务院办公厅的通知核对：每天写成 2027-10-01 的形式，属于当年，不重复，调休上班日须为周六或周日。"
        ),
    }
}

fn required(language: Language, field: Option<Field>) -> String {
    let name = quoted(language, field);
    match field {
        Some(field) if field::is_choice(field) => {
            sentence!(
                language,
                "{name} is required. Choose what fits.",
                "{name}为必选项，请选择。"
            )
        }
        _ => sentence!(
            language,
            "{name} is required. Fill it in.",
            "{name}为必填项，请填写。"
        ),
    }
}

/// Of names the bureaus take the Pinyin of a character that they cannot enter.
fn not_representable(language: Language, field: Option<Field>, character: char) -> String {
    let name = quoted(language, field);
    if field.is_some_and(field::is_name) && is_rare_han(character) {
        return sentence!(
            language,
            "{name} contains “{character}”, a character that the authority’s system does not know. Write its Pinyin in capital letters instead, such as LI BIAO; the reviewer compares it with the document.",
            "{name}中的“{character}”无法录入通信管理局的系统。请用大写汉语拼音代替，例如填写 LI BIAO，审核时会与证件核对。"
        );
    }
    sentence!(
        language,
        "{name} contains “{character}”, a character that the authority’s system does not know. Write it in another way.",
        "{name}中的“{character}”无法录入通信管理局的系统，请换用其他写法。"
    )
}

/// A Chinese character that GBK lacks: of Extension A or of the supplementary planes.
const fn is_rare_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{9fa6}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn too_long(language: Language, field: Option<Field>, max: u32) -> String {
    let name = quoted(language, field);
    sentence!(
        language,
        "{name} is too long. Shorten it to {max} characters at most.",
        "{name}太长，请缩短到 {max} 个字符以内。"
    )
}

fn waits(language: Language, number: &str, why: WaitsFor) -> String {
    match why {
        WaitsFor::AnyOrder => sentence!(
            language,
            "Application {number} of this entity is in progress, and there can be only one at a time. Wait until it is decided, or withdraw it.",
            "该主体的申请 {number} 正在办理中，同一主体同一时间只能办理一项申请。请等待其办结，或先撤回该申请。"
        ),
        WaitsFor::SameWebsite => sentence!(
            language,
            "Application {number} about the same website is in progress. Wait until it is decided, or withdraw it.",
            "同一网站的申请 {number} 正在办理中。请等待其办结，或先撤回该申请。"
        ),
        WaitsFor::FirstLicense => sentence!(
            language,
            "Application {number} for a first license is in progress, and an account has one entity only. Wait until it is decided, or withdraw it.",
            "首次备案申请 {number} 正在办理中，每个账号只能有一个主体。请等待其办结，或先撤回该申请。"
        ),
    }
}

const fn held(language: Language, reason: HoldReason) -> &'static str {
    let words = match reason {
        HoldReason::ServerGone => (
            "This application cannot be approved yet: its server is gone or no longer meets the conditions. It can be approved once the holder has put this right; otherwise reject it with this reason.",
            "该申请暂不能通过：所用服务器已失效或不再符合条件。待备案用户处理后方可通过，否则请以此为由驳回。",
        ),
        HoldReason::CodeDisabled => (
            "This application cannot be approved yet: its authorization code was disabled by staff. It can be approved once the code is restored; otherwise reject it with this reason.",
            "该申请暂不能通过：所用备案授权码已被工作人员停用。待授权码恢复后方可通过，否则请以此为由驳回。",
        ),
    };
    pick(language, words)
}

/// The field's label in quotation marks, so that it is told from the sentence around it.
fn quoted(language: Language, field: Option<Field>) -> String {
    match field {
        Some(field) => format!("“{}”", field::label(language, field)),
        None => pick(language, ("This", "此项")).to_owned(),
    }
}
