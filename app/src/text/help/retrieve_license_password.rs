use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;

/// `Ways to Retrieve License Password` (S13).
pub(super) fn article(language: Language) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "The license password is issued by the authority when an entity is licensed for the first time, one for each entity. This provider does not have it and cannot send it to you; the authority can.",
            "备案密码由通信管理局在主体首次备案时下发，每个主体一个。本接入商没有备案密码，无法代为发送；请向通信管理局找回。",
        ),
        sections: vec![
            w.section("Online", "在线找回", vec![
                HelpBlock::Steps(vec![
                    w.say(
                        "Open the website of the license management system of the Ministry of Industry and Information Technology, beian.miit.gov.cn, and choose the way to retrieve the license password.",
                        "打开工业和信息化部备案管理系统网站 beian.miit.gov.cn，选择找回备案密码。",
                    ),
                    w.say(
                        "Enter the entity license number without the suffix -n: 京ICP备12345678号, not 京ICP备12345678号-1.",
                        "填写主体备案号，不带 -n 后缀：填写 京ICP备12345678号，而不是 京ICP备12345678号-1。",
                    ),
                    w.say(
                        "Choose the document type and enter the document number of the entity as they were at the first filing.",
                        "选择首次备案时的主体证件类型，填写证件号码。",
                    ),
                    w.say(
                        "Enter the mobile number of the entity’s principal that was given at the first filing.",
                        "填写首次备案时留的主体负责人手机号码。",
                    ),
                    w.say(
                        "Submit once and wait. The password is sent to that mobile number and to the email address of the filing.",
                        "提交一次后等待。密码会发送到该手机号码和备案时的邮箱。",
                    ),
                ]),
                w.warning(
                    "Do not click repeatedly. Each click makes a new password, and only the last one works.",
                    "请不要反复点击。每次点击都会生成新的密码，只有最后一个有效。",
                ),
            ]),
            w.section("Offline", "线下找回", vec![
                w.paragraph(
                    "If the mobile number or the email address of the first filing is no longer yours, or nothing arrives, ask the communications administration of your province.",
                    "如首次备案时的手机号码和邮箱已不再使用，或未收到密码，请联系所在省、自治区、直辖市的通信管理局。",
                ),
                HelpBlock::Steps(vec![
                    w.say(
                        "Get the form for retrieving the license password from the website or the office of the communications administration.",
                        "从通信管理局网站或办事窗口获取找回备案密码的申请表。",
                    ),
                    w.say(
                        "Fill it in. An organization stamps it with its seal; an individual signs it. Add a copy of the entity’s certificate and of the principal’s document.",
                        "填写申请表，单位加盖公章，个人签名，并附主体证件和负责人证件的复印件。",
                    ),
                    w.say(
                        "Hand it in or send it as the form says. The administration answers by phone, text message or email.",
                        "按申请表说明递交或邮寄，通信管理局会以电话、短信或邮件答复。",
                    ),
                ]),
            ]),
            w.section("With the password in hand", "找回之后", vec![
                HelpBlock::Points(vec![
                    w.say(
                        "Enter it exactly, with capital and small letters. Copying it from the message avoids typing errors.",
                        "请准确输入，区分大小写。直接从短信或邮件复制可避免输错。",
                    ),
                    w.say(
                        "Entering a wrong password several times locks the confirmation here for a while. If you are not sure, retrieve it first.",
                        "多次输入错误会暂时锁定本系统的确认功能。不确定时请先找回密码。",
                    ),
                    w.say(
                        "It is not the password of your account in this license system.",
                        "备案密码不是本备案系统的登录密码。",
                    ),
                ]),
            ]),
        ],
    }
}
