//! What every implementation of the authority does, run on the fake and on the SOAP client
//! with the simulator, plain and encrypted.

use crate::support::reports::{cancel_access_report, new_access_report, new_filing_report};
use crate::support::{RunningSimulator, drain, soap_authority};
use adapters::authority_simulator::SimulatorSettings;
use adapters::authority_soap::SoapAuthority;
use ports::authority::fake::FakeAuthority;
use ports::authority::{
    Authority, AuthorityError, Document, FilingRow, FilingStatus, Operation, PasswordVerdict,
    Report, StatusQuery, UploadAnswer, demo,
};

/// An authority with the demo world, and a person who decides there.
enum Bench {
    Fake(Box<FakeAuthority>),
    Soap(Box<(SoapAuthority, RunningSimulator)>),
}

impl Bench {
    async fn soap(key: Option<&str>) -> Self {
        let (key, iv) = (
            key.map(str::to_owned),
            key.map(|_| "0102030405060708".to_owned()),
        );
        let settings = SimulatorSettings {
            key: key.clone(),
            iv: iv.clone(),
            ..SimulatorSettings::default()
        };
        let simulator = RunningSimulator::start(settings).await;
        let mut settings = simulator.client_settings();
        (settings.key, settings.iv) = (key, iv);
        Self::Soap(Box::new((soap_authority(settings), simulator)))
    }

    fn authority(&self) -> &dyn Authority {
        match self {
            Self::Fake(fake) => fake.as_ref(),
            Self::Soap(soap) => &soap.0,
        }
    }

    async fn approve(&self, sequence: i64) {
        match self {
            Self::Fake(fake) => assert!(fake.approve(sequence)),
            Self::Soap(soap) => soap.1.decide(sequence, "approve", "").await,
        }
    }

    async fn reject(&self, sequence: i64, opinion: &str) {
        match self {
            Self::Fake(fake) => assert!(fake.reject(sequence, opinion)),
            Self::Soap(soap) => soap.1.decide(sequence, "reject", opinion).await,
        }
    }

    async fn send(&self, report: &Report, sequence: i64) -> UploadAnswer {
        let package = self.authority().package(report, sequence).unwrap();
        self.authority().upload(&package, sequence).await.unwrap()
    }

    /// Everything that waits, without the code tables that come first.
    async fn documents(&self) -> Vec<Document> {
        let files = drain(self.authority()).await;
        let documents = files.into_iter().flat_map(|file| file.documents);
        documents
            .filter(|document| !matches!(document, Document::CodeTables { .. }))
            .collect()
    }

    /// Sends a report that is refused without a person and returns the code.
    async fn refusal(&self, report: Report, sequence: i64) -> i32 {
        assert_eq!(self.send(&report, sequence).await, UploadAnswer::Accepted);
        let documents = self.documents().await;
        let [Document::Results { results, opinions }] = documents.as_slice() else {
            panic!("{documents:?}")
        };
        assert!(opinions.is_empty());
        results[0].lines[0].code
    }
}

macro_rules! contract {
    ($($name:ident),+ $(,)?) => {
        mod fake {
            $(#[tokio::test] async fn $name() {
                super::$name(super::Bench::Fake(Box::new(super::FakeAuthority::demo()))).await;
            })+
        }
        mod soap {
            $(#[tokio::test] async fn $name() {
                super::$name(super::Bench::soap(None).await).await;
            })+
        }
        mod soap_encrypted {
            $(#[tokio::test] async fn $name() {
                super::$name(super::Bench::soap(Some("0123456789abcdef0123456789abcdef")).await).await;
            })+
        }
    };
}

contract!(
    passwords_are_checked_until_too_many_are_wrong,
    status_tells_what_is_filed,
    uploads_are_taken_in_sequence,
    a_package_is_the_same_every_time,
    an_approved_cancellation_removes_the_access,
    a_rejected_cancellation_brings_the_opinion_and_changes_nothing,
    an_approved_access_comes_with_its_ids,
    an_approved_filing_comes_with_its_numbers,
    bad_reports_are_refused_without_a_person,
    a_file_comes_again_until_it_is_acknowledged,
    what_cannot_be_carried_is_refused_here,
);

fn cancel_blog() -> Report {
    Report::CancelAccess(cancel_access_report(demo::BLOG.access_authority_id))
}

fn partner_access() -> Report {
    Report::NewAccess(new_access_report(demo::PARTNER_SITE.license_number, 70001))
}

async fn passwords_are_checked_until_too_many_are_wrong(bench: Bench) {
    let check = |password: &'static str| {
        bench
            .authority()
            .verify_password(demo::HOLDER.license_number, password)
    };
    assert_eq!(check("Lic-Pass-1").await.unwrap(), PasswordVerdict::Correct);
    for _ in 0..20 {
        assert_eq!(check("Lic-Pass-2").await.unwrap(), PasswordVerdict::Wrong);
    }
    assert_eq!(
        check("Lic-Pass-2").await.unwrap(),
        PasswordVerdict::TooManyTries
    );
    assert_eq!(
        check("Lic-Pass-1").await.unwrap(),
        PasswordVerdict::TooManyTries
    );
    let other = bench
        .authority()
        .verify_password(demo::PARTNER.license_number, "Lic-Pass-2");
    assert_eq!(other.await.unwrap(), PasswordVerdict::Correct);
}

