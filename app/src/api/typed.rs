//! What was typed into a form that was refused. With JavaScript it stays in the form.
//! Without, the answer is a new page: the values wait for that one page view, in the session of
//! whoever is logged in, and else in a cookie. They belong to one account and to one form of one
//! thing, and the next refused form takes their place. Secrets are never kept.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The values of a refused form by their fields' names; empty at any other time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    /// The number of the thing that the form is about; 0 for a form about none.
    about: i64,
    values: BTreeMap<String, String>,
}

impl Typed {
    /// What was typed into the field, if the form was refused.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        self.values.get(name).cloned()
    }

    /// The same for a field that starts empty.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default()
    }

    /// The values if they were typed about this thing: a list has a form for each of its rows.
    #[must_use]
    pub fn about(&self, thing: i64) -> Self {
        if self.about == thing {
            self.clone()
        } else {
            Self::default()
        }
    }
}

/// A page with a form: what it shows, and what was typed when its form was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPage<T> {
    pub page: T,
    pub typed: Typed,
}

#[cfg(feature = "ssr")]
pub use on_server::{Form, answer_form, form_page, hand_on, keep_typed, take_typed};

#[cfg(feature = "ssr")]
mod on_server {
    use super::{FormPage, Typed};
    use crate::api::PageError;
    use crate::api::context::{answer, backend, caller, is_plain_form, session};
    use crate::api::sealed_cookie::SealedCookie;
    use chrono::Duration;
    use serde::{Deserialize, Serialize};

    /// One form of one thing.
    #[derive(Debug, Clone, Copy)]
    pub struct Form {
        name: &'static str,
        about: i64,
    }

    impl Form {
        /// A form about no thing that exists.
        #[must_use]
        pub const fn new(name: &'static str) -> Self {
            Self { name, about: 0 }
        }

        /// This form about the thing with this number.
        #[must_use]
        pub const fn about(self, thing: i64) -> Self {
            Self {
                name: self.name,
                about: thing,
            }
        }
    }

    /// What waits for the next page view.
    #[derive(Serialize, Deserialize)]
    struct Kept {
        account_id: Option<i64>,
        form: String,
        typed: Typed,
    }

    /// Its key in a session.
    const KEY: &str = "typed";
    /// For whoever is not logged in. The next page view follows at once.
    const COOKIE: SealedCookie = SealedCookie::new("typed", Duration::minutes(5));

    /// Like [`answer`], and a refused plain form finds its values again on its page.
    /// `form` is the same in [`form_page`].
    ///
    /// # Errors
    /// The back end's.
    pub async fn answer_form<T>(
        result: backend::error::Result<T>,
        form: Form,
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
        form: Form,
    ) -> Result<FormPage<T>, PageError> {
        Ok(FormPage {
            page: answer(result)?,
            typed: take_typed(form).await,
        })
    }

    /// Keeps the values of a refused form for the next page view, if this request is a plain
    /// form. Otherwise they still stand in the form.
    pub async fn keep_typed(form: Form, values: &[(&str, &str)]) {
        if is_plain_form() {
            hand_on(form, values).await;
        }
    }

    /// Gives the values to the next page view, where the form goes on.
    pub async fn hand_on(form: Form, values: &[(&str, &str)]) {
        let named = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let kept = Kept {
            account_id: caller().map(|caller| caller.account_id),
            form: form.name.to_owned(),
            typed: Typed {
                about: form.about,
                values: named.collect(),
            },
        };
        if let Err(error) = keep(&kept).await {
            tracing::warn!(error.source = %error, "typed values were not kept");
        }
    }

    async fn keep(kept: &Kept) -> Result<(), Box<dyn std::error::Error>> {
        if kept.account_id.is_some() {
            session()?.insert(KEY, kept).await?;
        } else {
            COOKIE.set(&backend()?, kept)?;
        }
        Ok(())
    }

    /// The values of the refused form; they are shown once. On a page with a form for each of its
    /// rows [`Typed::about`] tells whose they are.
    pub async fn take_typed(form: Form) -> Typed {
        let Some(kept) = kept().await.filter(|kept| kept.form == form.name) else {
            return Typed::default();
        };
        forget().await;
        kept.typed
    }

    async fn kept() -> Option<Kept> {
        let account_id = caller().map(|caller| caller.account_id);
        let kept: Kept = match account_id {
            Some(_) => session().ok()?.get(KEY).await.ok()?,
            None => COOKIE.get(&backend().ok()?),
        }?;
        (kept.account_id == account_id).then_some(kept)
    }

    async fn forget() {
        if caller().is_none() {
            if let Ok(backend) = backend() {
                COOKIE.remove(&backend);
            }
        } else if let Ok(session) = session()
            && let Err(error) = session.remove_value(KEY).await
        {
            tracing::warn!(error.source = %error, "typed values were not forgotten");
        }
    }
}
