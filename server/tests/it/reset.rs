//! `license-server reset`: a demo's data goes, and nothing else does.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Far longer than a start takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A demo in a folder of its own.
struct Demo {
    folder: TempDir,
}

impl Demo {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("current"), "0").unwrap();
        Self { folder }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_license-server"));
        command
            .arg(name)
            .current_dir(self.folder.path())
            .env_clear()
            .env("RUST_LOG", "error")
            .env("LICENSE_DEMO", "true")
            .env("LICENSE_SITE_ROOT", self.folder.path())
            .env("LICENSE_LISTEN", "127.0.0.1:0")
            .env("LICENSE_AUTHORITY__URL", "http://127.0.0.1:9");
        command
    }

    /// A running server, once its data is loaded.
    fn serve(&self) -> Server {
        let mut child = self.command("serve").stdout(Stdio::null()).spawn().unwrap();
        let began = Instant::now();
        while !self.data().join("service-token").exists() {
            assert!(child.try_wait().unwrap().is_none(), "it stopped");
            assert!(began.elapsed() < PATIENCE, "it never loaded its data");
            sleep(Duration::from_millis(50));
        }
        Server(child)
    }

    fn reset(&self) -> Output {
        self.command("reset").output().unwrap()
    }
}

struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn said(output: &Output) -> String {
    let said = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(said).unwrap()
}

#[test]
fn a_demo_is_thrown_away_once_its_server_has_stopped_and_begins_anew() {
    let demo = Demo::new();
    let server = demo.serve();
    let refused = demo.reset();
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(
        said(&refused),
        "a server is running on data; stop it first\n"
    );
    drop(server);

    // Of the simulator, which is not started here.
    fs::write(demo.data().join("authority-simulator.json"), "{}").unwrap();
    let done = demo.reset();
    assert!(done.status.success(), "{done:?}");
    assert_eq!(said(&done), "deleted data; the next start begins anew\n");
    assert!(!demo.data().exists());

    let again = demo.reset();
    assert!(again.status.success(), "{again:?}");
    assert!(said(&again).contains("nothing to delete"), "{again:?}");
    drop(demo.serve());
    assert!(demo.reset().status.success());
}

#[test]
fn what_others_put_into_the_folder_stays() {
    let demo = Demo::new();
    drop(demo.serve());
    fs::write(demo.data().join("thesis.txt"), "mine").unwrap();
    let done = demo.reset();
    assert!(said(&done).contains("what else is there stays"), "{done:?}");
    let left: Vec<_> = fs::read_dir(demo.data()).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(demo.data().join("thesis.txt").exists());
}

#[test]
fn data_that_is_not_a_demos_stays() {
    let demo = Demo::new();
    fs::create_dir(demo.data()).unwrap();
    let database = demo.data().join("license.sqlite");
    fs::write(&database, "an installation's").unwrap();
    let refused = demo.reset();
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(
        said(&refused).contains("did not begin as a demo's"),
        "{refused:?}"
    );
    assert!(database.exists());
}

#[test]
fn a_demo_that_became_an_installation_stays() {
    let demo = Demo::new();
    drop(demo.serve());
    let mut serve = demo.command("serve");
    serve
        .env("LICENSE_DEMO", "false")
        .env("LICENSE_DATABASE__URL", "sqlite://data/license.sqlite")
        .env("LICENSE_SECRET_KEY", "0123456789abcdef0123456789abcdef")
        .env("LICENSE_AUTHORITY__ISP_ID", "110000000999")
        .env("LICENSE_AUTHORITY__USER", "provider")
        .env("LICENSE_AUTHORITY__PASSWORD", "secret")
        .env("LICENSE_SMTP__URL", "smtp://127.0.0.1:9")
        .env("LICENSE_SMTP__FROM", "license@example.com")
        .env("LICENSE_PROVIDER__NAME", "Example Cloud")
        .env("LICENSE_PROVIDER__HELP_EMAIL", "help@example.com")
        .env("LICENSE_PROVIDER__IP_RANGES", "203.0.113.0/24");
    let server = Server(
        serve
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let began = Instant::now();
    while demo.data().join("demo").exists() {
        assert!(began.elapsed() < PATIENCE, "it is still called a demo's");
        sleep(Duration::from_millis(50));
    }
    drop(server);
    let refused = demo.reset();
    assert!(
        said(&refused).contains("did not begin as a demo's"),
        "{refused:?}"
    );
    assert!(demo.data().join("license.sqlite").exists());
}

#[test]
fn only_a_demo_whose_database_is_in_its_folder_is_thrown_away() {
    let demo = Demo::new();
    drop(demo.serve());
    for (setting, value) in [
        ("LICENSE_DEMO", "false"),
        ("LICENSE_DATABASE__URL", "sqlite://elsewhere.sqlite"),
    ] {
        let refused = demo.command("reset").env(setting, value).output().unwrap();
        assert!(!refused.status.success(), "{refused:?}");
        assert!(said(&refused).starts_with("LICENSE_"), "{refused:?}");
    }
    assert!(demo.data().join("license.sqlite").exists());
}
