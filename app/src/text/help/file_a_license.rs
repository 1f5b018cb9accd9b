use super::{HelpArticle, HelpBlock, HelpSection, Writer};
use crate::language::Language;
use crate::text::number::{Noun, count};
use crate::text::{application, filing};
use shared::application::ApplicationKind;
use shared::policy::Policy;
use shared::review::AUTHORITY_WORKING_DAYS;

/// First license and new access, step by step.
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    HelpArticle {
        intro: w.say(
            "A website that uses this provider’s servers needs an access record here. You file it in four steps; what you type is kept, so you can stop and go on later.",
            "使用本接入商服务器的网站须在此办理接入备案。共四个步骤，填写的内容会自动保存，可以随时中断、稍后继续。",
        ),
        sections: vec![
            which_one(w),
            before(w),
            begin(w),
            first_license(w),
            new_access(w),
            then(w, policy),
            unfinished(w, policy),
        ],
    }
}

fn which_one(w: Writer) -> HelpSection {
    let kinds = [ApplicationKind::FirstLicense, ApplicationKind::NewAccess];
    let terms = kinds.map(|kind| {
        (
            application::kind(w.0, kind).to_owned(),
            application::kind_hint(w.0, kind).to_owned(),
        )
    });
    w.section(
        "Which one you need",
        "应该办理哪一种",
        vec![
            HelpBlock::Terms(terms.to_vec()),
            w.paragraph(
                "A license number stands at the foot of a website, such as 京ICP备12345678号-1. If yours shows one, file a new access.",
                "网站底部的 京ICP备12345678号-1 就是备案号。您的网站已有备案号的，请办理新增接入。",
            ),
        ],
    )
}

fn before(w: Writer) -> HelpSection {
    let kinds = [ApplicationKind::FirstLicense, ApplicationKind::NewAccess];
    let terms = kinds.map(|kind| {
        (
            application::kind(w.0, kind).to_owned(),
            filing::have_ready(w.0, kind).to_owned(),
        )
    });
    w.section(
        "Have ready",
        "准备材料",
        vec![
            HelpBlock::Terms(terms.to_vec()),
            w.paragraph(
                "Both need the public IP of a server here: one of your own that meets the conditions, or an authorization code from the owner of another.",
                "两者都需要本接入商服务器的公网 IP：您自己的、符合条件的服务器，或其他服务器所有者提供的备案授权码。",
            ),
        ],
    )
}

fn begin(w: Writer) -> HelpSection {
    w.section(
        "Begin",
        "开始办理",
        vec![w.steps([
            ("Choose License at the upper right and log in.", "点击右上角的“备案”并登录。"),
            (
                "Choose License Applications in the menu, press New application and choose its type: First license or New access.",
                "选择菜单“备案申请”，点击“新建申请”并选择类型：“首次备案”或“新增接入”。",
            ),
            (
                "Verify the product: choose Server of this account and the server, or Authorization code, and paste the code. Press Verify.",
                "验证产品：选择“本账号的服务器”和服务器，或选择“备案授权码”并粘贴授权码，点击“验证”。",
            ),
        ])],
    )
}

fn first_license(w: Writer) -> HelpSection {
    w.section(
        "First license",
        "首次备案",
        vec![w.steps([
            (
                "Entity: who answers for the website, an organization or a person. Enter name, certificate and address exactly as on the certificate, and the principal with document, mobile and email.",
                "主体信息：对网站负责的单位或个人。名称、证件和地址须与证件完全一致，并填写负责人的证件、手机和邮箱。",
            ),
            (
                "Website: its domain, its name, what it offers, and who is in charge of it. That may be the entity’s principal.",
                "网站信息：域名、网站名称、服务内容和网站负责人。负责人可以与主体负责人相同。",
            ),
            (
                "Check and submit: everything that is missing or wrong is listed at once, each with a way to its field. Then press Submit.",
                "核对并提交：缺少和有误的内容会一次性列出，可直接跳转修改。最后点击“提交”。",
            ),
        ])],
    )
}

fn new_access(w: Writer) -> HelpSection {
    w.section(
        "New access",
        "新增接入",
        vec![
            w.steps([
                (
                    "Entity: its license number without the suffix, such as 京ICP备12345678号, and the license password.",
                    "主体信息：主体备案号（不带后缀，如 京ICP备12345678号）和备案密码。",
                ),
                (
                    "Website: its domain and its license number with the suffix, exactly as the authority has them on record.",
                    "网站信息：域名和带后缀的网站备案号，须与管局登记的信息完全一致。",
                ),
                (
                    "Check and submit. The authority is asked at once whether the numbers and the password are right; if not, you read it there and nothing is lost.",
                    "核对并提交。系统会立即向通信管理局核对备案号和密码；如有不符会在页面提示，已填写的内容不会丢失。",
                ),
            ]),
            w.paragraph(
                "The access at your other provider stays as it is until you cancel it there.",
                "原接入商的接入保持不变，直至您在原接入商处取消。",
            ),
        ],
    )
}

fn then(w: Writer, policy: &Policy) -> HelpSection {
    let language = w.0;
    let days = count(
        language,
        policy.review.filing_working_days,
        Noun::WorkingDay,
    );
    let authority = count(language, AUTHORITY_WORKING_DAYS, Noun::WorkingDay);
    w.section(
        "What happens then",
        "提交之后",
        vec![
            HelpBlock::Steps(vec![
                sentence!(
                    language,
                    "The provider reviews the application within {days} after the day of submission. If something is wrong, you read which answer, why, and can modify and submit it again.",
                    "接入商在提交次日起 {days}内完成初审。如有问题，您会看到是哪一项和原因，修改后可重新提交。"
                ),
                w.say(
                    "When it is approved, it is submitted to the competent authority at once. Until then you can withdraw it.",
                    "初审通过后立即提交通信管理局，提交之前可以撤回。",
                ),
                sentence!(
                    language,
                    "The authority decides within {authority}. Keep the mobile phones reachable: it may send text messages or call.",
                    "通信管理局在 {authority}内审核。请保持手机畅通：管局可能发送短信或致电。"
                ),
                w.say(
                    "You get the license numbers here and by email. Show the website’s number at the foot of its pages, linked to beian.miit.gov.cn.",
                    "备案号会显示在这里，并通过邮件通知您。请在网站底部展示备案号，并链接到 beian.miit.gov.cn。",
                ),
            ]),
        ],
    )
}

fn unfinished(w: Writer, policy: &Policy) -> HelpSection {
    let language = w.0;
    let days = count(language, policy.draft.expire_after_days, Noun::Day);
    let held = count(language, policy.code.draft_hold_days, Noun::Day);
    w.section(
        "If you do not finish it",
        "没有完成的申请",
        vec![HelpBlock::Points(vec![
            w.say(
                "It waits in License Applications; Continue leads back to where you were.",
                "申请保留在“备案申请”中，点击“继续填写”即可回到原处。",
            ),
            sentence!(
                language,
                "Left alone for {days} it ends by itself; you are reminded before.",
                "{days}未编辑会自动结束，此前会提醒您。"
            ),
            sentence!(
                language,
                "An authorization code is kept for it for {held} after your last change, and its owner can take it back until you submit.",
                "备案授权码自最后一次编辑起为其保留 {held}；提交之前，授权码所有者可以收回。"
            ),
        ])],
    )
}
