use crate::language::{Language, use_language};
use crate::parts::cancel_access_dialog::cancel_access_dialog;
use crate::parts::running_applications::CancellationInReview;
use crate::routes::Path;
use crate::text::{common, license, list};
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Row};
use crate::ui::dialog::use_dialog;
use crate::ui::menu::{Menu, MenuLink};
use crate::ui::status_badge::{StatusBadge, Tone};
use leptos::prelude::*;
use shared::access::Resolution;
use shared::cancel_access::Unavailable;
use shared::wire::license::WebsiteRow;

/// One website: where it stands and what can be done.
#[component]
pub(super) fn WebsiteTableRow(website: WebsiteRow) -> impl IntoView {
    let language = use_language();
    let domains = list(language, &website.domains);
    let popup = use_dialog(cancel_access_dialog(website.id));
    // The pop-up's address does not change while the row is there.
    let links = menu_links(language, &website, popup.open_href.get_untracked());
    let WebsiteRow {
        id,
        name,
        license_number,
        ref ips,
        ..
    } = website.clone();
    let (ips, subject) = (list(language, ips), domains.clone());
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{name}</div>
                <div class="muted">{domains}</div>
            </Cell>
            <Cell label=license::website_license_number(language)>
                <span class="mono">{license_number}</span>
            </Cell>
            <Cell label=license::server_ip(language)>
                <span class="mono">{ips}</span>
            </Cell>
            <Cell label=license::access(language)>
                <AccessStatus website />
            </Cell>
            <ActionsCell>
                <ButtonLink
                    label=common::view(language)
                    subject=subject.clone()
                    href=Path::Website(id).to_string()
                    kind=ButtonKind::Ghost
                    size=ButtonSize::Small
                />
                <Menu
                    id=format!("website-{id}-menu")
                    label=common::more(language)
                    subject
                    links
                />
            </ActionsCell>
        </Row>
    }
    .into_any()
}

/// S9: what cannot be done is explained, with the way to what stands in its way.
fn menu_links(language: Language, website: &WebsiteRow, popup: String) -> Vec<MenuLink> {
    let cancel = common::cancel_access(language);
    match website.cancel_refused() {
        None => vec![MenuLink::danger(cancel, popup).on_same_page()],
        Some(why) => {
            let mut links = vec![MenuLink::refused(
                cancel,
                license::unavailable(language, why),
            )];
            if let Unavailable::OrderInProgress { application_id } = why {
                let order = Path::Application(application_id);
                links.push(MenuLink::new(license::order_in_progress(language), order));
            }
            links
        }
    }
}

/// The access, whether the domain still points here, and a cancellation to go on with.
#[component]
fn AccessStatus(website: WebsiteRow) -> impl IntoView {
    let language = use_language();
    let badge = match website.resolves_elsewhere_since {
        Some(since) => view! {
            <StatusBadge
                tone=Tone::Warning
                label=license::resolution(language, Resolution::Elsewhere)
                detail=license::since(language, since)
            />
            <a class="link text-xs" href=Path::Website(website.id).to_string()>
                {license::what_to_do(language)}
                <span class="sr-only">" " {website.name.clone()}</span>
            </a>
        }
        .into_any(),
        None => {
            view! { <StatusBadge tone=Tone::Success label=license::active(language) /> }.into_any()
        }
    };
    let open = website.open_cancellation.map(|_| {
        view! {
            <a class="link text-sm" href=Path::CancelAccess(website.id).to_string()>
                {license::go_on_with_cancellation(language)}
            </a>
        }
    });
    let running = website
        .running_cancellation
        .map(|order| view! { <CancellationInReview order /> });
    view! { {badge} {running} {open} }.into_any()
}
