use crate::api::PageError;
use crate::language::Language;
use crate::text::help::HelpArticle;
use crate::text::help::topic::Topic;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::provider::HelpContact;

/// A page of the help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPage {
    /// None on the overview.
    pub article: Option<HelpArticle>,
    /// The reader is one of the provider's staff.
    pub is_staff: bool,
    pub contact: HelpContact,
}

/// For everybody: the articles promise what the policy in force says. They are written here, so
/// that no browser loads more than the one it shows.
#[server(endpoint = "help/load_help", output = Postcard)]
pub async fn load_help(
    #[server(default)] topic: Option<Topic>,
    language: Language,
) -> Result<HelpPage, PageError> {
    use crate::api::context::{backend, caller};
    use crate::text::help::article;
    use shared::role::Role;

    let settings = backend()?.settings;
    Ok(HelpPage {
        article: topic.map(|topic| article(topic, language, &settings.policy)),
        is_staff: caller().is_some_and(|caller| caller.role != Role::Holder),
        contact: settings.provider.help(),
    })
}
