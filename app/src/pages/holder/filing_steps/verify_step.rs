use crate::api::applications::VerifyProduct;
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::{application, common, field, filing, problem};
use crate::ui::button::Button;
use crate::ui::form_errors::FormErrors;
use crate::ui::radio_group::RadioGroup;
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::text_field::{TextField, TextKind};
use leptos::form::ActionForm;
use leptos::prelude::*;
use shared::application::ApplicationKind;
use shared::authorization_code::CodeText;
use shared::field::Field;
use shared::problem::Problem;
use shared::wire::application::ServerChoice;
use shared::wire::license::WebsiteTakenOver;

/// *Verify the product* (S29): a server of the account, or somebody's authorization code.
#[component]
pub fn VerifyStep(
    /// 0 for an application that does not exist yet.
    application_id: i64,
    kind: ApplicationKind,
    /// The same key twice makes one application.
    #[prop(optional)]
    request_key: String,
    servers: Vec<ServerChoice>,
    typed: Typed,
    /// `Add access again`: the website whose record fills in the form.
    #[prop(optional_no_strip)]
    taken_over: Option<WebsiteTakenOver>,
) -> impl IntoView {
    let language = use_language();
    let verify = ServerAction::<VerifyProduct>::new();
    let refusal = Refusal::of(verify);
    let choices = vec![
        Choice::new("server", common::server_of_this_account(language))
            .with_hint(application::server_hint(language)),
        Choice::new("code", common::authorization_code(language))
            .with_hint(application::code_hint(language)),
    ];
    let no_server_will_do = servers.iter().all(|server| !server.failed.is_empty());
    // The server that had the website before, if it still will do.
    let server = taken_over.as_ref().and_then(|website| website.server_id);
    let server = servers
        .iter()
        .find(|choice| Some(choice.id) == server && choice.failed.is_empty())
        .map(|choice| choice.id.to_string());
    let proposed = match (&server, no_server_will_do) {
        (Some(_), _) => "server",
        (None, true) => "code",
        (None, false) => "",
    };
    let chosen = typed.get("product").filter(|product| !product.is_empty());
    let chosen = chosen.unwrap_or_else(|| proposed.to_owned());
    let server = typed.get("server").or(server).unwrap_or_default();
    let website = taken_over.map(|website| {
        view! { <input type="hidden" name="website_id" value=website.website_id.to_string() /> }
    });
    view! {
        <div class="mb-4">
            <FormErrors errors=refusal.errors() />
        </div>
        <ActionForm action=verify attr:novalidate=true attr:class="card-box group space-y-5">
            <input type="hidden" name="application_id" value=application_id.to_string() />
            <input type="hidden" name="kind" value=kind.code() />
            <input type="hidden" name="request_key" value=request_key />
            {website}
            <RadioGroup
                name="product"
                label=application::product(language)
                choices
                value=chosen
            />
            <div class="hidden group-has-[#product-server:checked]:block">
                <ServerOptions servers value=server error=refusal.on(Field::Server) />
            </div>
            <div class="hidden group-has-[#product-code:checked]:block">
                <CodeField
                    value=typed.text("authorization_code")
                    error=refusal.on(Field::AuthorizationCode)
                />
            </div>
            <Button label=common::verify(language) pending=verify.pending() />
        </ActionForm>
    }
    .into_any()
}

/// Eligible servers to choose from; below them the others, with what each lacks (S22).
#[component]
fn ServerOptions(
    servers: Vec<ServerChoice>,
    value: String,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let has_servers = !servers.is_empty();
    let (eligible, others): (Vec<_>, Vec<_>) = servers
        .into_iter()
        .partition(|server| server.failed.is_empty());
    let select = if eligible.is_empty() {
        let words = if has_servers {
            filing::no_eligible_server(language)
        } else {
            filing::no_server(language)
        };
        view! { <p id=Field::Server.code() tabindex="-1" class="muted max-w-prose">{words}</p> }
            .into_any()
    } else {
        let mut choices = vec![Choice::new("", filing::please_choose(language))];
        choices.extend(eligible.into_iter().map(|server| {
            let ip = server.public_ip.unwrap_or_default();
            Choice::new(server.id.to_string(), format!("{} · {ip}", server.name))
        }));
        view! {
            <SelectField
                name=Field::Server.code()
                label=field::label(language, Field::Server)
                choices
                value
                error
            />
        }
        .into_any()
    };
    view! {
        {select}
        {(!others.is_empty()).then(|| view! { <IneligibleServers servers=others /> })}
    }
    .into_any()
}

#[component]
fn IneligibleServers(servers: Vec<ServerChoice>) -> impl IntoView {
    let language = use_language();
    let items = servers
        .into_iter()
        .map(|server| {
            let why = problem::ineligibilities(language, &server.failed);
            view! {
                <li>
                    <span class="mono">{server.name}</span>
                    ": "
                    {why}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="text-sm muted mt-3 max-w-prose">
            <p>{filing::servers_not_eligible(language)}</p>
            <ul class="list-disc pl-5 mt-1 space-y-1">{items}</ul>
        </div>
    }
    .into_any()
}

/// Says that a code is mistyped as soon as the field is left, by the rule the server uses.
#[component]
fn CodeField(value: String, error: Signal<Option<String>>) -> impl IntoView {
    let language = use_language();
    let mistyped = RwSignal::new(None::<String>);
    let check = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        let why = CodeText::parse(&typed)
            .err()
            .filter(|_| !typed.trim().is_empty());
        mistyped.set(why.map(|why| {
            problem::problem(
                language,
                &Problem::CodeMistyped { why },
                Some(Field::AuthorizationCode),
            )
        }));
    };
    view! {
        <div on:change=check>
            <TextField
                name=Field::AuthorizationCode.code()
                label=common::authorization_code(language)
                kind=TextKind::Code
                value=Signal::stored(value)
                hint=field::hint(language, Field::AuthorizationCode).map(str::to_owned)
                error=Signal::derive(move || mistyped.get().or_else(|| error.get()))
                autocomplete="off"
            />
        </div>
    }
    .into_any()
}
