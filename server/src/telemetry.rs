//! Logs: one line per event on standard error, without personal data.

use tracing_subscriber::EnvFilter;

/// Starts logging. `RUST_LOG` chooses what is logged, `LICENSE_LOG=json` writes JSON for
/// log collectors.
pub fn start() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sea_orm_migration=warn,sqlx=warn"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start, in tests, keeps the first one.
    let _ = if std::env::var("LICENSE_LOG").is_ok_and(|format| format == "json") {
        logs.json().try_init()
    } else {
        logs.try_init()
    };
}
