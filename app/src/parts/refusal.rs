//! What a form shows of the answer to its last submission.

use crate::api::PageError;
use crate::language::{Language, use_language};
use crate::parts::log_in_address::use_log_in_address;
use crate::routes::Path;
use crate::text::problem::{api_error, problem, violation};
use crate::ui::form_errors::FormError;
use leptos::ev::{self, Event};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::wire::error::ApiError;

/// The last refusal of a form's server function; the same with and without JavaScript.
#[derive(Debug, Clone, Copy)]
pub struct Refusal {
    error: Signal<Option<PageError>>,
    /// What was put right since, as far as the browser can tell.
    mended: RwSignal<Vec<Field>>,
    log_in: Signal<String>,
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
        Self {
            error,
            mended: mended_since(error),
            log_in: use_log_in_address(),
            language: use_language(),
        }
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
            let mut violations = self.violations(&error);
            let found = violations.find(|violation| violation.field == Some(field))?;
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

    /// What is still wrong.
    fn violations(self, error: &PageError) -> impl Iterator<Item = &Violation> {
        let mended = self.mended.get();
        let is_mended = move |found: &Violation| found.field.is_some_and(|it| mended.contains(&it));
        let violations = error.0.violations().iter();
        violations.filter(move |found| !is_mended(found))
    }

    fn list(self, error: &PageError) -> Vec<FormError> {
        if error.0.violations().is_empty() {
            let message = api_error(self.language, &error.0);
            let log_in = (error.0 == ApiError::NotLoggedIn).then(|| self.log_in.get());
            return vec![FormError {
                field: None,
                page: None,
                log_in,
                message,
            }];
        }
        self.violations(error)
            .map(|found| FormError {
                field: found.field.map(|field| field.code().to_owned()),
                page: page(&found.problem),
                log_in: None,
                message: violation(self.language, found),
            })
            .collect()
    }
}

/// The fields that were put right since the refusal.
fn mended_since(error: Signal<Option<PageError>>) -> RwSignal<Vec<Field>> {
    let mended = RwSignal::new(Vec::new());
    Effect::watch(
        move || error.track(),
        move |_, _, _| mended.update(Vec::clear),
        false,
    );
    Effect::new(move || {
        let listener = window_event_listener(ev::input, move |event| {
            let Some((field, typed)) = field_and_value(&event) else {
                return;
            };
            if mended.with_untracked(|mended| mended.contains(&field)) {
                return;
            }
            let is_mended = error.with_untracked(|error| {
                let violations = error.iter().flat_map(|error| error.0.violations());
                let of_field = violations.filter(|found| found.field == Some(field));
                let mut of_field = of_field.peekable();
                of_field.peek().is_some()
                    && of_field.all(|found| found.problem.is_mended_by(&typed))
            });
            if is_mended {
                mended.update(|mended| mended.push(field));
            }
        });
        on_cleanup(move || listener.remove());
    });
    mended
}

/// What stands in the field that somebody is filling in; nothing in a box that is not checked.
fn field_and_value(event: &Event) -> Option<(Field, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let field = Field::from_code(&target.get_attribute("name")?)?;
    let is_unchecked = target.matches("[type=checkbox]:not(:checked)").ok()?;
    let typed = if is_unchecked {
        String::new()
    } else {
        event_target_value(event)
    };
    Some((field, typed))
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
