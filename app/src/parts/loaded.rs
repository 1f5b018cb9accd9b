//! A page's data: nothing to see of it while it comes, then the page, or why there is none.

use super::failure::Failure;
use crate::api::page_data::PageData;
use crate::ui::skeleton::Skeleton;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Shows `view` of the resource's value. When it is fetched again, the old stays until the
/// new is there. What is about something else, at another path, is drawn anew: Leptos would turn
/// the old fields into the new ones, with what was typed into them.
#[component]
pub fn Loaded<T, V>(
    resource: PageData<T>,
    /// The page, from its data.
    view: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Clone + Send + Sync + 'static,
{
    let pathname = use_location().pathname;
    let drawn = StoredValue::new((pathname.get_untracked(), false));
    let content = move || {
        let view = view.clone();
        Suspend::new(async move {
            let page = match resource.await {
                Ok(data) => view(data),
                Err(error) => view! { <Failure error /> }.into_any(),
            };
            let (path, is_other) = drawn.get_value();
            let now = pathname.get_untracked();
            let is_other = is_other != (path != now);
            drawn.set_value((now, is_other));
            if is_other {
                Either::Right(page)
            } else {
                Either::Left(page)
            }
        })
    };
    view! { <Transition fallback=|| view! { <Skeleton /> }>{content}</Transition> }
}
