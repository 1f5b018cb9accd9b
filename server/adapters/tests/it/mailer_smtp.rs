//! Mail to a mail server of a few lines.

use adapters::mailer_smtp::{SmtpMailer, SmtpSettingsError};
use ports::mailer::{Mail, MailError, Mailer};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Takes one connection and answers every recipient with `recipient_reply`; gives back
/// what it was sent.
async fn mail_server(recipient_reply: &'static str) -> (SocketAddr, JoinHandle<String>) {
    strict_mail_server("250 ok", recipient_reply).await
}

/// The same with an answer to the sender's address.
async fn strict_mail_server(
    sender_reply: &'static str,
    recipient_reply: &'static str,
) -> (SocketAddr, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 test\r\n").await.unwrap();
        let (mut received, mut in_message) = (String::new(), false);
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return received;
            }
            received.push_str(&line);
            let reply = match line.get(..4).unwrap_or_default() {
                _ if in_message && line == ".\r\n" => {
                    in_message = false;
                    "250 taken"
                }
                _ if in_message => continue,
                "MAIL" => sender_reply,
                "RCPT" => recipient_reply,
                "DATA" => {
                    in_message = true;
                    "354 go on"
                }
                "QUIT" => return received,
                _ => "250 ok",
            };
            stream
                .write_all(format!("{reply}\r\n").as_bytes())
                .await
                .unwrap();
        }
    });
    (address, task)
}

fn mail() -> Mail {
    Mail {
        to: "holder@example.com".to_owned(),
        subject: "Access canceled".to_owned(),
        body: "example-shop.cn is no longer served here.".to_owned(),
        message_id: "mail-42".to_owned(),
    }
}

fn mailer(address: SocketAddr) -> SmtpMailer {
    SmtpMailer::new(
        &format!("smtp://{address}"),
        "Licenses <licenses@example.com>",
    )
    .unwrap()
}

#[tokio::test]
async fn a_mail_arrives_with_its_identifier() {
    let (address, server) = mail_server("250 ok").await;
    let mailer = mailer(address);
    mailer.send(&mail()).await.unwrap();
    drop(mailer);
    let received = server.await.unwrap();
    for part in [
        "RCPT TO:<holder@example.com>",
        "From: Licenses <licenses@example.com>",
        "Subject: Access canceled",
        "Message-ID: <mail-42@example.com>",
        "example-shop.cn is no longer served here.",
    ] {
        assert!(received.contains(part), "{part} in {received}");
    }
}

#[tokio::test]
async fn a_refusal_is_final_and_everything_else_is_not() {
    let (address, _server) = mail_server("550 no such person").await;
    let error = mailer(address).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Refused(_)), "{error:?}");
    let (address, _server) = mail_server("451 later").await;
    let error = mailer(address).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Unreachable(_)), "{error:?}");

    let unused = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let error = mailer(unused).send(&mail()).await.unwrap_err();
    assert!(matches!(error, MailError::Unreachable(_)), "{error:?}");
    let nobody = Mail {
        to: "no address".to_owned(),
        ..mail()
    };
    let error = mailer(unused).send(&nobody).await.unwrap_err();
    assert!(matches!(error, MailError::Refused(_)), "{error:?}");
}

#[tokio::test]
async fn a_check_connects_and_sends_nothing() {
    let (address, server) = mail_server("250 ok").await;
    let checked = mailer(address);
    checked.check().await.unwrap();
    drop(checked);
    let received = server.await.unwrap();
    assert!(
        received.contains("EHLO") && !received.contains("MAIL"),
        "{received}"
    );
    let unused = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let error = mailer(unused).check().await.unwrap_err();
    assert!(matches!(error, MailError::Unreachable(_)), "{error:?}");
}

#[tokio::test]
async fn a_server_that_refuses_the_sender_is_found_without_sending() {
    let (address, server) = strict_mail_server("250 ok", "250 ok").await;
    mailer(address).check_sender().await.unwrap();
    let received = server.await.unwrap();
    assert!(
        received.contains("MAIL FROM:<licenses@example.com>")
            && received.contains("RSET")
            && !received.contains("RCPT"),
        "{received}"
    );
    let (address, _server) = strict_mail_server("553 not your address", "250 ok").await;
    let error = mailer(address).check_sender().await.unwrap_err();
    let MailError::Refused(answer) = error else {
        panic!("{error:?}")
    };
    assert!(answer.to_string().contains("553"), "{answer}");
    let (address, _server) = strict_mail_server("451 later", "250 ok").await;
    let error = mailer(address).check_sender().await.unwrap_err();
    assert!(matches!(error, MailError::Unreachable(_)), "{error:?}");
}

#[tokio::test]
async fn wrong_settings_are_named_without_their_password() {
    let error = SmtpMailer::new("imap://user:hunter2@host", "a@example.com").unwrap_err();
    assert!(matches!(error, SmtpSettingsError::Url));
    assert!(!error.to_string().contains("hunter2"));
    let error = SmtpMailer::new("smtp://host:25", "nobody").unwrap_err();
    assert!(matches!(error, SmtpSettingsError::From));
    let mailer = SmtpMailer::new("smtps://user:hunter2@host:465", "a@example.com").unwrap();
    assert!(!format!("{mailer:?}").contains("hunter2"));
}
