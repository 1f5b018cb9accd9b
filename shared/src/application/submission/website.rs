use super::findings::Findings;
use super::person::{self, OfficePhoneRule, PersonSubmission, WEBSITE_PRINCIPAL};
use crate::application::WebsiteForm;
use crate::domain_name::{DomainName, DomainNameError, to_ascii_host};
use crate::field::Field;
use crate::parsed_text::tidy;
use crate::problem::Problem;
use crate::website::SiteLanguage;
use chrono::NaiveDate;

/// `Wzmc`.
pub(super) const MAX_NAME: u32 = 512;
/// `Syurl` of XZBA.
const MAX_HOME_URL: u32 = 255;

/// A new website (`Wz_xx`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebsiteSubmission {
    pub domain: DomainName,
    pub name: String,
    /// Without scheme, on the domain or below it (result 1041).
    pub home_url: Option<String>,
    /// At least one, each once, in the order of [`SiteLanguage::ALL`].
    pub languages: Vec<SiteLanguage>,
    /// `None` when the entity's principal answers for the website too.
    pub principal: Option<PersonSubmission>,
    pub remark: Option<String>,
}

pub(super) fn parse(
    form: &WebsiteForm,
    office_phone: OfficePhoneRule,
    today: NaiveDate,
    findings: &mut Findings,
) -> Option<WebsiteSubmission> {
    let domain = domain(form, findings);
    let name = telling_name(form, findings);
    let home_url = home_url(form, domain.as_ref(), findings);
    let languages = languages(form, findings);
    let principal = if form.principal_is_entity_principal {
        Some(None)
    } else {
        person::parse(
            &form.principal,
            &WEBSITE_PRINCIPAL,
            office_phone,
            today,
            findings,
        )
        .map(Some)
    };
    let remark = findings.optional_lines(Field::WebsiteRemark, &form.remark, 1024);
    Some(WebsiteSubmission {
        domain: domain?,
        name: name?,
        home_url: home_url?,
        languages: languages?,
        principal: principal?,
        remark: remark?,
    })
}

pub(super) fn domain(form: &WebsiteForm, findings: &mut Findings) -> Option<DomainName> {
    findings.parsed(
        Field::WebsiteDomain,
        &form.domain,
        DomainName::parse,
        |why| Problem::DomainName { why },
    )
}

fn telling_name(form: &WebsiteForm, findings: &mut Findings) -> Option<String> {
    let name = findings.line(Field::WebsiteName, &form.name, MAX_NAME)?;
    if is_telling(&name) {
        return Some(name);
    }
    findings.refuse(Field::WebsiteName, Problem::WebsiteNameNotTelling)
}

/// Bureaus return names of digits only, of Latin letters only, and domain names.
fn is_telling(name: &str) -> bool {
    let half_width = tidy(name);
    let only =
        |is_kind: fn(&char) -> bool| half_width.chars().all(|c| is_kind(&c) || c.is_whitespace());
    !only(char::is_ascii_digit)
        && !only(char::is_ascii_alphabetic)
        && DomainName::suggestion(name).is_none()
}

/// The outer `None` means that it is wrong. While the domain is not known the address cannot
/// be compared with it.
fn home_url(
    form: &WebsiteForm,
    domain: Option<&DomainName>,
    findings: &mut Findings,
) -> Option<Option<String>> {
    let field = Field::WebsiteHomeUrl;
    let typed = tidy(&form.home_url);
    if typed.is_empty() {
        return Some(None);
    }
    let address = without_scheme(&typed);
    let end_of_host = address.find(['/', '?', '#', ':']).unwrap_or(address.len());
    let (host, rest) = address.split_at(end_of_host);
    if rest.starts_with("://") {
        let why = DomainNameError::SchemeGiven;
        return findings.refuse(field, Problem::DomainName { why });
    }
    let host = match to_ascii_host(host) {
        Ok(host) => host,
        Err(why) => return findings.refuse(field, Problem::DomainName { why }),
    };
    if domain.is_some_and(|domain| !is_on_domain(&host, domain)) {
        return findings.refuse(field, Problem::HomeUrlNotOnDomain);
    }
    findings.optional_line(field, &format!("{host}{rest}"), MAX_HOME_URL)
}

/// Browsers show and copy these two; any other scheme is a mistake.
fn without_scheme(address: &str) -> &str {
    match address.split_once("://") {
        Some((scheme, rest))
            if ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) =>
        {
            rest
        }
        _ => address,
    }
}

fn is_on_domain(host: &str, domain: &DomainName) -> bool {
    host.strip_suffix(domain.as_str())
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

fn languages(form: &WebsiteForm, findings: &mut Findings) -> Option<Vec<SiteLanguage>> {
    let field = Field::WebsiteLanguages;
    let chosen: Option<Vec<_>> = form
        .languages
        .iter()
        .map(|code| SiteLanguage::from_code(code))
        .collect();
    match chosen {
        None => findings.refuse(field, Problem::NotAnOption),
        Some(chosen) if chosen.is_empty() => findings.refuse(field, Problem::Required),
        Some(chosen) => {
            let each_once = SiteLanguage::ALL
                .iter()
                .filter(|language| chosen.contains(language));
            Some(each_once.copied().collect())
        }
    }
}
