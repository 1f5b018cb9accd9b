use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::number::{Noun, count};
use shared::policy::Policy;
use shared::review::AUTHORITY_WORKING_DAYS;

/// Cancel access, step by step (S1 to S17).
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    let days = count(
        language,
        policy.review.cancel_working_days,
        Noun::WorkingDay,
    );
    let authority = count(language, AUTHORITY_WORKING_DAYS, Noun::WorkingDay);
    let wrong_passwords = count(language, policy.cancel.password_tries, Noun::WrongPassword);
    let hours = count(language, policy.cancel.lock_hours, Noun::Hour);
    HelpArticle {
        intro: w.say(
            "Canceling access ends the link between one website and this provider. The website’s license information leaves this license system. The license numbers of the entity and of the website are not canceled.",
            "取消接入即终止一个网站与本接入商的接入关系，网站的备案信息将从本备案系统清除。主体和网站的备案号都不会被注销。",
        ),
        sections: vec![
            w.section("Before you start", "办理之前", vec![
                HelpBlock::Points(vec![
                    w.say(
                        "Add access at the provider whose servers you use now, in that provider’s license system, as soon as possible and best before you cancel here.",
                        "请尽快在现用服务器的接入商备案系统中办理新增接入，最好在取消之前办理。",
                    ),
                    w.say(
                        "Point the domain to the new server. A domain whose access was canceled is blocked while it points to this provider’s servers.",
                        "将域名解析到新的服务器。取消接入后，仍解析到本接入商服务器的域名会被阻断访问。",
                    ),
                    w.say(
                        "Have the license password ready. If you forgot it, see “Ways to Retrieve License Password”.",
                        "准备好备案密码。如忘记，参见“找回备案密码的方式”。",
                    ),
                ]),
                w.warning(
                    "If no provider holds access for a website, the authority may cancel its license number under the regulations.",
                    "没有任何接入商提供接入的网站，通信管理局可能依法注销其备案号。",
                ),
            ]),
            w.section("Steps", "操作步骤", vec![
                HelpBlock::Steps(vec![
                    w.say("Choose License at the upper right and log in.", "点击右上角的“备案”并登录。"),
                    w.say(
                        "In My Licenses, open More on the website’s row and choose Cancel Access.",
                        "在“我的备案”中，打开网站所在行的“更多”，选择“取消接入”。",
                    ),
                    w.say(
                        "Read what the pop-up says. OK leads on; Give Up leaves everything as it is.",
                        "阅读弹窗内容。点击“确定”继续，点击“放弃”则不作任何更改。",
                    ),
                    w.say(
                        "Read the consequences on the page, choose a reason, and enter the license password.",
                        "阅读页面上的影响说明，选择原因，填写备案密码。",
                    ),
                    w.say(
                        "Press Next. The password is checked with the authority, and the application goes to the provider’s review.",
                        "点击“下一步”。系统向通信管理局验证密码，申请进入接入商初审。",
                    ),
                ]),
                HelpBlock::Paragraph(sentence!(
                    language,
                    "After {wrong_passwords} the confirmation is locked for {hours}.",
                    "备案密码连续输错达到 {wrong_passwords}后，确认功能将锁定 {hours}。"
                )),
            ]),
            w.section("What happens when, and who decides", "办理时间与审核方", vec![
                HelpBlock::Steps(vec![
                    sentence!(
                        language,
                        "The provider decides within {days} after the day of submission. If the application is rejected, you read the reason and can modify and submit it.",
                        "接入商在提交次日起 {days}内作出决定。如被驳回，您可查看原因，修改后重新提交。"
                    ),
                    w.say(
                        "When it is approved, it is submitted to the competent authority at once. Until it is handed over you can withdraw it, after that not.",
                        "通过后立即提交通信管理局。提交完成之前可以撤回，之后不能撤回。",
                    ),
                    sentence!(
                        language,
                        "The authority decides; it takes up to {authority}.",
                        "由通信管理局审核，最长 {authority}。"
                    ),
                    w.say(
                        "When the authority has approved, the access is canceled and the website is cleared from this license system. It stays readable in your archive.",
                        "管局审核通过后，接入取消，网站从本备案系统清除，您仍可在归档中查看。",
                    ),
                ]),
            ]),
        ],
    }
}
