//! Tokens of other systems.

use crate::harness::{Harness, on_each_database};
use backend::commands::service_tokens::authenticate::authenticate;
use backend::commands::service_tokens::create::{create, create_by_operator};
use backend::commands::service_tokens::revoke::revoke;
use backend::error::Error;
use backend::service_token::Scope;
use backend::store::service_token;
use chrono::Duration;
use shared::field::Field;
use shared::problem::{Problem, Violation};

on_each_database!(a_token_works_until_it_is_revoked);
async fn a_token_works_until_it_is_revoked(h: &Harness) {
    let administrator = h.administrator().await;
    let token = create(
        &h.backend,
        &administrator,
        " gateway ",
        &[Scope::ReadBlockFeed],
    )
    .await
    .unwrap();
    let caller = authenticate(&h.backend, &token).await.unwrap();
    assert_eq!(
        (caller.name.as_str(), &caller.scopes[..]),
        ("gateway", &[Scope::ReadBlockFeed][..])
    );
    assert!(matches!(
        caller.permit(Scope::WriteInventory),
        Err(Error::Forbidden)
    ));
    revoke(&h.backend, &administrator, caller.token_id)
        .await
        .unwrap();
    assert!(matches!(
        authenticate(&h.backend, &token).await,
        Err(Error::NotLoggedIn)
    ));
    let again = revoke(&h.backend, &administrator, caller.token_id).await;
    assert!(matches!(again, Err(Error::NotFound)));
}

on_each_database!(only_a_hash_of_a_token_is_kept);
async fn only_a_hash_of_a_token_is_kept(h: &Harness) {
    let administrator = h.administrator().await;
    let token = create(
        &h.backend,
        &administrator,
        "gateway",
        &[Scope::ReadBlockFeed],
    )
    .await
    .unwrap();
    let rows = service_token::list(&h.backend.database).await.unwrap();
    assert!(!format!("{rows:?}").contains(&token));
}

on_each_database!(use_is_written_down_once_a_minute);
async fn use_is_written_down_once_a_minute(h: &Harness) {
    let administrator = h.administrator().await;
    let token = create(
        &h.backend,
        &administrator,
        "gateway",
        &[Scope::ReadBlockFeed],
    )
    .await
    .unwrap();
    let mut seen = Vec::new();
    for seconds in [0, 59, 1] {
        h.clock.advance(Duration::seconds(seconds));
        authenticate(&h.backend, &token).await.unwrap();
        seen.push(
            service_token::list(&h.backend.database).await.unwrap()[0]
                .last_used_at
                .unwrap(),
        );
    }
    assert_eq!([seen[1] - seen[0], seen[2] - seen[0]], [0, 60_000]);
}

on_each_database!(only_administrators_make_tokens);
async fn only_administrators_make_tokens(h: &Harness) {
    let supervisor = h.supervisor().await;
    let refused = create(&h.backend, &supervisor, "gateway", &[]).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    let scopes = [Scope::ReadBlockFeed];
    let nobody = create_by_operator(&h.backend, "gateway", &scopes).await;
    assert!(
        matches!(nobody, Err(Error::NotFound)),
        "there is no administrator"
    );
    let administrator = h.administrator().await;
    let empty = create(&h.backend, &administrator, " ", &[]).await;
    let Err(Error::Refused(missing)) = empty else {
        panic!("{empty:?}")
    };
    assert_eq!(
        missing,
        [Field::TokenName, Field::TokenScope].map(|field| Violation::on(field, Problem::Required))
    );
}
