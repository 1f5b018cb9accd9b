//! Buttons, and links that look like buttons.

use super::icon::Icon;
use leptos::prelude::*;

/// What weight a button has on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one main action of a page.
    #[default]
    Primary,
    /// Another action of some weight.
    Outline,
    /// Leaving, going back, minor actions.
    Ghost,
    /// The main action where it cannot be undone.
    Danger,
    /// An action beside the main one that cannot be undone.
    DangerOutline,
}

/// How large a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonSize {
    /// 40 px high: forms and page headers.
    #[default]
    Medium,
    /// 32 px high: table rows.
    Small,
}

fn class(kind: ButtonKind, size: ButtonSize, wide: bool) -> String {
    let kind = match kind {
        ButtonKind::Primary => "btn btn-primary",
        ButtonKind::Outline => "btn bg-base-100 border-base-300",
        ButtonKind::Ghost => "btn btn-ghost",
        ButtonKind::Danger => "btn btn-error",
        ButtonKind::DangerOutline => "btn btn-outline btn-error",
    };
    let size = match size {
        ButtonSize::Medium => "",
        ButtonSize::Small => " btn-sm",
    };
    let wide = if wide { " w-full" } else { "" };
    format!("{kind}{size}{wide}")
}

/// Submits the form around it.
#[component]
pub fn Button(
    /// What it does: the accessible name.
    #[prop(into)]
    label: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    /// Drawn before the label.
    #[prop(optional, into)]
    icon: Option<icondata::Icon>,
    /// Sent with the form where several buttons share it.
    #[prop(optional, into)]
    name: Option<&'static str>,
    /// The value sent under `name`.
    #[prop(optional, into)]
    value: Option<String>,
    /// The id of the form it submits when that is not around it.
    #[prop(optional, into)]
    form: Option<String>,
    /// While the form is on its way: shows a spinner and ignores further presses.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
    /// Completes the name for screen readers where many rows have the same button.
    #[prop(optional, into)]
    subject: Option<String>,
) -> impl IntoView {
    view! {
        <button
            type="submit"
            class=class(kind, size, wide)
            name=name
            value=value
            form=form
            aria-disabled=move || pending.get().then_some("true")
            on:click=move |event| {
                if pending.get_untracked() {
                    event.prevent_default();
                }
            }
        >
            {icon.map(|symbol| view! { <Icon symbol /> })}
            <span
                class="loading loading-spinner loading-xs"
                hidden=move || !pending.get()
                aria-hidden="true"
            ></span>
            {label}
            {subject.map(|subject| view! { <span class="sr-only">" " {subject}</span> })}
        </button>
    }
    .into_any()
}

/// Goes to another page and looks like a button.
#[component]
pub fn ButtonLink(
    /// What it does: the accessible name.
    #[prop(into)]
    label: String,
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] size: ButtonSize,
    /// Drawn before the label.
    #[prop(optional, into)]
    icon: Option<icondata::Icon>,
    /// Completes the name for screen readers where many rows have the same link:
    /// `View` + `vm-eligible`.
    #[prop(optional, into)]
    subject: Option<String>,
    /// As wide as its container.
    #[prop(optional)]
    wide: bool,
    /// The file is saved under its own name instead of being shown.
    #[prop(optional)]
    download: bool,
    /// Opens or closes something on this page, which keeps its place.
    #[prop(optional)]
    same_page: bool,
) -> impl IntoView {
    view! {
        <a
            // A part that is drawn anew is still there for a moment when its values are gone.
            href=move || href.try_get()
            class=class(kind, size, wide)
            download=download.then_some("")
            rel=download.then_some("external")
            data-noscroll=same_page.then_some("")
        >
            {icon.map(|symbol| view! { <Icon symbol /> })}
            {label}
            {subject.map(|subject| view! { <span class="sr-only">" " {subject}</span> })}
        </a>
    }
    .into_any()
}
