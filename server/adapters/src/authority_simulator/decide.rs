//! What an approval or a refusal does to the register, and the files it leaves to download.

use super::SimulatorSettings;
use super::documents;
use super::examine::asked_website;
use super::state::{OutgoingFile, Request, State, Verdict};
use super::world::{WorldAccess, WorldEntity};
use chrono::{DateTime, TimeDelta, Utc};

/// Why a decision did not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecisionError {
    /// No report with this number waits for a decision.
    NotPending,
    /// A refusal needs a reason: the holder reads it.
    OpinionMissing,
}

/// A person's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    Approve { opinion: Option<String> },
    Reject { opinion: String },
}

impl State {
    /// Decides one pending report.
    pub(super) fn decide(
        &mut self,
        settings: &SimulatorSettings,
        id: usize,
        decision: Decision,
        now: DateTime<Utc>,
    ) -> Result<(), DecisionError> {
        let request = self
            .pending()
            .find(|report| report.id == id)
            .map(|report| report.request.clone())
            .ok_or(DecisionError::NotPending)?;
        match decision {
            Decision::Approve { opinion } => {
                let opinion = opinion.unwrap_or_else(|| "同意".to_owned());
                self.conclude(id, 1001, Some(opinion), now);
                self.carry_out(settings, &request, now);
            }
            Decision::Reject { opinion } if opinion.trim().is_empty() => {
                return Err(DecisionError::OpinionMissing);
            }
            Decision::Reject { opinion } => {
                self.conclude(id, 1002, Some(opinion.trim().to_owned()), now);
            }
        }
        Ok(())
    }

    /// Approves every report that has waited long enough.
    pub(super) fn answer_due(&mut self, settings: &SimulatorSettings, now: DateTime<Utc>) {
        let Some(seconds) = self.answer_after_seconds else {
            return;
        };
        let wait = TimeDelta::seconds(seconds.into());
        let due: Vec<usize> = self
            .pending()
            .filter(|report| report.received_at + wait <= now)
            .map(|report| report.id)
            .collect();
        for id in due {
            // The list was made from pending reports, and an approval needs no opinion.
            let _ = self.decide(settings, id, Decision::Approve { opinion: None }, now);
        }
    }

    /// Records how a report ended and puts the result among the downloads.
    pub(super) fn conclude(
        &mut self,
        id: usize,
        code: i32,
        opinion: Option<String>,
        now: DateTime<Utc>,
    ) {
        let Some(report) = self.reports.iter_mut().find(|report| report.id == id) else {
            return;
        };
        let verdict = Verdict {
            code,
            at: now,
            opinion,
        };
        let xml = documents::result(report, &verdict);
        report.verdict = Some(verdict);
        self.send(xml, now);
    }

    fn send(&mut self, xml: String, now: DateTime<Utc>) {
        self.file_count += 1;
        let time = documents::local(now).format("%Y%m%d%H%M%S");
        self.files.push(OutgoingFile {
            name: format!("{time}_bj_{}.xml", self.file_count),
            xml,
        });
    }

    fn carry_out(&mut self, settings: &SimulatorSettings, request: &Request, now: DateTime<Utc>) {
        let filing = match request {
            Request::CancelAccess {
                access_authority_id,
                ..
            } => {
                self.remove_access(*access_authority_id);
                if settings.announce_canceled_access {
                    self.send(documents::access_canceled(*access_authority_id), now);
                }
                None
            }
            Request::NewAccess { access, .. } => self.add_access(request, access, now),
            Request::NewFiling { entity } => Some(self.add_entity(entity, now)),
            Request::Unreadable { .. } => None,
        };
        if let Some(xml) = filing {
            self.send(xml, now);
        }
    }

    fn remove_access(&mut self, id: i64) {
        for website in self
            .world
            .entities
            .iter_mut()
            .flat_map(|entity| &mut entity.websites)
        {
            website
                .accesses
                .retain(|access| access.row.access_authority_id != id);
        }
    }

    fn add_access(
        &mut self,
        request: &Request,
        access: &WorldAccess,
        now: DateTime<Utc>,
    ) -> Option<String> {
        let website_id = asked_website(self, request)?.1.authority_id;
        let access = self.with_ids(access.clone());
        self.world.entities.iter_mut().find_map(|entity| {
            let mut websites = entity.websites.iter_mut();
            websites
                .find(|website| website.authority_id == website_id)?
                .accesses
                .push(access.clone());
            entity.changed_on = date(now);
            Some(documents::filing(entity))
        })
    }

    fn add_entity(&mut self, asked: &WorldEntity, now: DateTime<Utc>) -> String {
        let (serial, number) = self.world.free_license_number();
        let mut entity = asked.clone();
        entity.authority_id = self.new_authority_id();
        entity.license_password = format!("Lic-Pass-{serial}");
        entity.filed_on = date(now);
        entity.changed_on = date(now);
        for (index, website) in entity.websites.iter_mut().enumerate() {
            website.authority_id = self.new_authority_id();
            website.license_number = format!("{number}-{}", index + 1);
            for domain in &mut website.domains {
                domain.domain_authority_id = self.new_authority_id();
            }
            let accesses = std::mem::take(&mut website.accesses);
            website.accesses = accesses
                .into_iter()
                .map(|access| self.with_ids(access))
                .collect();
        }
        entity.license_number = number;
        let xml = documents::filing(&entity);
        self.world.entities.push(entity);
        xml
    }

    fn with_ids(&mut self, mut access: WorldAccess) -> WorldAccess {
        access.row.access_authority_id = self.new_authority_id();
        for ip in &mut access.row.ips {
            ip.ip_authority_id = self.new_authority_id();
        }
        access
    }
}

fn date(now: DateTime<Utc>) -> String {
    documents::local(now).format("%Y-%m-%d").to_string()
}
