use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::{code, problem};
use shared::cloud_server::Ineligibility;
use shared::policy::{BillingRule, Policy, RegionRule};

/// Where the statuses are explained, in addresses: `/help/authorization-codes#…`.
pub const STATUSES: &str = "authorization-code-statuses";

/// Where it is said which servers give codes.
pub const CONDITIONS: &str = "authorization-code-conditions";

/// Authorization codes, step by step (S20 to S34).
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    let given =
        code::quota::given_by_each_server(language, policy.code.quota_mode, policy.code.quota);
    HelpArticle {
        intro: w.say(
            "An authorization code lets any account use the public IP of your server to license one website. With it, people who have no server of their own here can file a website that runs on yours.",
            "持有备案授权码的任何账号都可以使用您服务器的公网 IP 为一个网站办理备案。没有服务器的人凭授权码即可备案在您服务器上的网站。",
        ),
        sections: vec![
            w.section("Which servers give codes", "哪些服务器可以申请", vec![
                w.paragraph(
                    "All your servers are listed. Where a condition is not met, the row says which one and what to do:",
                    "您的服务器全部列出。不符合条件的，所在行会说明原因和处理办法：",
                ),
                HelpBlock::Points(conditions(policy).map(|failed| problem::ineligibility(language, failed)).collect()),
            ])
            .named(CONDITIONS),
            w.section("Apply", "申请", vec![
                HelpBlock::Steps(vec![
                    w.say(
                        "Choose Apply for Authorization Code in the menu on the left.",
                        "选择左侧菜单“申请备案授权码”。",
                    ),
                    w.say("Press Apply on the row of the server.", "点击服务器所在行的“申请”。"),
                    sentence!(
                        language,
                        "Choose how many you need and press OK. {given}",
                        "选择需要的数量，点击“确定”。{given}"
                    ),
                    w.say(
                        "Press View on the row, or choose Manage Authorization Code, to see the codes and how long they are valid.",
                        "点击该行的“查看”，或选择“管理备案授权码”，查看授权码及其有效期。",
                    ),
                ]),
                HelpBlock::Paragraph(code::validity_note(language, policy.code.validity_years)),
            ]),
            w.section("Use", "使用", vec![
                HelpBlock::Steps(vec![
                    w.say(
                        "Copy an unused code and give it to whoever files the website.",
                        "复制一个未使用的授权码，交给要办理备案的人。",
                    ),
                    w.say(
                        "In the first step of an application, Verify the product, choose Authorization code, paste the code and press Verify.",
                        "在备案申请的第一步“验证产品”中选择“备案授权码”，粘贴授权码，点击“验证”。",
                    ),
                    w.say(
                        "From then on the code is reserved for this application.",
                        "此后该授权码由该申请占用。",
                    ),
                ]),
                w.warning(
                    "Whoever has a code can use it. Give it only to the person it is for; disable unused codes you no longer need.",
                    "持有授权码的人都可以使用。请只交给本人；不再需要的未使用授权码请及时停用。",
                ),
            ]),
            w.section("The four statuses", "四种状态", vec![HelpBlock::Terms(
                code::statuses::meanings(language, &policy.code)
                    .map(|(_, word, meaning)| (word.to_owned(), meaning))
                    .to_vec(),
            )])
            .named(STATUSES),
            w.section("When the application that uses a code ends", "使用授权码的申请结束后", vec![
                HelpBlock::Paragraph(code::statuses::fate(language, &policy.code)),
            ]),
            w.section("What you are told", "通知与查看", vec![
                w.paragraph(
                    "Manage Authorization Code shows for each code in use which website and which account it is for, since when, and how far its application is; addresses are masked, and a short tag tells accounts apart. Messages tell you when a code is taken, used, returned or made invalid; whether mails do so too is set in My account.",
                    "“管理备案授权码”显示每个使用中的授权码用于哪个网站和账号、占用时间和申请进度；邮箱已脱敏，并以短标识区分账号。授权码被占用、使用、归还或失效时，系统会发送消息；是否同时发送邮件可在“我的账号”中设置。",
                ),
                w.paragraph(
                    "As long as the application was never submitted, press Take back on the code’s row to have the code back. The other account is told, and its draft asks for another product.",
                    "申请从未提交时，可在授权码所在行点击“收回”。系统会通知对方账号，其草稿须重新验证产品。",
                ),
            ]),
        ],
    }
}

/// What S21 asks for under this policy; the servers' rows use the same words.
fn conditions(policy: &Policy) -> impl Iterator<Item = Ineligibility> {
    let server = &policy.server;
    let days = server.min_remaining_days;
    [
        (server.billing == BillingRule::Prepaid).then_some(Ineligibility::NotPrepaid),
        (server.min_term_months > 0).then_some(Ineligibility::TermTooShort {
            required_months: server.min_term_months,
            inclusive: server.inclusive,
            basis: server.basis,
        }),
        (days > 0).then_some(Ineligibility::TooFewDaysLeft {
            required_days: days,
        }),
        Some(Ineligibility::NoPublicIp),
        (server.regions == RegionRule::Mainland).then_some(Ineligibility::NotMainland),
        Some(Ineligibility::NotUsable),
    ]
    .into_iter()
    .flatten()
}
