mod front;
mod jobs;
mod questions;
mod steps;

use crate::api::home::load_home;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_title::PageTitle;
use crate::text::home;
use front::Front;
use jobs::Jobs;
use leptos::prelude::*;
use questions::Questions;
use shared::wire::home::HomePage;
use steps::Steps;

/// `/`: what this is, how long it takes, what to have ready, and the way in.
pub struct Home {
    page: PageData<HomePage>,
}

impl Screen for Home {
    fn data() -> Self {
        Self {
            page: page_data(|| (), |()| load_home()),
        }
    }

    fn view(self) -> AnyView {
        view! {
            <PageTitle text=home::title(use_language()) />
            <div class="home">
                <Loaded resource=self.page view=|page| view! { <Sections page /> }.into_any() />
            </div>
        }
        .into_any()
    }
}

#[component]
fn Sections(page: HomePage) -> impl IntoView {
    view! {
        <Front page=page.clone() />
        <Jobs policy=page.policy.clone() />
        <Steps page=page.clone() />
        <Questions page />
    }
    .into_any()
}