async fn status_tells_what_is_filed(bench: Bench) {
    let blog = StatusQuery::Domain(demo::BLOG.domain.to_owned());
    assert_eq!(
        bench.authority().query_status(&blog).await.unwrap(),
        FilingStatus::Filed {
            entity_license_number: demo::HOLDER.license_number.to_owned(),
            website_license_number: Some(demo::BLOG.license_number.to_owned()),
            website_name: Some(demo::BLOG.name.to_owned()),
        }
    );
    for query in [
        StatusQuery::Domain("nowhere.example".to_owned()),
        StatusQuery::Certificate {
            kind: 1,
            number: "000".to_owned(),
        },
    ] {
        assert_eq!(
            bench.authority().query_status(&query).await.unwrap(),
            FilingStatus::NotFiled
        );
    }
}

async fn uploads_are_taken_in_sequence(bench: Bench) {
    let authority = bench.authority();
    let before = authority.previous_upload().await.unwrap();
    assert_eq!((before.sequence, before.hash, before.zip), (0, None, None));

    let early = bench.send(&cancel_blog(), 3).await;
    assert_eq!(early, UploadAnswer::MissingEarlier(vec![1, 2]));
    assert_eq!(authority.previous_upload().await.unwrap().sequence, 0);

    let package = authority.package(&cancel_blog(), 1).unwrap();
    assert_eq!(
        authority.upload(&package, 1).await.unwrap(),
        UploadAnswer::Accepted
    );
    let after = authority.previous_upload().await.unwrap();
    assert_eq!(
        (after.sequence, after.hash),
        (1, Some(package.hash.clone()))
    );
    // Another archive of the same document would do as well (protocol 4.4).
    let returned = after.zip.and_then(|zip| authority.document(&zip));
    assert!(returned.is_some());
    assert_eq!(returned, authority.document(&package.zip));

    let again = authority.upload(&package, 1).await.unwrap();
    assert!(
        matches!(again, UploadAnswer::RetryLater { code: 999, .. }),
        "{again:?}"
    );
    assert_eq!(
        bench.send(&partner_access(), 2).await,
        UploadAnswer::Accepted
    );
}

async fn a_package_is_the_same_every_time(bench: Bench) {
    let package = || bench.authority().package(&partner_access(), 328).unwrap();
    assert_eq!(package(), package());
    assert_eq!(package().file_name, "icp00000328.xml");
    let next = bench.authority().package(&partner_access(), 329).unwrap();
    assert_ne!(next.hash, package().hash);
}

async fn an_approved_cancellation_removes_the_access(bench: Bench) {
    assert_eq!(bench.send(&cancel_blog(), 1).await, UploadAnswer::Accepted);
    assert_eq!(bench.documents().await, []);
    bench.approve(1).await;
    let documents = bench.documents().await;
    let [Document::Results { results, opinions }] = documents.as_slice() else {
        panic!("{documents:?}")
    };
    let key = demo::BLOG.access_authority_id;
    assert_eq!(results[0].operation, Some(Operation::CancelAccess));
    assert_eq!(results[0].key, Some(key.to_string()));
    assert_eq!(results[0].lines[0].code, 1001);
    assert_eq!(opinions[0].operation, Some(Operation::CancelAccess));
    assert_eq!(opinions[0].record_id, Some(key));
    assert!(opinions[0].approved);
    assert_eq!(bench.refusal(cancel_blog(), 2).await, 1016);
}

async fn a_rejected_cancellation_brings_the_opinion_and_changes_nothing(bench: Bench) {
    assert_eq!(bench.send(&cancel_blog(), 1).await, UploadAnswer::Accepted);
    bench.reject(1, "材料不全").await;
    let documents = bench.documents().await;
    let [Document::Results { results, opinions }] = documents.as_slice() else {
        panic!("{documents:?}")
    };
    assert_eq!(results[0].lines[0].code, 1002);
    assert!(!opinions[0].approved);
    assert_eq!(opinions[0].text.as_deref(), Some("材料不全"));
    assert_eq!(bench.send(&cancel_blog(), 2).await, UploadAnswer::Accepted);
    assert_eq!(bench.documents().await, []);
}

/// The one filing that follows an approval.
async fn approved_filing(bench: &Bench, report: &Report, key: i64) -> FilingRow {
    assert_eq!(bench.send(report, 1).await, UploadAnswer::Accepted);
    bench.approve(1).await;
    let documents = bench.documents().await;
    let [
        Document::Results { results, .. },
        Document::Filings { filings },
    ] = documents.as_slice()
    else {
        panic!("{documents:?}")
    };
    assert_eq!(results[0].key, Some(key.to_string()));
    assert_eq!(results[0].lines[0].code, 1001);
    let [filing] = filings.as_slice() else {
        panic!("{filings:?}")
    };
    filing.clone()
}

