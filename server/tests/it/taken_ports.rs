//! A port that another program has already.

use std::net::TcpListener;
use std::process::Command;

#[test]
fn a_taken_port_is_told_in_one_line_that_names_the_setting_and_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("current"), "0").unwrap();
    let others = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = others.local_addr().unwrap().to_string();
    for setting in [
        "LICENSE_LISTEN",
        "LICENSE_AUTHORITY__SIMULATOR_LISTEN",
        "LICENSE_METRICS__LISTEN",
    ] {
        let data = folder.path().join("data");
        let output = Command::new(env!("CARGO_BIN_EXE_license-server"))
            .arg("serve")
            .env_clear()
            .env("RUST_LOG", "error")
            .env("LICENSE_DEMO", "true")
            .env("LICENSE_DATA_DIR", &data)
            .env("LICENSE_SITE_ROOT", folder.path())
            .env("LICENSE_LISTEN", "127.0.0.1:0")
            .env("LICENSE_AUTHORITY__SIMULATOR_LISTEN", "127.0.0.1:0")
            .env(setting, &taken)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        let start = format!("{setting}: another program listens on {taken} already");
        assert!(said.starts_with(&start), "{said}");
        assert!(
            said.contains(&format!("for instance {setting}=127.0.0.1:")),
            "{said}"
        );
        assert!(!data.exists(), "nothing was begun");
    }
}
