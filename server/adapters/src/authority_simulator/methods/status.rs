//! `isp_querybeianstatus`.

use super::super::Simulator;
use super::{Call, Reply, element, parameter};
use std::io;

/// Type 0 asks for a domain, 1 to 11 for a certificate of that type.
pub(super) fn answer(simulator: &Simulator, call: &Call) -> io::Result<Reply> {
    let condition = parameter(call, "queryCondition").unwrap_or_default();
    let Some(kind) = parameter(call, "queryConditionType")
        .and_then(|kind| kind.parse::<i32>().ok())
        .filter(|kind| (0..=11).contains(kind))
    else {
        return Ok(Reply::code(999));
    };
    simulator.change(|state, _| {
        let found = if kind == 0 {
            state.world.by_domain(condition).map(|(entity, website)| {
                let name = element("Wzmc", &website.name);
                let entity = element("Ztbah", &entity.license_number);
                [name, entity, element("Wzbah", &website.license_number)].concat()
            })
        } else {
            let entity = state.world.by_certificate(kind, condition);
            entity.map(|entity| element("Ztbah", &entity.license_number))
        };
        let filed = element("Bazt", i32::from(found.is_none()));
        let asked = [element("Cxtjlx", kind), element("Cxtj", condition)].concat();
        let info = format!(
            "<StatusInfo>{asked}{}{filed}</StatusInfo>",
            found.unwrap_or_default()
        );
        Reply::with(0, info)
    })
}
