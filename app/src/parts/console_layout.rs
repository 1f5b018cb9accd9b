//! The frame of every page behind the log-in: header, left menu, main part.

use super::appearance_switch::AppearanceSwitch;
use super::console_menu::{MenuItem, current_item, items_of};
use super::language_switch::{LanguageSwitch, WAYS_BACK};
use crate::language::use_language;
use crate::routes::Path;
use crate::text::common;
use crate::ui::copy_button::serve_copy_buttons;
use crate::ui::icon::{Icon, IconSize};
use crate::ui::menu::serve_menus;
use crate::ui::sent_form::provide_sent_form;
use crate::ui::toast::{ToastRegion, Toaster};
use crate::ui::unsaved_input::keep_unsaved_input;
use leptos::web_sys::HtmlAnchorElement;
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use shared::role::Role;

/// Who is logged in, as the frame shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub account_id: i64,
    /// The entity's or the person's name.
    pub name: String,
    pub email: String,
}

/// The frame. Its parts load by themselves, so that the page inside is built once and stays.
/// On a phone the menu slides in from the left; it is the same menu, opened as a popover,
/// which needs no JavaScript.
#[component]
pub fn ConsoleLayout(
    /// The provider's name.
    #[prop(into)]
    provider: ViewFn,
    /// An [`AccountMenu`].
    #[prop(into)]
    account: ViewFn,
    /// A [`MainMenu`].
    #[prop(into)]
    menu: ViewFn,
    /// An [`UnreadBadge`], which the menu's button shows while the menu is away.
    #[prop(into)]
    unread: ViewFn,
    children: Children,
) -> impl IntoView {
    let language = use_language();
    let toaster = Toaster::default();
    serve_copy_buttons(toaster);
    serve_menus();
    provide_sent_form();
    keep_unsaved_input(WAYS_BACK, Some(common::leave_unsaved(language)));
    view! {
        <a class="skip-link" href="#content" rel="external">{common::skip_to_content(language)}</a>
        <header class="navbar topbar px-4">
            <div class="flex-1 flex items-center gap-3 min-w-0">
                <button
                    type="button"
                    class="btn btn-ghost px-2 lg:hidden"
                    popovertarget="main-menu"
                >
                    <span class="sr-only">{common::menu(language)}</span>
                    <Icon symbol=icondata::LuMenu size=IconSize::Large />
                    <span>{unread.run()}</span>
                </button>
                <span class="font-semibold truncate">{provider.run()}</span>
                <span class="muted hidden sm:inline" aria-hidden="true">"/"</span>
                <span class="hidden sm:inline">{common::license_system(language)}</span>
            </div>
            <div class="flex items-center gap-1">
                <LanguageSwitch />
                {account.run()}
            </div>
        </header>
        <div class="console-frame flex items-start">
            {menu.run()}
            <main id="content" class="page" tabindex="-1">
                {children()}
            </main>
        </div>
        <ToastRegion toaster />
    }
    .into_any()
}

/// The number of unread messages; nothing while there are none.
#[component]
pub fn UnreadBadge(unread: Signal<u32>) -> impl IntoView {
    let language = use_language();
    let badge = move |count: u32| {
        view! {
            <span class="badge badge-sm badge-primary">{count}</span>
            <span class="sr-only">" " {common::unread(language)}</span>
        }
    };
    move || Some(unread.get()).filter(|count| *count > 0).map(badge)
}

/// The left menu of a role, with the number of unread messages.
#[component]
pub fn MainMenu(role: Role, unread: Signal<u32>) -> impl IntoView {
    let language = use_language();
    let items = items_of(role)
        .map(|item| {
            let unread = (item.path == Path::Messages).then_some(unread);
            view! { <MainMenuLink item role unread /> }
        })
        .collect_view();
    view! {
        <nav
            id="main-menu"
            class="main-menu"
            class:main-menu-staff=role != Role::Holder
            popover="auto"
            aria-label=common::main_menu(language)
        >
            <ul class="menu w-full gap-0.5">{items}</ul>
        </nav>
    }
    .into_any()
}

#[component]
fn MainMenuLink(item: MenuItem, role: Role, unread: Option<Signal<u32>>) -> impl IntoView {
    let language = use_language();
    let pathname = use_location().pathname;
    let is_current = move |pathname: &str| current_item(role, pathname) == Some(item.path);
    // As the server drew it. Whoever follows a link while the page comes to life changes the
    // address before this part looks at it, so it is set right once all stands.
    let at_first = is_current(&pathname.read_untracked());
    let link = NodeRef::<html::A>::new();
    Effect::new(move || {
        let is_current = is_current(&pathname.read());
        if let Some(link) = link.get() {
            mark_current(&link, is_current);
        }
    });
    view! {
        <li>
            <a
                href=item.path.to_string()
                node_ref=link
                class=at_first.then_some("menu-active")
                aria-current=at_first.then_some("page")
            >
                <Icon symbol=item.icon />
                {(item.label)(language)}
                {unread.map(|unread| view! { <UnreadBadge unread /> })}
            </a>
        </li>
    }
    .into_any()
}

/// Shows whether a link of the menu leads to the page that is open.
fn mark_current(link: &HtmlAnchorElement, is_current: bool) {
    // Setting an attribute of a name that is well formed cannot fail.
    let _ = if is_current {
        link.set_attribute("aria-current", "page")
    } else {
        link.remove_attribute("aria-current")
    };
    let _ = link
        .class_list()
        .toggle_with_force("menu-active", is_current);
}

/// Who is logged in, with the way to the own account and out.
#[component]
pub fn AccountMenu(account: SignedIn) -> impl IntoView {
    let language = use_language();
    let initial: String = account.name.chars().next().into_iter().collect();
    view! {
        <div class="menu-anchor" data-account=account.account_id>
            <button
                type="button"
                class="btn btn-ghost btn-sm gap-2"
                popovertarget="account-menu"
            >
                <span class="sr-only">{common::account_menu(language)}</span>
                <span class="hidden sm:inline max-w-56 truncate">{account.name.clone()}</span>
                <span class="avatar-initial" aria-hidden="true">{initial}</span>
            </button>
            <div id="account-menu" popover="auto" class="menu-panel">
                <div class="px-4 pt-3 pb-1">
                    <div class="font-medium">{account.name}</div>
                    <div class="text-sm muted">{account.email}</div>
                </div>
                <div class="px-2 py-1">
                    <AppearanceSwitch />
                </div>
                <ul class="menu w-full">
                    <li>
                        <a href=Path::Account.to_string()>
                            <Icon symbol=icondata::LuUser />
                            {common::my_account(language)}
                        </a>
                    </li>
                    <li>
                        <form method="post" action=Path::LogOut.to_string() class="menu-form">
                            <button type="submit">
                                <Icon symbol=icondata::LuLogOut />
                                {common::log_out(language)}
                            </button>
                        </form>
                    </li>
                </ul>
            </div>
        </div>
    }
    .into_any()
}
