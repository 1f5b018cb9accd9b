//! Addresses to listen on, and what is said when one cannot be had.

use anyhow::{Error, Result, anyhow};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Listens on the address of a setting (or an option of the command line).
///
/// # Errors
/// When it cannot be listened on: one line that names the setting, and what else to set it to where
/// another program was first.
pub async fn listen(setting: &str, address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|error| explained(setting, address, &error))
}

fn explained(setting: &str, address: SocketAddr, error: &io::Error) -> Error {
    if error.kind() == ErrorKind::AddrInUse {
        let free = SocketAddr::new(
            address.ip(),
            address.port().checked_add(100).unwrap_or(3100),
        );
        return anyhow!(
            "{setting}: another program listens on {address} already; stop it or choose another \
             port, for instance {setting}={free}"
        );
    }
    anyhow!("{setting}: {address} cannot be listened on: {error}")
}
