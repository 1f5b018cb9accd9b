//! The whole router on a new SQLite database, with an outside world that stands still.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use backend::backend::{Backend, Ports};
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::commands::service_tokens::create::create_by_operator as create_token;
use backend::service_token::Scope;
use backend::settings::Settings;
use backend::store::session::{self, Created, SessionContent};
use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use leptos::config::LeptosOptions;
use migration::{Migrator, MigratorTrait};
use ports::authority::fake::FakeAuthority;
use ports::clock::Clock;
use ports::mailer::{Mail, MailError, Mailer};
use ports::random::SystemRandom;
use ports::resolver::{ResolveError, Resolver};
use sea_orm::{Database, DatabaseConnection};
use serde_json::{Value, json};
use server::config::LimitsConfig;
use server::http::{EventStreams, Web, router};
use shared::role::Role;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::time::timeout;
use tower::ServiceExt;

/// Far longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The application, and handles on what is behind it.
pub struct App {
    pub router: Router,
    pub backend: Backend,
    pub stop: watch::Sender<bool>,
    web: Web,
    _folder: TempDir,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Bytes,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl App {
    pub async fn new() -> Self {
        Self::with_settings(Settings::default()).await
    }

    pub async fn with_settings(settings: Settings) -> Self {
        let app = Self::on_empty_database(settings, LimitsConfig::default()).await;
        Migrator::up(&app.backend.database, None).await.unwrap();
        app
    }

    pub async fn with_limits(limits: LimitsConfig) -> Self {
        let app = Self::on_empty_database(Settings::default(), limits).await;
        Migrator::up(&app.backend.database, None).await.unwrap();
        app
    }

    /// Nobody is between clients and this server.
    pub async fn without_proxy() -> Self {
        let mut app = Self::new().await;
        app.web.trust_forwarded_for = false;
        app.router = router(app.web.clone());
        app
    }

    pub async fn without_tables() -> Self {
        Self::on_empty_database(Settings::default(), LimitsConfig::default()).await
    }

    async fn on_empty_database(settings: Settings, limits: LimitsConfig) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("license.sqlite");
        let database = Database::connect(format!("sqlite://{}?mode=rwc", file.display()))
            .await
            .unwrap();
        Self::on_database(database, folder, settings, limits)
    }

    /// On another migrated database.
    pub fn on(database: DatabaseConnection) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::on_database(
            database,
            folder,
            Settings::default(),
            LimitsConfig::default(),
        )
    }

    fn on_database(
        database: DatabaseConnection,
        folder: TempDir,
        settings: Settings,
        limits: LimitsConfig,
    ) -> Self {
        let ports = Ports {
            clock: Arc::new(StoppedClock(Duration::ZERO)),
            random: Arc::new(SystemRandom),
            authority: Arc::new(FakeAuthority::demo()),
            mailer: Arc::new(NoMailer),
            resolver: Arc::new(NoResolver),
        };
        let backend = Backend::new(database, &[7; 32], ports, settings);
        let (stop, stopped) = watch::channel(false);
        let options = LeptosOptions::builder()
            .output_name("license")
            .site_root(folder.path().display().to_string())
            .site_pkg_dir("pkg/0")
            .build();
        let web = Web {
            backend: backend.clone(),
            options,
            is_secure: false,
            trust_forwarded_for: true,
            limits,
            event_streams: EventStreams::new(limits.event_streams_per_session),
            stop: stopped,
        };
        Self {
            router: router(web.clone()),
            web,
            backend,
            stop,
            _folder: folder,
        }
    }

    /// Sends a request and waits for the whole answer. One that never comes fails the test
    /// with the request's name instead of stopping the whole run.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let name = format!("{} {}", request.method(), request.uri());
        let answer = async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            Answer {
                status: head.status,
                headers: head.headers,
                body: String::from_utf8_lossy(&body).into_owned(),
                bytes: body,
            }
        };
        timeout(PATIENCE, answer)
            .await
            .unwrap_or_else(|_| panic!("{name} was never answered"))
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(request("GET", path, headers, Body::empty()))
            .await
    }

    /// Posts a form.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        let headers = [&[kind], headers].concat();
        self.send(request("POST", path, &headers, Body::from(form.to_owned())))
            .await
    }

    /// The same system when that much time has passed.
    pub fn minutes_later(&self, minutes: u32) -> Backend {
        let mut later = self.backend.clone();
        later.clock = Arc::new(StoppedClock(Duration::from_secs(60) * minutes));
        later
    }

    /// Opens an account; returns its id.
    pub async fn account(&self, email: &str, role: Role) -> i64 {
        let input = CreateInput {
            email,
            display_name: "",
            role,
            password: None,
            language: "en",
        };
        create_by_operator(&self.backend, &input).await.unwrap()
    }

    /// A running session of an account: the value of its cookie.
    pub async fn session(&self, account_id: i64) -> String {
        self.session_with(account_id, json!({ "account_id": account_id }))
            .await
    }

    /// The same with what the session holds.
    pub async fn session_with(&self, account_id: i64, data: Value) -> String {
        let token = tower_sessions::session::Id::default().to_string();
        let content = SessionContent {
            account_id: Some(account_id),
            account_epoch: 0,
            user_agent: String::new(),
            data: hex::encode(self.backend.cipher.seal("session.data", &data).unwrap()),
        };
        let created = session::create(&self.backend, &token, &content).await;
        assert_eq!(created.unwrap(), Created::Begun);
        format!("license_session={token}")
    }

    /// What the session of a cookie's value holds.
    pub async fn session_data(&self, cookie: &str) -> Value {
        let token = cookie.strip_prefix("license_session=").unwrap();
        let content = session::load(&self.backend, token).await.unwrap().unwrap();
        let sealed = hex::decode(content.data).unwrap();
        self.backend.cipher.open("session.data", &sealed).unwrap()
    }

    /// A new holder who is logged in: id and cookie.
    pub async fn holder(&self, email: &str) -> (i64, String) {
        let id = self.account(email, Role::Holder).await;
        (id, self.session(id).await)
    }

    /// The `Authorization` header of a new service token.
    pub async fn service_token(&self, scopes: &[Scope]) -> String {
        self.account("admin@example.com", Role::Administrator).await;
        format!(
            "Bearer {}",
            create_token(&self.backend, "test", scopes).await.unwrap()
        )
    }
}

pub fn request(method: &str, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in [("host", "license.example")].iter().chain(headers) {
        request = request.header(*name, *value);
    }
    request.body(body).unwrap()
}

/// Monday, 23 November 2026, 10:00 in Shanghai, and this much later.
#[derive(Debug)]
struct StoppedClock(Duration);

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        "2026-11-23T02:00:00Z".parse::<DateTime<Utc>>().unwrap() + self.0
    }
}

#[derive(Debug)]
struct NoMailer;

#[async_trait::async_trait]
impl Mailer for NoMailer {
    async fn send(&self, _mail: &Mail) -> Result<(), MailError> {
        Ok(())
    }
}

#[derive(Debug)]
struct NoResolver;

#[async_trait::async_trait]
impl Resolver for NoResolver {
    async fn resolve(&self, _domain: &str) -> Result<Vec<IpAddr>, ResolveError> {
        Ok(Vec::new())
    }
}
