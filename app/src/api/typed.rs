//! What was typed into a form that was refused. With JavaScript it stays in the form.
//! Without, the answer is a new page: the values wait in the session for that one page view.
//! Secrets are never kept.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The values of a refused form by their fields' names; empty at any other time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// What was typed into the field, if the form was refused.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    /// The same for a field that starts empty.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default()
    }
}

/// A page with a form: what it shows, and what was typed when its form was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPage<T> {
    pub page: T,
    pub typed: Typed,
}

#[cfg(feature = "ssr")]
pub use on_server::{answer_form, form_page, hand_on, keep_typed, take_typed};

#[cfg(feature = "ssr")]
mod on_server {
    use super::{FormPage, Typed};
    use crate::api::PageError;
    use crate::api::context::{answer, is_plain_form, session};

    /// Like [`answer`], and a refused plain form finds its values again on its page.
    /// `form` is the form's name, the same in [`form_page`].
    ///
    /// # Errors
    /// The back end's.
    pub async fn answer_form<T>(
        result: backend::error::Result<T>,
        form: &str,
        values: &[(&str, &str)],
    ) -> Result<T, PageError> {
        if result.is_err() {
            keep_typed(form, values).await;
        }
        answer(result)
    }

    /// The page's data with what was typed into its refused form.
    ///
    /// # Errors
    /// The back end's.
    pub async fn form_page<T>(
        result: backend::error::Result<T>,
        form: &str,
    ) -> Result<FormPage<T>, PageError> {
        Ok(FormPage {
            page: answer(result)?,
            typed: take_typed(form).await,
        })
    }

    /// Keeps the values of a refused form for the next page view, if this request is a plain
    /// form. Otherwise they still stand in the form.
    pub async fn keep_typed(form: &str, values: &[(&str, &str)]) {
        if is_plain_form() {
            hand_on(form, values).await;
        }
    }

    /// Gives the values to the next page view, where the form goes on.
    pub async fn hand_on(form: &str, values: &[(&str, &str)]) {
        let Ok(session) = session() else {
            return;
        };
        let named = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        if let Err(error) = session.insert(&key(form), Typed(named.collect())).await {
            tracing::warn!(error.source = %error, "typed values were not kept");
        }
    }

    /// The values of the refused form; they are shown once.
    pub async fn take_typed(form: &str) -> Typed {
        let Ok(session) = session() else {
            return Typed::default();
        };
        session
            .remove(&key(form))
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    fn key(form: &str) -> String {
        format!("typed.{form}")
    }
}
