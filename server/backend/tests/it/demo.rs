//! The demo data.

use crate::harness::{Harness, on_each_database};
use backend::backend::Backend;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::end_demo_passwords::{end_demo_passwords, with_demo_password};
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::commands::accounts::set_password::set_password_by_operator;
use backend::demo::load;
use backend::queries::cancel_access::cancel_access;
use backend::queries::licenses::licenses;
use backend::queries::servers::servers;
use backend::queries::site::site;
use backend::store::entities::{
    access, account, application, audit_event, authorization_code, cloud_server, entity, website,
};
use backend::store::session::{Created, SessionContent, create, find_caller};
use chrono::Duration;
use sea_orm::{EntityTrait, PaginatorTrait};
use shared::role::Role;

async fn count<E: EntityTrait<Model: Sync>>(backend: &Backend) -> u64 {
    E::find().count(&backend.database).await.unwrap()
}

async fn counts(backend: &Backend) -> [u64; 8] {
    [
        count::<account::Entity>(backend).await,
        count::<cloud_server::Entity>(backend).await,
        count::<entity::Entity>(backend).await,
        count::<website::Entity>(backend).await,
        count::<access::Entity>(backend).await,
        count::<authorization_code::Entity>(backend).await,
        count::<application::Entity>(backend).await,
        count::<audit_event::Entity>(backend).await,
    ]
}

on_each_database!(loading_twice_is_loading_once);
async fn loading_twice_is_loading_once(h: &Harness) {
    load(&h.backend).await.unwrap();
    assert_eq!(counts(&h.backend).await, [10, 4, 1, 2, 3, 0, 0, 10]);
    h.clock.advance(Duration::days(3));
    load(&h.backend).await.unwrap();
    assert_eq!(counts(&h.backend).await, [10, 4, 1, 2, 3, 0, 0, 10]);
}

on_each_database!(every_demo_account_logs_in_with_the_password_shown);
async fn every_demo_account_logs_in_with_the_password_shown(h: &Harness) {
    load(&h.backend).await.unwrap();
    assert!(
        site(&h.backend).await.unwrap().demo_accounts.is_empty(),
        "not in demo mode"
    );
    let demo = h.with_settings(|settings| settings.demo = true);
    let shown = site(&demo).await.unwrap().demo_accounts;
    assert_eq!(shown.len(), 10);
    let client = ClientInfo {
        ip: "198.51.100.1".to_owned(),
        user_agent: String::new(),
        language: "en",
        known_browsers: Vec::new(),
    };
    for account in shown {
        let logged_in =
            log_in_with_password(&demo, &account.email, &account.password, &client).await;
        assert_eq!(logged_in.unwrap().role, account.role, "{}", account.email);
    }
}

on_each_database!(outside_of_demo_mode_nobody_logs_in_with_a_password_of_the_demo);
async fn outside_of_demo_mode_nobody_logs_in_with_a_password_of_the_demo(h: &Harness) {
    h.jobs_may_be_left();
    let ended = async || end_demo_passwords(&h.backend).await.unwrap();
    assert_eq!(ended().await, [""; 0], "there is no demo account");
    load(&h.backend).await.unwrap();
    let own = "a-password-of-ones-own";
    set_password_by_operator(&h.backend, "admin@example.com", own)
        .await
        .unwrap();
    let reviewer = h.caller("reviewer@example.com", Role::Reviewer).await;
    let content = SessionContent {
        account_id: Some(reviewer.account_id),
        ..SessionContent::default()
    };
    let created = create(&h.backend, "token", &content).await.unwrap();
    assert_eq!(created, Created::Begun);
    let before = count::<audit_event::Entity>(&h.backend).await;
    let known = with_demo_password(&h.backend).await.unwrap();
    assert_eq!(known.len(), 9);
    assert_eq!(ended().await, known);
    assert_eq!(count::<audit_event::Entity>(&h.backend).await, before + 9);
    assert_eq!(ended().await, [""; 0]);

    let client = ClientInfo {
        ip: "198.51.100.1".to_owned(),
        user_agent: String::new(),
        language: "en",
        known_browsers: Vec::new(),
    };
    let log_in =
        async |email, password| log_in_with_password(&h.backend, email, password, &client).await;
    assert!(
        log_in("reviewer@example.com", "reviewer-demo-1")
            .await
            .is_err()
    );
    assert!(log_in("admin@example.com", own).await.is_ok());
    assert!(find_caller(&h.backend, "token").await.unwrap().is_none());
    let new = "a-new-password-for-it";
    set_password_by_operator(&h.backend, "reviewer@example.com", new)
        .await
        .unwrap();
    assert!(log_in("reviewer@example.com", new).await.is_ok());
}

on_each_database!(each_server_of_the_holder_fails_for_its_own_reason);
async fn each_server_of_the_holder_fails_for_its_own_reason(h: &Harness) {
    load(&h.backend).await.unwrap();
    let holder = h.caller("holder@example.com", Role::Holder).await;
    let servers = servers(&h.backend, &holder).await.unwrap();
    let found: Vec<_> = servers
        .iter()
        .map(|row| {
            let failed: Vec<_> = row.failed.iter().map(|reason| reason.code()).collect();
            (
                row.name.as_str(),
                row.public_ip.as_deref(),
                row.term_months,
                failed,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("vm-eligible", Some("203.0.113.10"), 12, vec![]),
            ("vm-no-eip", None, 12, vec!["server_no_public_ip"]),
            (
                "vm-payg",
                Some("203.0.113.12"),
                0,
                vec!["server_not_prepaid", "server_term_too_short"]
            ),
            (
                "vm-three-months",
                Some("203.0.113.11"),
                3,
                vec!["server_term_too_short"]
            ),
        ]
    );
}

on_each_database!(s6_only_the_shop_would_be_left_without_access);
async fn s6_only_the_shop_would_be_left_without_access(h: &Harness) {
    load(&h.backend).await.unwrap();
    let holder = h.caller("holder@example.com", Role::Holder).await;
    let mut found = Vec::new();
    for website in licenses(&h.backend, &holder).await.unwrap().websites {
        let page = cancel_access(&h.backend, &holder, website.id)
            .await
            .unwrap();
        assert_eq!(page.unavailable, None);
        found.push((
            website.license_number,
            website.domains,
            website.ips,
            page.only_access,
        ));
    }
    let own = |text: &str| vec![text.to_owned()];
    assert_eq!(
        found,
        [
            (
                "京ICP备20260001号-1".to_owned(),
                own("example-shop.cn"),
                own("203.0.113.10"),
                true
            ),
            (
                "京ICP备20260001号-2".to_owned(),
                own("example-blog.cn"),
                own("203.0.113.11"),
                false
            ),
        ]
    );
}
