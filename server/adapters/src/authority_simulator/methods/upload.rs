//! `isp_upload` and `isp_querypreviousupload`.

use super::super::examine::{asked_website, objection};
use super::super::read_upload::{Refusal, read};
use super::super::state::{FiledReport, LastUpload, Request, State};
use super::super::world::{WorldAccess, WorldEntity, WorldWebsite};
use super::super::{Simulator, SimulatorSettings};
use super::{Call, Reply, element, parameter};
use crate::authority_soap::archive::{OpenError, open};
use crate::authority_soap::encoding::decode_xml;
use chrono::{DateTime, Utc};
use std::io;

/// Longer documents are not kept for the page.
const MAX_SHOWN_BYTES: usize = 256 * 1024;

/// Checks in the order of the specification; nothing is remembered before the last one.
pub(super) fn answer(simulator: &Simulator, call: &Call) -> io::Result<Reply> {
    let value = |name| parameter(call, name).unwrap_or_default();
    let cipher = match (value("encryptAlgorithm"), &simulator.cipher) {
        ("0", _) => None,
        ("1", Some(cipher)) => Some(cipher),
        ("1", None) => return Ok(Reply::code(6)),
        _ => return Ok(Reply::code(9)),
    };
    if value("compressionFormat") != "0" {
        return Ok(Reply::code(11));
    }
    let Ok(sequence) = value("dataSequence").parse::<i64>() else {
        return Ok(Reply::code(999));
    };
    let (data, hash) = (value("beianInfo"), value("beianInfoHash"));
    let (file_name, bytes) = match open(data, hash, cipher, None) {
        Ok(file) => file,
        Err(error) => return Ok(Reply::code(open_code(error))),
    };
    let upload = LastUpload {
        sequence,
        file_name,
        data: data.to_owned(),
        hash: hash.to_owned(),
        encrypted: cipher.is_some(),
    };
    simulator.change(|state, now| accept(state, &simulator.settings, upload, &bytes, now))
}

const fn open_code(error: OpenError) -> i32 {
    match error {
        OpenError::Decryption => 6,
        OpenError::Hash => 7,
        OpenError::Encoding | OpenError::Archive => 8,
        OpenError::Entries => 17,
        OpenError::TooLarge => 18,
    }
}

fn accept(
    state: &mut State,
    settings: &SimulatorSettings,
    upload: LastUpload,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Reply {
    let expected = state.last_sequence() + 1;
    if upload.sequence < expected {
        return Reply::code(999);
    }
    if upload.sequence > expected {
        let missing: String = (expected..upload.sequence)
            .map(|number| element("dataSequence", number))
            .collect();
        return Reply::with(14, format!("<dataSequences>{missing}</dataSequences>"));
    }
    let (sequence, file_name) = (upload.sequence, upload.file_name.clone());
    state.last_upload = Some(upload);
    if bytes.len() <= MAX_SHOWN_BYTES {
        state.documents.insert(sequence, decode_xml(bytes));
    }
    let (requests, refusal) = match read(bytes, settings.isp_id) {
        Ok(requests) => (requests, None),
        Err(Refusal {
            code,
            operation_number,
        }) => (vec![Request::Unreadable { operation_number }], Some(code)),
    };
    for request in requests {
        let id = state.reports.len() + 1;
        let code = refusal.or_else(|| objection(state, settings, &request));
        let registered = registered(state, &request).map(Box::new);
        let mut report = FiledReport {
            id,
            sequence,
            file_name: file_name.clone(),
            received_at: now,
            subject: String::new(),
            registered,
            request,
            verdict: None,
        };
        report.subject = report.entity().map(subject).unwrap_or_default();
        state.reports.push(report);
        if let Some(code) = code {
            state.conclude(id, code, None, now);
        }
    }
    Reply::code(0)
}

/// What of the register a report is about.
fn registered(state: &State, request: &Request) -> Option<WorldEntity> {
    let (entity, website, access) = match request {
        Request::CancelAccess {
            access_authority_id,
            ..
        } => state.world.by_access(*access_authority_id)?,
        Request::NewAccess { access, .. } => {
            let (entity, website) = asked_website(state, request)?;
            (entity, website, access)
        }
        Request::NewFiling { .. } | Request::Unreadable { .. } => return None,
    };
    Some(only(entity, website, access))
}

/// An entity with one website and one access.
fn only(entity: &WorldEntity, website: &WorldWebsite, access: &WorldAccess) -> WorldEntity {
    let website = WorldWebsite {
        accesses: vec![access.clone()],
        ..website.clone()
    };
    WorldEntity {
        websites: vec![website],
        ..entity.clone()
    }
}

/// What a report is about, in words: the first website's domains and the entity's name.
fn subject(entity: &WorldEntity) -> String {
    let domains: Vec<&str> = entity
        .websites
        .iter()
        .take(1)
        .flat_map(|website| &website.domains)
        .map(|row| row.name.as_str())
        .collect();
    format!("{} · {}", domains.join(", "), entity.name)
}

/// The last upload as it arrived; empty fields before the first.
pub(super) fn previous(simulator: &Simulator) -> io::Result<Reply> {
    let upload = simulator.change(|state, _| state.last_upload.clone())?;
    let upload = upload.unwrap_or(LastUpload {
        sequence: 0,
        file_name: String::new(),
        data: String::new(),
        hash: String::new(),
        encrypted: false,
    });
    let info = [
        element("hashAlgorithm", 0),
        element("compressionFormat", 0),
        element("encryptAlgorithm", i32::from(upload.encrypted)),
        element("dataSequence", upload.sequence),
        element("return_FileName", upload.file_name),
        element("beianInfo", upload.data),
        element("beianInfoHash", upload.hash),
    ];
    Ok(Reply::with(
        0,
        format!("<fileInfos>{}</fileInfos>", info.concat()),
    ))
}
