//! A step saves itself while somebody types. Each save carries its number, so that the last value
//! wins whatever arrives first; nothing that comes back is written into a field. Without
//! JavaScript, `Next`, `Back` and the names of the steps save.

use crate::api::PageError;
use crate::api::applications::SaveStep;
use crate::language::{Language, use_language};
use crate::parts::log_in_address::use_log_in_address;
use crate::text::{common, filing, problem, space};
use crate::ui::unsaved_input::SAVES_ITSELF;
use leptos::ev::{self, SubmitEvent};
use leptos::form::FromFormData;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
#[cfg(feature = "hydrate")]
use leptos::web_sys::UrlSearchParams;
use leptos::web_sys::{FormData, HtmlFormElement};
use leptos::{html, prelude::*};
use shared::field::Field;
use shared::wire::error::ApiError;
use std::time::Duration;

/// How long nobody types before the step is saved.
const PAUSE: Duration = Duration::from_millis(700);
/// Before it is tried again when the server does not answer.
const RETRY: Duration = Duration::from_secs(5);

/// The step's form and how far it is saved.
#[derive(Debug, Clone, Copy)]
pub struct SaveWhileTyping {
    form: NodeRef<html::Form>,
    progress: StoredValue<Progress>,
    told: RwSignal<Option<Result<(), PageError>>>,
}

#[derive(Debug, Default)]
struct Progress {
    /// Of the last save that was sent.
    number: i64,
    /// Something was typed that no save has confirmed yet.
    is_unsaved: bool,
    timer: Option<TimeoutHandle>,
}

impl SaveWhileTyping {
    /// For the form that is about to be shown.
    #[must_use]
    pub fn new(form: NodeRef<html::Form>) -> Self {
        Self {
            form,
            progress: StoredValue::new(Progress::default()),
            told: RwSignal::new(None),
        }
    }

    /// Something was typed.
    pub fn typed(self) {
        self.wait(PAUSE);
    }

    /// A field was left, or something was chosen.
    pub fn chosen(self) {
        self.wait(Duration::ZERO);
    }

    /// The form is sent as it is, by a button: this is its newest save.
    pub fn is_sent(self) {
        self.stop_waiting();
        self.progress
            .update_value(|progress| progress.is_unsaved = false);
        if let Some(form) = self.form.try_get_untracked().flatten() {
            number_next(self.progress, &form);
        }
    }

    /// What was sent has not arrived: it is still to be saved.
    pub fn is_refused(self) {
        self.progress
            .update_value(|progress| progress.is_unsaved = true);
    }

    /// Saves what is not saved yet and waits for the answer.
    pub async fn settle(self) {
        // Nothing is left of a page that was left meanwhile.
        let is_unsaved = self.progress.try_with_value(|progress| progress.is_unsaved);
        if is_unsaved == Some(true) {
            self.save().await;
        }
    }

    fn wait(self, pause: Duration) {
        self.stop_waiting();
        let timer = set_timeout_with_handle(move || spawn_local(self.settle()), pause);
        self.progress.update_value(|progress| {
            progress.is_unsaved = true;
            progress.timer = timer.ok();
        });
    }

    fn stop_waiting(self) {
        self.progress.update_value(|progress| {
            if let Some(timer) = progress.timer.take() {
                timer.clear();
            }
        });
    }

    async fn save(self) {
        let Some(call) = self.call() else {
            return;
        };
        let number = call.save_number;
        let answer = call.run_on_client().await;
        let is_newest = self
            .progress
            .try_with_value(|progress| progress.number == number);
        if is_newest != Some(true) {
            return;
        }
        match &answer {
            Ok(()) => self
                .progress
                .update_value(|progress| progress.is_unsaved = progress.timer.is_some()),
            Err(error) if error.0 == ApiError::Unavailable => self.wait(RETRY),
            Err(_) => {}
        }
        self.mark_form(answer.is_ok());
        self.told.set(Some(answer));
    }

    /// A form that cannot save itself is one like others: what was typed into it is kept on the
    /// way to the log-in and back, and asked about on all others.
    fn mark_form(self, saves_itself: bool) {
        let Some(form) = self.form.try_get_untracked().flatten() else {
            return;
        };
        // Cannot fail for a name that is well formed.
        let _ = if saves_itself {
            form.set_attribute(SAVES_ITSELF, "")
        } else {
            form.remove_attribute(SAVES_ITSELF)
        };
    }

    fn has_failed(self) -> bool {
        self.told
            .with_untracked(|told| matches!(told, Some(Err(_))))
    }

