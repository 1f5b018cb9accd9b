use super::choices::{ChoiceField, certificates, cities, natures, personal_documents};
use super::step_form::{AnswerField, StepFields, StepForm};
use crate::language::use_language;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::routes::Path;
use crate::text::{application, common, field, filing, license};
use crate::ui::checkbox_field::CheckboxField;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::text_field::TextKind;
use crate::ui::textarea_field::TextareaField;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlSelectElement;
use shared::application::ApplicationKind;
use shared::credit_code::CreditCodeError;
use shared::field::Field;
use shared::problem::{Problem, Violation};
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
        <NatureAndCertificate form />
        <AnswerField form field=Field::EntityCertificateNumber kind=TextKind::Code />
        <ConfirmNumber form />
        <AnswerField form field=Field::EntityCertificateAddress />
        <AnswerField form field=Field::EntityInvestor optional=true />
        <ChoiceField form field=Field::EntityCity groups=cities />
        <AnswerField form field=Field::EntityAddress />
        <h2 class="font-semibold text-lg pt-3">{filing::entity_principal(language)}</h2>
        <AnswerField form field=Field::EntityPrincipalName />
        <ChoiceField
            form
            field=Field::EntityPrincipalDocumentKind
            choices=form.page(|page| personal_documents(language, &page.tables))
        />
        <AnswerField form field=Field::EntityPrincipalDocumentNumber kind=TextKind::Code />
        <AnswerField form field=Field::EntityPrincipalMobile kind=TextKind::Phone />
        <AnswerField form field=Field::EntityPrincipalOfficePhone kind=TextKind::Phone />
        <AnswerField form field=Field::EntityPrincipalEmail kind=TextKind::Email />
        <Remark form field=Field::EntityRemark />
    }
    .into_any()
}

/// Which certificates there are follows the nature: at once, and without JavaScript when the page
/// is shown again.
#[component]
fn NatureAndCertificate(form: StepForm) -> impl IntoView {
    let language = use_language();
    let nature = RwSignal::new(form.value(Field::EntityNature));
    let certificate = RwSignal::new(form.value(Field::EntityCertificateKind));
    let choose_nature = move |event: Event| {
        let chosen = event_target_value(&event);
        let select = certificate_select();
        let before = select.as_ref().map(HtmlSelectElement::value);
        if let (Some(select), false) = (select, chosen.is_empty()) {
            let kind = form.page(|page| {
                let kind = page
                    .tables
                    .fitting_certificate(&chosen, &before.unwrap_or_default());
                kind.map_or_else(String::new, |kind| kind.code.clone())
            });
            certificate.set(kind.clone());
            // What somebody has chosen before does not follow the options that are drawn anew.
            spawn_local(async move {
                tick().await;
                select.set_value(&kind);
            });
        }
        nature.set(chosen);
    };
    let groups = Signal::derive(move || {
        let (nature, certificate) = (nature.get(), certificate.get_untracked());
        form.page(|page| certificates(language, &page.tables, &nature, &certificate))
    });
    let natures = form.page(|page| natures(language, &page.tables));
    view! {
        <div on:change=choose_nature>
            <ChoiceField form field=Field::EntityNature choices=natures />
        </div>
        <ChoiceField form field=Field::EntityCertificateKind groups chosen=certificate />
    }
    .into_any()
}

/// A credit code whose check character does not fit may stand so on a license: its holder
/// compares, and the confirmation speaks for the saved number only.
#[component]
fn ConfirmNumber(form: StepForm) -> impl IntoView {
    let language = use_language();
    let (number, is_confirmed, is_doubtful) = form.page(|page| {
        let entity = &page.form.entity;
        let number = entity.certificate_number.clone();
        let is_confirmed = !number.is_empty() && entity.confirmed_certificate_number == number;
        let why = CreditCodeError::CheckCharacter;
        let doubt = Violation::on(Field::EntityCertificateNumber, Problem::CreditCode { why });
        (number, is_confirmed, page.violations.contains(&doubt))
    });
    (is_confirmed || is_doubtful).then(|| {
        view! {
            <CheckboxField
                name=Field::EntityCertificateNumberConfirmed.code()
                label=filing::confirm_number(language, &number)
                value=number
                checked=is_confirmed
            />
        }
    })
}

fn certificate_select() -> Option<HtmlSelectElement> {
    let field = document().get_element_by_id(Field::EntityCertificateKind.code())?;
    field.dyn_into().ok()
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
