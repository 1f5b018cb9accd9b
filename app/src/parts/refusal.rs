//! What a form shows of the answer to its last submission.

use crate::api::PageError;
use crate::language::{Language, use_language};
use crate::routes::Path;
use crate::text::problem::{api_error, problem, violation};
use crate::ui::form_errors::FormError;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use shared::field::Field;
use shared::problem::Problem;

/// The last refusal of a form's server function; the same with and without JavaScript.
#[derive(Debug, Clone, Copy)]
pub struct Refusal {
    error: Signal<Option<PageError>>,
    language: Language,
}

impl Refusal {
    /// Of the form that dispatches this action.
    #[must_use]
    pub fn of<F>(action: ServerAction<F>) -> Self
    where
        F: ServerFn<Error = PageError> + Clone + Send + Sync + 'static,
        F::Output: Clone + Send + Sync + 'static,
    {
        let value = action.value();
        Self::new(Signal::derive(move || value.get().and_then(Result::err)))
    }

    /// Of anything that can fail like a server function.
    #[must_use]
    pub fn new(error: Signal<Option<PageError>>) -> Self {
        let language = use_language();
        Self { error, language }
    }

    /// The error itself; none before the first refusal and after a success.
    #[must_use]
    pub fn error(self) -> Signal<Option<PageError>> {
        self.error
    }

    /// What is wrong with one field.
    #[must_use]
    pub fn on(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            let error = self.error.get()?;
            let found = error
                .0
                .violations()
                .iter()
                .find(|violation| violation.field == Some(field))?;
            Some(problem(self.language, &found.problem, found.field))
        })
    }

    /// Everything that is wrong, for the top of the form.
    #[must_use]
    pub fn errors(self) -> Signal<Vec<FormError>> {
        Signal::derive(move || {
            self.error
                .get()
                .map(|error| self.list(&error))
                .unwrap_or_default()
        })
    }

    fn list(self, error: &PageError) -> Vec<FormError> {
        let violations = error.0.violations();
        if violations.is_empty() {
            let message = api_error(self.language, &error.0);
            return vec![FormError {
                field: None,
                page: None,
                message,
            }];
        }
        violations
            .iter()
            .map(|found| FormError {
                field: found.field.map(|field| field.code().to_owned()),
                page: page(&found.problem),
                message: violation(self.language, found),
            })
            .collect()
    }
}

/// The application where it goes on.
fn page(problem: &Problem) -> Option<String> {
    match problem {
        Problem::CodeInOwnApplication { application_id, .. } => {
            Some(Path::Application(*application_id).to_string())
        }
        _ => None,
    }
}
