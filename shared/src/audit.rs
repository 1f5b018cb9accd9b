//! What the audit trail records.

use crate::coded::coded;

/// What the kinds of log-ins begin with: there are so many that the trail shows them on demand.
pub const LOG_INS: &str = "account.log";

coded! {
    /// The kinds of events, beside [`TimelineEvent`](crate::wire::application::TimelineEvent),
    /// those of an application. Rows of earlier versions may hold others.
    EventKind {
        CodeIssued = "code.issued",
        CodeReserved = "code.reserved",
        CodeReleased = "code.released",
        CodeUsed = "code.used",
        CodeDisabled = "code.disabled",
        CodeRestored = "code.restored",
        CodeNoted = "code.noted",
        CodeExpired = "code.expired",
        CodeServerGone = "code.server_gone",
        CodeBurned = "code.burned",
        LoggedIn = "account.logged_in",
        LogInFailed = "account.log_in_failed",
        LoggedOut = "account.logged_out",
        /// Too many wrong passwords or codes.
        AccountLocked = "account.locked",
        SessionRevoked = "account.session_revoked",
        PasswordChanged = "account.password_changed",
        /// By its person, with a code by mail.
        PasswordReset = "account.password_reset",
        DemoPasswordEnded = "account.demo_password_ended",
        LicensePasswordWrong = "account.license_password_wrong",
        LicensePasswordLocked = "account.license_password_locked",
        /// msg_code 22: the authority has stopped checking.
        LicensePasswordLockedByAuthority = "account.license_password_locked_by_authority",
        AccountCreated = "account.created",
        RoleChanged = "account.role_changed",
        AdministratorProposed = "account.administrator_proposed",
        AdministratorRefused = "account.administrator_refused",
        AdministratorWithdrawn = "account.administrator_withdrawn",
        AccountBlocked = "account.blocked",
        AccountUnblocked = "account.unblocked",
        PersonalDataRevealed = "personal_data.revealed",
        ChannelStopped = "channel.stopped",
        ChannelResumed = "channel.resumed",
        AnswerNotMatched = "channel.answer_not_matched",
        DocumentUnread = "channel.document_unread",
        FileRenamed = "channel.file_renamed",
        FileRepeated = "channel.file_repeated",
        FilePutBack = "channel.file_put_back",
        EntityChanged = "entity.changed",
        EntityCanceled = "entity.canceled",
        WebsiteChanged = "website.changed",
        WebsiteArchived = "website.archived",
        WebsiteCreated = "website.created",
        InventoryImported = "inventory.imported",
        ServiceTokenCreated = "service_token.created",
        ServiceTokenRevoked = "service_token.revoked",
        CalendarEntered = "calendar.entered",
        ExportMade = "export.made",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trail_shows_log_ins_on_demand_and_everything_else_always() {
        let log_ins = EventKind::ALL.iter().copied();
        let log_ins: Vec<_> = log_ins
            .filter(|kind| kind.code().starts_with(LOG_INS))
            .collect();
        assert_eq!(
            log_ins,
            [
                EventKind::LoggedIn,
                EventKind::LogInFailed,
                EventKind::LoggedOut
            ]
        );
    }
}
