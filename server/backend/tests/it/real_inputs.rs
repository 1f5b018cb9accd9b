//! Inputs that people really give: what is kept, asked about, found and reported of them.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, cancellation, codes_of, fill_in_first_license,
    first_license_form, issue_code, new_access_form, submit, verify_code,
};
use backend::caller::Caller;
use backend::commands::applications::save_step::{SavingPage, save_step};
use backend::commands::applications::verify_product::verify_product;
use backend::commands::cancel_access;
use backend::commands::codes::note::note;
use backend::commands::inventory::InventoryRow;
use backend::commands::inventory::import::import;
use backend::commands::service_tokens::create::create as create_token;
use backend::forms::CancellationForm;
use backend::queries::all_codes::all_codes;
use backend::queries::archive::archive;
use backend::queries::audit::audit;
use backend::queries::codes::codes;
use backend::queries::filing::filing;
use backend::queries::review_application::review_application;
use backend::queries::review_queue::review_queue;
use backend::service_token::Scope;
use backend::store::cloud_server;
use backend::store::entities::application::Model;
use ports::authority::demo;
use shared::application::FilingForm;
use shared::wire::audit::AuditFilter;
use shared::wire::code::CodeFilter;
use shared::wire::license::{ArchiveFilter, CancelAccessOutcome};
use shared::wire::review::{CheckKind, CheckOutcome, QueueFilter};

/// What text messages, mails and web pages leave at the ends.
fn pasted(text: &str) -> String {
    format!("\u{FEFF}\u{A0}{text}\u{200B} \r\n")
}

fn kept_password(h: &Harness, row: &Model) -> String {
    let encrypted = row.license_password_encrypted.as_deref().unwrap();
    let cipher = &h.backend.cipher;
    cipher
        .decrypt("application.license_password", encrypted)
        .unwrap()
}

on_each_database!(s11_a_pasted_license_password_is_cut_before_anybody_is_asked);
async fn s11_a_pasted_license_password_is_cut_before_anybody_is_asked(h: &Harness) {
    // Reminders of later days.
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let mut input = cancellation(shop.id, "k");
    input.license_password = pasted(&input.license_password);
    input.note = "搬⾛\u{A0}了\u{0}\u{200B}".to_owned();
    input.new_provider = " Other\u{3000}Cloud ".to_owned();
    let outcome = cancel_access::submit::submit(&h.backend, &holder, input).await;
    let Ok(CancelAccessOutcome::Submitted { application_id }) = outcome else {
        panic!("{outcome:?}");
    };
    let row = application(h, application_id).await;
    let kept = kept_password(h, &row);
    assert_eq!(kept, demo::HOLDER.license_password);
    let form: CancellationForm = h
        .backend
        .cipher
        .open("application.form", &row.form_encrypted)
        .unwrap();
    assert_eq!(
        (form.note.as_str(), form.new_provider.as_str()),
        ("搬走 了", "Other Cloud")
    );
    // The report carries it as well: the authority compares exactly.
    approve(h, &h.reviewer().await, application_id).await;
    authority_approves(h).await;
    assert_eq!(application(h, application_id).await.status, "completed");
}

on_each_database!(a_pasted_license_password_of_a_new_access_is_cut_too);
async fn a_pasted_license_password_of_a_new_access_is_cut_too(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let labelled = format!("备案授权码：“{text}”");
    let input = verify_code("new_access", "k", &labelled);
    let id = verify_product(&h.backend, &partner, input).await.unwrap();
    let page = SavingPage::opened_at(application(h, id).await.version);
    let password = Some(pasted(demo::PARTNER.license_password));
    let form = new_access_form();
    let left = save_step(&h.backend, &partner, id, page, form, password).await;
    assert_eq!(left.unwrap(), []);
    let kept = kept_password(h, &application(h, id).await);
    assert_eq!(kept, demo::PARTNER.license_password);
    submit(h, &partner, id).await.unwrap();
    h.run_jobs().await;
}

/// Saves the whole form of a draft and gives back what is kept of it.
async fn kept(h: &Harness, applicant: &Caller, id: i64, form: FilingForm) -> FilingForm {
    let page = SavingPage::opened_at(application(h, id).await.version);
    save_step(&h.backend, applicant, id, page, form, None)
        .await
        .unwrap();
    filing(&h.backend, applicant, id).await.unwrap().form
}

on_each_database!(one_value_is_kept_in_one_spelling);
async fn one_value_is_kept_in_one_spelling(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_first_license(h, &partner, &text, "shili.cn").await;
    let mut form = first_license_form("ＷＷＷ-Shi\0li.CN。");
    form.entity.name = "杭州⽤⼾示例网络（北京）有限公司\u{200B}\u{0}".to_owned();
    form.entity.certificate_number = "９１３５０１００ m000100y43".to_owned();
    form.entity.address = "西湖区⽂三路１号".to_owned();
    form.entity.principal.name = "阿不都•买买提".to_owned();
    form.entity.principal.mobile = "+86 138-0000-0000".to_owned();
    form.entity.principal.office_phone = "86-10-85690000".to_owned();
    let form = kept(h, &partner, id, form).await;
    assert_eq!(application(h, id).await.domain, "www-shili.cn");
    assert_eq!(form.website.domain, "www-shili.cn");
    assert_eq!(form.entity.name, "杭州用户示例网络（北京）有限公司");
    assert_eq!(form.entity.certificate_number, "91350100M000100Y43");
    assert_eq!(form.entity.address, "西湖区文三路1号");
    assert_eq!(form.entity.principal.name, "阿不都·买买提");
    assert_eq!(form.entity.principal.mobile, "13800000000");
    assert_eq!(form.entity.principal.office_phone, "010-85690000");

    // Found by half-width brackets, with blanks, in any case.
    submit(h, &partner, id).await.unwrap();
    let reviewer = h.reviewer().await;
    for search in [
        "杭州用户示例网络(北京)",
        "\0杭州⽤户 示例网络\u{3000}（北京",
        "ＷＷＷ-shili",
        "WWW-SHILI.cn。",
    ] {
        let filter = QueueFilter {
            search: Some(search.to_owned()),
            ..QueueFilter::default()
        };
        let page = review_queue(&h.backend, &reviewer, filter).await.unwrap();
        let found: Vec<_> = page.rows.items.iter().map(|row| row.id).collect();
        assert_eq!(found, [id], "{search:?}");
    }
    h.run_jobs().await;
}

