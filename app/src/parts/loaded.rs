//! A page's data: nothing to see of it while it comes, then the page, or why there is none.

use super::failure::Failure;
use crate::api::page_data::PageData;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;

/// Shows `view` of the resource's value. When it is fetched again, the old stays until the
/// new is there.
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
    let content = move || {
        let view = view.clone();
        Suspend::new(async move {
            match resource.await {
                Ok(data) => view(data),
                Err(error) => view! { <Failure error /> }.into_any(),
            }
        })
    };
    view! { <Transition fallback=|| view! { <Skeleton /> }>{content}</Transition> }
}
