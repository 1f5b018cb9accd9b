//! What owners write down about their codes (S28).

use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::commands::codes::note::note;
use backend::error::Error;
use backend::queries::audit::audit;
use backend::queries::codes::codes;
use backend::queries::export_codes::export_codes;
use backend::queries::spreadsheet::ExportFormat;
use backend::store::entities::authorization_code;
use backend::store::moved_text::encrypt_clear_texts;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use shared::wire::audit::AuditFilter;
use shared::wire::code::CodeFilter;

on_each_database!(s28_an_owner_writes_a_note_on_a_code);
async fn s28_an_owner_writes_a_note_on_a_code(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (code, _) = h.unused_code(server.id, &holder, h.backend.now()).await;
    for _ in 0..2 {
        note(&h.backend, &holder, code.id, " =for  Partner Ltd ")
            .await
            .unwrap();
    }
    let own = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap();
    assert_eq!(own.codes.items[0].note, "=for Partner Ltd");
    let file = export_codes(
        &h.backend,
        &holder,
        CodeFilter::default(),
        ExportFormat::Csv,
    )
    .await
    .unwrap();
    let file = String::from_utf8(file).unwrap();
    assert!(file.contains(",'=for Partner Ltd"), "{file}");
    let filter = AuditFilter {
        kind: Some("code.noted".to_owned()),
        ..AuditFilter::default()
    };
    let events = audit(&h.backend, &h.auditor().await, filter).await.unwrap();
    let notes: Vec<_> = events.items.iter().map(|row| row.note.as_deref()).collect();
    assert_eq!(notes, [Some("=for Partner Ltd")]);

    let long = note(&h.backend, &holder, code.id, &"字".repeat(51)).await;
    assert_eq!(codes_of(long), ["too_long"]);
    let foreign = note(&h.backend, &partner, code.id, "mine").await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    note(&h.backend, &holder, code.id, "").await.unwrap();
    let own = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap();
    assert_eq!(own.codes.items[0].note, "");
}

async fn row(h: &Harness, id: i64) -> authorization_code::Model {
    let row = authorization_code::Entity::find_by_id(id)
        .one(&h.backend.database)
        .await;
    row.unwrap().unwrap()
}

async fn shown(h: &Harness, filter: CodeFilter) -> Vec<String> {
    let page = codes(&h.backend, &h.holder().await, filter).await.unwrap();
    page.codes.items.into_iter().map(|row| row.note).collect()
}

on_each_database!(a_note_is_encrypted_at_rest);
async fn a_note_is_encrypted_at_rest(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let (code, _) = h.unused_code(server.id, &holder, h.backend.now()).await;
    note(&h.backend, &holder, code.id, "for Partner Ltd")
        .await
        .unwrap();
    let stored = row(h, code.id).await;
    assert_eq!(stored.note, "");
    let encrypted = stored.note_encrypted.unwrap();
    assert!(!encrypted.windows(7).any(|part| part == b"Partner"));
    assert_eq!(shown(h, CodeFilter::default()).await, ["for Partner Ltd"]);
}

on_each_database!(a_note_that_is_older_than_its_encryption_is_moved);
async fn a_note_that_is_older_than_its_encryption_is_moved(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let (code, text) = h.unused_code(server.id, &holder, h.backend.now()).await;
    h.unused_code(server.id, &holder, h.backend.now()).await;
    note(&h.backend, &holder, code.id, "new").await.unwrap();
    // A server of the version before wrote it, after this one had.
    authorization_code::Entity::update_many()
        .col_expr(authorization_code::Column::Note, Expr::value("old version"))
        .exec(&h.backend.database)
        .await
        .unwrap();
    let before = row(h, code.id).await;
    for _ in 0..2 {
        let notes = shown(h, CodeFilter::default()).await;
        assert_eq!(notes, ["old version", "old version"]);
        encrypt_clear_texts(&h.backend).await.unwrap();
    }
    let moved = row(h, code.id).await;
    assert_eq!(moved.note, "");
    assert_ne!(moved.note_encrypted, before.note_encrypted);
    assert_eq!(moved.version, before.version);
    let found = CodeFilter {
        search: Some(text.to_string()),
        ..CodeFilter::default()
    };
    assert_eq!(shown(h, found).await, ["old version"]);
}
