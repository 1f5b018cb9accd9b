//! What a report says, in words.

use super::super::super::documents::local;
use super::super::super::state::{FiledReport, Request};
use super::super::super::world::{WorldAccess, WorldEntity, WorldWebsite};
use super::super::text::Words;
use maud::{Markup, html};
use ports::authority::{Certificate, PersonInCharge};

pub(super) fn facts(report: &FiledReport, words: Words) -> Markup {
    let websites = report.entity().map(|entity| entity.websites.as_slice());
    html! {
        div.groups {
            (of_report(report, words))
            @if let Some(entity) = report.entity() { (of_entity(entity, words)) }
            @for website in websites.unwrap_or_default() {
                (of_website(website, words))
                @for access in &website.accesses { (of_access(access, words)) }
            }
        }
    }
}

fn of_report(report: &FiledReport, words: Words) -> Markup {
    let content = html! {
        (row(words.kind(), words.request(&report.request)))
        (row(words.received(), &local(report.received_at).format("%Y-%m-%d %H:%M:%S").to_string()))
        (row(words.sequence(), &report.sequence.to_string()))
        (row(words.file(), &report.file_name))
        @if let Some(id) = report.request.record_id() { (row(words.record(), &id.to_string())) }
        @if let Request::CancelAccess { reason_code, note, .. } = &report.request {
            (row(words.reason(), &words.cancellation_reason(*reason_code)))
            (optional(words.note(), note.as_deref()))
        }
    };
    group(words.report(), &content)
}

fn of_entity(entity: &WorldEntity, words: Words) -> Markup {
    let address = &entity.address;
    let content = html! {
        (row(words.name(), &entity.name))
        (optional(words.license_number(), Some(&entity.license_number)))
        (row(words.nature(), &words.nature_of(entity.nature_code)))
        dt { (words.certificate()) } (certificate(&entity.certificate, words))
        (row(words.certificate_address(), &entity.certificate.address))
        (optional(words.investor(), entity.investor.as_deref()))
        dt { (words.address()) }
        dd { (words.area(address.province_code, address.city_code)) }
        @if let Some(detail) = &address.detail { dd { (detail) } }
        (person(&entity.principal, words))
    };
    group(words.entity(), &content)
}

fn of_website(website: &WorldWebsite, words: Words) -> Markup {
    let content = html! {
        (row(words.name(), &website.name))
        (optional(words.license_number(), Some(&website.license_number)))
        dt { (words.domains()) }
        @for domain in &website.domains { dd { (domain.name) } }
        (optional(words.home_page(), website.home_url.as_deref()))
        (person(&website.principal, words))
        (optional(words.remark(), website.remark.as_deref()))
    };
    group(words.website(), &content)
}

fn of_access(access: &WorldAccess, words: Words) -> Markup {
    let number = access.row.access_authority_id;
    let content = html! {
        (row(words.provider(), &access.row.provider_id.to_string()))
        // One that is asked for has none yet.
        @if number != 0 { (row(words.access_number(), &number.to_string())) }
        dt { (words.addresses()) } dd { (addresses(access)) }
    };
    group(words.access(), &content)
}

/// The IP addresses of an access, or the ends of their ranges.
pub(super) fn addresses(access: &WorldAccess) -> Markup {
    html! {
        @for ip in &access.row.ips {
            code { (ip.first) @if ip.first != ip.last { "–" (ip.last) } } " "
        }
    }
}

fn person(person: &PersonInCharge, words: Words) -> Markup {
    let kind = person.document_kind_code;
    html! {
        dt { (words.principal()) }
        dd { (person.name) }
        @if let (Some(kind), Some(number)) = (kind, &person.document_number) {
            dd { (words.certificate_kind(kind)) br; code { (number) } }
        }
        dd { (person.mobile) }
        @if let Some(phone) = &person.office_phone { dd { (phone) } }
        dd { (person.email) }
    }
}

fn certificate(certificate: &Certificate, words: Words) -> Markup {
    html! {
        dd { (words.certificate_kind(certificate.kind_code)) br; code { (certificate.number) } }
    }
}

fn group(title: &str, content: &Markup) -> Markup {
    html! {
        div { h4 { (title) } dl { (content) } }
    }
}

fn row(label: &str, value: &str) -> Markup {
    html! { dt { (label) } dd { (value) } }
}

/// Nothing where there is no value.
fn optional(label: &str, value: Option<&str>) -> Markup {
    html! {
        @if let Some(value) = value.filter(|value| !value.is_empty()) { (row(label, value)) }
    }
}
