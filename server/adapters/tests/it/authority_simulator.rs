//! What the simulator refuses and survives, seen through the client.

use crate::support::reports::{
    cancel_access_report, new_access_report, new_filing_report, validate,
};
use crate::support::{RunningSimulator, drain, package, soap_authority};
use adapters::authority_simulator::SimulatorSettings;
use adapters::authority_soap::{AuthoritySettings, MethodSettings};
use encoding_rs::GBK;
use ports::authority::{
    Authority, AuthorityError, CancellationKind, Document, Package, Report, UploadAnswer, demo,
};
use std::io::Write;

fn cancel(id: i64) -> Report {
    let report = cancel_access_report(id);
    Report::CancelAccess(ports::authority::CancelAccessReport {
        license_password: None,
        ..report
    })
}

async fn simulator() -> RunningSimulator {
    RunningSimulator::start(SimulatorSettings::default()).await
}

async fn send(authority: &dyn Authority, report: &Report, sequence: i64) -> UploadAnswer {
    let package = authority.package(report, sequence).unwrap();
    authority.upload(&package, sequence).await.unwrap()
}

fn refused_code(answer: UploadAnswer) -> i32 {
    match answer {
        UploadAnswer::Refused { code, .. } | UploadAnswer::RetryLater { code, .. } => code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_wrong_account_is_refused() {
    type Spoil = fn(&mut AuthoritySettings);
    let simulator = simulator().await;
    let cases: [(i32, Spoil); 3] = [
        (4, |settings| settings.user = "somebody".to_owned()),
        (5, |settings| settings.password = "wrong".to_owned()),
        (12, |settings| settings.isp_id = 1),
    ];
    for (expected, spoil) in cases {
        let mut settings = simulator.client_settings();
        spoil(&mut settings);
        let error = soap_authority(settings).download().await.unwrap_err();
        assert!(
            matches!(error, AuthorityError::Refused { code, .. } if code == expected),
            "{expected}: {error:?}"
        );
    }
    simulator.stop().await;
}

/// Sends parameters as they stand and returns the reply document.
async fn raw(simulator: &RunningSimulator, method: &str, parameters: &[(&str, &str)]) -> String {
    let values: String = parameters
        .iter()
        .map(|(name, value)| format!("<{name}>{value}</{name}>"))
        .collect();
    let body = format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
         <n:{method} xmlns:n=\"urn:any\">{values}</n:{method}></s:Body></s:Envelope>"
    );
    simulator
        .post("/ISPWebService/upDownLoad?wsdl", &body)
        .await
        .text()
        .await
        .unwrap()
}

/// base64(MD5("demo-authority" ‖ random value)) for the value of 20 letters below.
const RANDOM: &str = "A1b2C3d4E5f6G7h8I9j0";

fn account(isp_id_name: &'static str) -> Vec<(&'static str, String)> {
    let hash = crate::support::hash(format!("{}{RANDOM}", demo::PASSWORD).as_bytes());
    vec![
        (isp_id_name, demo::PROVIDER_ID.to_string()),
        ("userName", demo::USER.to_owned()),
        ("randVal", RANDOM.to_owned()),
        ("pwdHash", hash),
        ("hashAlgorithm", "0".to_owned()),
    ]
}

#[tokio::test]
async fn calls_of_other_implementations_are_understood_and_checked() {
    let simulator = simulator().await;
    let call = async |isp_id_name, change: Option<(&'static str, &str)>| {
        let mut all = account(isp_id_name);
        if let Some((name, value)) = change {
            all.retain(|(known, _)| *known != name);
            all.push((name, value.to_owned()));
        }
        let all: Vec<(&str, &str)> = all
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        raw(&simulator, "isp_download", &all).await
    };
    for name in ["ispId", "ispID"] {
        let reply = call(name, None).await;
        assert!(reply.contains("msg_code&gt;1&lt;"), "{reply}");
        assert!(reply.contains("code_tables.xml"), "{reply}");
    }
    assert!(
        call("ispId", Some(("randVal", "short")))
            .await
            .contains("msg_code&gt;16&lt;")
    );
    assert!(
        call("ispId", Some(("hashAlgorithm", "1")))
            .await
            .contains("msg_code&gt;10&lt;")
    );
    assert!(call("unknown", None).await.contains("msg_code&gt;12&lt;"));
    simulator.stop().await;
}

#[tokio::test]
async fn a_bad_envelope_is_refused_and_uses_no_number() {
    let simulator = simulator().await;
    let authority = simulator.client();
    let good = authority
        .package(&cancel(demo::BLOG.access_authority_id), 1)
        .unwrap();
    let mut two = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["one.xml", "two.xml"] {
        two.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        two.write_all(b"<x/>").unwrap();
    }
    let two = two.finish().unwrap().into_inner();
    let cases = [
        (
            7,
            Package {
                hash: crate::support::hash(b"other"),
                ..good.clone()
            },
        ),
        (
            8,
            Package {
                zip: b"no zip".to_vec(),
                hash: crate::support::hash(b"no zip"),
                ..good.clone()
            },
        ),
        (
            17,
            Package {
                hash: crate::support::hash(&two),
                zip: two,
                ..good.clone()
            },
        ),
        (18, package("big.xml", &vec![b' '; 50 * 1024 * 1024 + 1])),
    ];
    for (code, package) in cases {
        assert_eq!(
            refused_code(authority.upload(&package, 1).await.unwrap()),
            code
        );
    }
    let mut settings = simulator.client_settings();
    settings.key = Some("0123456789abcdef".to_owned());
    settings.iv = Some("0102030405060708".to_owned());
    assert_eq!(
        refused_code(soap_authority(settings).upload(&good, 1).await.unwrap()),
        6
    );
    let error = authority.acknowledge("").await.unwrap_err();
    assert!(
        matches!(error, AuthorityError::Refused { code: 21, .. }),
        "{error:?}"
    );
    assert_eq!(authority.previous_upload().await.unwrap().sequence, 0);
    assert_eq!(
        authority.upload(&good, 1).await.unwrap(),
        UploadAnswer::Accepted
    );
    simulator.stop().await;
}

#[tokio::test]
async fn a_file_that_is_wrong_as_a_whole_is_answered_by_download() {
    let simulator = simulator().await;
    let authority = simulator.client();
    drain(&authority).await;
    let document = |version: &str, body: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"GBK\"?><UploadData version=\"{version}\"><ICP>{body}</ICP></UploadData>"
        )
    };
    let cancel = "<ZXBA><Zx_xx><Zxlb>2</Zxlb><Jlid>1</Jlid><Zxly>1</Zxly></Zx_xx></ZXBA>";
    let ours = "<Qqdwid>110000000999</Qqdwid>";
    let cases = [
        (5001, "<UploadData".to_owned()),
        (5001, document("V.3.0", ours)),
        (5001, document("V.3.0", &format!("{cancel}<XZJR/>{ours}"))),
        (
            5001,
            document(
                "V.3.0",
                &format!("<ZXBA><Zx_xx><Zxlb>2</Zxlb></Zx_xx></ZXBA>{ours}"),
            ),
        ),
        (
            5003,
            document("V.3.0", &format!("{cancel}<Qqdwid>1</Qqdwid>")),
        ),
        (5004, document("V3.0", &format!("{cancel}{ours}"))),
        (5011, document("V.3.0", &format!("<BGBA/>{ours}"))),
        (1016, document("V.3.0", &format!("{ours}{cancel}"))),
    ];
    for (index, (code, xml)) in cases.iter().enumerate() {
        let sequence = index as i64 + 1;
        let name = format!("icp{sequence:08}.xml");
        let package = package(&name, xml.as_bytes());
        assert_eq!(
            authority.upload(&package, sequence).await.unwrap(),
            UploadAnswer::Accepted
        );
        let files = drain(&authority).await;
        let [Document::Results { results, .. }] = files[0].documents.as_slice() else {
            panic!("{files:?}")
        };
        assert_eq!(results[0].lines[0].code, *code, "{xml}");
        if *code == 5001 {
            assert_eq!(results[0].lines[0].text.as_deref(), Some(name.as_str()));
        }
        validate("download.xsd", &[GBK.encode(&files[0].xml).0.into_owned()]);
    }
    simulator.stop().await;
}

