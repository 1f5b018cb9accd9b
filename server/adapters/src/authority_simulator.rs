//! A stand-in of the competent authority for demos and tests.
//!
//! It speaks the official SOAP interface over HTTP, remembers what it is told (also over a
//! restart), checks as the specification says and lets a person decide on a small page. It
//! offers what this system reports: new filings, new accesses and canceled accesses; other
//! operations are answered with result 5011, "function not open".

mod decide;
mod demo_world;
mod documents;
mod examine;
mod faults;
mod methods;
mod page;
mod read_upload;
mod state;
mod store;
mod world;

pub use world::{SimulatorWorld, WorldAccess, WorldEntity, WorldWebsite};

use crate::authority_soap::SettingsError;
use crate::authority_soap::encryption::Cipher;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use chrono::{DateTime, Utc};
use faults::Faults;
use ports::authority::demo;
use ports::clock::Clock;
use serde::Deserialize;
use state::State;
use std::fmt;
use std::future::Future;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use store::Store;
use tokio::net::TcpListener;

/// Largest request: a 50 MB file in base64, and then some.
const MAX_REQUEST_BYTES: usize = 80 * 1024 * 1024;

/// How the simulator behaves.
#[derive(Clone, Deserialize)]
#[serde(default)]
pub struct SimulatorSettings {
    /// The one provider that has an account (`ispId`).
    pub isp_id: i64,
    /// Name of its account.
    pub user: String,
    /// Password of its account.
    pub password: String,
    /// AES key of 16, 24 or 32 bytes; with one, downloads are encrypted.
    pub key: Option<String>,
    /// Initialization vector of 16 bytes, required with a key.
    pub iv: Option<String>,
    /// File of the state. Without one everything is forgotten at the end.
    pub storage: Option<PathBuf>,
    /// Wrong license passwords in a row before `msg_code` 22.
    pub password_tries: u32,
    /// Refuses to cancel the only access of a website (result 1025), as bureaus do.
    pub refuse_only_access: bool,
    /// Sends ZXSJ with kind 2 after a canceled access, as the prose describes.
    pub announce_canceled_access: bool,
    /// Approves by itself this long after a report arrived. Only for a new state: later the
    /// page sets it.
    pub answer_after_seconds: Option<u32>,
    /// Where the license system is that reports here; the page links to it.
    pub license_system: Option<String>,
    /// Offers `POST /faults`, for tests of failures.
    pub fault_controls: bool,
    /// What the register holds at first.
    pub world: SimulatorWorld,
}

impl Default for SimulatorSettings {
    fn default() -> Self {
        Self {
            isp_id: demo::PROVIDER_ID,
            user: demo::USER.to_owned(),
            password: demo::PASSWORD.to_owned(),
            key: None,
            iv: None,
            storage: None,
            password_tries: 20,
            refuse_only_access: false,
            announce_canceled_access: false,
            answer_after_seconds: None,
            license_system: None,
            fault_controls: false,
            world: SimulatorWorld::demo(),
        }
    }
}

/// By hand: the account's secrets stay out of every log.
impl fmt::Debug for SimulatorSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SimulatorSettings")
            .field("isp_id", &self.isp_id)
            .field("user", &self.user)
            .field("storage", &self.storage)
            .finish_non_exhaustive()
    }
}

/// Why the simulator stopped or did not start.
#[derive(Debug, thiserror::Error)]
pub enum SimulatorError {
    /// A setting is wrong.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The file of the state cannot be read.
    #[error("the simulator's state in {path:?} cannot be read")]
    Storage {
        path: Option<PathBuf>,
        source: io::Error,
    },
    /// The listener failed.
    #[error("the simulator's listener failed")]
    Listener(#[source] io::Error),
}

struct Simulator {
    settings: SimulatorSettings,
    cipher: Option<Cipher>,
    clock: Arc<dyn Clock>,
    store: Store,
    faults: Faults,
}

impl Simulator {
    /// Changes or reads the state. Reports that are due are answered first, so that no task
    /// has to run beside the calls. The file is small and written rarely: it is written
    /// right here.
    fn change<T>(&self, act: impl FnOnce(&mut State, DateTime<Utc>) -> T) -> io::Result<T> {
        let now = self.clock.now();
        self.store.change(|state| {
            state.answer_due(&self.settings, now);
            act(state, now)
        })
    }
}

/// Serves the simulator until `shutdown` completes.
///
/// # Errors
/// When a setting is wrong, the state cannot be read or the listener fails.
pub async fn serve(
    settings: SimulatorSettings,
    clock: Arc<dyn Clock>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), SimulatorError> {
    let fresh = || State::new(settings.world.clone(), settings.answer_after_seconds);
    let store =
        Store::open(settings.storage.clone(), fresh).map_err(|source| SimulatorError::Storage {
            path: settings.storage.clone(),
            source,
        })?;
    let fault_controls = settings.fault_controls;
    let simulator = Arc::new(Simulator {
        cipher: Cipher::new(settings.key.as_deref(), settings.iv.as_deref())?,
        settings,
        clock,
        store,
        faults: Faults::default(),
    });
    let mut router = Router::new()
        .route("/ISPWebService/upDownLoad", post(methods::answer))
        .route(
            "/BeianStatusWebService/queryBeianStatus",
            post(methods::answer),
        )
        .route("/BeianStatusWebService/verifyBamm", post(methods::answer))
        .route("/", get(page::show))
        .route("/style.css", get(page::style))
        .route("/language", post(page::choose_language))
        .route("/reports/{id}/decision", post(page::decide))
        .route("/answer-after", post(page::set_answer_after));
    if fault_controls {
        router = router.route("/faults", post(faults::set));
    }
    let router = router
        .layer(DefaultBodyLimit::max(MAX_REQUEST_BYTES))
        .with_state(simulator);
    // Answers are small: do not let the kernel wait for more.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY could not be set");
        }
    });
    axum::serve(listener, router)
        .with_graceful_shutdown(shutdown)
        .await
        .map_err(SimulatorError::Listener)
}
