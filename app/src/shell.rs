//! The document around every page, as the server sends it.

use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, request::Parts};
use backend::backend::Backend;
use leptos::config::LeptosOptions;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::App;
use crate::appearance::use_appearance;
use crate::known_log_in::known_of_page;
use crate::language::provide_language;
use crate::pages::module_links;

/// In a request's extensions: the page answers a form under the form's address, where its program
/// would not find it. It works as without JavaScript.
#[derive(Debug, Clone, Copy)]
pub struct WithoutProgram;

fn has_program() -> bool {
    use_context::<Parts>().is_none_or(|parts| parts.extensions.get::<WithoutProgram>().is_none())
}

/// The page with its head, style sheet and scripts; also sets the page's security policy.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    allow_own_content_only();
    let package = format!("/{}", options.site_pkg_dir);
    let style = format!("{package}/{}.css", options.output_name);
    view! {
        <!DOCTYPE html>
        <html
            lang=provide_language().code()
            data-theme=use_appearance().theme()
            data-newest-event=newest_event()
            data-logged-in=known_of_page().then_some("")
        >
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                // Phones would turn license numbers and codes into links that call or write.
                <meta
                    name="format-detection"
                    content="telephone=no, date=no, email=no, address=no, url=no"
                />
                <link rel="stylesheet" href=style />
                <link rel="icon" type="image/svg+xml" href=format!("{package}/favicon.svg") />
                {has_program().then(|| view! { <HydrationScripts options /> {module_links()} })}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What happened before this page was made: the browser asks for what came after it.
fn newest_event() -> Option<i64> {
    let reached = use_context::<Backend>()?.live.reached()?;
    Some(reached.told_until)
}

/// Scripts run only when the server wrote them into this very answer or they were loaded by
/// such a script; styles and connections are our own, and so are images but for those inside
/// the style sheet (daisyUI's textures); nobody may frame the page.
fn allow_own_content_only() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'self'; \
         script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval' 'self'; \
         style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
         frame-ancestors 'none'; form-action 'self'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}
