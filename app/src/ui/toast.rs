//! Short messages about what has just happened. They are read out and go away by
//! themselves, so nothing that matters may be said only here.

use super::icon::Icon;
use leptos::prelude::*;
use std::time::Duration;

/// Long enough to read one line twice.
const SHOWN_FOR: Duration = Duration::from_secs(5);

/// Shows messages in the page's [`ToastRegion`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Toaster(RwSignal<Option<String>>);

impl Toaster {
    /// Shows a message instead of the one before it.
    pub fn show(self, message: impl Into<String>) {
        let message = message.into();
        self.0.set(Some(message.clone()));
        set_timeout(
            move || {
                // A newer message keeps its own time.
                if self.0.get_untracked().as_ref() == Some(&message) {
                    self.0.set(None);
                }
            },
            SHOWN_FOR,
        );
    }
}

/// Where messages appear: once, in the layout.
#[component]
pub fn ToastRegion(toaster: Toaster) -> impl IntoView {
    let Toaster(message) = toaster;
    view! {
        <div class="toast toast-center z-50" role="status" aria-live="polite">
            {move || {
                message
                    .get()
                    .map(|message| {
                        view! {
                            <div class="toast-message">
                                <Icon symbol=icondata::LuInfo />
                                <span>{message}</span>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
