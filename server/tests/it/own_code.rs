//! Back in the browser, and the same code again: the form leads to the application that has it,
//! also without JavaScript.

use crate::harness::App;
use axum::http::StatusCode;
use backend::caller::Caller;
use backend::commands::codes::apply::apply;
use backend::commands::inventory::InventoryRow;
use backend::commands::inventory::import::import;
use backend::queries::codes::codes;
use backend::store::cloud_server;
use shared::role::Role;

const NEW: &str = "/console/applications/new?type=first_license";

/// A code on a server of the account.
async fn code(app: &App, account_id: i64) -> String {
    let row = InventoryRow {
        external_id: "i-1".to_owned(),
        account: "holder@example.com".to_owned(),
        name: "vm-1".to_owned(),
        region: "cn-north-1".to_owned(),
        mainland: "true".to_owned(),
        billing: "monthly_package".to_owned(),
        state: "running".to_owned(),
        term_starts_on: "2026-11-01".to_owned(),
        term_ends_on: "2027-11-01".to_owned(),
        public_ip: "203.0.113.10".to_owned(),
    };
    assert!(import(&app.backend, "test", &[(1, row)]).await.is_ok());
    let server = cloud_server::find_by_external_id(&app.backend.database, "i-1").await;
    let caller = Caller {
        account_id,
        role: Role::Holder,
        session_id: String::new(),
        email: "holder@example.com".to_owned(),
        display_name: "holder".to_owned(),
    };
    apply(&app.backend, &caller, server.unwrap().unwrap().id, 1, "key")
        .await
        .unwrap();
    let page = codes(&app.backend, &caller, Default::default()).await;
    page.unwrap().codes.items[0].code.clone()
}

#[tokio::test]
async fn a_code_in_an_own_application_leads_there() {
    let app = App::new().await;
    let (account_id, cookie) = app.holder("holder@example.com").await;
    let code = code(&app, account_id).await;
    let referer = format!("http://license.example{NEW}");
    let headers = [
        ("cookie", cookie.as_str()),
        ("accept", "text/html"),
        ("referer", &referer),
        ("sec-fetch-site", "same-origin"),
    ];
    let verify = async |key: &str| {
        let form = format!(
            "application_id=0&kind=first_license&request_key={key}&product=code&authorization_code={code}"
        );
        let path = "/api/applications/verify_product";
        let answer = app.post(path, &headers, &form).await;
        assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
        answer.header("location").to_owned()
    };
    let draft = verify("one").await;
    assert_eq!(draft, "/console/applications/1/edit?step=entity&verified");
    let refused = verify("two").await;
    let refused = refused.trim_start_matches("http://license.example");
    let page = app.get(refused, &headers).await;
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        "Authorization Code Has Been Used",
        "href=\"/console/applications/1\"",
        "You are already using this code in your application FL-20261123-0001",
    ] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
}