on_each_database!(a_doubtful_credit_code_is_confirmed_and_the_reviewer_sees_it);
async fn a_doubtful_credit_code_is_confirmed_and_the_reviewer_sees_it(h: &Harness) {
    const AS_PRINTED: &str = "91350203M0001ABC19";
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_first_license(h, &partner, &text, "shili.cn").await;
    let mut form = first_license_form("shili.cn");
    form.entity.certificate_number = AS_PRINTED.to_owned();
    kept(h, &partner, id, form.clone()).await;
    assert_eq!(
        codes_of(submit(h, &partner, id).await),
        ["credit_code_malformed"]
    );
    form.entity.confirmed_certificate_number = AS_PRINTED.to_owned();
    kept(h, &partner, id, form).await;
    submit(h, &partner, id).await.unwrap();

    let page = review_application(&h.backend, &h.reviewer().await, id)
        .await
        .unwrap();
    let check = page
        .checks
        .iter()
        .find(|check| check.check == CheckKind::CertificateNumber)
        .unwrap();
    assert_eq!(check.outcome, CheckOutcome::Warning);
    assert_eq!(check.detail.as_deref(), Some(AS_PRINTED));
    h.run_jobs().await;
}

on_each_database!(archived_licenses_are_found_by_any_spelling_of_their_number);
async fn archived_licenses_are_found_by_any_spelling_of_their_number(h: &Harness) {
    // Reminders of later days.
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = crate::steps::submit_cancellation(h, &holder, shop.id, "k").await;
    let reviewer = h.reviewer().await;
    approve(h, &reviewer, id).await;
    authority_approves(h).await;
    let number = shop.license_number.unwrap();
    for search in [
        number.clone(),
        format!(
            "备案号：{}",
            number.replace("ICP备", " icp備 ").replace('-', "－")
        ),
        number.chars().take(6).collect(),
        "Example-Shop.CN。".to_owned(),
        "\0example-".to_owned(),
    ] {
        let filter = ArchiveFilter {
            search: Some(search.clone()),
            ..ArchiveFilter::default()
        };
        let page = archive(&h.backend, &reviewer, filter).await.unwrap();
        assert_eq!(page.items.len(), 1, "{search:?}");
    }
}

on_each_database!(what_nobody_sees_reaches_no_column);
async fn what_nobody_sees_reaches_no_column(h: &Harness) {
    const NUL: &str = "a\0b\u{7F}\u{200B}";
    let nul = || Some(NUL.to_owned());
    let holder = h.holder().await;
    let search = || CodeFilter {
        search: nul(),
        ..CodeFilter::default()
    };
    codes(&h.backend, &holder, search()).await.unwrap();
    all_codes(&h.backend, &h.reviewer().await, search())
        .await
        .unwrap();
    let filter = QueueFilter {
        search: nul(),
        ..QueueFilter::default()
    };
    review_queue(&h.backend, &h.reviewer().await, filter)
        .await
        .unwrap();
    let filter = ArchiveFilter {
        search: nul(),
        ..ArchiveFilter::default()
    };
    archive(&h.backend, &h.reviewer().await, filter)
        .await
        .unwrap();
    for text in [NUL, "\0"] {
        let text = || Some(text.to_owned());
        let filter = AuditFilter {
            kind: text(),
            actor: text(),
            application: text(),
            ..AuditFilter::default()
        };
        audit(&h.backend, &h.auditor().await, filter).await.unwrap();
    }

    let server = h.eligible_server(&holder).await;
    let (code, _) = h.unused_code(server.id, &holder, h.backend.now()).await;
    note(&h.backend, &holder, code.id, NUL).await.unwrap();
    let own = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap();
    assert_eq!(own.codes.items[0].note, "ab");
    create_token(
        &h.backend,
        &h.administrator().await,
        NUL,
        &[Scope::CheckCodes],
    )
    .await
    .unwrap();
    let row = InventoryRow {
        external_id: "i\0-nul".to_owned(),
        account: "Holder@example.com\u{200B}".to_owned(),
        name: "ｖｍ\0 （一）".to_owned(),
        region: "cn-north-1\u{FEFF}".to_owned(),
        mainland: "true".to_owned(),
        billing: "yearly_package".to_owned(),
        state: "running".to_owned(),
        term_starts_on: "2026-11-01".to_owned(),
        term_ends_on: "2027-11-01".to_owned(),
        public_ip: String::new(),
    };
    import(&h.backend, "test", &[(2, row)]).await.unwrap();
    let server = cloud_server::find_by_external_id(&h.backend.database, "i-nul")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (server.name.as_str(), server.region.as_str()),
        ("vm （一）", "cn-north-1")
    );
}
