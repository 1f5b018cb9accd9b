mod forgot;
mod no_account;
mod with_code;
mod with_password;

use crate::api::page_data::{PageData, page_data};
use crate::api::session::{LogInPage, load_log_in};
use crate::api::typed::FormPage;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::login;
use crate::ui::address::query_string;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use forgot::Forgot;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use no_account::NoAccount;
use with_code::WithCode;
use with_password::{DemoAccounts, WithPassword};

/// `/login`: the choice of ways to log in (S8). `?way=` is the way, or `forgot` for whoever has
/// lost the password, `&sent=1` its second step, `&next=` the page that was asked for.
pub struct LogIn {
    page: PageData<FormPage<LogInPage>>,
}

/// A way to log in; another one needs its entry here and its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Password,
    Code,
}

impl Way {
    const ALL: [Self; 2] = [Self::Password, Self::Code];

    /// Its value in the address.
    const fn key(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
        }
    }

    fn from_key(key: Option<String>) -> Self {
        Self::ALL
            .into_iter()
            .find(|way| key.as_deref() == Some(way.key()))
            .unwrap_or(Self::Password)
    }
}

/// The value of `way` for whoever has lost the password.
const FORGOT: &str = "forgot";

impl Screen for LogIn {
    fn data() -> Self {
        let query = use_query_map();
        let asked = move || {
            (
                query.read().get("next").unwrap_or_default(),
                query.read().get("sent"),
            )
        };
        Self {
            page: page_data(asked, |(next, _)| load_log_in(next)),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        view! {
            <PageHeader title=login::title(language) />
            <Loaded resource=self.page view=|page| view! { <LogInForms page /> }.into_any() />
        }
        .into_any()
    }
}

#[component]
fn LogInForms(page: FormPage<LogInPage>) -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let next = query.read_untracked().get("next").unwrap_or_default();
    let email = page.typed.text("email");
    let has_next = !next.is_empty() && next != Path::Console.pattern();
    let form = {
        let next = next.clone();
        move || match Way::from_key(query.read().get("way")) {
            Way::Password => {
                view! { <WithPassword email=email.clone() next=next.clone() /> }.into_any()
            }
            Way::Code => view! { <WithCode email=email.clone() next=next.clone() /> }.into_any(),
        }
    };
    let forgot = {
        let next = next.clone();
        let email = page.typed.text("email");
        move || view! { <Forgot email=email.clone() next=next.clone() /> }
    };
    let has_forgotten = move || query.read().get_str("way") == Some(FORGOT);
    view! {
        <div class="log-in">
            <div class="space-y-5">
                {has_next
                    .then(|| view! { <Notice tone=Tone::Info title=login::log_in_first(language) /> })}
                <div class="card-box space-y-5">
                    <Show
                        when=has_forgotten
                        fallback=move || {
                            view! {
                                <Ways />
                                {form.clone()}
                            }
                        }
                    >
                        {forgot.clone()}
                    </Show>
                </div>
            </div>
            <div class="space-y-5">
                <NoAccount site=page.page.site.clone() />
                <DemoAccounts accounts=page.page.site.demo_accounts next />
            </div>
        </div>
    }
    .into_any()
}

/// The ways as links, so that each has its address.
#[component]
fn Ways() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let links = Way::ALL
        .map(|way| {
            let (label, hint) = match way {
                Way::Password => (
                    login::with_password(language),
                    login::with_password_hint(language),
                ),
                Way::Code => (login::with_code(language), login::with_code_hint(language)),
            };
            let current = move || Way::from_key(query.read().get("way")) == way;
            let href = move || {
                let mut query = query.get();
                query.remove("sent");
                query.replace("way", way.key().to_owned());
                format!("{}{}", Path::LogIn, query_string(query))
            };
            view! {
                <li>
                    <a class="way" href=href aria-current=move || current().then_some("true")>
                        <span class="font-medium">{label}</span>
                        <span class="text-sm muted">{hint}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=login::choose_way(language)>
            <ul class="grid gap-2 sm:grid-cols-2">{links}</ul>
        </nav>
    }
    .into_any()
}
