//! Which pages the browser loads together.
//!
//! One module for each page was tried: what any two pages share became a module of its own,
//! 470 of them, and a page asked for 150 files. One module for each area is a fraction of that.

use super::Screen;
use super::admin::{AccountList, ChannelPanel, InventoryList, OutboxList, TokenList};
use super::holder::{
    Account, Application, Applications, ApplyForCode, Archive, CancelAccess, Codes,
    EditApplication, Licenses, Messages, NewApplication, Website,
};
use super::public::{Help, LogIn, RetrieveLicensePassword};
use super::review::{
    AuditTrail, Calendar, ReviewApplication, ReviewDashboard, ReviewQueue, StaffArchive,
    StaffCodeList,
};
use leptos::prelude::AnyView;
use leptos_router::LazyRoute;
use std::marker::PhantomData;

/// The route of a page. What the page fetches is code of its module, too, so that the module
/// every page loads knows nothing of it.
pub struct LazyPage<P>(PhantomData<fn() -> P>);

macro_rules! lazy_pages {
    ($($area:ident: $($page:ident),+;)+) => {$($(
        const _: () = {
            #[cfg(feature = "hydrate")]
            #[allow(non_snake_case, reason = "named after the page: split names must differ")]
            #[leptos::wasm_split::wasm_split(
                $area,
                wasm_split_path = ::leptos::wasm_split,
                preload(load)
            )]
            fn $page() -> AnyView {
                $page::data().view()
            }

            #[cfg(not(feature = "hydrate"))]
            #[allow(non_snake_case, reason = "named as in the browser")]
            async fn $page() -> AnyView {
                $page::data().view()
            }

            impl LazyRoute for LazyPage<$page> {
                fn data() -> Self {
                    Self(PhantomData)
                }

                async fn view(_: Self) -> AnyView {
                    $page().await
                }

                async fn preload() {
                    #[cfg(feature = "hydrate")]
                    load().await;
                }
            }
        };
    )+)+};
}

lazy_pages! {
    public: Help, LogIn, RetrieveLicensePassword;
    licenses: Archive, CancelAccess, Licenses, Website;
    codes: ApplyForCode, Codes;
    applications: Application, Applications;
    filing: EditApplication, NewApplication;
    account: Account, Messages;
    review: AuditTrail, Calendar, ReviewApplication, ReviewDashboard, ReviewQueue, StaffArchive,
        StaffCodeList;
    admin: AccountList, ChannelPanel, InventoryList, OutboxList, TokenList;
}
