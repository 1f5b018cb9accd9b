use super::choices::{ChoiceField, certificates, cities, natures, personal_documents};
use super::step_form::{AnswerField, StepFields, StepForm};
use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::routes::Path;
use crate::text::{application, common, field, filing, license};
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::text_field::TextKind;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use shared::application::ApplicationKind;
use shared::field::Field;
use shared::wire::license::EntityView;

/// Who answers for the website.
#[component]
pub fn EntityStep(form: StepForm) -> impl IntoView {
    let is_new = form.page(|page| page.kind == ApplicationKind::FirstLicense);
    let fields = if is_new {
        view! { <NewEntity form /> }.into_any()
    } else {
        view! { <LicensedEntity form /> }.into_any()
    };
    view! { <StepFields form>{fields}</StepFields> }.into_any()
}

#[component]
fn NewEntity(form: StepForm) -> impl IntoView {
    let language = use_language();
    let cities = form.page(|page| cities(language, &page.provinces));
    view! {
        <AnswerField form field=Field::EntityName />
        <ChoiceField form field=Field::EntityNature choices=natures(language) />
        <ChoiceField form field=Field::EntityCertificateKind groups=certificates(language) />
        <AnswerField form field=Field::EntityCertificateNumber kind=TextKind::Code />
        <AnswerField form field=Field::EntityCertificateAddress />
        <AnswerField form field=Field::EntityInvestor optional=true />
        <ChoiceField form field=Field::EntityCity groups=cities />
        <AnswerField form field=Field::EntityAddress />
        <h2 class="font-semibold text-lg pt-3">{filing::entity_principal(language)}</h2>
        <AnswerField form field=Field::EntityPrincipalName />
        <ChoiceField
            form
            field=Field::EntityPrincipalDocumentKind
            choices=personal_documents(language)
        />
        <AnswerField form field=Field::EntityPrincipalDocumentNumber kind=TextKind::Code />
        <AnswerField form field=Field::EntityPrincipalMobile kind=TextKind::Phone />
        <AnswerField form field=Field::EntityPrincipalOfficePhone kind=TextKind::Phone />
        <AnswerField form field=Field::EntityPrincipalEmail kind=TextKind::Email />
        <Remark form field=Field::EntityRemark />
    }
    .into_any()
}

/// New access: the account's own entity, or one that is filed elsewhere.
#[component]
fn LicensedEntity(form: StepForm) -> impl IntoView {
    let language = use_language();
    let entity = match form.page(|page| page.entity.clone()) {
        Some(entity) => view! { <OwnEntity entity /> }.into_any(),
        None => view! {
            <AnswerField form field=Field::EntityLicenseNumber kind=TextKind::Code />
            <AnswerField form field=Field::EntityName />
        }
        .into_any(),
    };
    let is_kept = form.page(|page| page.has_license_password);
    let hint = if is_kept {
        application::password_is_kept(language)
    } else {
        field::hint(language, Field::LicensePassword).unwrap_or_default()
    };
    view! {
        {entity}
        <div>
            <PasswordField
                name=Field::LicensePassword.code()
                label=common::license_password(language)
                kind=PasswordKind::Foreign
                hint
                error=form.error(Field::LicensePassword)
                optional=is_kept
            />
            <a class="link text-sm" href=Path::RetrieveLicensePassword.to_string()>
                {common::retrieve_license_password(language)}
            </a>
        </div>
    }
    .into_any()
}

#[component]
fn OwnEntity(entity: EntityView) -> impl IntoView {
    let language = use_language();
    view! {
        <div>
            <p class="mb-2">{filing::own_entity_note(language)}</p>
            <DefinitionList>
                <Definition term=license::entity(language)>{entity.name}</Definition>
                <Definition term=license::entity_license_number(language)>
                    <span class="mono">{entity.license_number}</span>
                </Definition>
            </DefinitionList>
        </div>
    }
    .into_any()
}

/// The last field of a first license's steps.
#[component]
pub(super) fn Remark(form: StepForm, field: Field) -> impl IntoView {
    let language = use_language();
    view! {
        <TextareaField
            name=field.code()
            label=field::label(language, field)
            value=form.value(field)
            error=form.error(field)
            optional=true
            rows=3
        />
    }
    .into_any()
}
