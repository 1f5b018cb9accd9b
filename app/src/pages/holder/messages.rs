use crate::api::messages::{MarkAllRead, MarkRead, ViewMessage, load_messages};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::pages::UnreadMessages;
use crate::pages::holder::codes::address_of;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::routes::Path;
use crate::text::{common, messages, notice};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::empty_state::EmptyState;
use crate::ui::icon::{Icon, IconSize};
use crate::ui::pagination::Pagination;
use crate::ui::time::{Precision, Time};
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use shared::wire::Page;
use shared::wire::code::CodeFilter;
use shared::wire::message::{MessageView, Notice};

/// `/console/messages`: what the holder was told, newest first. `?show=unread` leaves out what was
/// read.
pub struct Messages {
    page: PageData<Page<MessageView>>,
}

/// What the address says of which messages are shown.
const SHOW: &str = "show";
const UNREAD: &str = "unread";

impl Screen for Messages {
    fn data() -> Self {
        let query = use_query_map();
        let shown = Memo::new(move |_| (query.read().get("cursor"), unread_only(&query.read())));
        Self {
            page: page_data(
                move || shown.get(),
                |(cursor, unread_only)| load_messages(cursor, unread_only),
            ),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let mark_all = ServerAction::<MarkAllRead>::new();
        let mark = ServerAction::<MarkRead>::new();
        let open = ServerAction::<ViewMessage>::new();
        use_live_refresh(self.page, None);
        let unread = use_context::<UnreadMessages>();
        Effect::watch(
            move || {
                (
                    mark_all.version().get(),
                    mark.version().get(),
                    open.version().get(),
                )
            },
            move |_, _, _| {
                self.page.refetch();
                if let Some(unread) = unread {
                    unread.refresh();
                }
            },
            false,
        );
        let view = move |page| {
            view! {
                <PageHeader title=common::messages(language) lead=messages::lead(language) />
                <Which />
                <RefusedNotice error=Refusal::of(open).error() />
                <List page mark mark_all open />
            }
            .into_any()
        };
        view! { <Loaded resource=self.page view /> }.into_any()
    }
}

/// Whether the address asks for what was not read only.
fn unread_only(query: &ParamsMap) -> bool {
    query.get_str(SHOW) == Some(UNREAD)
}

/// All messages, or those that were not read, each with its address.
#[component]
fn Which() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let link = move |label: &'static str, href: String, unread: bool| {
        let is_current = move || unread_only(&query.read()) == unread;
        view! {
            <a
                class=move || {
                    if is_current() { "btn btn-sm btn-outline btn-primary" } else { "btn btn-sm btn-ghost" }
                }
                aria-current=move || is_current().then_some("page")
                href=href
            >
                {label}
            </a>
        }
    };
    let unread = format!("{}?{SHOW}={UNREAD}", Path::Messages);
    view! {
        <nav class="flex gap-2 mb-4" aria-label=messages::which(language)>
            {link(messages::all(language), Path::Messages.to_string(), false)}
            {link(messages::unread(language), unread, true)}
        </nav>
    }
    .into_any()
}

#[component]
fn List(
    page: Page<MessageView>,
    mark: ServerAction<MarkRead>,
    mark_all: ServerAction<MarkAllRead>,
    open: ServerAction<ViewMessage>,
) -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let unread_only = unread_only(&query.read_untracked());
    if page.items.is_empty() {
        let (title, hint) = if unread_only {
            (
                messages::nothing_unread(language),
                messages::nothing_unread_hint(language),
            )
        } else {
            (
                messages::no_messages(language),
                messages::no_messages_hint(language),
            )
        };
        return view! { <EmptyState title hint /> }.into_any();
    }
    let to_page = |cursor: String| {
        let mut query = ParamsMap::new();
        if unread_only {
            query.insert(SHOW, UNREAD.to_owned());
        }
        query.insert("cursor", cursor);
        format!("{}{}", Path::Messages, query.to_query_string())
    };
    let has_unread = page.items.iter().any(|message| !message.is_read);
    let newer = page.previous.map(to_page);
    let older = page.next.map(to_page);
    let items = page
        .items
        .into_iter()
        .map(|message| view! { <Message message mark open /> })
        .collect_view();
    view! {
        {has_unread
            .then(|| {
                view! {
                    <ActionForm action=mark_all attr:class="flex justify-end mb-2">
                        <Button
                            label=messages::mark_all_read(language)
                            kind=ButtonKind::Outline
                            size=ButtonSize::Small
                            pending=mark_all.pending()
                        />
                    </ActionForm>
                }
            })}
        <ul class="card-frame divide-y divide-base-300">{items}</ul>
        <Pagination newer older />
    }
    .into_any()
}

