//! Pages are modules of their own, which the browser loads when somebody goes there. What several
//! pages share becomes modules as well; each page's are packed into one file.

use super::Screen;
use super::admin::{AccountList, ChannelPanel, InventoryList, OutboxList, TokenList};
use super::holder::{
    Account, Application, Applications, ApplyForCode, Archive, ArchivedRecord, CancelAccess, Codes,
    EditApplication, Licenses, Messages, NewApplication, Website,
};
use super::public::{Help, Home, LogIn};
use super::review::{
    AuditTrail, Calendar, ReviewApplication, ReviewDashboard, ReviewQueue, StaffArchive,
    StaffCodeList,
};
#[cfg(feature = "ssr")]
use crate::routes::Path;
use leptos::prelude::AnyView;
use leptos_router::LazyRoute;
use std::marker::PhantomData;

/// The route of a page. What the page fetches is code of its module, too, so that the module
/// every page loads knows nothing of it.
pub struct LazyPage<P>(PhantomData<fn() -> P>);

macro_rules! lazy_pages {
    ($($page:ident at $($path:expr),+;)+) => {
        /// The pattern of each page's address with the name of its module.
        #[cfg(feature = "ssr")]
        pub(super) const PAGES: &[(&str, &str)] = &[$($(($path.pattern(), stringify!($page)),)+)+];

        $(const _: () = {
            #[cfg(feature = "hydrate")]
            #[allow(non_snake_case, reason = "named after the page: split names must differ")]
            #[leptos::wasm_split::wasm_split(
                $page,
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
        };)+
    };
}

lazy_pages! {
    Home at Path::Home;
    LogIn at Path::LogIn;
    Help at Path::Help, Path::HelpAtAGlance, Path::HelpFileALicense, Path::HelpAuthorizationCodes,
        Path::HelpCancelAccess, Path::HelpStatuses, Path::RetrieveLicensePassword,
        Path::HelpQuestions, Path::HelpReview, Path::HelpSupervision, Path::HelpAdministration,
        Path::HelpPrivacy, Path::HelpAccessibility;
    Account at Path::Account;
    Application at Path::Application(0);
    Applications at Path::Applications;
    ApplyForCode at Path::ApplyForCode;
    Archive at Path::Archive;
    ArchivedRecord at Path::ArchivedRecord(0);
    CancelAccess at Path::CancelAccess(0);
    Codes at Path::ManageCodes;
    EditApplication at Path::EditApplication(0);
    Licenses at Path::Console;
    Messages at Path::Messages;
    NewApplication at Path::NewApplication;
    Website at Path::Website(0);
    AuditTrail at Path::Audit;
    Calendar at Path::WorkingCalendar;
    ReviewApplication at Path::ReviewApplication(0);
    ReviewDashboard at Path::Dashboard;
    ReviewQueue at Path::ReviewQueue;
    StaffArchive at Path::StaffArchive;
    StaffCodeList at Path::ReviewCodes;
    AccountList at Path::Accounts;
    ChannelPanel at Path::AuthorityChannel;
    InventoryList at Path::Inventory;
    OutboxList at Path::Outbox;
    TokenList at Path::ServiceTokens;
}
