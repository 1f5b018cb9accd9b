//! `provider.provinces`: result 1045, a provider reports to its own authorities only.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, fill_in_first_license, issue_code, submit};
use backend::commands::applications::submit::submit as submit_with;
use backend::queries::filing::filing;
use shared::field::Field;
use shared::problem::{Problem, Violation};

on_each_database!(a_new_entity_is_where_the_provider_reports_to);
async fn a_new_entity_is_where_the_provider_reports_to(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    // Of Hangzhou in 浙.
    let id = fill_in_first_license(h, &partner, &text, "shili.cn").await;
    let elsewhere = h.with_settings(|settings| settings.provider.provinces = vec!['京']);
    let page = filing(&elsewhere, &partner, id).await.unwrap();
    let refused = Violation::on(Field::EntityCity, Problem::NotAnOption);
    assert_eq!(page.provinces, ['京']);
    assert_eq!(page.violations, [refused]);
    let version = application(h, id).await.version;
    assert!(
        submit_with(&elsewhere, &partner, id, version)
            .await
            .is_err()
    );
    assert_eq!(application(h, id).await.status, "draft");
    submit(h, &partner, id).await.unwrap();
    h.run_jobs().await;
}
