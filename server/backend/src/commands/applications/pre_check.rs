//! What the authority says about a filing before a person reviews it.

use crate::backend::Backend;
use crate::error::Result;
use ports::authority::{FilingStatus, StatusQuery};
use shared::application::{
    CertificateNumber, FilingSubmission, FirstLicenseSubmission, NewAccessSubmission,
};
use shared::domain_name::DomainName;
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::wire::review::{CheckKind, CheckOutcome, CheckView};

/// Answers for the reviewer, and what refuses the submission.
#[derive(Debug, Default)]
pub struct PreCheck {
    pub checks: Vec<CheckView>,
    pub violations: Vec<Violation>,
}

/// Asks whether domain and certificate are filed (`isp_querybeianstatus`). An authority
/// that does not answer refuses nothing: the reviewer sees that nobody checked. Called
/// outside of any transaction.
pub async fn pre_check(backend: &Backend, submission: &FilingSubmission) -> PreCheck {
    let mut found = PreCheck::default();
    found.note_ending(backend, submission.domain());
    match submission {
        FilingSubmission::FirstLicense(first) => first_license(backend, first, &mut found).await,
        FilingSubmission::NewAccess(new) => new_access(backend, new, &mut found).await,
    }
    found
}

async fn first_license(
    backend: &Backend,
    submission: &FirstLicenseSubmission,
    found: &mut PreCheck,
) {
    let domain = submission.website.domain.as_str();
    let answer = ask(backend, StatusQuery::Domain(domain.to_owned())).await;
    if let Some(FilingStatus::Filed {
        entity_license_number,
        website_license_number,
        ..
    }) = &answer
    {
        let license_number = website_license_number
            .clone()
            .unwrap_or_else(|| entity_license_number.clone());
        let problem = Problem::DomainAlreadyFiled { license_number };
        found
            .violations
            .push(Violation::on(Field::WebsiteDomain, problem));
    }
    found.note(
        backend,
        CheckKind::DomainAtAuthority,
        answer.as_ref(),
        CheckOutcome::Failed,
    );
    let certificate = &submission.entity.certificate;
    if let CertificateNumber::ConfirmedCreditCode(number) = &certificate.number {
        found.checks.push(CheckView {
            check: CheckKind::CertificateNumber,
            outcome: CheckOutcome::Warning,
            detail: Some(number.clone()),
            failed: Vec::new(),
            fields: Vec::new(),
            at: Some(backend.now()),
        });
    }
    let query = StatusQuery::Certificate {
        kind: certificate.kind.number,
        number: certificate.number.as_str().to_owned(),
    };
    let answer = ask(backend, query).await;
    if let Some(FilingStatus::Filed {
        entity_license_number,
        ..
    }) = &answer
    {
        let problem = Problem::EntityAlreadyFiled {
            license_number: entity_license_number.clone(),
        };
        found
            .violations
            .push(Violation::on(Field::EntityCertificateNumber, problem));
    }
    found.note(
        backend,
        CheckKind::CertificateAtAuthority,
        answer.as_ref(),
        CheckOutcome::Failed,
    );
}

async fn new_access(backend: &Backend, submission: &NewAccessSubmission, found: &mut PreCheck) {
    let answer = ask(
        backend,
        StatusQuery::Domain(submission.domain.as_str().to_owned()),
    )
    .await;
    match &answer {
        Some(FilingStatus::NotFiled) => {
            found
                .violations
                .push(Violation::on(Field::WebsiteDomain, Problem::DomainNotFiled));
        }
        Some(FilingStatus::Filed {
            entity_license_number,
            ..
        }) if entity_license_number != submission.entity.license_number().as_str() => {
            let problem = Problem::DomainFiledElsewhere {
                license_number: entity_license_number.clone(),
            };
            found
                .violations
                .push(Violation::on(Field::WebsiteDomain, problem));
        }
        Some(FilingStatus::Filed {
            website_license_number: Some(number),
            ..
        }) if number != submission.website_license_number.as_str() => {
            let problem = Problem::DomainFiledElsewhere {
                license_number: number.clone(),
            };
            found
                .violations
                .push(Violation::on(Field::WebsiteLicenseNumber, problem));
        }
        _ => {}
    }
    found.note(
        backend,
        CheckKind::DomainAtAuthority,
        answer.as_ref(),
        CheckOutcome::Passed,
    );
}

async fn ask(backend: &Backend, query: StatusQuery) -> Option<FilingStatus> {
    match backend.authority.query_status(&query).await {
        Ok(status) => Some(status),
        Err(error) => {
            let source = format!("{:#}", anyhow::Error::from(error));
            tracing::warn!(
                error.source = source,
                "the authority did not answer a status query"
            );
            None
        }
    }
}

impl PreCheck {
    /// A new domain with an ending that is not approved was refused before; one that was filed
    /// while it was approved can have access here, which the bureau may see differently.
    fn note_ending(&mut self, backend: &Backend, domain: &DomainName) {
        let since = &backend.settings.policy.domain.approved_endings;
        let outcome = if domain.has_approved_ending(since) {
            CheckOutcome::Passed
        } else {
            CheckOutcome::Warning
        };
        self.checks.push(CheckView {
            check: CheckKind::DomainEnding,
            outcome,
            detail: Some(format!(".{}", domain.ending())),
            failed: Vec::new(),
            fields: Vec::new(),
            at: Some(backend.now()),
        });
    }

    /// Notes an answer; `when_filed` says what "filed" means for this kind of application.
    fn note(
        &mut self,
        backend: &Backend,
        check: CheckKind,
        answer: Option<&FilingStatus>,
        when_filed: CheckOutcome,
    ) {
        let when_not_filed = match when_filed {
            CheckOutcome::Passed => CheckOutcome::Failed,
            _ => CheckOutcome::Passed,
        };
        let (outcome, detail) = match answer {
            None => (CheckOutcome::NotChecked, None),
            Some(FilingStatus::NotFiled) => (when_not_filed, None),
            Some(FilingStatus::Filed {
                entity_license_number,
                website_license_number,
                ..
            }) => {
                let number = website_license_number
                    .clone()
                    .unwrap_or_else(|| entity_license_number.clone());
                (when_filed, Some(number))
            }
        };
        self.checks.push(CheckView {
            check,
            outcome,
            detail,
            failed: Vec::new(),
            fields: Vec::new(),
            at: Some(backend.now()),
        });
    }

    /// The violations as a refusal, if there are any.
    pub fn refuse(&self) -> Result<()> {
        if self.violations.is_empty() {
            Ok(())
        } else {
            Err(crate::error::Error::Refused(self.violations.clone()))
        }
    }
}
