//! Each wrong setting is one line that begins with its name.

use server::config::{Config, DatabaseUrl, Sources};
use shared::wire::provider::ProviderNumbers;
use std::fs;
use std::path::{Path, PathBuf};

/// Enough for an installation that is no demo.
const COMPLETE: [(&str, &str); 10] = [
    (
        "LICENSE_DATABASE__URL",
        "sqlite:///var/lib/license/license.sqlite",
    ),
    ("LICENSE_SECRET_KEY", "0123456789abcdef0123456789abcdef"),
    ("LICENSE_AUTHORITY__URL", "https://authority.example"),
    ("LICENSE_AUTHORITY__ISP_ID", "110000000999"),
    ("LICENSE_AUTHORITY__USER", "provider"),
    ("LICENSE_SMTP__URL", "smtps://mail.example"),
    ("LICENSE_SMTP__FROM", "license@example.com"),
    ("LICENSE_PROVIDER__NAME", "Example Cloud"),
    ("LICENSE_PROVIDER__HELP_EMAIL", "help@example.com"),
    ("LICENSE_PROVIDER__IP_RANGES", "203.0.113.0/24"),
];
const PASSWORD: (&str, &str) = ("LICENSE_AUTHORITY__PASSWORD", "007");

fn environment(variables: &[(&str, &str)]) -> Sources {
    Sources {
        file: None,
        environment: variables
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect(),
    }
}

fn complete_and(more: &[(&str, &str)]) -> Sources {
    environment(&[&COMPLETE, &[PASSWORD][..], more].concat())
}

fn refusal(sources: &Sources) -> String {
    Config::read(sources)
        .expect_err("these settings are wrong")
        .to_string()
}

#[test]
fn a_demo_needs_no_setting() {
    let config = Config::read(&environment(&[("LICENSE_DEMO", "true")])).unwrap();
    assert!(config.demo);
    assert_eq!(config.listen.public_url, "http://127.0.0.1:3000");
    assert_eq!(config.authority.settings.url, "http://127.0.0.1:3001");
    assert!(config.authority.simulator.is_some());
    assert!(
        matches!(config.database.url, DatabaseUrl::Sqlite(file) if file.ends_with("data/license.sqlite"))
    );
}

#[test]
fn a_demo_with_an_authority_of_its_own_starts_no_simulator() {
    let config = Config::read(&environment(&[
        ("LICENSE_DEMO", "true"),
        ("LICENSE_AUTHORITY__URL", "http://127.0.0.1:4000"),
    ]))
    .unwrap();
    assert_eq!(config.authority.simulator, None);
    assert_eq!(config.authority.settings.key, None);
}

#[test]
fn texts_that_look_like_numbers_stay_texts() {
    let config = Config::read(&complete_and(&[(
        "LICENSE_PROVIDER__HELP_PHONE",
        "4000000000",
    )]))
    .unwrap();
    assert_eq!(config.authority.settings.password, "007");
    assert_eq!(config.provider.help_phone, "4000000000");
    assert_eq!(config.reporting.provider_id, 110_000_000_999);
}

#[test]
fn the_environment_wins_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("license.toml");
    fs::write(&file, "demo = true\n[policy.code]\nquota = 7\non_abandon = \"release\"\n[provider]\nip_ranges = [\"198.51.100.0/24\"]\n").unwrap();
    let mut sources = environment(&[
        ("LICENSE_POLICY__CODE__QUOTA", "3"),
        ("LICENSE_POLICY__SERVER__BILLING", "any"),
        ("LICENSE_POLICY__CANCEL__REASONS__OTHER", "9"),
    ]);
    sources.file = Some(file);
    let config = Config::read(&sources).unwrap();
    assert_eq!(config.policy.code.quota, 3);
    assert_eq!(
        config.policy.code.on_abandon,
        shared::policy::OnAbandon::Release
    );
    assert_eq!(
        config.policy.server.billing,
        shared::policy::BillingRule::Any
    );
    assert_eq!(config.policy.cancel.reasons.other, 9);
    assert_eq!(config.policy.cancel.reasons.website_closed, 2);
    assert_eq!(
        config.provider.ip_ranges,
        ["198.51.100.0/24".parse().unwrap()]
    );
}

