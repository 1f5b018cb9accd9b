//! What an approval or a refusal changes.

use super::super::super::{
    AccessRow, Document, DomainRow, FilingRow, IpRange, IpRow, NewAccessReport, NewFilingReport,
    Report, WebsiteRow,
};
use super::super::FakeEntity;
use super::{Bureau, is_meant};

impl Bureau {
    pub(in super::super) fn approve(&mut self, sequence: i64) -> bool {
        let Some(report) = self.take(sequence) else {
            return false;
        };
        let result = self.result(&report, 1001, Some((true, "同意")));
        self.send(vec![result]);
        let filing = match report {
            Report::CancelAccess(report) => {
                self.remove_access(report.access_authority_id);
                None
            }
            Report::NewAccess(report) => self.add_access(&report),
            Report::NewFiling(report) => Some(self.add_entity(&report)),
        };
        if let Some(filing) = filing {
            self.send(vec![Document::Filings {
                filings: vec![filing],
            }]);
        }
        true
    }

    pub(in super::super) fn reject(&mut self, sequence: i64, opinion: &str) -> bool {
        let Some(report) = self.take(sequence) else {
            return false;
        };
        let result = self.result(&report, 1002, Some((false, opinion)));
        self.send(vec![result]);
        true
    }

    fn take(&mut self, sequence: i64) -> Option<Report> {
        let index = self
            .pending
            .iter()
            .position(|pending| pending.sequence == sequence)?;
        Some(self.pending.remove(index).report)
    }

    fn new_id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id
    }

    fn remove_access(&mut self, access_authority_id: i64) {
        for website in self
            .entities
            .iter_mut()
            .flat_map(|entity| &mut entity.filing.websites)
        {
            website
                .accesses
                .retain(|access| access.access_authority_id != access_authority_id);
        }
    }

    fn add_access(&mut self, report: &NewAccessReport) -> Option<FilingRow> {
        let access = self.access(report.access_id, &report.ip_ranges);
        self.entities.iter_mut().find_map(|entity| {
            let mut websites = entity.filing.websites.iter_mut();
            websites
                .find(|website| is_meant(website, report))?
                .accesses
                .push(access.clone());
            Some(entity.filing.clone())
        })
    }

    fn access(&mut self, access_id: i64, ranges: &[IpRange]) -> AccessRow {
        AccessRow {
            access_id: Some(access_id),
            access_authority_id: self.new_id(),
            provider_id: self.provider_id,
            ips: ranges
                .iter()
                .map(|range| IpRow {
                    ip_id: Some(range.ip_id),
                    ip_authority_id: self.new_id(),
                    first: range.first,
                    last: range.last,
                })
                .collect(),
        }
    }

    fn add_entity(&mut self, report: &NewFilingReport) -> FilingRow {
        let serial = 20_260_001 + self.entities.len();
        let license_number = format!("京ICP备{serial}号");
        let site = &report.website;
        let website = WebsiteRow {
            website_id: Some(site.website_id),
            website_authority_id: self.new_id(),
            name: site.name.clone(),
            license_number: Some(format!("{license_number}-1")),
            home_url: site.home_url.clone(),
            domains: site
                .domains
                .iter()
                .map(|(domain_id, name)| DomainRow {
                    domain_id: Some(*domain_id),
                    domain_authority_id: self.new_id(),
                    name: name.clone(),
                })
                .collect(),
            accesses: vec![self.access(site.access_id, &site.ip_ranges)],
        };
        let filing = FilingRow {
            entity_id: Some(report.entity.entity_id),
            entity_authority_id: self.new_id(),
            entity_name: report.entity.name.clone(),
            entity_nature_code: Some(report.entity.nature_code),
            entity_license_number: Some(license_number),
            websites: vec![website],
        };
        let license_password = format!("Lic-Pass-{}", self.entities.len() + 1);
        self.entities.push(FakeEntity {
            license_password,
            filing: filing.clone(),
        });
        filing
    }
}
