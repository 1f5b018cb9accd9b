//! The program as an operator runs it.

use postgres_cluster::Cluster;
use std::env;
use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// An installation in a folder of its own; no setting of this machine reaches it.
struct Installation {
    folder: TempDir,
    /// Beside [`SETTINGS`], or instead of one of them.
    settings: Vec<(&'static str, String)>,
}

const SETTINGS: [(&str, &str); 12] = [
    ("LICENSE_DATABASE__URL", "sqlite://license.sqlite"),
    ("LICENSE_SECRET_KEY", "0123456789abcdef0123456789abcdef"),
    ("LICENSE_SITE_ROOT", "site"),
    ("LICENSE_AUTHORITY__URL", "http://127.0.0.1:9"),
    ("LICENSE_AUTHORITY__ISP_ID", "110000000999"),
    ("LICENSE_AUTHORITY__USER", "provider"),
    ("LICENSE_AUTHORITY__PASSWORD", "secret"),
    ("LICENSE_SMTP__URL", "smtp://127.0.0.1:9"),
    ("LICENSE_SMTP__FROM", "license@example.com"),
    ("LICENSE_PROVIDER__NAME", "Example Cloud"),
    ("LICENSE_PROVIDER__HELP_EMAIL", "help@example.com"),
    ("LICENSE_PROVIDER__IP_RANGES", "203.0.113.0/24"),
];

impl Installation {
    fn new() -> Self {
        Self::with(Vec::new())
    }

