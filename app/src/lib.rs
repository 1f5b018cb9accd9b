//! The screens, compiled twice: for the server (`ssr`) and for the browser (`hydrate`).

#![recursion_limit = "512"]

pub mod api;
pub mod appearance;
pub mod known_log_in;
pub mod language;
mod pages;
pub mod parts;
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod text;
pub mod ui;

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{Lazy, SsrMode, path};

use known_log_in::provide_known_log_in;
use language::provide_language;
use pages::admin::{AccountList, ChannelPanel, InventoryList, OutboxList, TokenList};
use pages::holder::{
    Account, Application, Applications, ApplyForCode, Archive, ArchivedRecord, CancelAccess, Codes,
    EditApplication, Licenses, Messages, NewApplication, Website,
};
use pages::public::{Help, Home, LogIn};
use pages::review::{
    AuditTrail, Calendar, ReviewApplication, ReviewDashboard, ReviewQueue, StaffArchive,
    StaffCodeList,
};
use pages::{ConsoleFrame, LazyPage, NotFound, PublicFrame};

/// The whole application: every page by its address.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "ssr")]
    leptos_meta::provide_meta_context();
    provide_language();
    provide_known_log_in();
    // Every route renders completely on the server, so that it also works without JavaScript.
    view! {
        <Router>
            <Routes fallback=NotFound>
                <ParentRoute path=path!("") view=PublicFrame ssr=SsrMode::Async>
                    <Route path=path!("/") view={Lazy::<LazyPage<Home>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/login") view={Lazy::<LazyPage<LogIn>>::new()} ssr=SsrMode::Async />
                </ParentRoute>
                <ParentRoute path=path!("") view=ConsoleFrame ssr=SsrMode::Async>
                    // Help, for visitors in the public frame
                    <Route path=path!("/help") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/at-a-glance") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/file-a-license") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/authorization-codes") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/cancel-access") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/statuses") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/retrieve-license-password") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/questions") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/review") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/supervision") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/administration") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/privacy") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/help/accessibility") view={Lazy::<LazyPage<Help>>::new()} ssr=SsrMode::Async />
                    // Holder
                    <Route path=path!("/console") view={Lazy::<LazyPage<Licenses>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/archive") view={Lazy::<LazyPage<Archive>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/archive/:id") view={Lazy::<LazyPage<ArchivedRecord>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/websites/:id") view={Lazy::<LazyPage<Website>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/websites/:id/cancel-access") view={Lazy::<LazyPage<CancelAccess>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/codes/apply") view={Lazy::<LazyPage<ApplyForCode>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/codes") view={Lazy::<LazyPage<Codes>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/messages") view={Lazy::<LazyPage<Messages>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/account") view={Lazy::<LazyPage<Account>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/applications") view={Lazy::<LazyPage<Applications>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/applications/new") view={Lazy::<LazyPage<NewApplication>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/applications/:id") view={Lazy::<LazyPage<Application>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/console/applications/:id/edit") view={Lazy::<LazyPage<EditApplication>>::new()} ssr=SsrMode::Async />
                    // Review
                    <Route path=path!("/review") view={Lazy::<LazyPage<ReviewQueue>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/applications/:id") view={Lazy::<LazyPage<ReviewApplication>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/codes") view={Lazy::<LazyPage<StaffCodeList>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/archive") view={Lazy::<LazyPage<StaffArchive>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/dashboard") view={Lazy::<LazyPage<ReviewDashboard>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/audit") view={Lazy::<LazyPage<AuditTrail>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/review/calendar") view={Lazy::<LazyPage<Calendar>>::new()} ssr=SsrMode::Async />
                    // Administration
                    <Route path=path!("/admin/accounts") view={Lazy::<LazyPage<AccountList>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/authority") view={Lazy::<LazyPage<ChannelPanel>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/inventory") view={Lazy::<LazyPage<InventoryList>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/outbox") view={Lazy::<LazyPage<OutboxList>>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/admin/tokens") view={Lazy::<LazyPage<TokenList>>::new()} ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
