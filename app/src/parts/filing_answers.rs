//! What was entered into a filing, to be read.

use crate::language::{Language, use_language};
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::text::{application, common, field, filing, license};
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingForm, whole_answer};
use shared::area::find_city;
use shared::cancel_access::BuiltInReason;
use shared::entity::{CertificateKind, Nature};
use shared::field::Field;
use shared::website::SiteLanguage;

/// A new access that names no entity is for the account's own.
#[must_use]
pub fn is_own_entity(form: &FilingForm) -> bool {
    form.entity.name.is_empty() && form.entity.license_number.is_empty()
}

/// The fields of the entity step, in their order. `has_own_entity` leaves out what the
/// account's entity answers by itself.
#[must_use]
pub const fn entity_fields(kind: ApplicationKind, has_own_entity: bool) -> &'static [Field] {
    match kind {
        ApplicationKind::FirstLicense => &[
            Field::EntityName,
            Field::EntityNature,
            Field::EntityCertificateKind,
            Field::EntityCertificateNumber,
            Field::EntityCertificateAddress,
            Field::EntityInvestor,
            Field::EntityCity,
            Field::EntityAddress,
            Field::EntityPrincipalName,
            Field::EntityPrincipalDocumentKind,
            Field::EntityPrincipalDocumentNumber,
            Field::EntityPrincipalMobile,
            Field::EntityPrincipalOfficePhone,
            Field::EntityPrincipalEmail,
            Field::EntityRemark,
        ],
        _ if has_own_entity => &[],
        _ => &[Field::EntityLicenseNumber, Field::EntityName],
    }
}

/// The fields of the website step, in their order.
#[must_use]
pub const fn website_fields(kind: ApplicationKind, has_own_principal: bool) -> &'static [Field] {
    match kind {
        ApplicationKind::FirstLicense if has_own_principal => &[
            Field::WebsiteDomain,
            Field::WebsiteName,
            Field::WebsiteHomeUrl,
            Field::WebsiteLanguages,
            Field::WebsitePrincipalName,
            Field::WebsitePrincipalDocumentKind,
            Field::WebsitePrincipalDocumentNumber,
            Field::WebsitePrincipalMobile,
            Field::WebsitePrincipalOfficePhone,
            Field::WebsitePrincipalEmail,
            Field::WebsiteRemark,
        ],
        ApplicationKind::FirstLicense => &[
            Field::WebsiteDomain,
            Field::WebsiteName,
            Field::WebsiteHomeUrl,
            Field::WebsiteLanguages,
            Field::WebsiteRemark,
        ],
        _ => &[
            Field::WebsiteDomain,
            Field::WebsiteLicenseNumber,
            Field::WebsiteName,
        ],
    }
}

/// Fields with their answers. The children are further facts, before the answers.
#[component]
pub fn FilingAnswers(
    form: FilingForm,
    fields: &'static [Field],
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let language = use_language();
    let answers = fields
        .iter()
        .map(|field| {
            let words = answer_in_words(language, *field, &whole_answer(&form, *field));
            let is_given = !words.is_empty();
            let words = if is_given {
                words
            } else {
                filing::not_given(language).to_owned()
            };
            view! {
                <Definition term=field::label(language, *field)>
                    <span class:muted=!is_given>{words}</span>
                </Definition>
            }
        })
        .collect_view();
    view! {
        <DefinitionList>
            {children.map(|children| children())}
            {answers}
        </DefinitionList>
    }
    .into_any()
}

/// Says who is in charge of the website when that is the entity's principal.
#[component]
pub fn SamePrincipal() -> impl IntoView {
    let language = use_language();
    view! {
        <Definition term=application::principal_is_entity_principal(language)>
            {common::yes(language)}
        </Definition>
    }
}

/// Codes of choices become words; what was typed is shown as it is, right or wrong.
#[must_use]
pub fn answer_in_words(language: Language, field: Field, typed: &str) -> String {
    let words = match field {
        Field::EntityNature => Nature::from_code(typed).map(|it| application::nature(language, it)),
        Field::EntityCertificateKind
        | Field::EntityPrincipalDocumentKind
        | Field::WebsitePrincipalDocumentKind => {
            CertificateKind::from_code(typed).map(|it| application::certificate_kind(language, it))
        }
        Field::EntityCity => typed
            .parse()
            .ok()
            .and_then(find_city)
            .map(|city| match language {
                Language::English => city.english,
                Language::Chinese => city.chinese,
            }),
        Field::WebsiteLanguages => return languages(language, typed),
        Field::CancelReason => {
            BuiltInReason::from_code(typed).map(|it| license::built_in_reason(language, it))
        }
        _ => None,
    };
    words.unwrap_or(typed).to_owned()
}

fn languages(language: Language, codes: &str) -> String {
    let words: Vec<_> = codes
        .split(' ')
        .filter_map(SiteLanguage::from_code)
        .map(|each| application::site_language(language, each))
        .collect();
    words.join(match language {
        Language::English => ", ",
        Language::Chinese => "、",
    })
}