async fn an_approved_access_comes_with_its_ids(bench: Bench) {
    let filing = approved_filing(&bench, &partner_access(), 70001).await;
    assert_eq!(
        filing.entity_authority_id,
        demo::PARTNER.entity_authority_id
    );
    let website = &filing.websites[0];
    assert_eq!(
        website.license_number.as_deref(),
        Some(demo::PARTNER_SITE.license_number)
    );
    assert_eq!(website.accesses.len(), 2, "the other provider's row stays");
    let ours: Vec<_> = website
        .accesses
        .iter()
        .filter(|row| row.provider_id == demo::PROVIDER_ID)
        .collect();
    assert_eq!(ours[0].access_id, Some(70001));
    assert!(ours[0].access_authority_id > 0);
    assert_eq!(ours[0].ips[0].ip_id, Some(70002));
    assert_eq!(ours[0].ips[0].last.to_string(), "203.0.113.12");
    let cancel = Report::CancelAccess(ports::authority::CancelAccessReport {
        license_password: None,
        ..cancel_access_report(ours[0].access_authority_id)
    });
    assert_eq!(bench.send(&cancel, 2).await, UploadAnswer::Accepted);
    bench.approve(2).await;
}

async fn an_approved_filing_comes_with_its_numbers(bench: Bench) {
    let report = Report::NewFiling(Box::new(new_filing_report()));
    let filing = approved_filing(&bench, &report, 50001).await;
    assert_eq!(filing.entity_id, Some(50001));
    assert_eq!(filing.entity_name, "杭州示例科技有限公司");
    assert_eq!(
        filing.entity_license_number.as_deref(),
        Some("京ICP备20260003号")
    );
    let website = &filing.websites[0];
    assert_eq!(website.website_id, Some(60001));
    assert_eq!(
        website.license_number.as_deref(),
        Some("京ICP备20260003号-1")
    );
    assert_eq!(website.domains[1].name, "example-new.com");
    assert_eq!(website.domains[1].domain_id, Some(61002));
    assert_eq!(website.accesses[0].access_id, Some(70009));
    let query = StatusQuery::Domain("example-new.com".to_owned());
    assert_ne!(
        bench.authority().query_status(&query).await.unwrap(),
        FilingStatus::NotFiled
    );
    let password = bench
        .authority()
        .verify_password("京ICP备20260003号", "Lic-Pass-3");
    assert_eq!(password.await.unwrap(), PasswordVerdict::Correct);
}

async fn bad_reports_are_refused_without_a_person(bench: Bench) {
    let cancel = |id| Report::CancelAccess(cancel_access_report(id));
    assert_eq!(bench.refusal(cancel(404), 1).await, 1016);
    assert_eq!(
        bench.refusal(cancel(demo::BLOG_OTHER_ACCESS_ID), 2).await,
        1047
    );

    let mut wrong = new_access_report(demo::PARTNER_SITE.license_number, 70001);
    wrong.license_password = "wrong".to_owned();
    assert_eq!(bench.refusal(Report::NewAccess(wrong), 3).await, 1018);
    let nowhere = Report::NewAccess(new_access_report("京ICP备99999999号-1", 70002));
    assert_eq!(bench.refusal(nowhere, 4).await, 1059);

    let mut filed = new_filing_report();
    filed.website.domains = vec![(1, demo::SHOP.domain.to_owned())];
    filed.website.home_url = None;
    assert_eq!(
        bench.refusal(Report::NewFiling(Box::new(filed)), 5).await,
        1005
    );

    assert_eq!(bench.send(&cancel_blog(), 6).await, UploadAnswer::Accepted);
    assert_eq!(bench.refusal(cancel_blog(), 7).await, 1032);
}

async fn a_file_comes_again_until_it_is_acknowledged(bench: Bench) {
    let authority = bench.authority();
    drain(authority).await;
    for (sequence, report) in [(1, cancel_blog()), (2, partner_access())] {
        assert_eq!(bench.send(&report, sequence).await, UploadAnswer::Accepted);
        bench.reject(sequence, "no").await;
    }
    let first = authority.download().await.unwrap().unwrap();
    assert!(first.more);
    assert_eq!(authority.download().await.unwrap().as_ref(), Some(&first));
    authority.acknowledge(&first.file_name).await.unwrap();
    authority.acknowledge(&first.file_name).await.unwrap();
    let second = authority.download().await.unwrap().unwrap();
    assert_ne!(second.file_name, first.file_name);
    assert!(!second.more);
    authority.acknowledge(&second.file_name).await.unwrap();
    assert_eq!(authority.download().await.unwrap(), None);
}

async fn what_cannot_be_carried_is_refused_here(bench: Bench) {
    let mut report = cancel_access_report(demo::BLOG.access_authority_id);
    report.note = Some("bye 😀".to_owned());
    let error = bench
        .authority()
        .package(&Report::CancelAccess(report), 1)
        .unwrap_err();
    assert!(
        matches!(error, AuthorityError::NotRepresentable { .. }),
        "{error:?}"
    );
}
