use crate::backend::Backend;
use crate::error::Result;
use crate::store::calendar;
use shared::review::{example_course, example_dates};
use shared::wire::home::HomePage;

/// `/`: for everybody, what the rules in force promise, with the working days in force.
///
/// # Errors
/// When the database refuses.
pub async fn home(backend: &Backend) -> Result<HomePage> {
    let settings = &backend.settings;
    let calendar = calendar::load(&backend.database).await?;
    let now = backend.now();
    Ok(HomePage {
        provider_name: settings.provider.name.clone(),
        contact: settings.provider.help(),
        policy: settings.policy.clone(),
        now,
        dates: example_dates(&calendar, &settings.policy.review, now),
        course: example_course(&calendar, now),
    })
}
