use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::routes::Path;
use crate::text::problem::violation;
use crate::text::{application, common, filing};
use crate::ui::button::ButtonLink;
use crate::ui::card::Card;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::time::Time;
use leptos::prelude::*;
use shared::problem::Violation;
use shared::wire::application::ProductView;

/// What was verified already, and the way on with it; another product can be verified below.
#[component]
pub fn VerifiedProduct(
    id: i64,
    product: ProductView,
    /// Why it cannot be used any more.
    lost: Vec<Violation>,
) -> impl IntoView {
    let language = use_language();
    let is_lost = !lost.is_empty();
    let code_fate = product.code_fate.map(|fate| {
        let lead = filing::other_product_lead(language, fate);
        view! { <p class="muted max-w-prose">{lead}</p> }
    });
    let next = format!("{}?step=entity", Path::EditApplication(id));
    view! {
        {is_lost.then(|| view! { <LostProduct lost /> })}
        <Card title=if is_lost {
            application::product(language)
        } else {
            application::product_verified(language)
        }>
            <Product product />
            {(!is_lost)
                .then(|| {
                    view! {
                        <div class="mt-3">
                            <ButtonLink label=common::next(language) href=next />
                        </div>
                    }
                })}
        </Card>
        <h2 class="font-semibold text-lg mt-6">{filing::other_product(language)}</h2>
        <div class="mb-3">{code_fate}</div>
    }
    .into_any()
}

/// Said after `Verify`: what was accepted, which IP the website gets, and how long it is kept.
#[component]
pub fn ProductAccepted(product: ProductView) -> impl IntoView {
    let language = use_language();
    let title = if product.code.is_some() {
        filing::code_accepted(language)
    } else {
        filing::server_accepted(language)
    };
    let reserved = product.reserved_until.map(|until| {
        let words = filing::reserved_until(language, until);
        view! { <p class="mt-1">{words}</p> }
    });
    view! {
        <Notice tone=Tone::Success title live=true>
            <p>{filing::address_of_product(language, &product.public_ip)}</p>
            {reserved}
        </Notice>
    }
    .into_any()
}

/// What was good when it was verified, and is not any more.
#[component]
fn LostProduct(lost: Vec<Violation>) -> impl IntoView {
    let language = use_language();
    let reasons = lost
        .iter()
        .map(|found| view! { <li>{violation(language, found)}</li> })
        .collect_view();
    view! {
        <div class="mb-4">
            <Notice tone=Tone::Warning title=application::product_lost(language)>
                <ul class="list-disc pl-5 space-y-1">{reasons}</ul>
            </Notice>
        </div>
    }
    .into_any()
}

/// The server's public IP, and the code that it came with.
#[component]
pub(super) fn Product(product: ProductView) -> impl IntoView {
    let language = use_language();
    view! {
        <DefinitionList>
            {(!product.server_name.is_empty())
                .then(|| {
                    view! {
                        <Definition term=filing::server(language)>{product.server_name}</Definition>
                    }
                })}
            <Definition term=filing::public_ip(language)>
                <span class="mono">{product.public_ip}</span>
            </Definition>
            {product
                .code
                .map(|code| {
                    view! {
                        <Definition term=common::authorization_code(language)>
                            <span class="mono">{code}</span>
                        </Definition>
                    }
                })}
            {product
                .reserved_until
                .map(|until| {
                    view! {
                        <Definition term=filing::reserved(language)>
                            <Time at=until />
                        </Definition>
                    }
                })}
        </DefinitionList>
    }
    .into_any()
}