#[test]
fn lists_have_commas_between_in_the_environment() {
    let config = Config::read(&complete_and(&[
        (
            "LICENSE_PROVIDER__IP_RANGES",
            "203.0.113.0/24, 198.51.100.7",
        ),
        ("LICENSE_POLICY__DRAFT__REMIND_AFTER_DAYS", "5,10"),
        ("LICENSE_POLICY__CANCEL__REMIND_AFTER_DAYS", "3"),
        ("LICENSE_PROVIDER__PROVINCES", "京,浙"),
        ("LICENSE_POLICY__DOMAIN__APPROVED_ENDINGS", "org,asia"),
        (
            "LICENSE_HOSTS",
            "Shop.example=203.0.113.10,shop.example=203.0.113.11,gone.example=",
        ),
    ]))
    .unwrap();
    assert_eq!(
        config.provider.ip_ranges,
        ["203.0.113.0/24", "198.51.100.7"].map(|range| range.parse().unwrap())
    );
    assert_eq!(config.policy.draft.remind_after_days, [5, 10]);
    assert_eq!(config.policy.cancel.remind_after_days, [3]);
    assert_eq!(config.provider.provinces, ['京', '浙']);
    assert_eq!(config.policy.domain.approved_endings, ["org", "asia"]);
    assert_eq!(config.hosts.addresses["shop.example"].len(), 2);
    assert_eq!(config.hosts.addresses["gone.example"].len(), 0);
}

#[test]
fn the_providers_own_numbers_and_hours_are_optional_and_the_demos_stay_in_the_demo() {
    let none = Config::read(&complete_and(&[])).unwrap().provider;
    assert_eq!(none.numbers, ProviderNumbers::default());
    assert_eq!(none.help_hours, None);
    let set = Config::read(&complete_and(&[
        ("LICENSE_PROVIDER__ICP_NUMBER", "浙ICP备12345678号-1"),
        (
            "LICENSE_PROVIDER__PUBLIC_SECURITY_NUMBER",
            "浙公网安备33010002000001号",
        ),
        ("LICENSE_PROVIDER__TELECOM_PERMIT", "浙B1-20260002"),
        ("LICENSE_PROVIDER__HELP_HOURS__ENGLISH", "Always"),
        ("LICENSE_PROVIDER__HELP_HOURS__CHINESE", "全天"),
    ]))
    .unwrap()
    .provider;
    assert_eq!(set.numbers.icp, "浙ICP备12345678号-1");
    assert_eq!(set.numbers.public_security, "浙公网安备33010002000001号");
    assert_eq!(set.numbers.telecom_permit, "浙B1-20260002");
    assert_eq!(set.help_hours.unwrap().chinese, "全天");
    let one_language = [("LICENSE_PROVIDER__HELP_HOURS__ENGLISH", "Always")];
    let line = refusal(&complete_and(&one_language));
    assert!(line.starts_with("LICENSE_PROVIDER__HELP_HOURS: "), "{line}");
}

#[test]
fn what_is_missing_is_named() {
    let needed: Vec<_> = COMPLETE.iter().chain([&PASSWORD]).copied().collect();
    for (missing, _) in &needed {
        let others: Vec<_> = needed
            .iter()
            .filter(|(name, _)| name != missing)
            .copied()
            .collect();
        let line = refusal(&environment(&others));
        assert!(
            line.starts_with(&format!("{missing}: ")),
            "{missing} is missing: {line}"
        );
    }
}

