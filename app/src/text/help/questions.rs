use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::code::{quota, statuses};
use shared::policy::Policy;

/// What holders ask most.
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say("What holders ask most.", "备案用户最常问的问题。"),
        sections: vec![
            w.section("Why is there no Apply button on my server?", "为什么我的服务器没有“申请”按钮？", vec![
                w.paragraph(
                    "The server does not meet a condition, or all its codes have been applied for. The row says which it is and what to do. After a renewal or a new public IP the button appears by itself.",
                    "服务器不符合某项条件，或授权码已全部申请。所在行会说明原因和处理办法。续费或绑定公网 IP 后，按钮会自动出现。",
                ),
            ]),
            w.section("Why does it say that my code has been used?", "为什么提示授权码已被使用？", vec![
                w.paragraph(
                    "An application has taken the code: yours or somebody else’s. A code is taken when it is verified, not only when the license is issued. The owner sees in Manage Authorization Code for which website it is used, by whom and since when.",
                    "该授权码已被某个申请占用，可能是您自己的，也可能是他人的。授权码在验证时即被占用，而不是备案成功后。服务器所有者可在“管理备案授权码”中查看使用者和时间。",
                ),
                HelpBlock::Paragraph(statuses::fate(language, &policy.code)),
            ]),
            w.section("Why is my code invalid?", "为什么我的授权码无效？", vec![
                w.paragraph(
                    "The reason is shown beside the status: it expired, was disabled, its server no longer meets the conditions, or the application that used it was abandoned. Apply for another code.",
                    "原因显示在状态旁：已过期、已停用、服务器已不符合条件，或使用它的申请已被放弃。请申请其他授权码。",
                ),
            ]),
            w.section("Do I get a place back when a code has ended?", "授权码用完或失效后，数量会返还吗？", vec![
                HelpBlock::Paragraph(quota::place_back(language, policy.code.quota_mode).to_owned()),
            ]),
            w.section("What happens to my website after the access is canceled?", "取消接入后，网站会怎样？", vec![
                HelpBlock::Points(vec![
                    w.say("Its license number and the entity’s number stay.", "网站备案号和主体备案号都保留。"),
                    w.say(
                        "While its domain points to this provider’s servers, it is blocked. Pointed elsewhere, it is not affected by this provider.",
                        "域名解析到本接入商的服务器时会被阻断访问；解析到其他地址则不受本接入商影响。",
                    ),
                    w.say(
                        "It needs access at the provider that serves it now. If no provider holds access, the authority may cancel the number.",
                        "网站需要在现用的接入商处办理新增接入。没有任何接入的备案号可能被管局注销。",
                    ),
                    w.say(
                        "To come back, file New access here.",
                        "如需重新使用本接入商，请在此办理新增接入。",
                    ),
                ]),
            ]),
            w.section("Can I take a cancellation back?", "取消接入可以撤回吗？", vec![
                w.paragraph(
                    "Yes, until it is handed to the authority, which happens soon after the provider’s approval. After that it cannot be withdrawn any more.",
                    "提交通信管理局之前可以撤回。接入商初审通过后很快就会提交管局，提交之后不能再撤回。",
                ),
            ]),
            w.section("Why can I not choose Cancel Access?", "为什么不能选择“取消接入”？", vec![
                HelpBlock::Paragraph(why_no_cancel_access(w, policy.entity.one_order_at_a_time)),
            ]),
            w.section("The license password is not accepted. What now?", "备案密码验证不通过怎么办？", vec![
                w.paragraph(
                    "Check capital and small letters, and that it is the license password and not the one you log in with. If several passwords were sent to you, only the last works. Otherwise see “Ways to Retrieve License Password”.",
                    "请检查大小写，并确认填写的是备案密码而不是登录密码。如收到多个密码，只有最后一个有效。仍不通过的，参见“找回备案密码的方式”。",
                ),
            ]),
            w.section("Who sees my personal data?", "谁能看到我的个人信息？", vec![
                w.paragraph(
                    "Nobody but you before you submit. Then the provider’s reviewers see it masked, the name of a person as well; each time somebody reveals it, that is recorded, and outside of a review with the reason. What you change after a rejection or a withdrawal they see once you submit it again. The authority receives what the filing asks for. The owner of a code sees the website’s domain and a masked email address with a short tag.",
                    "提交前只有您本人能看到。提交后，接入商审核员看到的是脱敏信息（包括个人姓名），每次查看明文都会留下记录；不在审核中的，还须填写原因。被驳回或撤回后所作的修改，再次提交后审核员才能看到。通信管理局会收到备案所需的信息。授权码所有者能看到网站域名，以及带短标识的脱敏邮箱。",
                ),
            ]),
        ],
    }
}

/// S9, as the policy in force has it.
fn why_no_cancel_access(w: Writer, one_order_at_a_time: bool) -> String {
    if one_order_at_a_time {
        w.say(
            "Another application of the entity is in progress; there can be only one at a time. The menu names the reason. Wait until it is decided, or withdraw it.",
            "该主体有正在办理的申请，同一时间只能办理一项。菜单中会说明原因。请等待其办结，或先撤回。",
        )
    } else {
        w.say(
            "The website has been licensed, and the authority’s data of the access is not here yet. The menu names the reason. The data usually comes within a day.",
            "该网站备案已通过，但管局的接入数据尚未下发。菜单中会说明原因。数据通常一天内到达。",
        )
    }
}
