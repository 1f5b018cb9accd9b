use super::provider::HelpContact;
use crate::policy::Policy;
use crate::review::{ExampleCourse, ExampleDates};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// `/`: what the rules in force promise, with examples in dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomePage {
    pub provider_name: String,
    pub contact: HelpContact,
    pub policy: Policy,
    /// The server's time when the page was made.
    pub now: DateTime<Utc>,
    /// A cancellation that is submitted now.
    pub dates: ExampleDates,
    /// One that is under way.
    pub course: ExampleCourse,
}