#[tokio::test]
async fn every_download_follows_the_official_schema() {
    let simulator = simulator().await;
    let authority = simulator.client();
    let mut sole = new_filing_report();
    (sole.entity.nature_code, sole.entity.principal.office_phone) = (5, None);
    sole.website.principal.office_phone = None;
    sole.entity.certificate.number = "11010119900307002X".to_owned();
    sole.website.domains = vec![(1, "sole.example".to_owned())];
    (sole.website.home_url, sole.website.remark) = (None, None);
    let reports = [
        cancel(demo::BLOG.access_authority_id),
        cancel(demo::SHOP.access_authority_id),
        Report::NewAccess(new_access_report(demo::PARTNER_SITE.license_number, 70001)),
        Report::NewFiling(Box::new(new_filing_report())),
        Report::NewFiling(Box::new(sole)),
    ];
    for (sequence, report) in (1..).zip(&reports) {
        assert_eq!(
            send(&authority, report, sequence).await,
            UploadAnswer::Accepted
        );
        let verdict = if sequence == 2 { "reject" } else { "approve" };
        simulator.decide(sequence, verdict, "opinion").await;
    }
    assert_eq!(
        send(&authority, &cancel(404), 6).await,
        UploadAnswer::Accepted
    );
    let files = drain(&authority).await;
    assert_eq!(
        files.len(),
        1 + 5 + 3 + 1,
        "code tables, verdicts, filings, refusal"
    );
    for file in &files {
        let unknown = file
            .documents
            .iter()
            .any(|part| matches!(part, Document::Other { .. }));
        assert!(!unknown, "{file:?}");
        validate("download.xsd", &[GBK.encode(&file.xml).0.into_owned()]);
    }
    let Document::CodeTables { rows } = &files[0].documents[0] else {
        panic!("{files:?}")
    };
    let codes = |table: &str| -> Vec<i32> {
        let rows = rows.iter().filter(|row| row.table == table);
        rows.map(|row| row.code).collect()
    };
    assert_eq!(codes("Zxly_xx"), [1, 2, 3, 4]);
    assert_eq!(codes("Dwxz_xx"), [1, 2, 3, 4, 5, 6, 7]);
    let certificates = (1..=11).chain(14..=16).collect::<Vec<_>>();
    assert_eq!(codes("Zjlx_xx"), certificates);
    assert_eq!(rows.len(), 4 + 7 + certificates.len());
    simulator.stop().await;
}

