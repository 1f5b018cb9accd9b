//! What other systems ask.

use crate::harness::{Harness, on_each_database};
use crate::steps::{codes_of, issue_code, submit_first_license};
use backend::commands::service_tokens::authenticate::authenticate;
use backend::commands::service_tokens::create::create;
use backend::queries::codes::codes;
use backend::queries::machine::accesses::accesses;
use backend::queries::machine::code_status::code_status;
use backend::service_token::{Scope, ServiceCaller};
use chrono::Duration;
use shared::authorization_code::VerifyRefusal;
use shared::wire::code::CodeFilter;

async fn caller(h: &Harness, scope: Scope) -> ServiceCaller {
    let administrator = h.administrator().await;
    let token = create(&h.backend, &administrator, "gateway", &[scope]).await;
    authenticate(&h.backend, &token.unwrap()).await.unwrap()
}

on_each_database!(s24_a_code_whose_time_is_over_is_invalid_before_the_job_has_run);
async fn s24_a_code_whose_time_is_over_is_invalid_before_the_job_has_run(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let gateway = caller(h, Scope::CheckCodes).await;
    h.clock.advance(Duration::days(366));
    let found = code_status(&h.backend, &gateway, &text).await.unwrap();
    assert_eq!(
        (found.status, found.refusal),
        ("invalid", Some(VerifyRefusal::Expired))
    );
}

on_each_database!(s28_another_system_learns_what_uses_a_code_as_its_owner_does);
async fn s28_another_system_learns_what_uses_a_code_as_its_owner_does(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, _) = issue_code(h, &holder).await;
    let gateway = caller(h, Scope::CheckCodes).await;
    let free = code_status(&h.backend, &gateway, &text).await.unwrap();
    assert_eq!(free.used_by, None);
    submit_first_license(h, &partner, &text, "shili.cn").await;
    let found = code_status(&h.backend, &gateway, &text).await.unwrap();
    let row = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap()
        .codes
        .items
        .remove(0);
    assert_eq!(found.used_by.as_ref(), row.status.code_use());
    assert_eq!(found.used_by.unwrap().domain, "shili.cn");
    h.run_jobs().await;
}

on_each_database!(an_international_domain_is_found_however_it_is_written);
async fn an_international_domain_is_found_however_it_is_written(h: &Harness) {
    let holder = h.holder().await;
    h.licensed_website(&holder, "xn--fsqu00a.xn--fiqs8s").await;
    let gateway = caller(h, Scope::ReadAccesses).await;
    for written in [
        "例子.中国",
        "xn--fsqu00a.xn--fiqs8s",
        "XN--FSQU00A.XN--FIQS8S",
    ] {
        let found = accesses(&h.backend, &gateway, written).await.unwrap();
        assert_eq!(found.len(), 1, "{written}");
    }
    let none = accesses(&h.backend, &gateway, "no domain").await;
    assert_eq!(codes_of(none), ["domain_name_malformed"]);
}
