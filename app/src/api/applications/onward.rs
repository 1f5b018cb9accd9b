//! Where a step leads after it was saved.

use super::FROM_CHECK;
use crate::routes::Path;
use shared::application::{FilingStep, step_of};
use shared::field::Field;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Onward {
    /// Nothing: the page saved by itself.
    Stay,
    /// `Next`: to the step after, or to the check that the step was opened from; to this one
    /// again when something on it is wrong.
    Next { to_check: bool },
    /// `Back`: to the step before.
    Back,
    /// The name of a step.
    Step(FilingStep),
    /// A link to a field.
    Field(Field),
}

impl Onward {
    /// Reads the value of the pressed button: `stay`, `back`, a step's or a field's code, or
    /// anything else for `Next`.
    pub(super) fn parse(go: &str, from_check: bool) -> Self {
        match go {
            "stay" => Self::Stay,
            "back" => Self::Back,
            _ => FilingStep::from_code(go)
                .map(Self::Step)
                .or_else(|| Field::from_code(go).map(Self::Field))
                .unwrap_or(Self::Next {
                    to_check: from_check,
                }),
        }
    }

    /// The address, from `step`, which was opened at `version`; none to stay on the page.
    pub(super) fn address(
        self,
        application_id: i64,
        step: FilingStep,
        version: i64,
        is_right: bool,
    ) -> Option<String> {
        let to = match self {
            Self::Stay => return None,
            Self::Next { .. } if !is_right => step,
            Self::Next { to_check: true } => FilingStep::Check,
            Self::Next { to_check: false } => step.next().unwrap_or(step),
            Self::Back => step.previous().unwrap_or(step),
            Self::Step(named) => named,
            Self::Field(field) => step_of(field),
        };
        let mut address = format!(
            "{}?step={}",
            Path::EditApplication(application_id),
            to.code()
        );
        if to == step {
            // Shows the mistakes of what has been saved.
            address += &format!("&saved={version}");
        }
        if to == step && self == (Self::Next { to_check: true }) {
            address += FROM_CHECK;
        }
        if let Self::Field(field) = self {
            address = format!("{address}#{}", field.code());
        }
        Some(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(go: &str, from_check: bool, is_right: bool) -> Option<String> {
        Onward::parse(go, from_check).address(7, FilingStep::Entity, 3, is_right)
    }

    #[test]
    fn each_button_leads_to_its_place() {
        let edit = "/console/applications/7/edit?step=";
        let cases = [
            ("next", false, true, "website"),
            ("next", false, false, "entity&saved=3"),
            ("next", true, true, "check"),
            ("next", true, false, "entity&saved=3&from=check"),
            ("back", true, false, "verify"),
            ("check", false, false, "check"),
            ("entity", false, true, "entity&saved=3"),
            ("website_name", true, false, "website#website_name"),
            ("entity_name", false, false, "entity&saved=3#entity_name"),
        ];
        for (go, from_check, is_right, expected) in cases {
            let found = address(go, from_check, is_right);
            assert_eq!(found, Some(format!("{edit}{expected}")), "{go}");
        }
        assert_eq!(address("stay", true, true), None);
    }
}
