use crate::language::use_language;
use crate::parts::consequence_list::{Consequence, ConsequenceItem, ConsequenceList};
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{application, common, license, list, space};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::query_form::QueryForm;
use leptos::prelude::*;
use shared::cancel_access::Unavailable;
use shared::wire::license::{OrderLink, WebsiteRow};

/// The address key of a website's pop-up.
#[must_use]
pub fn cancel_access_dialog(website_id: i64) -> String {
    format!("cancel-access-{website_id}")
}

/// The pop-up with the consequences (S10). It only leads on: nothing is sent or kept before
/// the notification page.
#[component]
pub fn CancelAccessDialog(website: WebsiteRow, entity: String) -> impl IntoView {
    let language = use_language();
    let name = cancel_access_dialog(website.id);
    let address = use_dialog(name.clone());
    let title = cancel_access::title(language, &list(language, &website.domains));
    // The address of the pop-up outlives what can be done in it.
    let is_asked_for = address.open.get_untracked();
    match (
        website.running_cancellation.clone(),
        website.cancel_refused(),
    ) {
        (Some(order), _) if is_asked_for => {
            return view! { <SubmittedDialog name title order /> }.into_any();
        }
        (None, Some(why)) if is_asked_for => {
            return view! { <RefusedDialog name title why /> }.into_any();
        }
        (None, None) => {}
        _ => return ().into_any(),
    }
    let other_access = website.has_other_access.then(|| {
        let words = cancel_access::other_access_stays(language);
        view! { <ConsequenceItem kind=Consequence::Stays text=words /> }
    });
    let numbers = cancel_access::numbers_stay(language, &entity, &website.license_number);
    let both = |first: &str, second: &str| format!("{first}{}{second}", space(language));
    let blocked = both(
        cancel_access::blocked_if_used(language),
        cancel_access::fine_if_not_used(language),
    );
    let add_access = both(
        cancel_access::add_access_soon(language),
        cancel_access::number_may_be_canceled(language),
    );
    view! {
        <Dialog id=name title address>
            <p class="mt-2 mb-4 muted">{cancel_access::popup_lead(language)}</p>
            <ConsequenceList>
                <ConsequenceItem kind=Consequence::Loss text=cancel_access::leaves_this_system(language) />
                <ConsequenceItem kind=Consequence::Stays text=numbers />
                <ConsequenceItem kind=Consequence::Warning text=blocked />
                <ConsequenceItem kind=Consequence::Warning text=add_access />
                {other_access}
            </ConsequenceList>
            <QueryForm action=Path::CancelAccess(website.id).to_string()>
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=common::ok(language) />
                </DialogActions>
            </QueryForm>
        </Dialog>
    }
    .into_any()
}

/// The same address after the cancellation was submitted: it says so and leads there.
#[component]
fn SubmittedDialog(name: String, title: String, order: OrderLink) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(name.clone());
    view! {
        <Dialog id=name title address>
            <p class="mt-4">{application::was_submitted(language, &order.number)}</p>
            <DialogActions leave=common::close(language) close_href=address.close_href>
                <ButtonLink
                    label=common::view(language)
                    subject=order.number
                    href=Path::Application(order.application_id).to_string()
                />
            </DialogActions>
        </Dialog>
    }
    .into_any()
}

/// The same address while the access cannot be canceled (S9).
#[component]
fn RefusedDialog(name: String, title: String, why: Unavailable) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(name.clone());
    view! {
        <Dialog id=name title address>
            <p class="mt-4 mb-6">{license::unavailable(language, why)}</p>
            <ButtonLink
                label=common::close(language)
                href=address.close_href
                kind=ButtonKind::Outline
                same_page=true
            />
        </Dialog>
    }
    .into_any()
}
