use crate::api::admin::load_outbox;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::text::{common, staff};
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty_state::EmptyState;
use crate::ui::notice::Notice;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::wire::account::OutboxMail;

/// `/admin/outbox`: the newest mails, sent or waiting.
pub struct OutboxList {
    mails: PageData<Vec<OutboxMail>>,
}

impl Screen for OutboxList {
    fn data() -> Self {
        Self {
            mails: page_data(|| (), |()| load_outbox()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.mails, None);
        let view = move |mails: Vec<OutboxMail>| {
            let given_up = mails.iter().filter(|mail| mail.given_up.is_some()).count();
            view! {
                <PageHeader title=common::outbox(language) lead=staff::outbox_lead(language) />
                <GivenUpNotice given_up />
                <MailTable mails />
            }
            .into_any()
        };
        view! { <Loaded resource=self.mails view /> }.into_any()
    }
}

/// Nobody hears of these mails unless somebody looks.
#[component]
fn GivenUpNotice(given_up: usize) -> impl IntoView {
    let language = use_language();
    (given_up > 0).then(|| {
        let title = staff::mails_given_up(language, given_up);
        view! { <Notice tone=Tone::Error title>{staff::mails_given_up_hint(language)}</Notice> }
    })
}

#[component]
fn MailTable(mails: Vec<OutboxMail>) -> impl IntoView {
    let language = use_language();
    if mails.is_empty() {
        let (title, hint) = (staff::no_mails(language), staff::no_mails_hint(language));
        return view! { <EmptyState title hint /> }.into_any();
    }
    let columns = vec![
        Column::new(staff::mail_subject(language)),
        Column::new(staff::to(language)),
        Column::new(staff::created(language)),
        Column::new(common::status(language)),
    ];
    let rows = mails
        .into_iter()
        .map(|mail| view! { <Mail mail /> })
        .collect_view();
    view! {
        <DataTable caption=common::outbox(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn Mail(mail: OutboxMail) -> impl IntoView {
    let language = use_language();
    let (tone, label) = match (mail.sent_at, &mail.given_up) {
        (Some(_), _) => (Tone::Success, staff::sent(language)),
        (None, Some(_)) => (Tone::Error, staff::given_up(language)),
        (None, None) => (Tone::Info, staff::waiting_to_be_sent(language)),
    };
    let detail =
        (mail.sent_at.is_none() && mail.tries > 0).then(|| staff::tries(language, mail.tries));
    let why = mail.given_up.map(|given_up| {
        view! {
            <div class="text-sm mt-1">
                <Time at=given_up.at precision=Precision::Minute />
                <div class="break-words">{given_up.error}</div>
            </div>
        }
    });
    let body = match mail.body {
        Some(body) => view! {
            <div class="text-sm">
                <Disclosure summary=staff::show_mail(language)>
                    <p class="whitespace-pre-line mt-2 max-w-prose break-words">{body}</p>
                </Disclosure>
            </div>
        }
        .into_any(),
        None => {
            view! { <div class="text-sm muted">{staff::mail_hidden(language)}</div> }.into_any()
        }
    };
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{mail.subject}</div>
                {body}
            </Cell>
            <Cell label=staff::to(language)>{mail.to}</Cell>
            <Cell label=staff::created(language)>
                <Time at=mail.created_at precision=Precision::Minute />
            </Cell>
            <Cell label=common::status(language)>
                <StatusBadge tone label detail />
                {why}
            </Cell>
        </Row>
    }
    .into_any()
}
