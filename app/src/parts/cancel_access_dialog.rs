use crate::language::use_language;
use crate::parts::consequence_list::{Consequence, ConsequenceItem, ConsequenceList};
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{common, space};
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::query_form::QueryForm;
use leptos::prelude::*;
use shared::wire::license::WebsiteRow;

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
    let title = cancel_access::title(language, &website.domains.join(", "));
    let other_access = website.has_other_access.then(|| {
        let words = cancel_access::other_access_stays(language);
        view! { <ConsequenceItem kind=Consequence::Stays>{words}</ConsequenceItem> }
    });
    view! {
        <Dialog id=name title address>
            <p class="mt-2 mb-4 muted">{cancel_access::popup_lead(language)}</p>
            <ConsequenceList>
                <ConsequenceItem kind=Consequence::Loss>
                    {cancel_access::leaves_this_system(language)}
                </ConsequenceItem>
                <ConsequenceItem kind=Consequence::Stays>
                    {cancel_access::numbers_stay(language, &entity, &website.license_number)}
                </ConsequenceItem>
                <ConsequenceItem kind=Consequence::Warning>
                    {cancel_access::blocked_if_used(language)} {space(language)}
                    {cancel_access::fine_if_not_used(language)}
                </ConsequenceItem>
                <ConsequenceItem kind=Consequence::Warning>
                    {cancel_access::add_access_soon(language)} {space(language)}
                    {cancel_access::number_may_be_canceled(language)}
                </ConsequenceItem>
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