    fn with(settings: Vec<(&'static str, String)>) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            settings,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.file(name), text).unwrap();
        name.to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_license-server"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("RUST_LOG", "off")
            .envs(SETTINGS)
            .envs(self.settings.iter().cloned());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must succeed; returns what it printed.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must fail; returns what it complained about.
    fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn with_password(&self, arguments: &[&str], password: &str) -> Output {
        let mut command = self.command(arguments);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
        child.wait_with_output().unwrap()
    }
}

#[test]
fn serve_without_a_setting_stops_with_one_line_that_names_it() {
    let installation = Installation::new();
    let output = installation
        .command(&["serve"])
        .env_remove("LICENSE_SECRET_KEY")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
    assert!(
        complaint.starts_with("LICENSE_SECRET_KEY: missing"),
        "{complaint}"
    );
    let output = installation
        .command(&["serve"])
        .env("LICENSE_DATABASE__URL", "mysql://x")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "LICENSE_DATABASE__URL: expected sqlite://… or postgres://…, found mysql://…\n"
    );
}

#[test]
fn every_command_explains_itself() {
    let installation = Installation::new();
    for command in [
        &["--help"][..],
        &["serve", "--help"],
        &["migrate", "--help"],
        &["demo", "--help"],
        &["reset", "--help"],
        &["user", "--help"],
        &["user", "add", "--help"],
        &["user", "passwd", "--help"],
        &["user", "role", "--help"],
        &["token", "create", "--help"],
        &["inventory", "import", "--help"],
        &["authority", "simulate", "--help"],
        &["doctor", "--help"],
        &["backup", "--help"],
        &["restore", "--help"],
    ] {
        let help = installation.succeed(command);
        let first = help.lines().next().unwrap();
        assert!(
            first.split(' ').count() > 2 && !first.starts_with("Usage"),
            "{command:?}: {help}"
        );
    }
}

#[test]
fn an_installation_is_set_up_step_by_step() {
    let installation = Installation::new();
    let complaint = installation.fail(&["token", "list"]);
    assert!(complaint.contains("license-server migrate"), "{complaint}");
    installation.succeed(&["migrate"]);
    installation.succeed(&["migrate"]);
    let add = ["user", "add", "holder@example.com", "--password-stdin"];
    assert!(
        installation
            .with_password(&add, "a-long-password-1")
            .status
            .success()
    );
    let again = installation.with_password(&add, "a-long-password-1");
    assert!(
        String::from_utf8(again.stderr)
            .unwrap()
            .contains("email_taken")
    );
    let complaint = installation.fail(&[
        "token",
        "create",
        "--name",
        "gateway",
        "--scope",
        "block_feed:read",
    ]);
    assert!(complaint.contains("administrator"), "{complaint}");
    installation.succeed(&["user", "role", "holder@example.com", "administrator"]);
    let token = installation.succeed(&[
        "token",
        "create",
        "--name",
        "gateway",
        "--scope",
        "block_feed:read",
    ]);
    assert!(token.starts_with("license_"));
    assert!(
        installation
            .succeed(&["token", "list"])
            .contains("gateway\tblock_feed:read")
    );
}

/// The second run finds everything open to everybody, as another version or a copy left it.
#[test]
fn a_demo_sets_itself_up_and_keeps_its_data_to_itself() {
    let installation = Installation::new();
    let run = |arguments: &[&str]| {
        let mut demo = installation.command(arguments);
        let demo = demo.env_clear().env("LICENSE_DEMO", "true");
        let output = demo.output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let data = installation.file("data");
    for _ in 0..2 {
        run(&["demo"]);
        assert_eq!(mode(&data), 0o700);
        let files: Vec<_> = fs::read_dir(&data)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        for name in ["license.sqlite", "secret-key", "service-token"] {
            assert!(files.contains(&data.join(name)), "{name}: {files:?}");
        }
        for file in files {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
            fs::set_permissions(file, Permissions::from_mode(0o644)).unwrap();
        }
        fs::set_permissions(&data, Permissions::from_mode(0o755)).unwrap();
    }
    run(&["backup", "copy"]);
    assert_eq!(mode(&installation.file("copy")), 0o600);
}

#[test]
fn a_database_outside_of_the_data_folder_is_kept_private_as_well() {
    let installation = Installation::new();
    installation.succeed(&["migrate"]);
    let database = installation.file("license.sqlite");
    let mode = || fs::metadata(&database).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&database, Permissions::from_mode(0o644)).unwrap();
    installation.succeed(&["token", "list"]);
    assert_eq!(mode(), 0o600);
}

const HEADER: &str = "external_id,account,name,region,mainland,billing,state,term_starts_on,term_ends_on,public_ip\n";

#[test]
fn an_inventory_is_imported_whole_or_not_at_all() {
    let installation = Installation::new();
    installation.succeed(&["migrate"]);
    let add = ["user", "add", "holder@example.com", "--password-stdin"];
    assert!(
        installation
            .with_password(&add, "a-long-password-1")
            .status
            .success()
    );
    let right = "i-1,holder@example.com,vm-1,cn-north-1,true,monthly_package,running,2026-11-01,2027-11-01,203.0.113.10\n";
    let wrong = "i-2,holder@example.com,vm-2,cn-north-1,perhaps,weekly,running,,,\n";
    let file = installation.write("wrong.csv", &format!("{HEADER}{right}{wrong}"));
    let complaint = installation.fail(&["inventory", "import", &file]);
    assert!(
        complaint.contains("line 3, mainland: expected true or false")
            && complaint.contains("line 3, billing: "),
        "{complaint}"
    );
    let file = installation.write("right.csv", &format!("{HEADER}{right}"));
    assert_eq!(
        installation.succeed(&["inventory", "import", &file]),
        "1 added, 0 changed, 0 unchanged\n"
    );
    assert_eq!(
        installation.succeed(&["inventory", "import", &file]),
        "0 added, 0 changed, 1 unchanged\n"
    );
    let saved_by_a_spreadsheet = installation.write(
        "spreadsheet.csv",
        &format!(
            "\u{feff}{HEADER}{},,,,,,,,,\n,,,,,,,,,\n",
            right.replace("2026-11-01", "2026/11/1")
        ),
    );
    assert_eq!(
        installation.succeed(&["inventory", "import", &saved_by_a_spreadsheet]),
        "0 added, 0 changed, 1 unchanged\n"
    );
    let file = installation.write("columns.csv", "external_id,color\ni-1,red\n");
    assert!(
        installation
            .fail(&["inventory", "import", &file])
            .contains("color")
    );
}

#[test]
fn a_backup_is_restored() {
    let installation = Installation::new();
    back_up_and_restore(&installation);
    installation.write("broken", "no database");
    assert!(
        installation
            .fail(&["restore", "broken", "--force"])
            .contains("not an SQLite database")
    );
    assert_eq!(installation.succeed(&["token", "list"]), "");
}

#[test]
fn a_backup_of_postgresql_is_restored() {
    let Some(cluster) = Cluster::start(&["fsync=off"]).unwrap() else {
        eprintln!("NOT TESTED ON POSTGRESQL: it is not installed");
        return;
    };
    back_up_and_restore(&Installation::with(vec![
        ("LICENSE_DATABASE__URL", cluster.url("postgres")),
        // Where pg_dump and pg_restore are.
        ("PATH", env::var("PATH").unwrap()),
    ]));
}

fn back_up_and_restore(installation: &Installation) {
    installation.succeed(&["migrate"]);
    let add = [
        "user",
        "add",
        "admin@example.com",
        "--role",
        "administrator",
        "--password-stdin",
    ];
    let add = || installation.with_password(&add, "a-long-password-1").status;
    assert!(add().success());
    let written = installation.succeed(&["backup", "backup"]);
    assert!(written.contains("fingerprint"), "{written}");
    assert!(
        installation
            .fail(&["backup", "backup"])
            .contains("exists already")
    );
    installation.succeed(&[
        "token",
        "create",
        "--name",
        "later",
        "--scope",
        "block_feed:read",
    ]);
    assert!(
        installation
            .fail(&["restore", "backup"])
            .contains("--force")
    );
    installation.succeed(&["restore", "backup", "--force"]);
    assert_eq!(
        installation.succeed(&["token", "list"]),
        "",
        "the token was made after the backup"
    );
    assert!(!add().success(), "the account was made before the backup");
}

#[test]
fn the_doctor_says_one_line_for_each_check() {
    let installation = Installation::new();
    let report = String::from_utf8(installation.run(&["doctor"]).stdout).unwrap();
    assert!(
        report.contains("fail  migrations: the database is not up to date"),
        "{report}"
    );
    assert!(report.contains("fail  front end: "), "{report}");
    installation.succeed(&["migrate"]);
    fs::create_dir(installation.file("site")).unwrap();
    installation.write("site/current", "a-build");
    let report = String::from_utf8(installation.run(&["doctor"]).stdout).unwrap();
    let lines = |begin: &str| {
        report
            .lines()
            .filter(|line| line.starts_with(begin))
            .count()
    };
    assert_eq!(lines("ok    "), 8, "{report}");
    assert_eq!(lines("fail  "), 2, "{report}");
    assert_eq!(lines("fail  authority: "), 1, "{report}");
    let mail = "fail  mail: LICENSE_SMTP__URL: the mail server cannot be used";
    assert_eq!(lines(mail), 1, "{report}");
    assert_eq!(lines("skip  storage: "), 1, "{report}");
    assert_eq!(report.lines().count(), 11, "{report}");
}

#[test]
fn the_doctor_names_what_is_set_in_vain_and_what_does_not_work() {
    let installation = Installation::with(vec![
        ("LICENSE_STORAGE__URL", "s3://bucket".to_owned()),
        ("LICENSE_DEMOO", "true".to_owned()),
    ]);
    let report = String::from_utf8(installation.run(&["doctor"]).stdout).unwrap();
    for line in [
        "warn  LICENSE_DEMOO: there is no such setting",
        "fail  storage: LICENSE_STORAGE__URL: buckets are not supported yet",
    ] {
        assert!(report.contains(line), "{line}: {report}");
    }
}

#[test]
fn the_doctor_finds_passwords_of_the_demo_in_an_installation_that_is_none() {
    let installation = Installation::new();
    installation.succeed(&["migrate"]);
    let said = installation.succeed(&["demo"]);
    assert!(said.contains("`serve` takes its passwords away"), "{said}");
    let report = String::from_utf8(installation.run(&["doctor"]).stdout).unwrap();
    let line = "fail  demo passwords: holder@example.com, ";
    assert!(report.contains(line), "{report}");
}
