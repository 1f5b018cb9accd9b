//! What was entered into a filing, to be read.

use crate::language::{Language, use_language};
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::text::{application, common, field, filing, license, list};
use crate::ui::card::Card;
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingForm, whole_answer};
use shared::area::find_city;
use shared::cancel_access::BuiltInReason;
use shared::field::Field;

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

/// Those of the fields that have an answer.
#[must_use]
pub fn given(form: &FilingForm, fields: &[Field]) -> Vec<Field> {
    let is_given = |field: &&Field| !whole_answer(form, **field).is_empty();
    fields.iter().filter(is_given).copied().collect()
}

/// What was filed of a website beside its names and numbers.
#[must_use]
pub fn content_and_contacts(form: &FilingForm) -> Vec<Field> {
    let mut found = given(
        form,
        &[
            Field::WebsiteHomeUrl,
            Field::WebsiteLanguages,
            Field::WebsiteRemark,
            Field::EntityPrincipalName,
            Field::EntityPrincipalMobile,
            Field::EntityPrincipalOfficePhone,
            Field::EntityPrincipalEmail,
        ],
    );
    if !form.website.principal_is_entity_principal {
        found.extend(given(
            form,
            &[
                Field::WebsitePrincipalName,
                Field::WebsitePrincipalMobile,
                Field::WebsitePrincipalOfficePhone,
                Field::WebsitePrincipalEmail,
            ],
        ));
    }
    found
}

/// Fields with their answers. The children are further facts, before the answers.
#[component]
pub fn FilingAnswers(
    form: FilingForm,
    #[prop(into)] fields: Vec<Field>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let language = use_language();
    let answers = fields
        .into_iter()
        .map(|field| {
            let words = answer_in_words(language, field, &whole_answer(&form, field));
            let is_given = !words.is_empty();
            let words = if is_given {
                words
            } else {
                filing::not_given(language).to_owned()
            };
            view! {
                <Definition term=field::label(language, field)>
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
        Field::EntityNature => Some(application::nature(language, typed)),
        Field::EntityCertificateKind
        | Field::EntityPrincipalDocumentKind
        | Field::WebsitePrincipalDocumentKind => {
            Some(application::certificate_kind(language, typed))
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
        .filter(|code| !code.is_empty())
        .map(|code| application::site_language(language, code))
        .collect();
    list(language, &words)
}

/// What a new access took over from the website's record and does not ask for: its content and
/// contacts, as they were filed. Nothing for others.
#[component]
pub fn TakenOver(kind: ApplicationKind, form: FilingForm) -> impl IntoView {
    let language = use_language();
    let fields = content_and_contacts(&form);
    (kind == ApplicationKind::NewAccess && !fields.is_empty()).then(|| {
        view! {
            <Card title=filing::taken_over(language)>
                <FilingAnswers form fields />
            </Card>
        }
    })
}
