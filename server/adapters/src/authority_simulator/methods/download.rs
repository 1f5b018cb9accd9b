//! `isp_download` and `isp_downloadack`.

use super::super::Simulator;
use super::{Call, Reply, element, parameter};
use crate::authority_soap::archive::{seal, zip_one};
use crate::authority_soap::encoding::{md5_base64, to_gbk};
use std::io;

/// The oldest file that was not acknowledged; the same one again until it is.
pub(super) fn answer(simulator: &Simulator) -> io::Result<Reply> {
    let (file, waiting) =
        simulator.change(|state, _| (state.files.first().cloned(), state.files.len()))?;
    let Some(file) = file else {
        return Ok(Reply::code(2));
    };
    let bytes = to_gbk(&file.xml)
        .map_err(|outside| io::Error::other(format!("{outside:?} is not in GBK")))?;
    let zip = zip_one(&file.name, &bytes).map_err(io::Error::other)?;
    let info = [
        element("hashAlgorithm", 0),
        element("compressionFormat", 0),
        element("encryptAlgorithm", i32::from(simulator.cipher.is_some())),
        element("return_FileName", file.name),
        element("beianInfo", wrapped(&seal(&zip, simulator.cipher.as_ref()))),
        element("beianInfoHash", md5_base64(&zip)),
    ];
    let code = if waiting > 1 { 3 } else { 1 };
    Ok(Reply::with(
        code,
        format!("<fileInfos>{}</fileInfos>", info.concat()),
    ))
}

/// Lines of 76 characters, as the real service writes them.
fn wrapped(base64: &str) -> String {
    let mut lines = String::with_capacity(base64.len() + base64.len() / 76 + 1);
    for (index, character) in base64.chars().enumerate() {
        if index > 0 && index % 76 == 0 {
            lines.push('\n');
        }
        lines.push(character);
    }
    lines
}

/// Forgets a file. A second acknowledgment of the same one does no harm.
pub(super) fn acknowledge(simulator: &Simulator, call: &Call) -> io::Result<Reply> {
    let name = parameter(call, "fileName").unwrap_or_default();
    if name.is_empty() {
        return Ok(Reply::code(21));
    }
    simulator.change(|state, _| state.files.retain(|file| file.name != name))?;
    Ok(Reply::code(0))
}
