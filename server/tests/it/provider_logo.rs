//! The provider's logo on every page.

use crate::harness::App;
use axum::http::StatusCode;
use backend::settings::{ProviderSettings, Settings};
use std::fs;

const IMAGE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
const TAG: &str = r#"src="/provider-logo""#;

#[tokio::test]
async fn a_logo_is_served_and_stands_beside_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("logo.svg");
    fs::write(&file, IMAGE).unwrap();
    let app = App::with_settings(Settings {
        provider: ProviderSettings {
            logo: Some(file),
            ..ProviderSettings::of_demo()
        },
        ..Settings::default()
    })
    .await;
    let logo = app.get("/provider-logo", &[]).await;
    assert_eq!((logo.status, logo.body.as_str()), (StatusCode::OK, IMAGE));
    assert_eq!(logo.header("content-type"), "image/svg+xml");
    assert_eq!(logo.header("cache-control"), "public, max-age=3600");
    assert!(app.get("/help", &[]).await.body.contains(TAG));
}

#[tokio::test]
async fn without_a_logo_there_is_none() {
    let app = App::new().await;
    let logo = app.get("/provider-logo", &[]).await;
    assert_eq!(logo.status, StatusCode::NOT_FOUND);
    assert!(!app.get("/help", &[]).await.body.contains(TAG));
}
