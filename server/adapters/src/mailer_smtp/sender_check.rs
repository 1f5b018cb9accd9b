//! The beginning of a mail, up to its sender: the transport sends whole mails only.

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Mail, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use percent_encoding::percent_decode_str;
use std::time::Duration;
use url::Url;

const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn check_sender(url: &Url, sender: &Address) -> Result<(), Error> {
    let mut connection = connect(url).await?;
    let answer = connection
        .command(Mail::new(Some(sender.clone()), Vec::new()))
        .await;
    if answer.is_ok() {
        connection.command(Rset).await?;
    }
    connection.abort().await;
    answer.map(drop)
}

/// Reads the address as the transport does.
async fn connect(url: &Url) -> Result<AsyncSmtpConnection, Error> {
    let host = url.host_str().unwrap_or_default();
    let from_first_byte = url.scheme() == "smtps";
    let start_tls = !from_first_byte && url.query() == Some("tls=required");
    let usual_port = match (from_first_byte, start_tls) {
        (true, _) => SUBMISSIONS_PORT,
        (false, true) => SUBMISSION_PORT,
        (false, false) => SMTP_PORT,
    };
    let tls = || TlsParameters::new(host.to_owned());
    let name = ClientId::default();
    let mut connection = AsyncSmtpConnection::connect_tokio1(
        (host, url.port().unwrap_or(usual_port)),
        Some(PATIENCE),
        &name,
        from_first_byte.then(tls).transpose()?,
        None,
    )
    .await?;
    if start_tls {
        connection.starttls(tls()?, &name).await?;
    }
    if let Some(password) = url.password() {
        let clear = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let credentials = Credentials::new(clear(url.username()), clear(password));
        connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
    }
    Ok(connection)
}
