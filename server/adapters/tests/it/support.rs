//! A simulator on a free port, and the client that talks to it.

pub mod reports;

use adapters::authority_simulator::{SimulatorSettings, serve};
use adapters::authority_soap::{AuthoritySettings, SoapAuthority};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use md5::{Digest, Md5};
use ports::authority::{Authority, Download, Package, demo};
use ports::clock::Clock;
use ports::random::SystemRandom;
use std::io::{Cursor, Write};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A clock that a test sets.
#[derive(Debug)]
pub struct TestClock(Mutex<DateTime<Utc>>);

impl TestClock {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new("2026-11-22T02:00:00Z".parse().unwrap())))
    }

    pub fn advance(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A running simulator; it stops when the test ends.
pub struct RunningSimulator {
    pub address: SocketAddr,
    pub clock: Arc<TestClock>,
    pub http: reqwest::Client,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl RunningSimulator {
    pub async fn start(settings: SimulatorSettings) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let clock = TestClock::new();
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async move {
            let _ = stopped.await;
        };
        let simulator = serve(settings, clock.clone(), listener, shutdown);
        let task = tokio::spawn(async move { simulator.await.unwrap() });
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Self {
            address,
            clock,
            http,
            stop,
            task,
        }
    }

    /// Settings of a client that fit the simulator's defaults.
    pub fn client_settings(&self) -> AuthoritySettings {
        AuthoritySettings {
            url: format!("http://{}", self.address),
            isp_id: demo::PROVIDER_ID,
            user: demo::USER.to_owned(),
            password: demo::PASSWORD.to_owned(),
            ..AuthoritySettings::default()
        }
    }

    pub fn client(&self) -> SoapAuthority {
        soap_authority(self.client_settings())
    }

    pub async fn post(&self, path: &str, form: &str) -> reqwest::Response {
        self.http
            .post(format!("http://{}{path}", self.address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(form.to_owned())
            .send()
            .await
            .unwrap()
    }

    pub async fn decide(&self, id: i64, verdict: &str, opinion: &str) {
        let form = format!("verdict={verdict}&opinion={opinion}");
        let response = self.post(&format!("/reports/{id}/decision"), &form).await;
        assert_eq!(response.status(), 303, "{}", response.text().await.unwrap());
    }

    pub async fn stop(self) {
        // Open connections would hold the graceful shutdown up.
        drop(self.http);
        let _ = self.stop.send(());
        self.task.await.unwrap();
    }
}

pub fn soap_authority(settings: AuthoritySettings) -> SoapAuthority {
    SoapAuthority::new(settings, Arc::new(SystemRandom)).unwrap()
}

/// A package with any content, as no report would make it.
pub fn package(name: &str, content: &[u8]) -> Package {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file(name, zip::write::SimpleFileOptions::default())
        .unwrap();
    writer.write_all(content).unwrap();
    let zip = writer.finish().unwrap().into_inner();
    Package {
        file_name: name.to_owned(),
        hash: hash(&zip),
        zip,
    }
}

pub fn hash(zip: &[u8]) -> String {
    STANDARD.encode(Md5::digest(zip))
}

/// Downloads and acknowledges everything.
pub async fn drain(authority: &dyn Authority) -> Vec<Download> {
    let mut files = Vec::new();
    while let Some(file) = authority.download().await.unwrap() {
        authority.acknowledge(&file.file_name).await.unwrap();
        files.push(file);
    }
    files
}
