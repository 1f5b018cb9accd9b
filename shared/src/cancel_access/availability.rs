use crate::access::AccessState;
use serde::{Deserialize, Serialize};

/// Why the menu item `Cancel Access` explains itself instead of opening (S9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unavailable {
    /// The website has no live access here.
    NoLiveAccess,
    /// The authority's data of the access has not come yet, so a report could not name it.
    AuthorityDataPending,
    /// Another order of the entity is in progress.
    OrderInProgress { application_id: i64 },
}

/// S9: a website with a live access that can be reported and, where orders go one at a
/// time, no order of its entity in progress.
///
/// # Errors
/// [`Unavailable`] with the reason to show.
pub fn check_availability(
    one_order_at_a_time: bool,
    access: Option<AccessState>,
    authority_knows_access: bool,
    order_in_progress: Option<i64>,
) -> Result<(), Unavailable> {
    if !matches!(access, Some(AccessState::Live)) {
        return Err(Unavailable::NoLiveAccess);
    }
    if !authority_knows_access {
        return Err(Unavailable::AuthorityDataPending);
    }
    match order_in_progress {
        Some(application_id) if one_order_at_a_time => {
            Err(Unavailable::OrderInProgress { application_id })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    #[test]
    fn s9_needs_a_live_access_and_no_other_order() {
        let live = Some(AccessState::Live);
        let canceled = Some(AccessState::Canceled {
            at: DateTime::UNIX_EPOCH,
        });
        assert_eq!(check_availability(true, live, true, None), Ok(()));
        for none in [canceled, None] {
            assert_eq!(
                check_availability(true, none, true, None),
                Err(Unavailable::NoLiveAccess)
            );
        }
        assert_eq!(
            check_availability(true, live, true, Some(4)),
            Err(Unavailable::OrderInProgress { application_id: 4 })
        );
        assert_eq!(check_availability(false, live, true, Some(4)), Ok(()));
    }

    #[test]
    fn an_access_without_the_authoritys_id_cannot_be_reported() {
        assert_eq!(
            check_availability(true, Some(AccessState::Live), false, None),
            Err(Unavailable::AuthorityDataPending)
        );
    }
}
