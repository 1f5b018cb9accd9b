use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::policy::Policy;

/// The rules in force and whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpFacts {
    pub policy: Policy,
    pub help_email: String,
    pub help_phone: String,
}

/// For everybody: the articles promise what the policy in force says.
#[server(endpoint = "help/load_help", output = Postcard)]
pub async fn load_help() -> Result<HelpFacts, PageError> {
    let settings = crate::api::context::backend()?.settings;
    Ok(HelpFacts {
        policy: settings.policy.clone(),
        help_email: settings.provider.help_email.clone(),
        help_phone: settings.provider.help_phone.clone(),
    })
}
