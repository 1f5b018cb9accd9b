//! Sentences of the staff's pages: review, codes, calendar, administration.

use super::pick;
use crate::language::Language;
use crate::text::number::{Noun, count};

/// What happened to the last form, by the key that the address carries.
#[must_use]
pub fn done(language: Language, key: &str) -> Option<&'static str> {
    use super::{code, review};
    match key {
        "disabled" => Some(code::disabled(language)),
        "restored" => Some(code::restored(language)),
        "approved" => Some(review::approved(language)),
        "rejected" => Some(review::rejected(language)),
        "reassigned" => Some(review::reassigned(language)),
        "created" => Some(account_created(language)),
        "role" => Some(role_changed(language)),
        "proposed" => Some(administrator_proposed(language)),
        "confirmed" => Some(administrator_confirmed(language)),
        "declined" => Some(proposal_ended(language)),
        "blocked" => Some(account_blocked(language)),
        "unblocked" => Some(account_unblocked(language)),
        "revoked" => Some(token_revoked(language)),
        _ => None,
    }
}

/// What a service token may do, by its scope.
#[must_use]
pub fn scope(language: Language, code: &str) -> &'static str {
    let words = match code {
        "block_feed:read" => ("Read the domains to block", "读取需阻断的域名"),
        "inventory:write" => (
            "Report servers, public IPs and terms",
            "上报服务器、公网 IP 与租期",
        ),
        "codes:check" => ("Check authorization codes", "查询备案授权码状态"),
        "applications:read" => ("Read the status of applications", "读取申请状态"),
        "accesses:read" => ("Read which domains have access here", "读取已接入的域名"),
        _ => ("Other", "其他"),
    };
    pick(language, words)
}

/// The years whose holidays nobody has entered.
#[must_use]
pub fn provisional_years(language: Language, years: &str) -> String {
    sentence!(
        language,
        "The holidays of {years} are not entered yet. Due dates in that time count weekends only and are marked provisional.",
        "{years} 年放假安排尚未录入。其间的截止日期仅按周末计算，并标为暂定。"
    )
}

/// A year that was entered.
#[must_use]
pub fn year_entered(language: Language, year: &str) -> String {
    sentence!(
        language,
        "The holidays of {year} are in force. New due dates count with them.",
        "{year} 年放假安排已生效，新的截止日期将按此计算。"
    )
}

/// Who entered a year.
#[must_use]
pub fn entered_by(language: Language, name: &str) -> String {
    sentence!(language, "Entered by {name}", "由 {name} 录入")
}

/// The heading of the pop-up in which a code is disabled.
#[must_use]
pub fn disable_title(language: Language, code: &str) -> String {
    sentence!(language, "Disable {code}?", "停用 {code}？")
}

/// The heading of the pop-up in which a code is restored.
#[must_use]
pub fn restore_title(language: Language, code: &str) -> String {
    sentence!(language, "Restore {code}?", "恢复 {code}？")
}

/// The heading of the pop-up in which an application is rejected.
#[must_use]
pub fn reject_title(language: Language, number: &str) -> String {
    sentence!(language, "Reject {number}?", "驳回 {number}？")
}

/// The heading of the pop-up in which a token ends.
#[must_use]
pub fn revoke_title(language: Language, name: &str) -> String {
    sentence!(language, "Revoke {name}?", "吊销 {name}？")
}

/// The heading of the pop-up in which a role changes.
#[must_use]
pub fn change_role_title(language: Language, email: &str) -> String {
    sentence!(
        language,
        "Change the role of {email}",
        "更改 {email} 的角色"
    )
}

/// What the pop-up says before a role changes.
#[must_use]
pub fn role_from_to(language: Language, name: &str, from: &str, to: &str) -> String {
    sentence!(
        language,
        "{name} is {from} now and becomes {to}, from the next page on.",
        "{name} 现为{from}，将变更为{to}，打开下一页时生效。"
    )
}

/// The same for what takes a second administrator.
#[must_use]
pub fn role_proposed(language: Language, name: &str, from: &str) -> String {
    sentence!(
        language,
        "{name} is {from} now and would become Administrator. Another administrator has to confirm within 7 days; until then nothing changes.",
        "{name} 现为{from}，将被提议为系统管理员。须由另一位系统管理员在 7 天内确认，确认前不会生效。"
    )
}

/// Who proposed an administrator, and until when it can be confirmed.
#[must_use]
pub fn proposed_by(language: Language, name: &str, until: &str) -> String {
    sentence!(
        language,
        "Proposed by {name}, can be confirmed until {until}",
        "由 {name} 提议，可在 {until} 前确认"
    )
}

/// The heading of the pop-up in which an account is blocked.
#[must_use]
pub fn block_title(language: Language, email: &str) -> String {
    sentence!(language, "Block {email}?", "停用 {email}？")
}

/// The heading of the pop-up in which an account is unblocked.
#[must_use]
pub fn unblock_title(language: Language, email: &str) -> String {
    sentence!(language, "Unblock {email}?", "恢复 {email}？")
}

