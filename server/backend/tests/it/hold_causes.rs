//! Whoever is told that an application is on hold is told why.

use crate::harness::{Harness, on_each_database};
use crate::steps::{issue_code, newest_application, set_server_state, submit_first_license};
use backend::commands::codes::disable_by_staff::disable_by_staff;
use backend::jobs::hold_applications::hold_applications;
use backend::queries::application::application as page_of;
use backend::queries::messages::messages;
use backend::store::entities::cloud_server;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::application::HoldCause;
use shared::cloud_server::Ineligibility;
use shared::wire::message::Notice;

/// What the applicant's newest message gives as the cause, and the mail that went with it.
async fn told(h: &Harness) -> (HoldCause, String) {
    h.run_jobs().await;
    let partner = h.partner().await;
    let page = messages(&h.backend, &partner, None).await.unwrap();
    let Notice::ApplicationHeld { cause, .. } = page.items[0].notice.clone() else {
        panic!("{:?}", page.items[0]);
    };
    let mail = h.mailer.sent_to(&partner.email).pop().unwrap();
    assert!(mail.subject.ends_with("is on hold"), "{}", mail.subject);
    (cause.unwrap(), mail.body)
}

/// An application with the code of somebody else's server.
async fn code_of_application(h: &Harness) -> (cloud_server::Model, i64) {
    let (text, code) = issue_code(h, &h.holder().await).await;
    submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let server = cloud_server::Entity::find_by_id(code.server_id);
    let server = server.one(&h.backend.database).await.unwrap().unwrap();
    (server, code.id)
}

on_each_database!(a_disabled_code_comes_with_the_reason_that_staff_gave);
async fn a_disabled_code_comes_with_the_reason_that_staff_gave(h: &Harness) {
    let (_, code) = code_of_application(h).await;
    let supervisor = h.supervisor().await;
    disable_by_staff(&h.backend, &supervisor, code, "It was resold.")
        .await
        .unwrap();
    let (cause, mail) = told(h).await;
    let words = "It was resold.".to_owned();
    let expected = HoldCause::CodeDisabled { words };
    assert_eq!(cause, expected);
    assert_eq!(cause_on_page(h).await, Some(expected));
    assert!(mail.contains("was disabled"), "{mail}");
    assert!(mail.contains("It was resold."), "{mail}");
}

on_each_database!(r3_a_server_comes_with_the_conditions_that_it_fails);
async fn r3_a_server_comes_with_the_conditions_that_it_fails(h: &Harness) {
    let (server, _) = code_of_application(h).await;
    set_server_state(h, server.id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    let (cause, mail) = told(h).await;
    let expected = HoldCause::ServerNotEligible {
        server_name: server.name.clone(),
        failed: vec![Ineligibility::NotUsable],
    };
    assert_eq!(cause, expected);
    assert_eq!(cause_on_page(h).await, Some(expected));
    assert!(mail.contains(&server.name), "{mail}");
    assert!(mail.contains("expired, refunded or frozen"), "{mail}");
}

on_each_database!(r3_another_address_comes_with_that_address);
async fn r3_another_address_comes_with_that_address(h: &Harness) {
    let (server, _) = code_of_application(h).await;
    let public_ip = "203.0.113.99".to_owned();
    cloud_server::Entity::update_many()
        .col_expr(
            cloud_server::Column::PublicIp,
            Expr::value(public_ip.as_str()),
        )
        .filter(cloud_server::Column::Id.eq(server.id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    hold_applications(&h.backend).await.unwrap();
    let (cause, mail) = told(h).await;
    assert!(mail.contains(&public_ip), "{mail}");
    let server_name = server.name;
    let expected = HoldCause::OtherPublicIp {
        server_name,
        public_ip,
    };
    assert_eq!(cause, expected);
    assert_eq!(cause_on_page(h).await, Some(expected));
}

/// What the holder reads on the application's page, with whom to ask.
async fn cause_on_page(h: &Harness) -> Option<HoldCause> {
    let id = newest_application(h).await.id;
    let page = page_of(&h.backend, &h.partner().await, id).await.unwrap();
    assert!(page.contact.email.contains('@'), "{:?}", page.contact);
    page.hold_cause
}

#[test]
fn messages_of_earlier_versions_are_read() {
    let kept = r#"{"application_held":{"number":"FL-1","domain":"shili.cn"}}"#;
    let notice = Notice::ApplicationHeld {
        number: "FL-1".to_owned(),
        domain: "shili.cn".to_owned(),
        cause: None,
    };
    assert_eq!(serde_json::from_str::<Notice>(kept).unwrap(), notice);
}
