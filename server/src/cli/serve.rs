//! `license-server serve`

use crate::config::{Config, Sources};
use crate::http::{self, EventStreams, Web, stopped};
use crate::listener::listen;
use crate::{demo, demo_folder, metrics, wiring};
use anyhow::{Context, Result, bail};
use backend::jobs::runner;
use clap::Args;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

/// How long the connections may take to close.
const PATIENCE: Duration = Duration::from_secs(5);

/// Serve the application, and do its work in the background.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Address and port, in place of LICENSE_LISTEN.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let mut sources = sources.clone();
        if let Some(listen) = self.listen {
            sources
                .environment
                .push(("LICENSE_LISTEN".to_owned(), listen.to_string()));
        }
        let config = Config::read(&sources)?;
        for name in sources.unknown_variables() {
            tracing::warn!("{name}: there is no such setting");
        }
        serve(&config).await
    }
}

/// Everything that is listened on.
struct Listeners {
    pages: TcpListener,
    simulator: Option<TcpListener>,
    metrics: Option<TcpListener>,
}

impl Listeners {
    async fn open(config: &Config) -> Result<Self> {
        Ok(Self {
            pages: listen("LICENSE_LISTEN", config.listen.address).await?,
            simulator: match config.authority.simulator {
                Some(address) => {
                    Some(listen("LICENSE_AUTHORITY__SIMULATOR_LISTEN", address).await?)
                }
                None => None,
            },
            metrics: match config.metrics.listen {
                Some(address) => Some(listen("LICENSE_METRICS__LISTEN", address).await?),
                None => None,
            },
        })
    }
}

async fn serve(config: &Config) -> Result<()> {
    let (stopper, stop) = watch::channel(false);
    let signal = http::stop_signal()?;
    tokio::spawn(async move {
        signal.await;
        let _ = stopper.send(true);
    });
    let options = http::options(config.site_root.as_deref())?;
    // All of them first: a port that is taken must not leave a half-started system behind.
    let Listeners {
        pages,
        simulator,
        metrics,
    } = Listeners::open(config).await?;
    let _held = demo_folder::hold(config)?;
    let backend = wiring::open(config).await?;
    let simulator =
        simulator.map(|listener| demo::start_simulator(config, listener, stopped(stop.clone())));
    if config.demo {
        demo::load(&backend, config).await?;
    } else {
        demo::end_passwords(&backend).await?;
    }
    let recorder = metrics::start(metrics, stopped(stop.clone()));
    let jobs = tokio::spawn(runner::run(backend.clone(), stop.clone()));
    let closing = backend.clone();
    let web = Web {
        options,
        is_secure: config.listen.is_secure(),
        trust_forwarded_for: config.listen.trust_forwarded_for,
        limits: config.limits,
        event_streams: EventStreams::new(config.limits.event_streams_per_session),
        stop: stop.clone(),
        backend,
    };
    let router = metrics::count(http::router(web), recorder);
    tracing::info!("serving {}", config.listen.public_url);
    // Without the jobs nothing is sent, answered or ended, so the server ends with them:
    // whoever watches over the process starts it anew.
    let working = async {
        jobs.await.context("the jobs")?;
        if !*stop.borrow() {
            bail!("the jobs ended by themselves");
        }
        Ok(())
    };
    let serving = async {
        http::serve(pages, router, config.limits, stop.clone()).await;
        Ok(())
    };
    tokio::try_join!(serving, working)?;
    if let Some(simulator) = simulator {
        simulator.await.context("the simulator")??;
    }
    // A connection that is still in use keeps nobody from stopping.
    if let Ok(closed) = timeout(PATIENCE, closing.close()).await {
        closed.context("closing the database")?;
    }
    Ok(())
}
