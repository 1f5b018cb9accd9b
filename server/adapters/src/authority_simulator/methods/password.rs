//! `isp_verifybamm`.

use super::super::Simulator;
use super::super::examine::is_password;
use super::{Call, Reply, element, parameter};
use std::io;

/// Counts wrong passwords in a row; past the limit even the right one is not checked.
pub(super) fn answer(simulator: &Simulator, call: &Call) -> io::Result<Reply> {
    let number = parameter(call, "baxh").unwrap_or_default();
    let password = parameter(call, "bamm").unwrap_or_default();
    simulator.change(|state, _| {
        let entity = state.world.by_license_number(number);
        let right = entity.is_some_and(|entity| is_password(entity, password));
        let key = entity
            .map_or(number, |entity| entity.license_number.as_str())
            .to_owned();
        let wrong = state.wrong_passwords.entry(key).or_default();
        if *wrong >= simulator.settings.password_tries {
            return Reply::code(22);
        }
        *wrong = if right { 0 } else { *wrong + 1 };
        Reply::with(0, element("VerifyRes", i32::from(!right)))
    })
}