#[tokio::test]
async fn a_lost_answer_is_found_again() {
    let settings = SimulatorSettings {
        fault_controls: true,
        ..SimulatorSettings::default()
    };
    let simulator = RunningSimulator::start(settings).await;
    let authority = simulator.client();
    let package = authority
        .package(&cancel(demo::BLOG.access_authority_id), 1)
        .unwrap();

    assert_eq!(
        simulator
            .post("/faults", "fault=lose_next_answer")
            .await
            .status(),
        204
    );
    let error = authority.upload(&package, 1).await.unwrap_err();
    assert!(matches!(error, AuthorityError::Unreachable(_)), "{error:?}");
    let previous = authority.previous_upload().await.unwrap();
    assert_eq!(
        (previous.sequence, previous.hash),
        (1, Some(package.hash.clone()))
    );

    simulator.post("/faults", "fault=unreachable").await;
    for _ in 0..2 {
        let error = authority.previous_upload().await.unwrap_err();
        assert!(matches!(error, AuthorityError::Unreachable(_)), "{error:?}");
    }
    simulator.post("/faults", "fault=none").await;
    let next = send(&authority, &cancel(demo::SHOP.access_authority_id), 2).await;
    assert_eq!(next, UploadAnswer::Accepted);
    simulator.stop().await;
}

#[tokio::test]
async fn faults_are_not_offered_unasked() {
    let simulator = simulator().await;
    assert_eq!(
        simulator
            .post("/faults", "fault=unreachable")
            .await
            .status(),
        404
    );
    simulator.stop().await;
}

