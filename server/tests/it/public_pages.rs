//! What anybody reads without logging in and without JavaScript.

use crate::harness::App;
use backend::settings::{ProviderSettings, Settings};
use shared::policy::Policy;
use shared::wire::provider::ProviderNumbers;

const ICP_REGISTER: &str = r#"href="https://beian.miit.gov.cn/""#;
const PUBLIC_SECURITY_REGISTER: &str = r#"href="https://beian.mps.gov.cn/""#;
const PERMIT: &str = "Value-added telecom permit B1-20260001";

async fn app_of(provider: ProviderSettings, policy: Policy) -> App {
    App::with_settings(Settings {
        provider,
        policy,
        ..Settings::default()
    })
    .await
}

async fn page(app: &App, path: &str) -> String {
    app.get(path, &[]).await.body
}

#[tokio::test]
async fn the_providers_own_numbers_stand_at_the_foot_linked_with_their_registers() {
    let app = app_of(ProviderSettings::of_demo(), Policy::default()).await;
    for path in ["/", "/help/cancel-access", "/login", "/no-such-page"] {
        let page = page(&app, path).await;
        let foot = page.split("<footer").nth(1).unwrap_or_default();
        for expected in [
            ICP_REGISTER,
            "京ICP备20260000号-1",
            PUBLIC_SECURITY_REGISTER,
            "京公网安备11010502000001号",
            PERMIT,
        ] {
            assert!(foot.contains(expected), "{path}: {expected}");
        }
    }
}

#[tokio::test]
async fn what_is_not_set_is_not_there() {
    let mut provider = ProviderSettings {
        numbers: ProviderNumbers::default(),
        help_hours: None,
        ..ProviderSettings::of_demo()
    };
    let page_without = page(&app_of(provider.clone(), Policy::default()).await, "/").await;
    for absent in [
        ICP_REGISTER,
        PUBLIC_SECURITY_REGISTER,
        "telecom permit",
        "foot-numbers",
        "Mon to Fri",
    ] {
        assert!(!page_without.contains(absent), "{absent}");
    }
    provider.numbers.icp = "浙ICP备12345678号-1".to_owned();
    let page_with_one = page(&app_of(provider, Policy::default()).await, "/").await;
    assert!(page_with_one.contains("浙ICP备12345678号-1"));
    assert!(!page_with_one.contains(PUBLIC_SECURITY_REGISTER));
}

#[tokio::test]
async fn the_public_page_promises_what_the_policy_says() {
    let mut policy = Policy::default();
    policy.review.cancel_working_days = 2;
    policy.review.filing_working_days = 6;
    policy.code.quota = 7;
    policy.code.validity_years = 3;
    let app = app_of(ProviderSettings::of_demo(), policy).await;
    let page = page(&app, "/").await;
    for expected in [
        "ICP licenses for websites on Example Cloud",
        "2–6 working days",
        "Each server gives 7 codes in all.",
        "valid for 3 years",
        "review up to 6 working days",
        "Mon to Fri, 9:00 to 18:00",
        "tel:400-000-0000",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
}

#[tokio::test]
async fn a_page_of_the_help_is_sent_with_its_article_in_the_readers_language() {
    let app = App::new().await;
    for (path, english, chinese) in [
        ("/help", "Help Center", "帮助中心"),
        (
            "/help/file-a-license",
            "Which one you need",
            "应该办理哪一种",
        ),
        ("/help/review", "The queue", "待审核列表"),
        ("/help/administration", "Accounts and roles", "账号与角色"),
    ] {
        assert!(page(&app, path).await.contains(english), "{path}");
        let chinese_page = app.get(path, &[("accept-language", "zh-CN")]).await.body;
        assert!(chinese_page.contains(chinese), "{path}");
    }
}
