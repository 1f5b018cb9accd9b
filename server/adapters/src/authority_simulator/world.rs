//! What the simulated register holds.

use ports::authority::{AccessRow, Address, Certificate, DomainRow, PersonInCharge};
use serde::{Deserialize, Serialize};

/// All entities of the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SimulatorWorld {
    pub entities: Vec<WorldEntity>,
}

/// An entity with its websites. One that is asked for but not approved yet has the
/// authority ids 0 and empty license numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorldEntity {
    /// `Ztid`
    pub authority_id: i64,
    /// `IspZtid`, known for entities filed by the caller.
    pub entity_id: Option<i64>,
    pub name: String,
    pub license_number: String,
    pub license_password: String,
    pub nature_code: i32,
    pub investor: Option<String>,
    pub address: Address,
    pub certificate: Certificate,
    pub principal: PersonInCharge,
    /// `YYYY-MM-DD`
    pub filed_on: String,
    /// `YYYY-MM-DD`
    pub changed_on: String,
    pub websites: Vec<WorldWebsite>,
}

/// A website with its domains and accesses.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorldWebsite {
    /// `Wzid`
    pub authority_id: i64,
    /// `IspWzid`
    pub website_id: Option<i64>,
    pub name: String,
    pub license_number: String,
    pub service_codes: Vec<i32>,
    pub language_codes: Vec<i32>,
    pub domains: Vec<DomainRow>,
    pub accesses: Vec<WorldAccess>,
    pub principal: PersonInCharge,
    pub home_url: Option<String>,
    pub remark: Option<String>,
}

/// An access with the codes that only the authority's documents carry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorldAccess {
    #[serde(flatten)]
    pub row: AccessRow,
    pub location_codes: Vec<i32>,
    pub access_mode_codes: Vec<i32>,
}

impl SimulatorWorld {
    /// The entity with this license number, or with a website that has it.
    pub(super) fn by_license_number(&self, number: &str) -> Option<&WorldEntity> {
        self.entities.iter().find(|entity| {
            entity.license_number == number
                || entity
                    .websites
                    .iter()
                    .any(|website| website.license_number == number)
        })
    }

    /// The website with this domain.
    pub(super) fn by_domain(&self, domain: &str) -> Option<(&WorldEntity, &WorldWebsite)> {
        self.websites().find(|(_, website)| {
            website
                .domains
                .iter()
                .any(|row| row.name.eq_ignore_ascii_case(domain))
        })
    }

    /// The entity with this certificate.
    pub(super) fn by_certificate(&self, kind: i32, number: &str) -> Option<&WorldEntity> {
        self.entities.iter().find(|entity| {
            entity.certificate.kind_code == kind && entity.certificate.number == number
        })
    }

    /// The access with this `Jrid`, and where it belongs.
    pub(super) fn by_access(
        &self,
        access_authority_id: i64,
    ) -> Option<(&WorldEntity, &WorldWebsite, &WorldAccess)> {
        self.websites().find_map(|(entity, website)| {
            let mut accesses = website.accesses.iter();
            let access = accesses.find(|a| a.row.access_authority_id == access_authority_id)?;
            Some((entity, website, access))
        })
    }

    pub(super) fn websites(&self) -> impl Iterator<Item = (&WorldEntity, &WorldWebsite)> {
        self.entities
            .iter()
            .flat_map(|entity| entity.websites.iter().map(move |website| (entity, website)))
    }

    /// A license number nobody has yet, like `京ICP备20260003号`.
    pub(super) fn free_license_number(&self) -> (usize, String) {
        let mut serial = self.entities.len() + 1;
        loop {
            let number = format!("京ICP备2026{serial:04}号");
            if self.by_license_number(&number).is_none() {
                return (serial, number);
            }
            serial += 1;
        }
    }
}
