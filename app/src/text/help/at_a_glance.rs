use super::{HelpArticle, HelpBlock, Writer};
use crate::language::Language;
use crate::text::number::{Noun, count};
use shared::policy::Policy;
use shared::review::AUTHORITY_WORKING_DAYS;

/// What a license is, what can be done here, and how long it takes.
pub(super) fn article(language: Language, policy: &Policy) -> HelpArticle {
    let w = Writer(language);
    let filing = count(
        language,
        policy.review.filing_working_days,
        Noun::WorkingDay,
    );
    let cancellation = count(
        language,
        policy.review.cancel_working_days,
        Noun::WorkingDay,
    );
    let authority = count(language, AUTHORITY_WORKING_DAYS, Noun::WorkingDay);
    HelpArticle {
        intro: w.say(
            "In mainland China a website may be served only by a provider that has an access record for it. In this license system you file and cancel the licenses of the websites on this provider’s servers. It is free of charge.",
            "在中国大陆，网站只能由为其办理了接入备案的接入商提供服务。您可以在本备案系统为使用本接入商服务器的网站办理备案和取消接入。备案免费。",
        ),
        sections: vec![
            w.section("The words", "名词解释", vec![
                HelpBlock::Terms(vec![
                    (
                        w.say("Entity", "主体"),
                        w.say(
                            "The organization or person that answers for its websites. It has the number 京ICP备12345678号.",
                            "对网站负责的单位或个人，备案号形如 京ICP备12345678号。",
                        ),
                    ),
                    (
                        w.say("Website", "网站"),
                        w.say(
                            "One service of an entity. Its number has a suffix: 京ICP备12345678号-1.",
                            "主体的一项服务，备案号带后缀，形如 京ICP备12345678号-1。",
                        ),
                    ),
                    (
                        w.say("Access", "接入"),
                        w.say(
                            "The link between a website and the provider whose servers it uses. A website can have access at several providers.",
                            "网站与其所用服务器的接入商之间的关系。一个网站可以有多个接入商。",
                        ),
                    ),
                    (
                        w.say("Authority", "通信管理局（管局）"),
                        w.say(
                            "The communications administration of a province. It decides on every application after the provider’s review.",
                            "各省、自治区、直辖市的通信管理局，在接入商初审之后审核所有申请。",
                        ),
                    ),
                    (
                        w.say("License password", "备案密码"),
                        w.say(
                            "Issued by the authority, one for each entity. It confirms a new access and a cancellation.",
                            "由通信管理局下发，每个主体一个，用于确认新增接入和取消接入。",
                        ),
                    ),
                ]),
            ]),
            w.section("What you can do here", "可以办理的业务", vec![
                HelpBlock::Terms(vec![
                    (
                        w.say("First license", "首次备案"),
                        w.say(
                            "Neither the entity nor the domain has a number yet.",
                            "主体和域名都没有备案号。",
                        ),
                    ),
                    (
                        w.say("New access", "新增接入"),
                        w.say(
                            "The website has a number at another provider; this one is added. The other stays as it is.",
                            "网站已在其他接入商备案，为其增加本接入商；原接入不受影响。",
                        ),
                    ),
                    (
                        w.say("Cancel access", "取消接入"),
                        w.say(
                            "The website no longer uses this provider’s servers. The numbers stay.",
                            "网站不再使用本接入商的服务器。备案号保留。",
                        ),
                    ),
                ]),
            ]),
            w.section("How long it takes", "办理时间", vec![
                HelpBlock::Points(vec![
                    sentence!(
                        language,
                        "Review by the provider: {filing} for a license, {cancellation} for a cancellation, counted from the day after submission. Your application shows the exact time.",
                        "接入商初审：备案 {filing}，取消接入 {cancellation}，自提交次日起算。申请页会显示具体时间。"
                    ),
                    sentence!(
                        language,
                        "Decision of the authority: up to {authority}.",
                        "通信管理局审核：最长 {authority}。"
                    ),
                    w.say(
                        "You are told every result here and by email. At each moment your application says who acts next.",
                        "每一步结果都会在这里和邮件中通知您，申请页随时显示下一步由谁处理。",
                    ),
                ]),
            ]),
        ],
    }
}
