use super::choices::{ChoiceField, personal_documents};
use super::entity_step::Remark;
use super::step_form::{AnswerField, StepFields, StepForm};
use crate::language::use_language;
use crate::text::{application, field, filing};
use crate::ui::checkbox_field::CheckboxField;
use crate::ui::checkbox_group::CheckboxGroup;
use crate::ui::select_field::Choice;
use crate::ui::text_field::TextKind;
use leptos::prelude::*;
use shared::application::{ApplicationKind, WebsiteForm};
use shared::field::Field;
use shared::website::SiteLanguage;

/// What is filed.
#[component]
pub fn WebsiteStep(form: StepForm) -> impl IntoView {
    let is_new = form.page(|page| page.kind == ApplicationKind::FirstLicense);
    let fields = if is_new {
        view! { <NewWebsite form /> }.into_any()
    } else {
        view! {
            <AnswerField form field=Field::WebsiteDomain kind=TextKind::Code />
            <AnswerField form field=Field::WebsiteLicenseNumber kind=TextKind::Code />
            <AnswerField form field=Field::WebsiteName />
        }
        .into_any()
    };
    view! { <StepFields form>{fields}</StepFields> }.into_any()
}

#[component]
fn NewWebsite(form: StepForm) -> impl IntoView {
    let language = use_language();
    let site_languages = SiteLanguage::ALL
        .iter()
        .map(|each| Choice::new(each.code(), application::site_language(language, *each)))
        .collect();
    let chosen = form.page(|page| page.form.website.languages.clone());
    let label = field::label(language, Field::WebsiteLanguages);
    view! {
        <AnswerField form field=Field::WebsiteDomain kind=TextKind::Code />
        <AnswerField form field=Field::WebsiteName />
        <AnswerField form field=Field::WebsiteHomeUrl kind=TextKind::Code optional=true />
        <CheckboxGroup
            name=Field::WebsiteLanguages.code()
            label
            choices=site_languages
            values=chosen
            hint=field::hint(language, Field::WebsiteLanguages).map(str::to_owned)
            error=form.error(Field::WebsiteLanguages)
        />
        <WebsitePrincipal form />
        <Remark form field=Field::WebsiteRemark />
    }
    .into_any()
}

/// Another person than the entity's principal is asked for only while the box is not
/// checked; the style sheet hides the fields, so that it works without JavaScript.
#[component]
fn WebsitePrincipal(form: StepForm) -> impl IntoView {
    let language = use_language();
    // Most websites are in the charge of the entity's principal: so it starts.
    let checked = form.page(|page| {
        let website = &page.form.website;
        website.principal_is_entity_principal || *website == WebsiteForm::default()
    });
    view! {
        <div class="group space-y-5">
            <h2 class="font-semibold text-lg pt-3">{filing::website_principal(language)}</h2>
            <CheckboxField
                name="principal_is_entity_principal"
                label=application::principal_is_entity_principal(language)
                checked
            />
            <div class="space-y-5 group-has-[input[type=checkbox]:checked]:hidden">
                <AnswerField form field=Field::WebsitePrincipalName />
                <ChoiceField
                    form
                    field=Field::WebsitePrincipalDocumentKind
                    choices=personal_documents(language)
                />
                <AnswerField form field=Field::WebsitePrincipalDocumentNumber kind=TextKind::Code />
                <AnswerField form field=Field::WebsitePrincipalMobile kind=TextKind::Phone />
                <AnswerField form field=Field::WebsitePrincipalOfficePhone kind=TextKind::Phone />
                <AnswerField form field=Field::WebsitePrincipalEmail kind=TextKind::Email />
            </div>
        </div>
    }
    .into_any()
}
