use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::number::{Noun, count};
use shared::policy::Policy;

/// What the system keeps, who sees it, which cookies it sets.
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    let days = count(language, policy.draft.expire_after_days, Noun::Day);
    HelpArticle {
        intro: w.say(
            "What this license system does with personal data. The provider that runs it answers for the data; how to reach it stands beside this text.",
            "本备案系统如何处理个人信息。运营本系统的接入商对数据负责，联系方式见本页旁。",
        ),
        sections: vec![
            w.section("What is kept", "保存的信息", vec![
                w.points([
                    ("Your account: name, email, role, and the devices that are logged in.", "您的账号：名称、邮箱、角色和已登录的设备。"),
                    (
                        "What you file: entity, websites, and the people in charge of them, as the authority asks for it.",
                        "您的备案信息：主体、网站及其负责人，均为通信管理局所要求。",
                    ),
                    (
                        "What happened: who did what to an application, a code or an account, and when.",
                        "办理记录：谁在何时对申请、授权码或账号做了什么。",
                    ),
                ]),
                HelpBlock::Paragraph(sentence!(
                    language,
                    "A filing that is left alone for {days} without being submitted ends by itself.",
                    "{days}未编辑且未提交的申请会自动结束。"
                )),
            ]),
            w.section("Who sees it", "谁能看到", vec![
                w.points([
                    ("Before you submit: nobody at the provider.", "提交前：接入商人员看不到。"),
                    (
                        "After that: the provider’s reviewers, with personal data masked. Each time somebody reveals it, that is recorded.",
                        "提交后：接入商审核员看到的个人信息已脱敏，每次查看明文都会留下记录。",
                    ),
                    (
                        "The authority: what the filing asks for, once the provider has approved it.",
                        "通信管理局：初审通过后，收到备案所需的信息。",
                    ),
                    (
                        "The owner of an authorization code that you use: the website’s domain, and a masked email address with a short tag.",
                        "您所用授权码的所有者：网站域名，以及带短标识的脱敏邮箱。",
                    ),
                ]),
            ]),
            w.section("Cookies", "Cookie 的使用", vec![
                w.paragraph(
                    "Only those that the pages need. There are none of other companies, no advertising and no counting of visits.",
                    "仅使用页面运行所需的 Cookie，没有第三方 Cookie、广告或访问统计。",
                ),
                HelpBlock::Terms(vec![
                    (
                        w.say("Logged in", "登录状态"),
                        w.say("A random number that says which session is yours.", "标识您登录会话的随机编号。"),
                    ),
                    (
                        w.say("Language and appearance", "语言和外观"),
                        w.say("What you chose with the switches.", "您通过切换按钮作出的选择。"),
                    ),
                    (
                        w.say("Known browser", "已知浏览器"),
                        w.say(
                            "That you have logged in here before, so that wrong passwords of strangers do not keep you out. It counts for 180 days and logs nobody in.",
                            "表示您曾在此浏览器登录，以免他人输错密码影响您登录。有效期 180 天，不能用于登录。",
                        ),
                    ),
                    (
                        w.say("What you typed", "填写的内容"),
                        w.say(
                            "In a form that was refused, encrypted and for minutes, so that you need not type it again.",
                            "表单未通过时加密保存几分钟，以免重新填写。",
                        ),
                    ),
                ]),
            ]),
            w.section("Your data", "您的数据", vec![
                w.paragraph(
                    "You see what is kept about your licenses in My Licenses, and your account in My account. For anything else ask the provider.",
                    "备案信息可在“我的备案”中查看，账号信息可在“我的账号”中查看。其他问题请联系接入商。",
                ),
            ]),
        ],
    }
}
