//! What stands around the pages: fetched once, kept while one goes from page to page.

use crate::api::live::provide_changes;
use crate::api::session::{Frame, home_of, load_frame};
use crate::parts::console_layout::{ConsoleLayout, SignedIn};
use crate::parts::public_layout::PublicLayout;
use crate::routes::Path;
use leptos::prelude::*;
use leptos_router::components::Outlet;
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

/// Around the pages behind the log-in.
#[component]
pub fn ConsoleFrame() -> impl IntoView {
    let loaded = Resource::new(|| (), |()| load_frame());
    let unread = provide_unread_messages();
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match loaded.await {
                    Ok(Frame { site, viewer: Some(viewer) }) => {
                        let account = signed_in(viewer, unread);
                        view! {
                            <ConsoleLayout provider=site.provider_name account>
                                <Outlet />
                            </ConsoleLayout>
                        }
                            .into_any()
                    }
                    // The page inside answers for itself: it asks to log in, or says what is wrong.
                    other => {
                        let provider = other.map(|frame| frame.site.provider_name);
                        view! {
                            <PublicLayout provider=provider.unwrap_or_default()>
                                <Outlet />
                            </PublicLayout>
                        }
                            .into_any()
                    }
                }
            })}
        </Suspense>
    }
}

/// Around the pages for everybody.
#[component]
pub fn PublicFrame() -> impl IntoView {
    let loaded = Resource::new(|| (), |()| load_frame());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let (provider, entry) = match loaded.await {
                    Ok(Frame { site, viewer }) => (site.provider_name, viewer.map(|viewer| home_of(viewer.role))),
                    Err(_) => (String::new(), None),
                };
                view! {
                    <PublicLayout provider entry=entry.unwrap_or(Path::Console)>
                        <Outlet />
                    </PublicLayout>
                }
            })}
        </Suspense>
    }
}

fn signed_in(viewer: Viewer, unread: UnreadMessages) -> SignedIn {
    SignedIn {
        name: viewer.display_name,
        email: viewer.email,
        role: viewer.role,
        unread: Signal::derive(move || unread.newer.get().unwrap_or(viewer.unread_messages)),
    }
}

/// The number in the menu follows what happens while pages are open.
fn provide_unread_messages() -> UnreadMessages {
    let changes = provide_changes();
    let newer = RwSignal::new(None);
    let count = Action::new(move |(): &()| async move {
        if let Ok(Frame { viewer: Some(viewer), .. }) = load_frame().await {
            newer.set(Some(viewer.unread_messages));
        }
    });
    let unread = UnreadMessages { newer: newer.into(), count };
    Effect::watch(move || changes.newest(), move |_, _, _| unread.refresh(), false);
    provide_context(unread);
    unread
}
