//! Rows as the commands leave them, for screens to show.

use crate::harness::Harness;
use backend::caller::Caller;
use backend::instant::to_millis;
use backend::store::entities::{application, audit_event, authorization_code};
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationKind, EntityForm, FilingForm, PersonForm, WebsiteForm};
use shared::authorization_code::CodeText;
use shared::wire::Page;
use shared::wire::application::TimelineEvent;

/// A filing's form with personal data in it.
pub fn filing_form() -> FilingForm {
    FilingForm {
        entity: EntityForm {
            name: "Partner Ltd".to_owned(),
            nature: "enterprise".to_owned(),
            certificate_number: "91110000600037341L".to_owned(),
            principal: PersonForm {
                name: "张三".to_owned(),
                document_kind: "identity_card".to_owned(),
                document_number: "11010519491231002X".to_owned(),
                mobile: "13800000000".to_owned(),
                email: "zhangsan@example.com".to_owned(),
                ..PersonForm::default()
            },
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: "partner-shop.cn".to_owned(),
            name: "Partner Shop".to_owned(),
            ..WebsiteForm::default()
        },
    }
}

impl Harness {
    /// An Unused code of a server, valid for a year.
    pub async fn unused_code(
        &self,
        server_id: i64,
        owner: &Caller,
        applied_at: DateTime<Utc>,
    ) -> (authorization_code::Model, CodeText) {
        let mut bytes = [0_u8; 64];
        self.backend.random.fill(&mut bytes);
        let text = CodeText::from_random(&bytes).unwrap();
        let cipher = &self.backend.cipher;
        let row = authorization_code::ActiveModel {
            server_id: Set(server_id),
            account_id: Set(owner.account_id),
            code_hash: Set(cipher.keyed_hash("authorization_code", text.compact())),
            code_encrypted: Set(cipher
                .encrypt("authorization_code.code", text.compact())
                .unwrap()),
            status: Set("unused".to_owned()),
            status_at: Set(to_millis(applied_at)),
            applied_at: Set(to_millis(applied_at)),
            expires_at: Set(to_millis(applied_at + Duration::days(365))),
            version: Set(1),
            ..Default::default()
        };
        (row.insert(&self.backend.database).await.unwrap(), text)
    }

    /// The same code, held by an application.
    pub async fn licensing(&self, code: authorization_code::Model, by: &application::Model) {
        let mut row = authorization_code::ActiveModel::from(code);
        row.status = Set("licensing".to_owned());
        row.holder_application_id = Set(Some(by.id));
        row.holder_account_id = Set(Some(by.account_id));
        row.held_since_at = Set(Some(by.created_at));
        row.update(&self.backend.database).await.unwrap();
    }

    /// A draft of a filing with [`filing_form`].
    pub async fn draft(&self, owner: &Caller, number: &str) -> application::Model {
        self.application(owner, ApplicationKind::FirstLicense, number, |_| ())
            .await
    }

    /// A filing that waits for review since now.
    pub async fn waiting(
        &self,
        owner: &Caller,
        number: &str,
        due_at: DateTime<Utc>,
    ) -> application::Model {
        let now = to_millis(self.backend.now());
        self.application(owner, ApplicationKind::FirstLicense, number, |row| {
            row.status = Set("provider_review".to_owned());
            row.submitted_at = Set(Some(now));
            row.due_at = Set(Some(to_millis(due_at)));
            row.was_submitted = Set(true);
        })
        .await
    }

    /// An application row, changed as a test needs it; staff see it as it is, unless it is a
    /// draft that was never submitted.
    pub async fn application(
        &self,
        owner: &Caller,
        kind: ApplicationKind,
        number: &str,
        change: impl FnOnce(&mut application::ActiveModel),
    ) -> application::Model {
        let now = to_millis(self.backend.now());
        let form = self
            .backend
            .cipher
            .seal("application.form", &filing_form())
            .unwrap();
        let mut row = application::ActiveModel {
            number: Set(number.to_owned()),
            kind: Set(kind.code().to_owned()),
            account_id: Set(owner.account_id),
            status: Set("draft".to_owned()),
            status_at: Set(now),
            due_is_provisional: Set(false),
            was_submitted: Set(false),
            domain: Set("partner-shop.cn".to_owned()),
            entity_name: Set("Partner Ltd".to_owned()),
            form_encrypted: Set(form),
            checks: Set("[]".to_owned()),
            reminded_days: Set(0),
            request_key: Set(number.to_owned()),
            created_at: Set(now),
            updated_at: Set(now),
            version: Set(1),
            ..Default::default()
        };
        change(&mut row);
        if row.status.as_ref() != "draft" || *row.was_submitted.as_ref() {
            row.submitted_form_encrypted = Set(Some(row.form_encrypted.as_ref().clone()));
            row.submitted_domain = row.domain.clone();
            row.submitted_public_ip = Set(row.public_ip.try_as_ref().cloned().flatten());
            row.submitted_server_id = Set(row.server_id.try_as_ref().copied().flatten());
            row.submitted_code_id = Set(row.code_id.try_as_ref().copied().flatten());
        }
        row.insert(&self.backend.database).await.unwrap()
    }

    /// An event of an application; without an actor it is the authority's.
    pub async fn event(
        &self,
        application: &application::Model,
        event: TimelineEvent,
        actor: Option<&Caller>,
        note: Option<&str>,
    ) {
        let encrypt = |note| {
            self.backend
                .cipher
                .encrypt("audit_event.note", note)
                .unwrap()
        };
        audit_event::ActiveModel {
            at: Set(to_millis(self.backend.now())),
            actor: Set(if actor.is_some() {
                "account"
            } else {
                "authority"
            }
            .to_owned()),
            actor_account_id: Set(actor.map(|actor| actor.account_id)),
            kind: Set(event.code().to_owned()),
            subject: Set("application".to_owned()),
            subject_id: Set(Some(application.id)),
            application_id: Set(Some(application.id)),
            account_id: Set(Some(application.account_id)),
            detail: Set("{}".to_owned()),
            note_encrypted: Set(note.map(encrypt)),
            ..Default::default()
        }
        .insert(&self.backend.database)
        .await
        .unwrap();
    }
}

/// Walks a list to its end and back, and returns its items in order. Fails when the two ways
/// differ or a page shows anything twice.
pub async fn walk<T: Clone + PartialEq + std::fmt::Debug>(
    mut load: impl AsyncFnMut(Option<String>) -> Page<T>,
) -> Vec<T> {
    let mut forward = vec![load(None).await];
    while let Some(cursor) = forward.last().unwrap().next.clone() {
        forward.push(load(Some(cursor)).await);
    }
    let mut backward = vec![forward.last().unwrap().clone()];
    while let Some(cursor) = backward.last().unwrap().previous.clone() {
        backward.push(load(Some(cursor)).await);
    }
    backward.reverse();
    let items = |pages: &[Page<T>]| -> Vec<T> {
        pages.iter().flat_map(|page| page.items.clone()).collect()
    };
    assert_eq!(items(&forward), items(&backward));
    assert_eq!(forward.len(), backward.len());
    assert!(forward.first().unwrap().previous.is_none());
    items(&forward)
}
