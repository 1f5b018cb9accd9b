//! What stands around the pages: fetched once, kept while one goes from page to page.

use crate::api::live::provide_changes;
use crate::api::page_data::{PageData, page_data};
use crate::api::session::{Frame, home_of, load_frame};
use crate::known_log_in::{learn_from, use_known_log_in};
use crate::language::use_language;
use crate::parts::console_layout::{AccountMenu, ConsoleLayout, MainMenu, SignedIn, UnreadBadge};
use crate::parts::provider_brand::ProviderBrand;
use crate::parts::public_footer::ProviderNumberList;
use crate::parts::public_layout::PublicLayout;
use crate::routes::Path;
use crate::text::common;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_location;
use shared::wire::account::Viewer;

/// Counts the unread messages again; the messages page calls it.
#[derive(Clone, Copy)]
pub struct UnreadMessages {
    /// None until it has been counted again.
    newer: Signal<Option<u32>>,
    count: Action<(), ()>,
}

impl UnreadMessages {
    /// Asks the server.
    pub fn refresh(self) {
        self.count.dispatch(());
    }
}

/// Around the pages behind the log-in, and around the help, which visitors read in the public
/// frame.
#[component]
pub fn ConsoleFrame() -> impl IntoView {
    // Other pages are never drawn for visitors: they are asked to log in.
    let begins_with_help = {
        let pathname = use_location().pathname;
        pathname.read_untracked().starts_with(Path::Help.pattern())
    };
    let logged_in = use_known_log_in();
    let is_public = move || begins_with_help && !logged_in.get();
    view! {
        <Show when=is_public fallback=SignedInFrame>
            <PublicFrame />
        </Show>
    }
}

#[component]
fn SignedInFrame() -> impl IntoView {
    let frame = page_data(|| (), |()| load_frame());
    learn_from(frame);
    let unread = provide_unread_messages();
    let account = move || {
        part(frame, |frame| {
            let Viewer {
                account_id,
                display_name,
                email,
                ..
            } = frame.viewer?;
            let account = SignedIn {
                account_id,
                name: display_name,
                email,
            };
            Some(view! { <AccountMenu account /> }.into_any())
        })
    };
    let count = move |viewer: &Viewer| {
        let at_first = viewer.unread_messages;
        Signal::derive(move || unread.newer.get().unwrap_or(at_first))
    };
    let badge = move || {
        part(frame, move |frame| {
            let unread = count(&frame.viewer?);
            Some(view! { <UnreadBadge unread /> }.into_any())
        })
    };
    let menu = move || {
        part(frame, move |frame| {
            let viewer = frame.viewer?;
            let unread = count(&viewer);
            Some(view! { <MainMenu role=viewer.role unread /> }.into_any())
        })
    };
    view! {
        <ConsoleLayout provider=move || provider_brand(frame) account menu unread=badge>
            <Outlet />
        </ConsoleLayout>
    }
}

/// Around the pages for everybody.
#[component]
pub fn PublicFrame() -> impl IntoView {
    view! {
        <PublicPage>
            <Outlet />
        </PublicPage>
    }
}

/// A page for everybody.
#[component]
pub(super) fn PublicPage(children: Children) -> impl IntoView {
    let frame = page_data(|| (), |()| load_frame());
    learn_from(frame);
    let entry = move || {
        part(frame, |frame| {
            let path = frame
                .viewer
                .map_or(Path::Console, |viewer| home_of(viewer.role));
            Some(view! { <LicenseLink path /> }.into_any())
        })
    };
    let numbers = move || {
        part(frame, |Frame { site, .. }| {
            Some(view! { <ProviderNumberList numbers=site.numbers /> }.into_any())
        })
    };
    view! {
        <PublicLayout provider=move || provider_brand(frame) entry numbers>
            {children()}
        </PublicLayout>
    }
}

/// The link `License` (S7). It loads a whole page: the server knows whether to ask for a
/// log-in first.
#[component]
fn LicenseLink(path: Path) -> impl IntoView {
    let language = use_language();
    view! {
        <a class="btn btn-primary btn-sm" href=path.to_string() rel="external">
            {common::license(language)}
        </a>
    }
}

fn provider_brand(frame: PageData<Frame>) -> AnyView {
    part(frame, |Frame { site, .. }| {
        Some(view! { <ProviderBrand site /> }.into_any())
    })
}

/// A part of the frame as soon as it is known; nothing of it when it cannot be loaded.
fn part(
    frame: PageData<Frame>,
    view: impl Fn(Frame) -> Option<AnyView> + Clone + Send + Sync + 'static,
) -> AnyView {
    let content = move || {
        let view = view.clone();
        Suspend::new(async move { frame.await.ok().and_then(view) })
    };
    view! { <Suspense>{content}</Suspense> }.into_any()
}

/// The number in the menu follows what happens while pages are open.
fn provide_unread_messages() -> UnreadMessages {
    let changes = provide_changes();
    let newer = RwSignal::new(None);
    let count = Action::new(move |(): &()| async move {
        if let Ok(Frame {
            viewer: Some(viewer),
            ..
        }) = load_frame().await
        {
            newer.set(Some(viewer.unread_messages));
        }
    });
    let unread = UnreadMessages {
        newer: newer.into(),
        count,
    };
    Effect::watch(
        move || changes.newest(),
        move |_, _, _| unread.refresh(),
        false,
    );
    provide_context(unread);
    unread
}
