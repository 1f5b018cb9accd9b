use super::ApplicationStatus;
use crate::coded::coded;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

coded! {
    /// Whose turn it is.
    Actor {
        Holder = "holder",
        Provider = "provider",
        Authority = "authority",
        Nobody = "nobody",
    }
}

/// Who acts next, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    pub actor: Actor,
    pub due_at: Option<DateTime<Utc>>,
    pub due_is_provisional: bool,
}

impl NextStep {
    /// Reads it off a status. `authority_due` is the end of the authority's term (20 working
    /// days after the hand-over) as the working-day calendar gives it.
    #[must_use]
    pub fn of(status: &ApplicationStatus, authority_due: Option<(DateTime<Utc>, bool)>) -> Self {
        let (actor, due_at, due_is_provisional) = match status {
            ApplicationStatus::Draft
            | ApplicationStatus::ProviderRejected { .. }
            | ApplicationStatus::AuthorityRejected { .. } => (Actor::Holder, None, false),
            ApplicationStatus::ProviderReview {
                due_at,
                due_is_provisional,
                ..
            } => (Actor::Provider, Some(*due_at), *due_is_provisional),
            ApplicationStatus::Submitting { .. } => (Actor::Provider, None, false),
            ApplicationStatus::AuthorityReview { .. } => (
                Actor::Authority,
                authority_due.map(|due| due.0),
                authority_due.is_some_and(|due| due.1),
            ),
            ApplicationStatus::Completed { .. }
            | ApplicationStatus::Withdrawn { .. }
            | ApplicationStatus::Abandoned { .. } => (Actor::Nobody, None, false),
        };
        Self {
            actor,
            due_at,
            due_is_provisional,
        }
    }
}
