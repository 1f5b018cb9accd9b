//! Applications: two of a hundred wait for review, some of them overdue; most are completed.

use super::Size;
use super::accounts::{REVIEWER_ID, holder_id};
use anyhow::Result;
use backend::backend::Backend;
use backend::instant::to_millis;
use backend::store::entities::application::ActiveModel;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationKind, EntityForm, FilingForm, PersonForm, WebsiteForm};

pub(super) fn rows(backend: &Backend, size: Size) -> impl Iterator<Item = Result<ActiveModel>> {
    let now = backend.now();
    (0..size.applications).map(move |application| row(backend, size, application, now))
}

fn row(backend: &Backend, size: Size, application: u32, now: DateTime<Utc>) -> Result<ActiveModel> {
    let kind = match application % 3 {
        0 => ApplicationKind::FirstLicense,
        _ => ApplicationKind::NewAccess,
    };
    let status = match application % 100 {
        0 | 1 => "provider_review",
        2 => "draft",
        3 => "provider_rejected",
        4..10 => "authority_review",
        _ => "completed",
    };
    let waits = status == "provider_review";
    let was_submitted = status != "draft";
    // Those that wait came in over the last three days, the others over a year.
    let age = if waits {
        application % 72
    } else {
        application * 31 % (365 * 24)
    };
    let submitted_at = now - Duration::hours(age.into());
    let due_at = submitted_at + Duration::hours(48);
    let claimed = waits && application.is_multiple_of(400);
    let form = form(application);
    let form_encrypted = backend.cipher.seal("application.form", &form)?;
    Ok(ActiveModel {
        number: Set(format!(
            "{}-20260101-{application:06}",
            kind.number_prefix()
        )),
        kind: Set(kind.code().to_owned()),
        account_id: Set(holder_id(application % size.holders())),
        status: Set(status.to_owned()),
        status_at: Set(to_millis(submitted_at)),
        submitted_at: Set(was_submitted.then(|| to_millis(submitted_at))),
        due_at: Set(waits.then(|| to_millis(due_at))),
        due_is_provisional: Set(false),
        was_submitted: Set(was_submitted),
        domain: Set(form.website.domain.clone()),
        entity_name: Set(if was_submitted {
            form.entity.name.clone()
        } else {
            String::new()
        }),
        submitted_domain: Set(if was_submitted {
            form.website.domain.clone()
        } else {
            String::new()
        }),
        submitted_form_encrypted: Set(was_submitted.then(|| form_encrypted.clone())),
        form_encrypted: Set(form_encrypted),
        checks: Set("[]".to_owned()),
        claimed_by: Set(claimed.then_some(REVIEWER_ID)),
        claimed_at: Set(claimed.then(|| to_millis(submitted_at))),
        reminded_days: Set(0),
        request_key: Set(format!("bench-{application}")),
        created_at: Set(to_millis(submitted_at)),
        updated_at: Set(to_millis(if was_submitted { submitted_at } else { now })),
        version: Set(1),
        ..ActiveModel::default()
    })
}

/// As long as a real one.
fn form(application: u32) -> FilingForm {
    let principal = PersonForm {
        name: "王小明".to_owned(),
        document_kind: "identity_card".to_owned(),
        document_number: "110101199003070011".to_owned(),
        mobile: "13800000001".to_owned(),
        office_phone: "010-88880001".to_owned(),
        email: "principal@example.com".to_owned(),
    };
    FilingForm {
        entity: EntityForm {
            name: format!("北京示例第{application}科技有限公司"),
            nature: "enterprise".to_owned(),
            certificate_kind: "business_license".to_owned(),
            certificate_number: "91110105MA01ABCD1X".to_owned(),
            certificate_address: "北京市朝阳区示例路 1 号院 2 号楼 3 层 301".to_owned(),
            city_code: "110105".to_owned(),
            address: "北京市朝阳区示例路 1 号院 2 号楼 3 层 301".to_owned(),
            principal: principal.clone(),
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: format!("site-{application}.example.cn"),
            name: "示例网站".to_owned(),
            home_url: format!("www.site-{application}.example.cn"),
            languages: vec!["chinese".to_owned()],
            principal_is_entity_principal: true,
            principal,
            ..WebsiteForm::default()
        },
    }
}