#[tokio::test]
async fn everything_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let settings = || SimulatorSettings {
        storage: Some(folder.path().join("simulator/state.json")),
        ..SimulatorSettings::default()
    };
    let simulator = RunningSimulator::start(settings()).await;
    let authority = simulator.client();
    let sent = authority
        .package(&cancel(demo::BLOG.access_authority_id), 1)
        .unwrap();
    authority.upload(&sent, 1).await.unwrap();
    drain(&authority).await;
    let wrong = authority
        .verify_password(demo::HOLDER.license_number, "wrong")
        .await
        .unwrap();
    assert_eq!(wrong, ports::authority::PasswordVerdict::Wrong);
    drop(authority);
    simulator.stop().await;

    let simulator = RunningSimulator::start(settings()).await;
    let authority = simulator.client();
    let previous = authority.previous_upload().await.unwrap();
    assert_eq!((previous.sequence, previous.hash), (1, Some(sent.hash)));
    assert_eq!(
        authority.download().await.unwrap(),
        None,
        "acknowledged files stay away"
    );
    simulator.decide(1, "approve", "").await;
    drop(authority);
    simulator.stop().await;

    let simulator = RunningSimulator::start(settings()).await;
    let file = simulator.client().download().await.unwrap().unwrap();
    assert_eq!(file.file_name, "20261122100000_bj_1.xml");
    simulator.stop().await;
}

#[tokio::test]
async fn it_answers_by_itself_when_the_time_has_come() {
    let settings = SimulatorSettings {
        answer_after_seconds: Some(60),
        ..SimulatorSettings::default()
    };
    let simulator = RunningSimulator::start(settings).await;
    let authority = simulator.client();
    drain(&authority).await;
    send(&authority, &cancel(demo::BLOG.access_authority_id), 1).await;
    simulator.clock.advance(59);
    assert_eq!(authority.download().await.unwrap(), None);
    simulator.clock.advance(1);
    let files = drain(&authority).await;
    let [Document::Results { results, .. }] = files[0].documents.as_slice() else {
        panic!("{files:?}")
    };
    assert_eq!(results[0].lines[0].code, 1001);

    simulator.post("/answer-after", "seconds=").await;
    send(&authority, &cancel(demo::SHOP.access_authority_id), 2).await;
    simulator.clock.advance(1_000_000);
    assert_eq!(authority.download().await.unwrap(), None);
    simulator.stop().await;
}

#[tokio::test]
async fn strict_bureaus_keep_the_only_access_and_announce_cancellations() {
    let settings = SimulatorSettings {
        refuse_only_access: true,
        announce_canceled_access: true,
        ..SimulatorSettings::default()
    };
    let simulator = RunningSimulator::start(settings).await;
    let authority = simulator.client();
    drain(&authority).await;
    send(&authority, &cancel(demo::SHOP.access_authority_id), 1).await;
    let files = drain(&authority).await;
    assert!(
        matches!(&files[0].documents[0], Document::Results { results, .. } if results[0].lines[0].code == 1025),
        "{files:?}"
    );
    send(&authority, &cancel(demo::BLOG.access_authority_id), 2).await;
    simulator.decide(2, "approve", "").await;
    let files = drain(&authority).await;
    let [Document::Cancellations { records }] = files[1].documents.as_slice() else {
        panic!("{files:?}")
    };
    assert_eq!(records[0].kind, CancellationKind::Access);
    assert_eq!(records[0].record_id, demo::BLOG.access_authority_id);
    simulator.stop().await;
}

#[tokio::test]
async fn a_client_may_hash_the_license_password_it_checks() {
    let simulator = simulator().await;
    let mut settings = simulator.client_settings();
    (settings.hash_license_password, settings.uppercase_hash) = (true, true);
    settings.namespace = "urn:test".to_owned();
    let names = MethodSettings {
        elements: [("ispId".to_owned(), "ispID".to_owned())].into(),
        ..MethodSettings::default()
    };
    settings.methods = [("isp_verifybamm".to_owned(), names)].into();
    let authority = soap_authority(settings);
    let verdict = authority.verify_password(demo::HOLDER.license_number, "Lic-Pass-1");
    assert_eq!(
        verdict.await.unwrap(),
        ports::authority::PasswordVerdict::Correct
    );
    simulator.stop().await;
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let simulator = simulator().await;
    let authority = simulator.client();
    simulator.stop().await;
    let error = authority.previous_upload().await.unwrap_err();
    assert!(matches!(error, AuthorityError::Unreachable(_)), "{error:?}");
}