#[test]
fn what_is_wrong_is_named_in_one_line() {
    for (name, value) in [
        ("LICENSE_LISTEN", "3000"),
        ("LICENSE_PUBLIC_URL", "license.example"),
        ("LICENSE_DEMO", "perhaps"),
        ("LICENSE_DATABASE__URL", "mysql://root:secret@db"),
        ("LICENSE_DATABASE__URL", "sqlite://"),
        ("LICENSE_DATABASE__CONNECTIONS", "0"),
        ("LICENSE_DATABASE__CONNECTIONS", "many"),
        ("LICENSE_SECRET_KEY", "short"),
        ("LICENSE_AUTHORITY__URL", "ftp://authority.example"),
        ("LICENSE_AUTHORITY__ISP_ID", "abc"),
        ("LICENSE_AUTHORITY__SIMULATOR_LISTEN", "here"),
        ("LICENSE_STORAGE__URL", "ftp://files"),
        ("LICENSE_SMTP__URL", "http://user:secret@mail.example"),
        ("LICENSE_PROVIDER__NAME", " "),
        ("LICENSE_PROVIDER__HELP_EMAIL", "nobody"),
        ("LICENSE_PROVIDER__IP_RANGES", "203.0.113.7/24"),
        ("LICENSE_PROVIDER__PROVINCES", "浙,Zhejiang"),
        ("LICENSE_PROVIDER__ICP_NUMBER", "ICP 12345678"),
        ("LICENSE_PROVIDER__PUBLIC_SECURITY_NUMBER", "11010502000001"),
        ("LICENSE_PROVIDER__COLOR", "red"),
        ("LICENSE_PROVIDER__LOGO", "Cargo.toml"),
        ("LICENSE_PROVIDER__LOGO", "missing.svg"),
        ("LICENSE_AUTHORITY__KYE", "0123456789abcdef"),
        ("LICENSE_METRICS__LISTEN", "9000"),
        ("LICENSE_POLICY__CODE__ON_ABANDON", "keep"),
        ("LICENSE_POLICY__CODE__QUOTA", "five"),
        ("LICENSE_POLICY__CODE__QUOTA", "0"),
        ("LICENSE_POLICY__CODE__VALIDITY_YEARS", "0"),
        ("LICENSE_POLICY__CANCEL__PASSWORD_TRIES", "0"),
        ("LICENSE_POLICY__DRAFT__REMIND_AFTER_DAYS", "7,0"),
        ("LICENSE_POLICY__DRAFT__EXPIRE_AFTER_DAYS", "4294967295"),
        ("LICENSE_POLICY__CANCEL__REMIND_AFTER_DAYS", "0"),
        ("LICENSE_HOSTS", "example-shop.cn"),
        ("LICENSE_HOSTS", "example-shop.cn=here"),
        ("LICENSE_DATABSE__URL", "sqlite://file"),
    ] {
        let line = refusal(&complete_and(&[(name, value)]));
        assert!(
            line.starts_with(&format!("{name}: ")),
            "{name}={value}: {line}"
        );
        assert!(
            !line.contains('\n') && !line.contains("secret"),
            "{name}={value}: {line}"
        );
    }
}

#[test]
fn a_mistyped_variable_outside_of_sections_is_noticed() {
    let sources = complete_and(&[
        ("LICENSE_DEMOO", "true"),
        ("LICENSE_LISTEN", "127.0.0.1:3000"),
        ("LICENSE_LOG", "json"),
        ("LICENSE_TARGET_DIR", "/tmp/target"),
        ("LICENCE_DEMO", "true"),
        ("PATH", "/usr/bin"),
    ]);
    assert_eq!(sources.unknown_variables(), ["LICENSE_DEMOO"]);
    assert!(Config::read(&sources).is_ok());
}

/// A variable that a build step or a test reads must be in the list beside the settings'.
#[test]
fn the_variables_of_the_build_and_the_tests_are_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = vec![root.join("Makefile")];
    for folder in ["xtask/src", "end2end", "server"] {
        texts(&root.join(folder), &mut files);
    }
    let mut found = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for reading in [
            "env::var(\"",
            "env::var_os(\"",
            ".env(\"",
            "process.env.",
            "$(",
        ] {
            for rest in text.split(&format!("{reading}LICENSE_")).skip(1) {
                let end = rest.find(|c: char| !c.is_ascii_uppercase() && c != '_');
                let name = format!("LICENSE_{}", &rest[..end.unwrap()]);
                if name.contains("__") {
                    continue;
                }
                found += 1;
                let unknown = environment(&[(&name, "")]);
                let unknown = unknown.unknown_variables();
                assert_eq!(unknown, [""; 0], "{}", file.display());
            }
        }
    }
    assert!(found >= 5, "{found} variables were found");
}

fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().unwrap_or_default().to_owned();
        if path.is_dir() {
            texts(&path, found);
        } else if ending == "rs" || ending == "ts" {
            found.push(path);
        }
    }
}

#[test]
fn an_unknown_section_is_named_with_the_known_ones() {
    let line = refusal(&complete_and(&[("LICENSE_POLICY__CODES__QUOTA", "5")]));
    let expected = "LICENSE_POLICY__CODES: there is no such setting; known are code, ";
    assert!(line.starts_with(expected), "{line}");
}

#[test]
fn limits_are_numbers_that_the_server_can_work_with() {
    for (name, wrong) in [
        ("LICENSE_LIMITS__CONNECTIONS", "0"),
        ("LICENSE_LIMITS__EVENT_STREAMS_PER_SESSION", "0"),
        ("LICENSE_LIMITS__IDLE_SECONDS", "3601"),
        ("LICENSE_LIMITS__BODY_SECONDS", "soon"),
        ("LICENSE_POLICY__DRAFT__MOST_OPEN", "0"),
    ] {
        let line = refusal(&complete_and(&[(name, wrong)]));
        assert!(line.starts_with(&format!("{name}: expected ")), "{line}");
    }
    let set = complete_and(&[("LICENSE_LIMITS__CONNECTIONS", "5000")]);
    assert_eq!(Config::read(&set).unwrap().limits.connections, 5000);
}

#[test]
fn a_mail_server_gets_no_password_in_clear() {
    let url = |value| complete_and(&[("LICENSE_SMTP__URL", value)]);
    for wrong in [
        "smtp://user:secret@mail.example:587",
        "smtp://user:secret@mail.example:587?tls=opportunistic",
    ] {
        let line = refusal(&url(wrong));
        assert!(line.starts_with("LICENSE_SMTP__URL: user and password would"));
        assert!(!line.contains("secret"), "{line}");
    }
    for right in [
        "smtp://user:secret@mail.example:587?tls=required",
        "smtps://user:secret@mail.example:465",
        "smtp://relay.example:25",
    ] {
        assert!(Config::read(&url(right)).is_ok(), "{right}");
    }
}

#[test]
fn a_key_needs_a_vector() {
    let key = ("LICENSE_AUTHORITY__KEY", "0123456789abcdef");
    assert!(refusal(&complete_and(&[key])).starts_with("LICENSE_AUTHORITY__IV: "));
    let vector = ("LICENSE_AUTHORITY__IV", "0102030405060708");
    assert!(Config::read(&complete_and(&[key, vector])).is_ok());
    let short = refusal(&complete_and(&[
        ("LICENSE_AUTHORITY__KEY", "short"),
        vector,
    ]));
    assert!(short.starts_with("LICENSE_AUTHORITY__KEY: "), "{short}");
}

#[test]
fn a_file_that_is_no_settings_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("license.toml");
    for (text, beginning) in [
        ("listen = ", "LICENSE_CONFIG: "),
        ("colour = 1", "LICENSE_COLOUR: "),
    ] {
        fs::write(&file, text).unwrap();
        let line = refusal(&Sources {
            file: Some(file.clone()),
            environment: Vec::new(),
        });
        assert!(
            line.starts_with(beginning) && !line.contains('\n'),
            "{line}"
        );
    }
    let missing = Sources {
        file: Some(folder.path().join("none.toml")),
        environment: Vec::new(),
    };
    assert!(refusal(&missing).starts_with("LICENSE_CONFIG: "));
}

#[test]
fn no_secret_is_shown() {
    let config = Config::read(&complete_and(&[
        (
            "LICENSE_DATABASE__URL",
            "postgres://license:db-secret@db/license",
        ),
        ("LICENSE_SMTP__URL", "smtps://user:mail-secret@mail.example"),
    ]))
    .unwrap();
    let shown = format!("{config:?}");
    for secret in ["db-secret", "mail-secret", "0123456789abcdef", "007"] {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
}
