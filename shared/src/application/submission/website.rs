use super::findings::Findings;
use super::person::{self, OfficePhoneRule, PersonSubmission, WEBSITE_PRINCIPAL};
use crate::application::{FilingFacts, WebsiteForm};
use crate::code_table::{TableChoice, find};
use crate::domain_name::{DomainName, DomainNameError, to_ascii_host, to_unicode_host};
use crate::field::Field;
use crate::parsed_text::{tidy, tidy_line};
use crate::problem::Problem;

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
    /// At least one, each once, in the order of the table.
    pub languages: Vec<TableChoice>,
    /// `None` when the entity's principal answers for the website too.
    pub principal: Option<PersonSubmission>,
    pub remark: Option<String>,
}

pub(super) fn parse(
    form: &WebsiteForm,
    office_phone: OfficePhoneRule,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<WebsiteSubmission> {
    let domain = domain(form, findings).and_then(|domain| with_ending(domain, facts, findings));
    let name = telling_name(form, findings);
    let home_url = home_url(form, domain.as_ref(), findings);
    let languages = languages(form, &facts.tables.languages, findings);
    let principal = if form.principal_is_entity_principal {
        Some(None)
    } else {
        person::parse(
            &form.principal,
            &WEBSITE_PRINCIPAL,
            office_phone,
            facts,
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

/// What is filed already keeps its ending, even where it is no longer approved; nothing new can
/// be filed under it.
fn with_ending(
    domain: DomainName,
    facts: &FilingFacts,
    findings: &mut Findings,
) -> Option<DomainName> {
    if domain.has_approved_ending(&facts.approved_endings) {
        return Some(domain);
    }
    let ending = domain.ending();
    findings.refuse(Field::WebsiteDomain, Problem::EndingNotApproved { ending })
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
    let typed = tidy(&tidy_line(&form.home_url));
    if typed.is_empty() {
        return Some(None);
    }
    let (host, rest) = match split_home_url(&typed) {
        Ok(parts) => parts,
        Err(why) => return findings.refuse(field, Problem::DomainName { why }),
    };
    if domain.is_some_and(|domain| !is_on_domain(&host, domain)) {
        return findings.refuse(field, Problem::HomeUrlNotOnDomain);
    }
    findings.optional_line(field, &format!("{host}{rest}"), MAX_HOME_URL)
}

/// The host in ASCII, and what follows it.
fn split_home_url(typed: &str) -> Result<(String, &str), DomainNameError> {
    let address = without_scheme(typed);
    let end_of_host = address.find(['/', '?', '#', ':']).unwrap_or(address.len());
    let (host, rest) = address.split_at(end_of_host);
    if rest.starts_with("://") {
        return Err(DomainNameError::SchemeGiven);
    }
    Ok((to_ascii_host(host)?, rest))
}

/// The one spelling of a home page: without scheme, the host in lower case and its own letters.
pub(in crate::application) fn canonical_home_url(typed: &str) -> String {
    let line = tidy_line(typed);
    let half_width = tidy(&line);
    match split_home_url(&half_width) {
        Ok((host, rest)) => tidy_line(&format!("{}{rest}", to_unicode_host(&host))),
        Err(_) => line,
    }
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

fn languages(
    form: &WebsiteForm,
    offered: &[TableChoice],
    findings: &mut Findings,
) -> Option<Vec<TableChoice>> {
    let field = Field::WebsiteLanguages;
    let chosen: Option<Vec<_>> = form
        .languages
        .iter()
        .map(|code| find(offered, code))
        .collect();
    match chosen {
        None => findings.refuse(field, Problem::NotAnOption),
        Some(chosen) if chosen.is_empty() => findings.refuse(field, Problem::Required),
        Some(chosen) => {
            let each_once = offered.iter().filter(|offer| chosen.contains(offer));
            Some(each_once.cloned().collect())
        }
    }
}