    /// The form's values as its next save. A password is not kept before it is typed to its end.
    fn data(self) -> Option<FormData> {
        let form = self.form.try_get_untracked().flatten()?;
        self.stop_waiting();
        number_next(self.progress, &form);
        let data = FormData::new_with_form(&form).ok()?;
        data.set_with_str("go", "stay").ok()?;
        let password = Field::LicensePassword.code();
        let focused = document().active_element();
        if focused.is_some_and(|field| field.id() == password) {
            data.delete(password);
        }
        Some(data)
    }

    fn call(self) -> Option<SaveStep> {
        // Fails only for a form that is not the step's.
        SaveStep::from_form_data(&self.data()?).ok()
    }

    /// Sends what is not saved while the page goes away, when nothing else is sent any more.
    fn send_from_page_that_goes(self) -> bool {
        let is_unsaved = self.progress.try_with_value(|progress| progress.is_unsaved);
        if is_unsaved != Some(true) {
            return false;
        }
        #[cfg(feature = "hydrate")]
        if let Some(data) = self.data() {
            let body = UrlSearchParams::new_with_str_sequence_sequence(&data).ok();
            // A browser that refuses keeps the page open, if its reader wants it so.
            let _ = window()
                .navigator()
                .send_beacon_with_opt_url_search_params(SaveStep::PATH, body.as_ref());
        }
        true
    }

    /// Saves first when another form of the page is sent, such as the switch of the language.
    fn save_before(self, event: &SubmitEvent) {
        let is_unsaved = self.progress.try_with_value(|progress| progress.is_unsaved);
        let other: Option<HtmlFormElement> = event.target().and_then(|it| it.dyn_into().ok());
        if event.default_prevented() || is_unsaved != Some(true) || self.has_failed() {
            return;
        }
        if let Some(other) = other {
            event.prevent_default();
            let button = event.submitter();
            spawn_local(async move {
                self.settle().await;
                // Fails only for a button of another form.
                let _ = other.request_submit_with_submitter(button.as_ref());
            });
        }
    }

    /// Notices whatever leads away from the page.
    pub fn watch_page(self) {
        Effect::new(move || {
            let unload = window_event_listener(ev::beforeunload, move |event| {
                // The question gives the save the time to arrive.
                if self.send_from_page_that_goes() {
                    event.prevent_default();
                    self.wait(PAUSE);
                }
            });
            let hide = window_event_listener(ev::visibilitychange, move |_| {
                if document().hidden() && self.send_from_page_that_goes() {
                    self.wait(PAUSE);
                }
            });
            let submit = window_event_listener(ev::submit, move |event| self.save_before(&event));
            on_cleanup(move || {
                unload.remove();
                hide.remove();
                submit.remove();
            });
        });
        on_cleanup(move || {
            self.stop_waiting();
            self.send_from_page_that_goes();
        });
    }
}

/// Counts one more save of the page, in its form.
fn number_next(progress: StoredValue<Progress>, form: &HtmlFormElement) {
    progress.update_value(|progress| {
        progress.number += 1;
        let field = form.query_selector("[name=save_number]").ok().flatten();
        if let Some(field) = field {
            // Cannot fail for this name.
            let _ = field.set_attribute("value", &progress.number.to_string());
        }
    });
}

/// A small line: saved, or why not. It is read out when it changes.
#[component]
pub fn SavedLine(saving: SaveWhileTyping) -> impl IntoView {
    let language = use_language();
    let words = move || {
        saving.told.get().map(|answer| match answer {
            Ok(()) => filing::saved(language).to_owned(),
            Err(error) => format!(
                "{}{}{}",
                filing::not_saved(language),
                space(language),
                why(language, &error)
            ),
        })
    };
    let address = use_log_in_address();
    let log_in = move || {
        let told = saving.told.get();
        matches!(told, Some(Err(PageError(ApiError::NotLoggedIn)))).then(|| {
            view! { " " <a class="link" href=address>{common::log_in(language)}</a> }
        })
    };
    let is_wrong = move || matches!(saving.told.get(), Some(Err(_)));
    view! {
        <p
            role="status"
            aria-live="polite"
            class="text-sm min-h-5"
            class:muted=move || !is_wrong()
            class:text-error=is_wrong
        >
            {words}
            {log_in}
        </p>
    }
    .into_any()
}

fn why(language: Language, error: &PageError) -> String {
    match error.0.violations().first() {
        Some(found) => problem::violation(language, found),
        None => problem::api_error(language, &error.0),
    }
}
