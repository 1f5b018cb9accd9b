#[cfg(any(feature = "ssr", test))]
use crate::api::local_path;
use crate::routes::Path;
use shared::role::Role;

/// The first page of a role.
#[must_use]
pub const fn home_of(role: Role) -> Path {
    match role {
        Role::Holder => Path::Console,
        Role::Reviewer | Role::Supervisor => Path::ReviewQueue,
        Role::Auditor => Path::Audit,
        Role::Administrator => Path::AuthorityChannel,
    }
}

/// Where a log-in leads: to the page that was asked for, if it is one of ours. The link
/// `License` asks for the console, which stands for everybody's own first page.
#[cfg(any(feature = "ssr", test))]
pub(super) fn landing(role: Role, next: &str) -> String {
    match local_path(next) {
        Some(path) if path != Path::Console.pattern() => path,
        _ => home_of(role).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_lands_on_the_page_that_was_asked_for() {
        assert_eq!(
            landing(Role::Holder, "/console/codes?status=used"),
            "/console/codes?status=used"
        );
        assert_eq!(
            landing(Role::Reviewer, "/review/applications/7"),
            "/review/applications/7"
        );
    }

    #[test]
    fn without_one_it_is_the_first_page_of_the_role() {
        for next in [
            "",
            "/console",
            "https://elsewhere.example",
            "//elsewhere.example",
        ] {
            assert_eq!(landing(Role::Holder, next), "/console");
            assert_eq!(landing(Role::Supervisor, next), "/review");
            assert_eq!(landing(Role::Auditor, next), "/review/audit");
            assert_eq!(landing(Role::Administrator, next), "/admin/authority");
        }
    }
}
