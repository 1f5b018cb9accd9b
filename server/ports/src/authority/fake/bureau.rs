//! What the faked authority knows, checks and sends.

mod decisions;
mod demo_entities;

pub(super) use demo_entities::demo_entities;

use super::super::{
    CancelAccessReport, Document, Download, FilingStatus, NewAccessReport, Operation, Opinion,
    PasswordVerdict, PreviousUpload, RecordResult, Report, ResultLine, StatusQuery, UploadAnswer,
    WebsiteRow,
};
use super::{FakeEntity, PASSWORD_TRIES, PendingReport};
use std::collections::HashMap;

#[derive(Debug)]
pub(super) struct Bureau {
    provider_id: i64,
    pub(super) entities: Vec<FakeEntity>,
    pub(super) pending: Vec<PendingReport>,
    pub(super) previous: PreviousUpload,
    /// Files that nobody has acknowledged, oldest first.
    pub(super) files: Vec<(String, Vec<Document>)>,
    file_count: u32,
    next_id: i64,
    tries: HashMap<String, u32>,
}

impl Bureau {
    pub(super) fn new(provider_id: i64, entities: Vec<FakeEntity>) -> Self {
        Self {
            provider_id,
            entities,
            pending: Vec::new(),
            previous: PreviousUpload {
                sequence: 0,
                hash: None,
                zip: None,
            },
            files: Vec::new(),
            file_count: 0,
            next_id: 110_000_500_001,
            tries: HashMap::new(),
        }
    }

    pub(super) fn verify_password(
        &mut self,
        license_number: &str,
        password: &str,
    ) -> PasswordVerdict {
        let tries = self.tries.entry(license_number.to_owned()).or_default();
        if *tries >= PASSWORD_TRIES {
            return PasswordVerdict::TooManyTries;
        }
        let right = self.entities.iter().any(|entity| {
            entity.filing.entity_license_number.as_deref() == Some(license_number)
                && entity.license_password == password
        });
        if right {
            *tries = 0;
            return PasswordVerdict::Correct;
        }
        *tries += 1;
        PasswordVerdict::Wrong
    }

    /// Certificates are unknown here: only domains can be filed.
    pub(super) fn status(&self, query: &StatusQuery) -> FilingStatus {
        let StatusQuery::Domain(domain) = query else {
            return FilingStatus::NotFiled;
        };
        let found = self.entities.iter().find_map(|entity| {
            let website = entity
                .filing
                .websites
                .iter()
                .find(|w| has_domain(w, domain))?;
            Some((entity.filing.entity_license_number.clone()?, website))
        });
        match found {
            None => FilingStatus::NotFiled,
            Some((entity_license_number, website)) => FilingStatus::Filed {
                entity_license_number,
                website_license_number: website.license_number.clone(),
                website_name: Some(website.name.clone()),
            },
        }
    }

    pub(super) fn receive(&mut self, report: Report, sequence: i64, hash: String) -> UploadAnswer {
        let expected = self.previous.sequence + 1;
        if sequence > expected {
            return UploadAnswer::MissingEarlier((expected..sequence).collect());
        }
        if sequence < expected {
            return UploadAnswer::RetryLater {
                code: 999,
                text: "序号已使用".to_owned(),
            };
        }
        self.previous = PreviousUpload {
            sequence,
            hash: Some(hash),
            zip: serde_json::to_vec(&report).ok(),
        };
        match self.objection(&report) {
            Some(code) => {
                let result = self.result(&report, code, None);
                self.send(vec![result]);
            }
            None => self.pending.push(PendingReport { sequence, report }),
        }
        UploadAnswer::Accepted
    }

    /// The result code of an automatic refusal.
    fn objection(&mut self, report: &Report) -> Option<i32> {
        match report {
            Report::CancelAccess(report) => self.objection_to_cancellation(report),
            Report::NewAccess(report) => match self.website(report) {
                None => Some(1059),
                Some((entity, _)) if entity.license_password != report.license_password => {
                    Some(1018)
                }
                Some(_) => None,
            },
            Report::NewFiling(report) => {
                let filed = report.website.domains.iter().any(|(_, domain)| {
                    let query = StatusQuery::Domain(domain.clone());
                    self.status(&query) != FilingStatus::NotFiled
                });
                filed.then_some(1005)
            }
        }
    }

    fn objection_to_cancellation(&self, report: &CancelAccessReport) -> Option<i32> {
        let access = self.entities.iter().find_map(|entity| {
            let mut accesses = entity.filing.websites.iter().flat_map(|w| &w.accesses);
            let access = accesses.find(|a| a.access_authority_id == report.access_authority_id)?;
            Some((entity, access))
        });
        let Some((entity, access)) = access else {
            return Some(1016);
        };
        let asked_before = self.pending.iter().any(|pending| {
            matches!(&pending.report, Report::CancelAccess(earlier)
                if earlier.access_authority_id == report.access_authority_id)
        });
        let password = report.license_password.as_ref();
        if access.provider_id != self.provider_id {
            Some(1047)
        } else if asked_before {
            Some(1032)
        } else if password.is_some_and(|password| *password != entity.license_password) {
            Some(1018)
        } else {
            None
        }
    }

    fn website(&mut self, report: &NewAccessReport) -> Option<(&FakeEntity, usize)> {
        self.entities.iter().find_map(|entity| {
            let index = entity
                .filing
                .websites
                .iter()
                .position(|w| is_meant(w, report))?;
            Some((entity, index))
        })
    }

    fn result(&self, report: &Report, code: i32, opinion: Option<(bool, &str)>) -> Document {
        let (operation, record_id) = match report {
            Report::NewFiling(report) => (Operation::NewFiling, report.entity.entity_id),
            Report::NewAccess(report) => (Operation::NewAccess, report.access_id),
            Report::CancelAccess(report) => (Operation::CancelAccess, report.access_authority_id),
        };
        let opinions = opinion.map(|(approved, text)| Opinion {
            operation: Some(operation),
            record_id: Some(record_id),
            approved,
            text: Some(text.to_owned()),
            reviewed_at: Some("2026-01-02".to_owned()),
        });
        let result = RecordResult {
            operation: Some(operation),
            key: Some(record_id.to_string()),
            lines: vec![ResultLine { code, text: None }],
        };
        Document::Results {
            results: vec![result],
            opinions: opinions.into_iter().collect(),
        }
    }

    pub(super) fn send(&mut self, documents: Vec<Document>) {
        self.file_count += 1;
        self.files.push((
            format!("20260102150405_bj_{}.xml", self.file_count),
            documents,
        ));
    }

    pub(super) fn next_file(&self) -> Option<Download> {
        let (file_name, documents) = self.files.first()?;
        Some(Download {
            file_name: file_name.clone(),
            xml: serde_json::to_string(documents).unwrap_or_default(),
            documents: documents.clone(),
            more: self.files.len() > 1,
        })
    }
}

fn has_domain(website: &WebsiteRow, domain: &str) -> bool {
    website
        .domains
        .iter()
        .any(|row| row.name.eq_ignore_ascii_case(domain))
}

fn is_meant(website: &WebsiteRow, report: &NewAccessReport) -> bool {
    match &report.website_license_number {
        Some(number) => website.license_number.as_ref() == Some(number),
        None => report.website_authority_id == Some(website.website_authority_id),
    }
}
