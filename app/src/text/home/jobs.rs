//! What can be done here: how long it takes, what happens then, what to have ready.

use crate::language::Language;
use crate::text::code::quota;
use crate::text::number::{Noun, count};
use crate::text::{pick, space};
use shared::policy::{BillingRule, Policy, RegionRule, ServerPolicy, TermBasis};
use shared::review::AUTHORITY_WORKING_DAYS;

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub title: &'static str,
    pub text: String,
    /// Of the person who does it.
    pub your_time: &'static str,
    pub then: String,
    pub have_ready: Vec<String>,
    /// The link that begins it.
    pub start: &'static str,
}

words! {
    your_time: "Your time", "所需时间";
    then: "Then", "之后";
    have_ready: "Have ready", "请准备";
    step_by_step: "Step by step", "查看步骤";
    /// Before [`which`].
    not_sure: "Not sure?", "不确定？";
    which: "If the foot of your website shows a number like 京ICP备12345678号-1, it has a license: you need a new access. If not, a first license.",
        "网站底部如有 京ICP备12345678号-1 这样的编号，即已备案，请办理新增接入；没有则办理首次备案。";
}

/// A website goes online here.
#[must_use]
pub fn file_a_license(language: Language, policy: &Policy) -> Job {
    let say = |english, chinese| pick(language, (english, chinese));
    let review = days(language, policy.review.filing_working_days);
    let authority = AUTHORITY_WORKING_DAYS;
    Job {
        title: say("File a license", "办理备案"),
        text: say(
            "A website of yours goes online here. With no license number yet it is a first license; with one from another provider, a new access.",
            "您的网站将使用本接入商的服务器。没有备案号的办理首次备案；已在其他接入商备案的办理新增接入。",
        )
        .to_owned(),
        your_time: say("about 20 minutes, kept as you go", "约 20 分钟，填写内容随时保存"),
        then: sentence!(
            language,
            "review up to {review}, authority up to {authority}",
            "初审最长 {review}，管局最长 {authority} 个工作日"
        ),
        have_ready: [
            say("The entity’s certificate", "主体证件"),
            say(
                "Identity document and mobile phone of the person in charge",
                "负责人的身份证件和手机",
            ),
            say(
                "The domain, and a server here or an authorization code",
                "域名，以及本接入商的服务器或备案授权码",
            ),
            say(
                "For a new access: the license numbers and the license password",
                "新增接入：备案号和备案密码",
            ),
        ]
        .map(str::to_owned)
        .to_vec(),
        start: say("File a license", "办理备案"),
    }
}

/// Another account files a website on one's own server.
#[must_use]
pub fn lend_an_ip(language: Language, policy: &Policy) -> Job {
    let say = |english, chinese| pick(language, (english, chinese));
    let given = quota::given_by_each_server(language, policy.code.quota_mode, policy.code.quota);
    let years = policy.code.validity_years;
    let text = say(
        "Another account files its website on your server with an authorization code. One code, one website.",
        "其他账号凭备案授权码在您的服务器上备案网站。一个授权码用于一个网站。",
    );
    Job {
        title: say("Lend your server’s IP", "授权使用服务器 IP"),
        text: [text, &given].join(space(language)),
        your_time: say("1 minute", "1 分钟"),
        then: match language {
            Language::English if years == 1 => "usable at once, valid for 1 year".to_owned(),
            Language::English => format!("usable at once, valid for {years} years"),
            Language::Chinese => format!("立即可用，有效期 {years} 年"),
        },
        have_ready: conditions(language, &policy.server),
        start: say("Get a code", "申请授权码"),
    }
}

/// A website leaves.
#[must_use]
pub fn cancel_access(language: Language, policy: &Policy) -> Job {
    let say = |english, chinese| pick(language, (english, chinese));
    let review = days(language, policy.review.cancel_working_days);
    let authority = AUTHORITY_WORKING_DAYS;
    Job {
        title: say("Cancel access", "取消接入"),
        text: say(
            "A website no longer uses our servers. Its access here ends; the numbers of entity and website are not canceled.",
            "网站不再使用本接入商的服务器。取消后本接入终止，主体和网站的备案号不会注销。",
        )
        .to_owned(),
        your_time: say("3 minutes", "3 分钟"),
        then: sentence!(
            language,
            "review up to {review} after today, authority up to {authority}",
            "初审最长 {review}（次日起算），管局最长 {authority} 个工作日"
        ),
        have_ready: [
            say("The license password", "备案密码"),
            say(
                "Access at your new provider, filed first",
                "已在新接入商办理的新增接入",
            ),
            say(
                "The domain pointing to the new server",
                "已解析到新服务器的域名",
            ),
        ]
        .map(str::to_owned)
        .to_vec(),
        start: say("Cancel access", "取消接入"),
    }
}

