use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::routes::Path;
use crate::text::{application, common, filing};
use crate::ui::button::ButtonLink;
use crate::ui::card::Card;
use leptos::prelude::*;
use shared::wire::application::ProductView;

/// What was verified already, and the way on with it; another product can be verified below.
#[component]
pub fn VerifiedProduct(id: i64, product: ProductView) -> impl IntoView {
    let language = use_language();
    let next = format!("{}?step=entity", Path::EditApplication(id));
    view! {
        <Card title=application::product_verified(language)>
            <Product product />
            <div class="mt-3">
                <ButtonLink label=common::next(language) href=next />
            </div>
        </Card>
        <h2 class="font-semibold text-lg mt-6">{filing::other_product(language)}</h2>
        <p class="muted mb-3 max-w-prose">{filing::other_product_lead(language)}</p>
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
        </DefinitionList>
    }
    .into_any()
}