#[component]
fn Message(
    message: MessageView,
    mark: ServerAction<MarkRead>,
    open: ServerAction<ViewMessage>,
) -> impl IntoView {
    let language = use_language();
    let title = notice::title(language, &message.notice);
    let (symbol, state) = if message.is_read {
        (icondata::LuMailOpen, messages::read(language))
    } else {
        (icondata::LuMail, messages::unread(language))
    };
    let subject = title.clone();
    let open = leads_to(&message).map(move |address| {
        let label = common::view(language);
        if message.is_read {
            return view! {
                <ButtonLink
                    label
                    subject
                    href=address
                    kind=ButtonKind::Outline
                    size=ButtonSize::Small
                />
            }
            .into_any();
        }
        view! {
            <ActionForm action=open>
                <input type="hidden" name="message_id" value=message.id.to_string() />
                <input type="hidden" name="to" value=address />
                <Button
                    label
                    subject
                    kind=ButtonKind::Outline
                    size=ButtonSize::Small
                />
            </ActionForm>
        }
        .into_any()
    });
    let mark_read = (!message.is_read).then(|| {
        view! {
            <ActionForm action=mark>
                <input type="hidden" name="message_id" value=message.id.to_string() />
                <Button
                    label=messages::mark_read(language)
                    kind=ButtonKind::Ghost
                    size=ButtonSize::Small
                />
            </ActionForm>
        }
    });
    view! {
        <li class="flex gap-3 p-4 sm:px-5">
            // On the narrowest phones its room is needed for a code in one line.
            <span class=if message.is_read {
                "muted mt-0.5 max-[24rem]:hidden"
            } else {
                "text-primary mt-0.5 max-[24rem]:hidden"
            }>
                <Icon symbol size=IconSize::Large />
            </span>
            <div class="grow min-w-0">
                <div class="flex flex-wrap justify-between gap-x-4">
                    <h2 class=if message.is_read { "font-medium" } else { "font-semibold" }>
                        <span class="sr-only">{state} ": "</span>
                        {title}
                    </h2>
                    <span class="text-sm muted">
                        <Time at=message.at precision=Precision::Minute />
                    </span>
                </div>
                <p class="mt-1 max-w-prose whitespace-pre-line">
                    <WholeWords text=notice::sentence(language, &message.notice) />
                </p>
                <div class="mt-2 flex flex-wrap gap-2">{open} {mark_read}</div>
            </div>
        </li>
    }
    .into_any()
}

/// The application it is about, or the list of codes narrowed to those it is about.
fn leads_to(message: &MessageView) -> Option<String> {
    let filter = match &message.notice {
        Notice::CodeDisabledByStaff { code, .. }
        | Notice::CodeRestored { code, .. }
        | Notice::CodeChanged { code, .. } => CodeFilter {
            search: Some(code.clone()),
            ..CodeFilter::default()
        },
        Notice::CodesInvalid { server_name, .. } => CodeFilter {
            search: Some(server_name.clone()),
            status: Some("invalid".to_owned()),
            ..CodeFilter::default()
        },
        _ => {
            let application = message.application_id.map(Path::Application);
            return application.map(|path| path.to_string());
        }
    };
    Some(address_of(&filter))
}
