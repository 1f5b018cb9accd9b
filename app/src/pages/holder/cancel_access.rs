mod form;
mod impact;

use crate::api::cancel_access::load_cancel_access;
use crate::api::page_data::{PageData, page_data};
use crate::api::typed::FormPage;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::rejection_notice::RejectionNotice;
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{application, common, filing, license};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::ButtonLink;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use form::ConfirmForm;
use impact::{HowItGoesOn, WhatHappens};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use shared::cancel_access::Unavailable;
use shared::wire::license::{CancelAccessPage, OrderLink, SubmittedCancellation};

/// `/console/websites/{id}/cancel-access`: the notification page (S11). `?kept=` says that
/// the authority did not answer and the request is kept.
pub struct CancelAccess {
    page: PageData<FormPage<CancelAccessPage>>,
}

impl Screen for CancelAccess {
    fn data() -> Self {
        let (params, query) = (use_params_map(), use_query_map());
        let id = move || {
            params
                .read()
                .get("id")
                .and_then(|id| id.parse().ok())
                .unwrap_or_default()
        };
        let asked = move || (id(), query.read().get("kept"));
        Self {
            page: page_data(asked, |(id, _)| load_cancel_access(id)),
        }
    }

    fn view(self) -> AnyView {
        view! {
            <Loaded
                resource=self.page
                view=|page| view! { <Notification page /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn Notification(page: FormPage<CancelAccessPage>) -> impl IntoView {
    let language = use_language();
    let FormPage { page, typed } = page;
    let domains: Vec<_> = page
        .domains
        .iter()
        .map(|impact| impact.domain.as_str())
        .collect();
    let domains = domains.join(", ");
    let trail = vec![
        Crumb::link(common::my_licenses(language), Path::Console),
        Crumb::link(domains.clone(), Path::Website(page.website_id)),
        Crumb::here(common::cancel_access(language)),
    ];
    let title = cancel_access::title(language, &domains);
    if let Some(submitted) = page.submitted {
        return view! {
            <PageHeader title trail />
            <SubmittedAlready submitted />
        }
        .into_any();
    }
    let form = match (page.unavailable, page.locked_until) {
        (Some(why), _) => view! { <NotNow why /> }.into_any(),
        (None, Some(until)) => view! {
            <Notice tone=Tone::Error title=cancel_access::locked_title(language)>
                <p>{cancel_access::locked(language, until)}</p>
                <p class="mt-2">
                    <a class="link" href=Path::RetrieveLicensePassword.to_string()>
                        {common::retrieve_license_password(language)}
                    </a>
                </p>
            </Notice>
        }
        .into_any(),
        (None, None) => {
            view! { <ConfirmForm page=page.clone() domains=domains.clone() typed /> }.into_any()
        }
    };
    view! {
        <PageHeader
            title
            lead=cancel_access::lead(language)
            trail
        />
        <div class="grid gap-5 lg:grid-cols-[1fr_20rem]">
            <div class="space-y-5 min-w-0">
                <Earlier page=page.clone() />
                <WhatHappens page=page.clone() />
                {form}
            </div>
            <HowItGoesOn due_at=page.review_due_at provisional=page.review_due_is_provisional />
        </div>
    }
    .into_any()
}

/// Whoever comes back to this page after `Next` is led to the application (S14): there is nothing
/// to fill in.
#[component]
fn SubmittedAlready(submitted: SubmittedCancellation) -> impl IntoView {
    let language = use_language();
    let OrderLink {
        application_id,
        number,
    } = submitted.order;
    view! {
        <Notice tone=Tone::Info title=application::was_submitted(language, &number)>
            <p class="mb-3">{filing::its_status_is(language, &submitted.status)}</p>
            <ButtonLink
                label=common::view(language)
                subject=number
                href=Path::Application(application_id).to_string()
            />
        </Notice>
    }
    .into_any()
}

/// The request that was kept or came back, which this page goes on with.
#[component]
fn Earlier(page: CancelAccessPage) -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let was_kept = query.read_untracked().get("kept").is_some();
    page.resumed.map(|resumed| {
        if was_kept {
            view! {
                <Notice tone=Tone::Warning title=cancel_access::kept_title(language) live=true>
                    <p>{cancel_access::kept(language)}</p>
                </Notice>
            }
            .into_any()
        } else {
            let title = cancel_access::resumed(language, &resumed.number);
            view! {
                {resumed
                    .rejection
                    .map(|rejection| view! { <RejectionNotice rejection filing=None /> })}
                <Notice tone=Tone::Info title />
            }
            .into_any()
        }
    })
}

/// S9: why it cannot be requested now.
#[component]
fn NotNow(why: Unavailable) -> impl IntoView {
    let language = use_language();
    let order = match why {
        Unavailable::OrderInProgress { application_id } => Some(Path::Application(application_id)),
        Unavailable::NoLiveAccess | Unavailable::AuthorityDataPending => None,
    };
    view! {
        <Notice tone=Tone::Warning title=cancel_access::not_now(language)>
            <p>{license::unavailable(language, why)}</p>
            {order
                .map(|order| {
                    view! {
                        <p class="mt-2">
                            <a class="link" href=order.to_string()>
                                {license::order_in_progress(language)}
                            </a>
                        </p>
                    }
                })}
        </Notice>
    }
    .into_any()
}
