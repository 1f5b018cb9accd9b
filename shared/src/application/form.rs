use serde::{Deserialize, Serialize};

/// What a holder has typed so far. A draft may hold anything; a submission is parsed from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FilingForm {
    pub entity: EntityForm,
    pub website: WebsiteForm,
}

/// The entity step, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EntityForm {
    /// New access: number of an entity filed elsewhere.
    pub license_number: String,
    pub name: String,
    /// [`crate::entity::Nature`] code.
    pub nature: String,
    /// [`crate::entity::CertificateKind`] code.
    pub certificate_kind: String,
    pub certificate_number: String,
    /// The certificate number that the holder has compared with the license, where its check
    /// character does not fit. It speaks for that number only.
    pub confirmed_certificate_number: String,
    /// Address printed on the certificate.
    pub certificate_address: String,
    /// Investor or superior unit; empty means the entity itself.
    pub investor: String,
    /// Six-digit code of the city, whose first two digits name the province.
    pub city_code: String,
    /// Mailing address down to the room.
    pub address: String,
    pub principal: PersonForm,
    pub remark: String,
}

/// A person in charge, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    pub name: String,
    /// [`crate::entity::CertificateKind`] code of a personal document.
    pub document_kind: String,
    pub document_number: String,
    pub mobile: String,
    pub office_phone: String,
    pub email: String,
}

/// The website step, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WebsiteForm {
    pub domain: String,
    pub name: String,
    /// New access: number of the website.
    pub license_number: String,
    /// Home page without scheme.
    pub home_url: String,
    /// [`crate::website::SiteLanguage`] codes.
    pub languages: Vec<String>,
    /// The entity's principal also answers for the website.
    pub principal_is_entity_principal: bool,
    pub principal: PersonForm,
    pub remark: String,
}
