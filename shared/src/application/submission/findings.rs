use crate::field::Field;
use crate::gbk::first_not_representable;
use crate::parsed_text::{tidy_line, tidy_lines, tidy_name, tidy_without_spaces};
use crate::problem::{Problem, Violation};

/// Collects what is wrong while a form is read to its end. A reader that answers `None` has
/// added the reason.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Violation>);

impl Findings {
    pub(super) fn add(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    pub(super) fn refuse<T>(&mut self, field: Field, problem: Problem) -> Option<T> {
        self.add(Violation::on(field, problem));
        None
    }

    /// The value, if nothing at all was wrong.
    pub(super) fn conclude<T>(self, value: Option<T>) -> Result<T, Vec<Violation>> {
        value.filter(|_| self.0.is_empty()).ok_or(self.0)
    }

    /// One line of 1 to `max` characters.
    pub(super) fn line(&mut self, field: Field, typed: &str, max: u32) -> Option<String> {
        let text = self.required(field, tidy_line(typed))?;
        self.reportable(field, text, max)
    }

    /// A name of 1 to `max` characters.
    pub(super) fn name(&mut self, field: Field, typed: &str, max: u32) -> Option<String> {
        let text = self.required(field, tidy_name(typed))?;
        self.reportable(field, text, max)
    }

    /// A number or code of 1 to `max` characters without a rule of its own.
    pub(super) fn code(&mut self, field: Field, typed: &str, max: u32) -> Option<String> {
        let text = self.required(field, tidy_without_spaces(typed).to_ascii_uppercase())?;
        self.reportable(field, text, max)
    }

    /// A name, if it was filled in. The outer `None` means that it is wrong.
    pub(super) fn optional_name(
        &mut self,
        field: Field,
        typed: &str,
        max: u32,
    ) -> Option<Option<String>> {
        self.optional(field, tidy_name(typed), max)
    }

    /// One line, if it was filled in. The outer `None` means that it is wrong.
    pub(super) fn optional_line(
        &mut self,
        field: Field,
        typed: &str,
        max: u32,
    ) -> Option<Option<String>> {
        self.optional(field, tidy_line(typed), max)
    }

    /// Several lines, if they were filled in. The outer `None` means that they are wrong.
    pub(super) fn optional_lines(
        &mut self,
        field: Field,
        typed: &str,
        max: u32,
    ) -> Option<Option<String>> {
        self.optional(field, tidy_lines(typed), max)
    }

    /// The value with that stable code.
    pub(super) fn option<T>(
        &mut self,
        field: Field,
        typed: &str,
        from_code: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let code = self.required(field, tidy_line(typed))?;
        from_code(&code).or_else(|| self.refuse(field, Problem::NotAnOption))
    }

    /// A text with a parser of its own.
    pub(super) fn parsed<T, E>(
        &mut self,
        field: Field,
        typed: &str,
        parse: impl FnOnce(&str) -> Result<T, E>,
        problem: impl FnOnce(E) -> Problem,
    ) -> Option<T> {
        let text = self.required(field, tidy_line(typed))?;
        match parse(&text) {
            Ok(value) => Some(value),
            Err(why) => self.refuse(field, problem(why)),
        }
    }

    fn optional(&mut self, field: Field, text: String, max: u32) -> Option<Option<String>> {
        if text.is_empty() {
            return Some(None);
        }
        self.reportable(field, text, max).map(Some)
    }

    fn required(&mut self, field: Field, text: String) -> Option<String> {
        if text.is_empty() {
            return self.refuse(field, Problem::Required);
        }
        Some(text)
    }

    /// What the authority's documents can carry: not too long, and in GBK.
    fn reportable(&mut self, field: Field, text: String, max: u32) -> Option<String> {
        if text.chars().zip(0..).any(|(_, at)| at >= max) {
            return self.refuse(field, Problem::TooLong { max });
        }
        if let Some(character) = first_not_representable(&text) {
            return self.refuse(field, Problem::NotRepresentable { character });
        }
        Some(text)
    }
}