/// The heading of the pop-up in which a password is reset.
#[must_use]
pub fn reset_password_title(language: Language, email: &str) -> String {
    sentence!(
        language,
        "Reset the password of {email}?",
        "重置 {email} 的密码？"
    )
}

/// A reviewer's row of the dashboard.
#[must_use]
pub fn reviewer_load(language: Language, decided: u32, claimed: u32) -> String {
    sentence!(
        language,
        "{decided} decided · {claimed} claimed now",
        "已审核 {decided} · 当前认领 {claimed}"
    )
}

/// How often sending a mail was tried.
#[must_use]
pub fn tries(language: Language, tries: u32) -> String {
    let tries = count(language, tries, Noun::Try);
    sentence!(language, "{tries}", "已尝试 {tries}")
}

/// How many mails nobody tries to send any more.
#[must_use]
pub fn mails_given_up(language: Language, mails: usize) -> String {
    let mails = count(
        language,
        i64::try_from(mails).unwrap_or(i64::MAX),
        Noun::Mail,
    );
    sentence!(language, "{mails} could not be sent", "{mails}未能发送")
}

words! {
    /// The queue's filters.
    all_types: "All types", "全部类型";
    search_queue: "Number, domain or entity", "申请编号、域名或主体";
    claim_tabs: "Claimed by", "认领人";
    number: "Number", "申请编号";
    review_lead: "Everything needed to decide is on this page. Personal data is masked.",
        "审核所需的信息都在本页，个人信息已脱敏。";
    facts: "Facts", "申请信息";
    due_of_review: "Due", "截止时间";
    no_claim: "Nobody", "无";
    cannot_decide: "There is nothing for you to decide here now.", "当前无需您审核。";
    reveal_personal_data: "Reveal personal data", "显示个人信息";
    reveal_needs_reason: "This application is not under review, so revealing personal data needs a reason.",
        "该申请不在审核中，查看个人信息须填写原因。";
    revealed: "Shown in clear. This was recorded in the audit trail.", "已显示明文，并已记入审计记录。";
    no_checks: "No automatic check applies to this application.", "该申请没有自动核查项。";
    reject_lead: "Give a reason for the whole, for single fields, or both.", "可填写总体原因、单个字段的问题，或两者都填。";
    back_to_queue: "Back to the queue", "返回待审核队列";

    codes_lead: "Codes of all holders. Codes and owners are masked.", "所有备案用户的授权码，授权码和所有者已脱敏。";
    owner: "Owner", "所有者";
    search_codes: "Code, server or IP", "授权码、服务器或 IP";
    all_statuses: "All statuses", "全部状态";
    applied: "Applied", "申请时间";
    expires: "Expires", "到期时间";
    server: "Server", "服务器";
    second_person_restores: "You disabled it; another supervisor can restore it.",
        "由您停用，可由其他审核主管恢复。";
    restore_note: "Only staff’s own disabling can be undone, and only by another person than the one who disabled the code. An application that was put on hold by it continues.",
        "只能恢复由工作人员停用的授权码，且必须由另一人操作。因此暂停的申请将继续办理。";

    archive_lead: "Accesses of all holders that have ended. What has ended stays here, even when the website gets access again.",
        "所有已取消的接入。网站重新接入后，原记录仍保留在此。";
    search_archive: "Domain or license number", "域名或备案号";
    no_archive: "No access has ended that matches", "没有符合条件的已取消接入";
    no_archive_hint: "A website comes here when its access has been canceled. Search for another domain, number or entity.", "取消接入后，网站会出现在这里。可换一个域名、备案号或主体名称再查。";

    dashboard_lead: "The review as it stands now, and the last 30 days.", "审核现状与近 30 天情况。";
    nobody_decided: "Nobody has decided anything yet.", "尚无审核记录。";

    calendar_lead: "Working days decide when a review is due. The State Council publishes each year’s holidays in the autumn before.",
        "截止日期按工作日计算。国务院办公厅在前一年秋季公布放假安排。";
    years_in_force: "Years in force", "已生效年度";
    year: "Year", "年度";
    source: "Source", "来源";
    days_off: "Days off", "放假";
    make_up_days: "Make-up days", "调休上班";
    comes_with_system: "Comes with the system", "系统内置";
    enter_year: "Enter a year", "录入年度";
    year_lines_hint: "One day per line: “off 2027-01-01” for each day of a holiday, weekends included; “work 2027-01-02” for a Saturday or Sunday that is worked. The latest day decides which year it is; a year in force is replaced.",
        "每行一天：放假写 “off 2027-01-01”（含周末），周末上班写 “work 2027-01-02”。以最晚日期所在年份为准，已生效的同年度安排将被替换。";
    notice_hint: "Its number, for instance 国办发明电〔2026〕1号", "例如：国办发明电〔2026〕1号";
    put_in_force: "Put in force", "生效";

    channel_lead: "Approved applications are reported to the authority here, one after another.", "初审通过的申请在此依次上报通信管理局。";
    resumed: "The channel is open again. What waits goes out now.", "通道已恢复，排队的数据正在上报。";
    sequence: "Sequence", "序号";
    tries_column: "Tries", "尝试次数";
    created: "Created", "创建时间";
    last_error: "Last error", "最近错误";

    accounts_lead: "Who can log in, and as what. A role counts from the next page on.", "谁可以登录、以什么角色登录。角色变更在打开下一页时生效。";
    create_account: "Create an account", "创建账号";
    account_created: "The account is created.", "账号已创建。";
    role_changed: "The role is changed.", "角色已变更。";
    change_role: "Change role", "更改角色";
    propose: "Propose", "提议";
    administrator_proposed: "Proposed. Another administrator has to confirm.", "已提议，等待另一位系统管理员确认。";
    administrator_confirmed: "Confirmed. The account is an administrator now.", "已确认，该账号现为系统管理员。";
    proposal_ended: "The proposal is ended. Nothing has changed.", "提议已结束，角色未变更。";
    proposals: "Waiting to become administrators", "待确认的系统管理员";
    confirm_administrator: "Confirm", "确认";
    refuse_administrator: "Refuse", "拒绝";
    withdraw_administrator: "Withdraw", "撤回";
    own_proposal: "Another administrator has to confirm.", "须由另一位系统管理员确认。";
    only_administrator: "You are the only administrator, so nobody could confirm a second one here. An operator can give the role on the server: license-server user role ADDRESS administrator",
        "您是唯一的系统管理员，此处无人可以确认新的系统管理员。运维人员可在服务器上执行：license-server user role 邮箱 administrator";
    block: "Block", "停用";
    unblock: "Unblock", "恢复";
    blocked: "Blocked", "已停用";
    account_blocked: "The account is blocked, and its devices are logged out.", "账号已停用，其设备均已退出登录。";
    account_unblocked: "The account can log in again.", "账号已恢复，可以重新登录。";
    block_note: "All its devices are logged out, and it cannot log in until it is unblocked. Its applications go on. The reason is mailed to the account.",
        "其所有设备将退出登录，恢复前无法登录；已提交的申请会继续办理。停用原因会以邮件告知本人。";
    unblock_note: "It can log in again at once, and is told by mail.", "恢复后即可登录，并以邮件告知本人。";
    reset_password: "Reset password", "重置密码";
    reset_password_note: "The account gets a new password, which is shown once. All its devices are logged out.",
        "该账号将获得新密码（仅显示一次），其所有设备将退出登录。";
    password_is_shown_once: "Password reset. Copy the new one now and hand it over; it cannot be shown again.",
        "密码已重置。请立即复制新密码并转交本人，之后无法再次查看。";
    last_seen: "Last seen", "最近使用";
    password_hint: "Leave it empty for an account that logs in with codes by mail.", "留空则使用邮箱验证码登录。";

    inventory_lead: "Servers as the inventory import last brought them.", "以最近一次资源导入为准。";
    region: "Region", "地域";
    public_ip: "Public IP", "公网 IP";
    term: "Term", "租期";
    condition: "Condition for codes", "授权码条件";
    eligible: "Eligible", "符合条件";
    no_servers: "No servers yet", "暂无服务器";
    no_servers_hint: "Import an inventory file, or push it through the machine interface.", "请导入资源文件，或通过接口推送。";

    outbox_lead: "The newest mails that the system wrote, sent or waiting.", "系统最近发出和等待发出的邮件。";
    to: "To", "收件人";
    mail_subject: "Subject", "主题";
    sent: "Sent", "已发送";
    waiting_to_be_sent: "Waiting", "等待发送";
    given_up: "Given up", "已放弃发送";
    mails_given_up_hint: "The mail server refused them, or did not answer for more than an hour. Nobody received them. `license-server doctor` checks the settings of the mail server.",
        "邮件服务器拒收，或超过一小时没有响应，收件人没有收到。可运行 `license-server doctor` 检查邮件服务器设置。";
    show_mail: "Show the text", "查看正文";
    mail_hidden: "The text is shown in demo mode only, because it may hold a code to log in.",
        "正文可能含登录验证码，仅在演示模式下显示。";
    no_mails: "No mails yet", "暂无邮件";
    no_mails_hint: "Every message to a holder and every log-in code becomes a mail here.", "发给备案用户的通知和登录验证码都会显示在这里。";

    tokens_lead: "With a token another system calls the machine interface.", "其他系统凭令牌调用接口。";
    create_token: "Create a token", "创建令牌";
    scopes: "May", "权限";
    token_is_shown_once: "Copy the token now. It is not kept and cannot be shown again.", "请立即复制令牌。系统不保存明文，之后无法再次查看。";
    last_used: "Last used", "最近使用";
    revoke: "Revoke", "吊销";
    revoked_at: "Revoked", "已吊销";
    in_force: "In force", "有效";
    revoke_note: "The other system is refused from its next call on. It cannot be undone.", "该系统的下一次调用起即被拒绝，且无法恢复。";
    token_revoked: "The token is revoked.", "令牌已吊销。";
    no_tokens: "No tokens yet", "暂无令牌";
    no_tokens_hint: "Create one for each system that calls the machine interface.", "请为每个调用接口的系统创建令牌。";
}