fn days(language: Language, days: u32) -> String {
    count(language, days, Noun::WorkingDay)
}

/// S21, as short as a list of what to have ready wants it.
fn conditions(language: Language, policy: &ServerPolicy) -> Vec<String> {
    let say = |english, chinese| pick(language, (english, chinese)).to_owned();
    let package = match policy.billing {
        BillingRule::Prepaid => say(
            "A server in a monthly or yearly package",
            "包月或包年的服务器",
        ),
        BillingRule::Any => say("A server, billed in any way", "任意计费方式的服务器"),
    };
    let mut conditions = vec![package];
    conditions.extend(term(language, policy));
    if policy.min_remaining_days > 0 {
        let days = count(language, policy.min_remaining_days, Noun::Day);
        conditions.push(sentence!(
            language,
            "At least {days} of its term left",
            "剩余时长不少于 {days}"
        ));
    }
    conditions.push(match policy.regions {
        RegionRule::Mainland => say(
            "A public IP (EIP) bound to it, in mainland China",
            "位于中国大陆，已绑定公网 IP（EIP）",
        ),
        RegionRule::Any => say("A public IP (EIP) bound to it", "已绑定公网 IP（EIP）"),
    });
    conditions
}

fn term(language: Language, policy: &ServerPolicy) -> Option<String> {
    if policy.min_term_months == 0 {
        return None;
    }
    let months = count(language, policy.min_term_months, Noun::Month);
    Some(match (policy.basis, policy.inclusive) {
        (TermBasis::Total, false) => sentence!(
            language,
            "A term of more than {months}, renewals counted",
            "购买时长（含续费）超过 {months}"
        ),
        (TermBasis::Total, true) => sentence!(
            language,
            "A term of at least {months}, renewals counted",
            "购买时长（含续费）不少于 {months}"
        ),
        (TermBasis::Remaining, false) => sentence!(
            language,
            "More than {months} of its term left",
            "剩余时长超过 {months}"
        ),
        (TermBasis::Remaining, true) => sentence!(
            language,
            "At least {months} of its term left",
            "剩余时长不少于 {months}"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::assert_side_by_side;
    use shared::policy::QuotaMode;

    type Said = fn(Language, &Policy) -> Job;
    const JOBS: [Said; 3] = [file_a_license, lend_an_ip, cancel_access];

    fn pieces(job: &Job) -> Vec<String> {
        let mut pieces = [job.title, job.your_time, job.start]
            .map(str::to_owned)
            .to_vec();
        pieces.extend([job.text.clone(), job.then.clone()]);
        pieces.extend(job.have_ready.clone());
        pieces
    }

    fn other_policy() -> Policy {
        let mut policy = Policy::default();
        policy.review.cancel_working_days = 2;
        policy.review.filing_working_days = 7;
        policy.code.quota = 8;
        policy.code.quota_mode = QuotaMode::Live;
        policy.code.validity_years = 2;
        policy.server = ServerPolicy {
            billing: BillingRule::Any,
            regions: RegionRule::Any,
            min_term_months: 6,
            inclusive: true,
            basis: TermBasis::Remaining,
            min_remaining_days: 30,
        };
        policy
    }

    #[test]
    fn every_job_says_the_same_in_both_languages() {
        for policy in [Policy::default(), other_policy()] {
            for job in JOBS {
                let both = Language::ALL.map(|language| pieces(&job(language, &policy)));
                assert_eq!(both[0].len(), both[1].len());
                for (english, chinese) in both[0].iter().zip(&both[1]) {
                    assert_side_by_side(|language| match language {
                        Language::English => english.clone(),
                        Language::Chinese => chinese.clone(),
                    });
                }
            }
        }
    }

    #[test]
    fn the_jobs_follow_the_policy() {
        let said = |policy: &Policy| -> String {
            let jobs = JOBS.map(|job| pieces(&job(Language::English, policy)).join("\n"));
            jobs.join("\n")
        };
        let (before, after) = (said(&Policy::default()), said(&other_policy()));
        for (default, changed) in [
            (
                "review up to 1 working day after",
                "review up to 2 working days after",
            ),
            (
                "review up to 3 working days,",
                "review up to 7 working days,",
            ),
            ("5 codes in all", "8 codes at a time"),
            ("valid for 1 year", "valid for 2 years"),
            ("monthly or yearly package", "billed in any way"),
            (
                "A term of more than 3 months",
                "At least 6 months of its term left",
            ),
            ("in mainland China", "At least 30 days of its term left"),
        ] {
            assert!(
                before.contains(default) && !after.contains(default),
                "{default}"
            );
            assert!(
                after.contains(changed) && !before.contains(changed),
                "{changed}"
            );
        }
    }
}
