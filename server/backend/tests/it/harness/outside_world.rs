//! A clock that stands still, and doubles that record or answer from a table.

use chrono::{DateTime, Duration, Utc};
use ports::clock::Clock;
use ports::mailer::{Mail, MailError, Mailer};
use ports::resolver::{ResolveError, Resolver};
use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// Begins on Monday, 23 November 2026, 10:00 in Shanghai, and moves when it is told to.
#[derive(Debug)]
pub struct FakeClock(Mutex<DateTime<Utc>>);

impl Default for FakeClock {
    fn default() -> Self {
        Self(Mutex::new("2026-11-23T02:00:00Z".parse().unwrap()))
    }
}

impl FakeClock {
    pub fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for FakeClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// Keeps every mail it was given.
#[derive(Debug, Default)]
pub struct RecordingMailer {
    sent: Mutex<Vec<Mail>>,
    unreachable: AtomicBool,
    refusal: Mutex<Option<&'static str>>,
}

impl RecordingMailer {
    pub fn sent(&self) -> Vec<Mail> {
        self.sent.lock().unwrap().clone()
    }

    /// Mails to one address, oldest first.
    pub fn sent_to(&self, address: &str) -> Vec<Mail> {
        self.sent()
            .into_iter()
            .filter(|mail| mail.to == address)
            .collect()
    }

    /// Whether the mail server is down.
    pub fn set_unreachable(&self, unreachable: bool) {
        self.unreachable.store(unreachable, Ordering::SeqCst);
    }

    /// The mail server refuses every mail with these words.
    pub fn refuse(&self, answer: &'static str) {
        *self.refusal.lock().unwrap() = Some(answer);
    }

    /// It takes them again.
    pub fn accept(&self) {
        *self.refusal.lock().unwrap() = None;
    }
}

#[async_trait::async_trait]
impl Mailer for RecordingMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        if self.unreachable.load(Ordering::SeqCst) {
            return Err(MailError::Unreachable(Box::new(io::Error::from(
                io::ErrorKind::ConnectionRefused,
            ))));
        }
        if let Some(answer) = *self.refusal.lock().unwrap() {
            return Err(MailError::Refused(answer.into()));
        }
        self.sent.lock().unwrap().push(mail.clone());
        Ok(())
    }
}

/// Answers from a table; a domain that is not in it has no address.
#[derive(Debug, Default)]
pub struct TableResolver {
    table: Mutex<HashMap<String, Option<IpAddr>>>,
}

impl TableResolver {
    pub fn point(&self, domain: &str, address: &str) {
        let address = Some(address.parse().unwrap());
        self.table
            .lock()
            .unwrap()
            .insert(domain.to_owned(), address);
    }

    /// The name servers give no answer for this domain.
    pub fn silence(&self, domain: &str) {
        self.table.lock().unwrap().insert(domain.to_owned(), None);
    }
}

#[async_trait::async_trait]
impl Resolver for TableResolver {
    async fn resolve(&self, domain: &str) -> Result<Vec<IpAddr>, ResolveError> {
        match self.table.lock().unwrap().get(domain) {
            None => Ok(Vec::new()),
            Some(Some(address)) => Ok(vec![*address]),
            Some(None) => Err(ResolveError(Box::new(io::Error::from(
                io::ErrorKind::TimedOut,
            )))),
        }
    }
}
