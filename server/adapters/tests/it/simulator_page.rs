//! The page of the person who plays the authority.

use crate::support::RunningSimulator;
use crate::support::reports::{cancel_access_report, new_filing_report};
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
        "<dt>Reason</dt><dd>Moved to another provider (1)</dd>",
        "<dt>License number</dt><dd>京ICP备20260001号-2</dd>",
        "<dt>Nature</dt><dd>Enterprise (4)</dd>",
        "<dd>Beijing (110100)</dd>",
        "<code>203.0.113.11</code>",
        "&lt;Zxlybz&gt;moved &amp;amp; gone&lt;/Zxlybz&gt;",
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
        "<dt>注销理由</dt><dd>变更接入服务商（1）</dd>",
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
async fn what_is_filed_is_told_in_words() {
    let simulator = RunningSimulator::start(SimulatorSettings::default()).await;
    let authority = simulator.client();
    let report = Report::NewFiling(Box::new(new_filing_report()));
    let package = authority.package(&report, 1).unwrap();
    authority.upload(&package, 1).await.unwrap();
    let english = page(&simulator, "en").await;
    for words in [
        "New filing · example-new.cn, example-new.com · 杭州示例科技有限公司",
        "<dd>Business license (1)<br><code>110100000000009</code></dd>",
        "<dd>Resident identity card (2)<br><code>11010119900307002X</code></dd>",
        "<dd>example-new.com</dd>",
        "&lt;主站&gt;",
    ] {
        assert!(english.contains(words), "{words} in {english}");
    }
    simulator.decide(1, "approve", "").await;
    let approved = page(&simulator, "en").await;
    // What was issued is on the register, where the new entity's password can be read.
    for words in ["<summary>What was reported</summary>", "Lic-Pass-3"] {
        assert!(approved.contains(words), "{words} in {approved}");
    }
    simulator.stop().await;
}

#[tokio::test]
async fn what_was_reported_is_told_after_its_access_has_ended() {
    let simulator = with_one_report().await;
    simulator.decide(1, "approve", "").await;
    let shown = page(&simulator, "en").await;
    let (_, answered) = shown.split_once("<h2>Answered</h2>").unwrap();
    let (answered, _) = answered.split_once("<h2>Register</h2>").unwrap();
    for words in ["example-blog.cn", "203.0.113.11", "京ICP备20260001号-2"] {
        assert!(answered.contains(words), "{words} in {answered}");
    }
    simulator.stop().await;
}

#[tokio::test]
async fn the_language_is_chosen_for_the_whole_demo() {
    let settings = SimulatorSettings {
        license_system: Some("http://127.0.0.1:3000".to_owned()),
        ..SimulatorSettings::default()
    };
    let simulator = RunningSimulator::start(settings).await;
    let english = page(&simulator, "en").await;
    for words in [
        "<a href=\"http://127.0.0.1:3000\">",
        "value=\"zh-CN\" lang=\"zh-CN\">中文</button>",
    ] {
        assert!(english.contains(words), "{words} in {english}");
    }
    let chosen = simulator.post("/language", "language=zh-CN").await;
    assert_eq!(chosen.status(), 303);
    let cookie = chosen.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("language=zh-CN; "), "{cookie}");
    let request = simulator.http.get(format!("http://{}/", simulator.address));
    let request = request.header("Accept-Language", "en");
    let shown = request.header("Cookie", "language=zh-CN").send().await;
    let shown = shown.unwrap().text().await.unwrap();
    assert!(shown.contains("<html lang=\"zh-CN\">"), "{shown}");
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
