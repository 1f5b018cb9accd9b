//! Forms of a browser without JavaScript that are refused: what the page says, what its address
//! holds and what is typed into it again.

use crate::harness::{Answer, App};
use app::api::PageError;
use axum::http::StatusCode;
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use leptos::server_fn::error::ServerFnUrlError;
use shared::role::Role;
use shared::wire::error::ApiError;

const LOG_IN: &str = "/api/session/log_in_with_password";
const LOG_IN_PAGE: &str = "https://license.example/login";

async fn try_from(app: &App, page: &str, headers: &[(&str, &str)]) -> Answer {
    let plain = [("accept", "text/html"), ("referer", page)];
    let headers = [&plain, headers].concat();
    app.post(LOG_IN, &headers, "email=a%40example.com&password=x")
        .await
}

fn path_of(location: &str) -> &str {
    location
        .strip_prefix("https://license.example")
        .unwrap_or_else(|| panic!("{location}"))
}

#[tokio::test]
async fn the_address_does_not_grow_with_refused_tries() {
    let app = App::new().await;
    let first = try_from(&app, &format!("{LOG_IN_PAGE}?next=%2Fconsole"), &[]).await;
    assert_eq!(first.status, StatusCode::FOUND);
    let page = app.get(path_of(first.header("location")), &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("role=\"alert\""));
    // The links on the page do not take the error along.
    for error in ["__err", "%5Ferr"] {
        assert!(!page.body.contains(error), "{}", page.body);
    }
    let second = try_from(&app, first.header("location"), &[]).await;
    assert_eq!(second.header("location"), first.header("location"));
    // Nor does where one goes on to.
    let form = format!(
        "language=zh-CN&return_to={}",
        path_of(first.header("location"))
            .replace('%', "%25")
            .replace('&', "%26")
    );
    let switched = app.post("/language", &[], &form).await;
    assert_eq!(switched.header("location"), "/login?next=%2Fconsole");
}

#[tokio::test]
async fn a_page_says_nothing_that_a_link_makes_up() {
    let app = App::new().await;
    let error = PageError(ApiError::Internal {
        reference: "call +86 10 1234".to_owned(),
    });
    let made_up = ServerFnUrlError::new(LOG_IN, error)
        .to_url(&format!("{LOG_IN_PAGE}?way=code"))
        .unwrap();
    let made_up = path_of(made_up.as_str());
    for link in [
        made_up.to_owned(),
        format!("{made_up}&__proof=00"),
        made_up.replace("__err", "%5F_err"),
    ] {
        let answer = app.get(&link, &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{link}");
        assert_eq!(answer.header("location"), "/login?way=code", "{link}");
    }
    // The proof of one error is none of another.
    let refused = try_from(&app, LOG_IN_PAGE, &[]).await;
    let proof = refused.header("location").split("__proof=").nth(1).unwrap();
    let answer = app.get(&format!("{made_up}&__proof={proof}"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn too_many_tries_are_told_with_the_page() {
    let app = App::new().await;
    let input = CreateInput {
        email: "a@example.com",
        display_name: "",
        role: Role::Holder,
        password: Some("a long password"),
        language: "en",
    };
    create_by_operator(&app.backend, &input).await.unwrap();
    for _ in 0..5 {
        let answer = try_from(&app, LOG_IN_PAGE, &[]).await;
        assert_eq!(answer.status, StatusCode::FOUND);
    }
    let answer = try_from(&app, LOG_IN_PAGE, &[]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = answer.header("retry-after").parse().unwrap();
    assert!(wait > 0);
    assert!(answer.body.contains("too many tries"), "{answer:?}");
    assert!(answer.body.contains("a@example.com"), "what was typed");
    // Its program would not know the page under the form's address.
    assert!(!answer.body.contains("license_bg"), "{answer:?}");
    let call = app
        .post(LOG_IN, &[], "email=a%40example.com&password=x")
        .await;
    assert_eq!(call.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(call.header("retry-after"), answer.header("retry-after"));
}

#[tokio::test]
async fn a_flood_is_told_with_the_page_too() {
    let app = App::new().await;
    let plain = [
        ("x-forwarded-for", "198.51.100.7"),
        ("accept", "text/html"),
        ("referer", LOG_IN_PAGE),
    ];
    let mut answer = app.post(LOG_IN, &plain, "").await;
    for _ in 0..2000 {
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        answer = app.post(LOG_IN, &plain, "").await;
    }
    let seconds: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert!(answer.body.contains("too many tries"), "{answer:?}");
    assert!(answer.body.contains("<form"), "{answer:?}");
}

#[tokio::test]
async fn typed_values_belong_to_one_account_and_one_thing() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    let (_, other) = app.holder("other@example.com").await;
    let headers = [
        ("cookie", cookie.as_str()),
        ("accept", "text/html"),
        (
            "referer",
            "https://license.example/console/applications/new",
        ),
    ];
    let form = "application_id=0&kind=first_license&request_key=k&product=code\
                &authorization_code=TYPED-BY-ME";
    let path = "/api/applications/verify_product";
    let page = "/console/applications/new?type=first_license";
    app.post(path, &headers, form).await;
    let foreign = app.get(page, &[("cookie", &other)]).await;
    assert!(!foreign.body.contains("TYPED-BY-ME"));
    let own = app.get(page, &[("cookie", &cookie)]).await;
    assert!(own.body.contains("TYPED-BY-ME"), "{}", own.body);
    let again = app.get(page, &[("cookie", &cookie)]).await;
    assert!(!again.body.contains("TYPED-BY-ME"), "shown once");
    let about_another = form.replace("application_id=0", "application_id=7");
    app.post(path, &headers, &about_another).await;
    let page = app.get(page, &[("cookie", &cookie)]).await;
    assert!(!page.body.contains("TYPED-BY-ME"), "of application 7");
}
