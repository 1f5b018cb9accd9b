//! The page of the person who plays the authority.

use crate::support::RunningSimulator;
use crate::support::reports::cancel_access_report;
use adapters::authority_simulator::SimulatorSettings;
use ports::authority::{Authority, Report, demo};

async fn with_one_report() -> RunningSimulator {
    let simulator = RunningSimulator::start(SimulatorSettings::default()).await;
    let authority = simulator.client();
    let report = Report::CancelAccess(cancel_access_report(demo::BLOG.access_authority_id));
    let package = authority.package(&report, 1).unwrap();
    authority.upload(&package, 1).await.unwrap();
    simulator
}

async fn page(simulator: &RunningSimulator, language: &str) -> String {
    let request = simulator.http.get(format!("http://{}/", simulator.address));
    let response = request
        .header("Accept-Language", language)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    response.text().await.unwrap()
}

#[tokio::test]
async fn it_lists_what_was_reported_in_the_readers_language() {
    let simulator = with_one_report().await;
    let english = page(&simulator, "en").await;
    for words in [
        "<html lang=\"en\">",
        "Cancel access · example-blog.cn · Example Trading Co., Ltd.",
        "moved &amp; gone",
        ">Approve</button>",
        ">Reject</button>",
        "Lic-Pass-1",
        "icp00000001.xml",
    ] {
        assert!(english.contains(words), "{words} in {english}");
    }
    assert!(
        !english.contains("<script") && !english.contains("style="),
        "{english}"
    );
    let chinese = page(&simulator, "zh-CN,en;q=0.5").await;
    for words in [
        "<html lang=\"zh-CN\">",
        "取消接入",
        ">通过</button>",
        ">驳回</button>",
    ] {
        assert!(chinese.contains(words), "{words} in {chinese}");
    }
    let style = simulator
        .http
        .get(format!("http://{}/style.css", simulator.address))
        .send()
        .await
        .unwrap();
    assert_eq!(style.headers()["content-type"], "text/css; charset=utf-8");
    simulator.stop().await;
}

#[tokio::test]
async fn a_refusal_needs_an_opinion_that_can_be_sent() {
    let simulator = with_one_report().await;
    let without = simulator
        .post("/reports/1/decision", "verdict=reject&opinion=+")
        .await;
    assert_eq!(without.status(), 422);
    assert!(without.text().await.unwrap().contains("Write an opinion"));
    let unfit = simulator
        .post(
            "/reports/1/decision",
            "verdict=reject&opinion=typed+%F0%9F%98%80",
        )
        .await;
    assert_eq!(unfit.status(), 422);
    let text = unfit.text().await.unwrap();
    assert!(
        text.contains("not in GBK") && text.contains("typed 😀</textarea>"),
        "{text}"
    );

    simulator.decide(1, "reject", "why+not").await;
    let shown = page(&simulator, "en").await;
    assert!(
        shown.contains("Rejected</strong>") && shown.contains("why not"),
        "{shown}"
    );
    assert!(!shown.contains(">Reject</button>"), "{shown}");
    let again = simulator
        .post("/reports/1/decision", "verdict=approve&opinion=")
        .await;
    assert_eq!(again.status(), 409);
    simulator.stop().await;
}

#[tokio::test]
async fn the_waiting_time_is_a_number_or_nothing() {
    let simulator = with_one_report().await;
    let wrong = simulator.post("/answer-after", "seconds=soon").await;
    assert_eq!(wrong.status(), 422);
    assert!(wrong.text().await.unwrap().contains("value=\"soon\""));
    assert_eq!(
        simulator.post("/answer-after", "seconds=30").await.status(),
        303
    );
    assert!(page(&simulator, "en").await.contains("value=\"30\""));
    simulator.stop().await;
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let simulator = with_one_report().await;
    let response = simulator
        .http
        .post(format!("http://{}/reports/1/decision", simulator.address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Sec-Fetch-Site", "cross-site")
        .body("verdict=approve&opinion=")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 403);
    assert!(page(&simulator, "en").await.contains(">Approve</button>"));
    simulator.stop().await;
}
