//! Lists as files.

use crate::harness::App;
use axum::http::StatusCode;
use shared::role::Role;

#[tokio::test]
async fn codes_and_the_audit_trail_come_as_files() {
    let app = App::new().await;
    let (_, holder) = app.holder("holder@example.com").await;
    let auditor = app.account("auditor@example.com", Role::Auditor).await;
    let auditor = app.session(auditor).await;
    for (path, cookie, name) in [
        ("/console/codes/export", &holder, "authorization-codes"),
        ("/review/audit/export", &auditor, "audit-trail"),
    ] {
        // What a form sends that was left empty.
        let csv = app
            .get(
                &format!("{path}.csv?server_id=&application="),
                &[("cookie", cookie)],
            )
            .await;
        assert_eq!(csv.status, StatusCode::OK, "{csv:?}");
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(
            csv.header("content-disposition"),
            format!("attachment; filename=\"{name}.csv\"")
        );
        let workbook = app
            .get(&format!("{path}.xlsx"), &[("cookie", cookie)])
            .await;
        assert!(
            workbook.body.starts_with("PK"),
            "a workbook is a zip archive"
        );
        assert_eq!(
            app.get(&format!("{path}.exe"), &[("cookie", cookie)])
                .await
                .status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test]
async fn other_roles_and_strangers_get_none() {
    let app = App::new().await;
    let (_, holder) = app.holder("holder@example.com").await;
    let answer = app
        .get("/review/audit/export.csv", &[("cookie", &holder)])
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = app.get("/console/codes/export.csv", &[]).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/login?next=/console/codes")
    );
}
