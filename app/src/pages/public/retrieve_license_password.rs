use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::help_article::HelpArticleBody;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{common, help};
use crate::ui::breadcrumbs::Crumb;
use leptos::prelude::*;

/// `/help/retrieve-license-password`: the authority's ways to get the password back (S13).
pub struct RetrieveLicensePassword;

impl Screen for RetrieveLicensePassword {
    fn data() -> Self {
        Self
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let article = help::retrieve_license_password(language);
        let trail = vec![
            Crumb::link(common::help_center(language), Path::Help),
            Crumb::here(article.title.clone()),
        ];
        view! {
            <PageHeader title=article.title.clone() trail />
            <div class="card-box">
                <HelpArticleBody article />
            </div>
        }
        .into_any()
    }
}
