//! Servers from the provider's inventory.

use crate::harness::{Harness, on_each_database};
use backend::backend::Backend;
use backend::commands::inventory::InventoryRow;
use backend::commands::inventory::import::{ImportError, Imported, import};
use backend::store::{audit, cloud_server};
use backend::transaction::Faults;

fn row(external_id: &str) -> InventoryRow {
    let text = str::to_owned;
    InventoryRow {
        external_id: text(external_id),
        account: text("Holder@example.com"),
        name: text("vm"),
        region: text("cn-north-1"),
        mainland: text("true"),
        billing: text("yearly_package"),
        state: text("running"),
        term_starts_on: text("2026-11-01"),
        term_ends_on: text("2027-11-01"),
        public_ip: text("203.0.113.10"),
    }
}

async fn count(backend: &Backend, ids: &[&str]) -> usize {
    let mut found = 0;
    for id in ids {
        let row = cloud_server::find_by_external_id(&backend.database, id)
            .await
            .unwrap();
        found += usize::from(row.is_some());
    }
    found
}

on_each_database!(known_servers_are_brought_up_to_date);
async fn known_servers_are_brought_up_to_date(h: &Harness) {
    h.holder().await;
    let rows = [(2, row("i-1")), (3, row("i-2"))];
    let added = Imported {
        added: 2,
        ..Imported::default()
    };
    assert_eq!(import(&h.backend, "test", &rows).await.unwrap(), added);
    let mut changed = row("i-1");
    changed.public_ip = String::new();
    let second = import(&h.backend, "test", &[(2, changed), (3, row("i-2"))])
        .await
        .unwrap();
    assert_eq!(
        second,
        Imported {
            added: 0,
            changed: 1,
            unchanged: 1
        }
    );
    let server = cloud_server::find_by_external_id(&h.backend.database, "i-1")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((server.public_ip, server.version), (None, 2));
}

on_each_database!(an_import_that_changes_nothing_leaves_no_trace);
async fn an_import_that_changes_nothing_leaves_no_trace(h: &Harness) {
    h.holder().await;
    import(&h.backend, "test", &[]).await.unwrap();
    assert_eq!(audit::newest_at(&h.backend.database).await.unwrap(), None);
    import(&h.backend, "test", &[(2, row("i-1"))])
        .await
        .unwrap();
    assert_eq!(
        audit::newest_at(&h.backend.database).await.unwrap(),
        Some(h.backend.now())
    );
}

on_each_database!(one_wrong_row_keeps_all_others_out);
async fn one_wrong_row_keeps_all_others_out(h: &Harness) {
    h.holder().await;
    let mut stranger = row("i-2");
    stranger.account = "stranger@example.com".to_owned();
    let refused = import(
        &h.backend,
        "test",
        &[(2, row("i-1")), (3, stranger), (4, row("i-1"))],
    )
    .await;
    let Err(ImportError::Rows(errors)) = refused else {
        panic!("{refused:?}");
    };
    let places: Vec<_> = errors
        .iter()
        .map(|error| (error.line, error.column))
        .collect();
    assert_eq!(
        places,
        [(4, "external_id")],
        "what a row says of itself is told first"
    );
    assert_eq!(count(&h.backend, &["i-1", "i-2"]).await, 0);
}

on_each_database!(a_failure_at_any_step_imports_nothing_and_a_second_try_everything);
async fn a_failure_at_any_step_imports_nothing_and_a_second_try_everything(h: &Harness) {
    h.holder().await;
    let rows = [(2, row("i-1")), (3, row("i-2"))];
    let mut steps = 0;
    loop {
        let faults = Faults::at(steps);
        let mut failing = h.backend.clone();
        failing.faults = Some(faults.clone());
        let outcome = import(&failing, "test", &rows).await;
        if !faults.has_struck() {
            assert_eq!(outcome.unwrap().added, 2);
            break;
        }
        assert!(
            matches!(outcome, Err(ImportError::Failed(_))),
            "step {steps}: {outcome:?}"
        );
        assert_eq!(count(&h.backend, &["i-1", "i-2"]).await, 0, "step {steps}");
        steps += 1;
    }
    assert!(steps > 5, "{steps} steps failed");
    assert_eq!(count(&h.backend, &["i-1", "i-2"]).await, 2);
}
