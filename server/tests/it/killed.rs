//! The program is killed in the middle of a hand-over, and started again: the authority gets
//! the report once, under one number.

use adapters::authority_simulator::{self, SimulatorSettings};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::{cancel_access, review};
use backend::demo;
use backend::store::account::find_by_email;
use backend::store::entities::{application, authority_report};
use ports::clock::SystemClock;
use sea_orm::EntityTrait;
use server::config::{Config, Sources};
use server::wiring;
use shared::role::Role;
use shared::wire::authority_channel::ReportState;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};
use std::future::pending;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

/// Far longer than recovery takes: half a minute of the dead process's lease, and a call.
const PATIENCE: Duration = Duration::from_secs(120);

/// An installation with the demo's data, beside an authority that outlives it.
struct Installation {
    environment: Vec<(String, String)>,
    backend: Backend,
    authority: String,
    _folder: TempDir,
}

impl Installation {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("current"), "0").unwrap();
        let authority = start_authority().await;
        let path = folder.path().display();
        let environment: Vec<_> = [
            ("LICENSE_DEMO", "true".to_owned()),
            ("LICENSE_LISTEN", "127.0.0.1:0".to_owned()),
            ("LICENSE_METRICS__LISTEN", "127.0.0.1:0".to_owned()),
            ("LICENSE_DATA_DIR", path.to_string()),
            ("LICENSE_SITE_ROOT", path.to_string()),
            ("LICENSE_AUTHORITY__URL", authority.clone()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let sources = Sources {
            file: None,
            environment: environment.clone(),
        };
        let backend = wiring::open(&Config::read(&sources).unwrap())
            .await
            .unwrap();
        demo::load(&backend).await.unwrap();
        Self {
            environment,
            backend,
            authority,
            _folder: folder,
        }
    }

    /// `license-server serve`, until it is killed or the test ends.
    fn serve(&self) -> Server {
        let child = Command::new(env!("CARGO_BIN_EXE_license-server"))
            .arg("serve")
            .env_clear()
            .envs(self.environment.clone())
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Server(child)
    }

    async fn caller(&self, email: &str, role: Role) -> Caller {
        let hash = self.backend.cipher.keyed_hash("email", email);
        let account = find_by_email(&self.backend.database, &hash).await.unwrap();
        Caller {
            account_id: account.unwrap().id,
            role,
            session_id: String::new(),
            email: email.to_owned(),
            display_name: String::new(),
        }
    }

    /// Submits the cancellation of the demo holder's first website and approves it.
    async fn cancel_access(&self) -> i64 {
        let holder = self.caller("holder@example.com", Role::Holder).await;
        let input = CancelAccessInput {
            website_id: 1,
            request_key: "killed".to_owned(),
            cancel_reason: "1".to_owned(),
            license_password: "Lic-Pass-1".to_owned(),
            only_access_acknowledged: true,
            ..CancelAccessInput::default()
        };
        let outcome = cancel_access::submit::submit(&self.backend, &holder, input).await;
        let CancelAccessOutcome::Submitted { application_id } = outcome.unwrap() else {
            panic!("the authority did not answer");
        };
        let reviewer = self.caller("reviewer@example.com", Role::Reviewer).await;
        review::claim::claim(&self.backend, &reviewer, application_id)
            .await
            .unwrap();
        let version = self.application().await.version;
        review::approve::approve(&self.backend, &reviewer, application_id, version)
            .await
            .unwrap();
        application_id
    }

    async fn application(&self) -> application::Model {
        let found = application::Entity::find().one(&self.backend.database);
        found.await.unwrap().unwrap()
    }

    async fn report(&self) -> authority_report::Model {
        let found = authority_report::Entity::find().one(&self.backend.database);
        found.await.unwrap().unwrap()
    }

    /// Waits until `holds` is true of the database.
    async fn wait_for<F: Future<Output = bool>>(&self, what: &str, holds: impl Fn() -> F) {
        let waiting = async {
            while !holds().await {
                sleep(Duration::from_millis(50)).await;
            }
        };
        timeout(PATIENCE, waiting)
            .await
            .unwrap_or_else(|_| panic!("never: {what}"));
    }

    /// Lets one upload hang as `fault` says, kills the program meanwhile and starts it again.
    async fn hand_over_is_survived(&self, fault: &str, had_it: bool) {
        self.cancel_access().await;
        authority_fails(&self.authority, fault).await;
        let first = self.serve();
        self.wait_for("the report hangs in the call", || async {
            self.report().await.state == ReportState::InFlight.code()
                && has_report(self).await == had_it
        })
        .await;
        drop(first);
        assert_eq!(self.application().await.status, "submitting");

        let _second = self.serve();
        self.wait_for("the application is with the authority", || async {
            self.application().await.status == "authority_review"
        })
        .await;
        let report = self.report().await;
        assert_eq!(report.state, ReportState::Accepted.code());
        assert_eq!(report.sequence, Some(1));
        let previous = self.backend.authority.previous_upload().await.unwrap();
        assert_eq!(previous.sequence, 1);
        assert_eq!(previous.hash, report.package_hash);
    }
}

/// A running program. Dropping it is `kill -9`.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

async fn start_authority() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let settings = SimulatorSettings {
        fault_controls: true,
        ..SimulatorSettings::default()
    };
    tokio::spawn(authority_simulator::serve(
        settings,
        Arc::new(SystemClock),
        listener,
        pending(),
    ));
    format!("http://{address}")
}

async fn authority_fails(authority: &str, fault: &str) {
    let answer = reqwest::Client::new()
        .post(format!("{authority}/faults"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("fault={fault}"))
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{answer:?}");
}

/// Whether the authority has the report that was sent.
async fn has_report(installation: &Installation) -> bool {
    let previous = installation.backend.authority.previous_upload().await;
    previous.unwrap().sequence == 1
}

#[tokio::test]
async fn a_report_that_arrived_before_the_kill_is_not_sent_twice() {
    let installation = Installation::new().await;
    installation
        .hand_over_is_survived("hold_next_answer", true)
        .await;
}

#[tokio::test]
async fn a_report_that_did_not_arrive_before_the_kill_is_sent_again() {
    let installation = Installation::new().await;
    installation
        .hand_over_is_survived("hold_next_upload", false)
        .await;
}
