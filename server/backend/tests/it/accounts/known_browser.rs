//! Browsers that an account was logged in to before.

use super::{EMAIL, PASSWORD, client, events, open_account};
use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::known_browser::LIFETIME;
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::error::Result;

async fn try_in(h: &Harness, client: &ClientInfo, email: &str, password: &str) -> Result<()> {
    let logged_in = log_in_with_password(&h.backend, email, password, client).await;
    logged_in.map(|_| ())
}

/// The client after it has logged in rightly.
async fn known(h: &Harness, number: u32) -> ClientInfo {
    let logged_in = log_in_with_password(&h.backend, EMAIL, PASSWORD, &client(number)).await;
    ClientInfo {
        known_browsers: vec![logged_in.unwrap().known_browser],
        ..client(number)
    }
}

/// Fifty failures lock the network, five of them the address.
async fn attack(h: &Harness, client: &ClientInfo) {
    for number in 0..50 {
        let email = format!("nobody{}@example.com", number / 5);
        let outcome = try_in(h, client, &email, "wrong password").await;
        assert_eq!(codes_of(outcome), ["wrong_credentials"]);
    }
}

on_each_database!(a_known_browser_is_not_locked_with_its_network);
async fn a_known_browser_is_not_locked_with_its_network(h: &Harness) {
    open_account(h).await;
    let known = known(h, 1).await;
    for _ in 0..5 {
        let outcome = try_in(h, &client(2), EMAIL, "wrong password").await;
        assert_eq!(codes_of(outcome), ["wrong_credentials"]);
    }
    attack(h, &client(1)).await;
    let stranger = try_in(h, &client(1), EMAIL, PASSWORD).await;
    assert_eq!(codes_of(stranger), ["too_many_tries"]);
    try_in(h, &known, EMAIL, PASSWORD).await.unwrap();
    // It is known to its own account only.
    let other = try_in(h, &known, "somebody@example.com", PASSWORD).await;
    assert_eq!(codes_of(other), ["too_many_tries"]);
}

on_each_database!(a_known_browser_has_five_tries_of_its_own);
async fn a_known_browser_has_five_tries_of_its_own(h: &Harness) {
    open_account(h).await;
    let known = known(h, 1).await;
    for _ in 0..5 {
        let outcome = try_in(h, &known, EMAIL, "wrong password").await;
        assert_eq!(codes_of(outcome), ["wrong_credentials"]);
    }
    let outcome = try_in(h, &known, EMAIL, PASSWORD).await;
    assert_eq!(codes_of(outcome), ["too_many_tries"]);
    let locks: Vec<_> = events(h)
        .await
        .into_iter()
        .filter(|event| event.kind == "account.locked")
        .map(|event| event.detail)
        .collect();
    let detail = r#"{"locked":"log_in_known_browser","method":"password"}"#;
    assert_eq!(locks, [detail], "it is told once");
    try_in(h, &client(1), EMAIL, PASSWORD).await.unwrap();
}

on_each_database!(a_cookie_that_is_not_ours_or_too_old_makes_nobody_known);
async fn a_cookie_that_is_not_ours_or_too_old_makes_nobody_known(h: &Harness) {
    open_account(h).await;
    let known = known(h, 1).await;
    let with_value = |change: &dyn Fn(&str) -> String| {
        let mut client = known.clone();
        for cookie in &mut client.known_browsers {
            cookie.value = change(&cookie.value);
        }
        client
    };
    attack(h, &client(1)).await;
    for forged in [
        with_value(&|value| format!("x{value}")),
        with_value(&|value| format!("{value}x")),
        with_value(&|value| value.replacen(".1", ".2", 1)),
        with_value(&|_| "..".to_owned()),
        with_value(&|_| String::new()),
    ] {
        let outcome = try_in(h, &forged, EMAIL, PASSWORD).await;
        assert_eq!(codes_of(outcome), ["too_many_tries"]);
    }
    try_in(h, &known, EMAIL, PASSWORD).await.unwrap();
    h.clock.advance(LIFETIME);
    attack(h, &client(1)).await;
    let outcome = try_in(h, &known, EMAIL, PASSWORD).await;
    assert_eq!(codes_of(outcome), ["too_many_tries"]);
}
