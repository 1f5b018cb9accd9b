//! The automatic checks that a record passes before a person sees it.

use super::SimulatorSettings;
use super::documents::CANCELLATION_REASONS;
use super::state::{Request, State};
use super::world::{WorldAccess, WorldEntity, WorldWebsite};
use crate::authority_soap::encoding::{md5_hex, to_gbk};

/// The result code of an automatic refusal; `None` when a person decides.
pub(super) fn objection(
    state: &State,
    settings: &SimulatorSettings,
    request: &Request,
) -> Option<i32> {
    match request {
        Request::CancelAccess {
            access_authority_id,
            reason_code,
            password_hash,
            ..
        } => {
            let Some((entity, website, access)) = state.world.by_access(*access_authority_id)
            else {
                return Some(1016);
            };
            let asked_before = state
                .pending()
                .any(|report| same_access(&report.request, *access_authority_id));
            let only_one = website.accesses.len() == 1;
            if access.row.provider_id != settings.isp_id {
                Some(1047)
            } else if asked_before {
                Some(1032)
            } else if !CANCELLATION_REASONS
                .iter()
                .any(|(code, _)| code == reason_code)
            {
                Some(1026)
            } else if password_hash
                .as_ref()
                .is_some_and(|hash| !is_password(entity, hash))
            {
                Some(1018)
            } else if only_one && settings.refuse_only_access {
                Some(1025)
            } else {
                None
            }
        }
        Request::NewAccess {
            access,
            password_hash,
            ..
        } => {
            let Some((entity, website)) = asked_website(state, request) else {
                return Some(1059);
            };
            if !is_password(entity, password_hash) {
                Some(1018)
            } else if website
                .accesses
                .iter()
                .any(|existing| is_same(existing, access))
            {
                Some(1029)
            } else {
                None
            }
        }
        Request::NewFiling { entity } => objection_to_filing(state, entity),
        Request::Unreadable { .. } => None,
    }
}

fn objection_to_filing(state: &State, entity: &WorldEntity) -> Option<i32> {
    let certificate = &entity.certificate;
    let mut domains = entity.websites.iter().flat_map(|website| &website.domains);
    if state
        .world
        .by_certificate(certificate.kind_code, &certificate.number)
        .is_some()
    {
        Some(1003)
    } else if domains.any(|domain| state.world.by_domain(&domain.name).is_some()) {
        Some(1005)
    } else {
        None
    }
}

/// The website that a new access is for.
pub(super) fn asked_website<'a>(
    state: &'a State,
    request: &Request,
) -> Option<(&'a WorldEntity, &'a WorldWebsite)> {
    let Request::NewAccess {
        website_license_number,
        website_authority_id,
        ..
    } = request
    else {
        return None;
    };
    state
        .world
        .websites()
        .find(|(_, website)| match website_license_number {
            Some(number) => website.license_number == *number,
            None => *website_authority_id == Some(website.authority_id),
        })
}

fn same_access(request: &Request, id: i64) -> bool {
    matches!(request, Request::CancelAccess { access_authority_id, .. } if *access_authority_id == id)
}

fn is_same(one: &WorldAccess, two: &WorldAccess) -> bool {
    let ends = |access: &WorldAccess| -> Vec<_> {
        access
            .row
            .ips
            .iter()
            .map(|ip| (ip.first, ip.last))
            .collect()
    };
    one.row.provider_id == two.row.provider_id && ends(one) == ends(two)
}

/// Whether `given` is the entity's license password, plain or as MD5 in either case.
pub(super) fn is_password(entity: &WorldEntity, given: &str) -> bool {
    let hash = to_gbk(&entity.license_password).map(|bytes| md5_hex(&bytes));
    given == entity.license_password || hash.is_ok_and(|hash| hash.eq_ignore_ascii_case(given))
}
