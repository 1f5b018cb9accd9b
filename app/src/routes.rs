//! Every address of the product. The router, the links and the redirects all take them
//! from here, so that a page is moved by changing one line.

use std::fmt;

macro_rules! paths {
    ($($(#[doc = $doc:literal])* $page:ident $(($id:ident))? => $pattern:literal;)*) => {
        /// The address of a page or of a form's target; `to_string` builds the link.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Path { $($(#[doc = $doc])* $page $(($id))?,)* }

        impl Path {
            /// Every pattern, as the router reads it (`:id` stands for a number).
            pub const PATTERNS: &'static [&'static str] = &[$($pattern),*];

            /// The pattern of this address, as the router reads it.
            #[must_use]
            pub const fn pattern(self) -> &'static str {
                match self { $(Self::$page { .. } => $pattern,)* }
            }

            const fn id(self) -> Option<i64> {
                match self { $(paths!(@bind id $page $($id)?) => paths!(@value id $($id)?),)* }
            }
        }
    };
    (@bind $id:ident $page:ident i64) => { Self::$page($id) };
    (@bind $id:ident $page:ident) => { Self::$page };
    (@value $id:ident i64) => { Some($id) };
    (@value $id:ident) => { None };
}

paths! {
    /// Public: what this system is, with the `License` link at the upper right (S7).
    Home => "/";
    /// The choice of ways to log in (S8).
    LogIn => "/login";
    /// POST only: ends the session.
    LogOut => "/logout";
    /// POST only: `language` and `return_to`; sets the cookie and goes back.
    SetLanguage => "/language";
    /// POST only: `appearance` and `return_to`; sets the cookie and goes back.
    SetAppearance => "/appearance";
    /// The overview of the help.
    Help => "/help";
    /// The words, what can be done, how long it takes.
    HelpAtAGlance => "/help/at-a-glance";
    /// First license and new access, step by step.
    HelpFileALicense => "/help/file-a-license";
    /// Authorization codes, step by step.
    HelpAuthorizationCodes => "/help/authorization-codes";
    /// Cancel access, step by step.
    HelpCancelAccess => "/help/cancel-access";
    /// What the statuses of applications mean.
    HelpStatuses => "/help/statuses";
    /// Questions and answers.
    HelpQuestions => "/help/questions";
    /// Of reviewers.
    HelpReview => "/help/review";
    /// Of supervisors.
    HelpSupervision => "/help/supervision";
    /// Of administrators.
    HelpAdministration => "/help/administration";
    /// Who sees what, and which cookies there are.
    HelpPrivacy => "/help/privacy";
    /// How the pages can be used.
    HelpAccessibility => "/help/accessibility";
    /// `Ways to Retrieve License Password` (S13).
    RetrieveLicensePassword => "/help/retrieve-license-password";
    /// My Licenses: the entity and its websites.
    Console => "/console";
    /// Canceled and transferred websites (S17).
    Archive => "/console/archive";
    /// What was on record of an access that has ended.
    ArchivedRecord(i64) => "/console/archive/:id";
    /// Servers with what each may have (S20 to S26).
    ApplyForCode => "/console/codes/apply";
    /// Codes with their status (S27 to S34).
    ManageCodes => "/console/codes";
    /// Applications of every kind.
    Applications => "/console/applications";
    /// The choice of an application's type, then its steps.
    NewApplication => "/console/applications/new";
    /// One application: status, history, what can be done.
    Application(i64) => "/console/applications/:id";
    /// The steps of a filing, by `?step=`.
    EditApplication(i64) => "/console/applications/:id/edit";
    /// One website: what is on record.
    Website(i64) => "/console/websites/:id";
    /// The notification page with the license password (S11).
    CancelAccess(i64) => "/console/websites/:id/cancel-access";
    /// Messages to the holder.
    Messages => "/console/messages";
    /// Own account: name, password, sessions.
    Account => "/console/account";
    /// What waits for review.
    ReviewQueue => "/review";
    /// One application before its reviewer.
    ReviewApplication(i64) => "/review/applications/:id";
    /// All codes, for staff.
    ReviewCodes => "/review/codes";
    /// Accesses that have ended, for staff.
    StaffArchive => "/review/archive";
    /// Counts, ages and rates.
    Dashboard => "/review/dashboard";
    /// Who did what and when.
    Audit => "/review/audit";
    /// Working days of each year.
    WorkingCalendar => "/review/calendar";
    /// Accounts and roles.
    Accounts => "/admin/accounts";
    /// Service tokens of the machine interface.
    ServiceTokens => "/admin/tokens";
    /// Servers and public IPs.
    Inventory => "/admin/inventory";
    /// What was exchanged with the authority.
    AuthorityChannel => "/admin/authority";
    /// Jobs that change the outside world.
    Outbox => "/admin/outbox";
}

impl fmt::Display for Path {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pattern().split_once(":id"), self.id()) {
            (Some((before, after)), Some(id)) => write!(formatter, "{before}{id}{after}"),
            _ => formatter.write_str(self.pattern()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;
    use std::collections::BTreeSet;

    #[test]
    fn a_link_holds_its_number() {
        assert_eq!(
            Path::CancelAccess(7).to_string(),
            "/console/websites/7/cancel-access"
        );
        assert_eq!(
            Path::Application(42).to_string(),
            "/console/applications/42"
        );
        assert_eq!(Path::ManageCodes.to_string(), "/console/codes");
    }

    #[test]
    fn no_two_pages_share_an_address() {
        let distinct: BTreeSet<_> = Path::PATTERNS.iter().collect();
        assert_eq!(distinct.len(), Path::PATTERNS.len());
    }
}
