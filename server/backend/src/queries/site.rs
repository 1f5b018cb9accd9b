use crate::backend::Backend;
use crate::demo;
use crate::error::Result;
use shared::wire::account::{DemoAccount, Site};

/// Facts of the installation for every page, public ones too; demo accounts only in demo mode.
///
/// # Errors
/// None; queries have one shape.
pub async fn site(backend: &Backend) -> Result<Site> {
    let settings = &backend.settings;
    let shown = if settings.demo { demo::ACCOUNTS } else { &[] };
    Ok(Site {
        provider_name: settings.provider.name.clone(),
        has_logo: settings.provider.logo.is_some(),
        help: settings.provider.help(),
        numbers: settings.provider.numbers.clone(),
        demo_accounts: shown
            .iter()
            .map(|account| DemoAccount {
                email: account.email.to_owned(),
                password: account.password.to_owned(),
                role: account.role,
            })
            .collect(),
    })
}
