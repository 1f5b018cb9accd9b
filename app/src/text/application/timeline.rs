use crate::language::Language;
use crate::text::pick;
use shared::wire::application::TimelineEvent;

/// What happened to an application, as its timeline and the audit trail say it.
#[must_use]
pub const fn event(language: Language, event: TimelineEvent) -> &'static str {
    let words = match event {
        TimelineEvent::Created => ("Started", "已创建"),
        TimelineEvent::ProductVerified => ("Product verified", "产品验证通过"),
        TimelineEvent::PasswordAccepted => (
            "License password accepted by the authority",
            "备案密码通过管局验证",
        ),
        TimelineEvent::KeptUnsubmitted => (
            "Kept as not yet submitted, because the authority could not be reached",
            "因无法连接管局，已保存为待提交",
        ),
        TimelineEvent::Submitted => ("Submitted", "已提交"),
        TimelineEvent::Resubmitted => ("Modified and submitted again", "修改后重新提交"),
        TimelineEvent::Claimed => ("Claimed by a reviewer", "审核员已认领"),
        TimelineEvent::Released => ("Given back to the queue", "已退回待审核队列"),
        TimelineEvent::Reassigned => ("Given to another reviewer", "已改派审核员"),
        TimelineEvent::ProviderApproved => ("Approved by the provider", "初审通过"),
        TimelineEvent::ProviderRejected => ("Rejected by the provider", "初审驳回"),
        TimelineEvent::Held => ("Put on hold", "已暂停"),
        TimelineEvent::HoldLifted => ("No longer on hold", "已恢复办理"),
        TimelineEvent::HandedOver => ("Submitted to the authority", "已提交管局"),
        TimelineEvent::TakenBack => (
            "Could not be reported as it was; back in the provider’s review",
            "未能上报管局，退回初审",
        ),
        TimelineEvent::DueMoved => (
            "Due at another time, because the holidays of a year were entered",
            "因录入年度放假安排，审核期限已调整",
        ),
        TimelineEvent::AuthorityApproved => ("Approved by the authority", "管局审核通过"),
        TimelineEvent::AuthorityRejected => ("Rejected by the authority", "管局驳回"),
        TimelineEvent::LicensesIssued => ("License numbers issued", "备案号已下发"),
        TimelineEvent::Withdrawn => ("Withdrawn", "已撤回"),
        TimelineEvent::Abandoned => ("Abandoned", "已放弃"),
        TimelineEvent::DraftExpired => (
            "Ended, because it was left alone for too long",
            "长期未编辑，已自动结束",
        ),
        TimelineEvent::CodeTakenBack => (
            "Authorization code taken back by its owner",
            "备案授权码被所有者收回",
        ),
        TimelineEvent::CodeHoldEnded => (
            "Authorization code given back, because the application was left alone",
            "长期未编辑，备案授权码已归还",
        ),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_event_has_its_own_words_in_both_languages() {
        for each in TimelineEvent::ALL {
            assert_side_by_side(|language| event(language, *each).to_owned());
        }
        assert_distinct(TimelineEvent::ALL, |language, each| {
            event(language, *each).to_owned()
        });
    }
}
