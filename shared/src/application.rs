//! Applications: every order that goes through review, whatever its kind.

mod answers;
mod canonical;
mod changes;
mod form;
mod hold_cause;
mod kind;
mod lifecycle;
mod next_step;
mod pinyin;
mod submission;
mod waits_for;

pub use answers::{Answers, answer, put_answers, whole_answer};
pub use canonical::canonical;
pub use changes::{changed_fields, side_by_side};
pub use form::{EntityForm, FilingForm, PersonForm, WebsiteForm};
pub use hold_cause::HoldCause;
pub use kind::{ApplicationKind, FilingStep};
pub use lifecycle::{ApplicationStatus, Command, HoldReason, TransitionRefused};
pub use next_step::{Actor, NextStep};
pub use pinyin::names_in_pinyin;
pub use submission::{
    Certificate, CertificateNumber, EntitySubmission, FilingFacts, FilingSubmission,
    FirstLicenseSubmission, NewAccessEntity, NewAccessSubmission, OfficeNumber, PersonSubmission,
    WebsiteSubmission, first_open_step, parse_filing, step_of, violations_of_step,
};
pub use waits_for::WaitsFor;
