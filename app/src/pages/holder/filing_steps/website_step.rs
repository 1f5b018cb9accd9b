use super::choices::{ChoiceField, personal_documents};
use super::entity_step::Remark;
use super::step_form::{AnswerField, StepFields, StepForm};
use crate::language::use_language;
use crate::parts::filing_answers::TakenOver;
use crate::text::{application, field, filing};
use crate::ui::checkbox_field::CheckboxField;
use crate::ui::checkbox_group::CheckboxGroup;
use crate::ui::select_field::Choice;
use crate::ui::text_field::TextKind;
use leptos::prelude::*;
use shared::application::ApplicationKind;
use shared::field::Field;

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
    let (kind, filed) = form.page(|page| (page.kind, page.form.clone()));
    view! {
        <StepFields form>{fields}</StepFields>
        <div class="mt-4">
            <TakenOver kind form=filed />
        </div>
    }
    .into_any()
}

#[component]
fn NewWebsite(form: StepForm) -> impl IntoView {
    let language = use_language();
    let offered = form.page(|page| page.tables.languages.clone());
    let site_languages = offered
        .into_iter()
        .map(|each| {
            let words = application::site_language(language, &each.code).to_owned();
            Choice::new(each.code, words)
        })
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
    let checked = form.page(|page| page.form.website.principal_is_entity_principal);
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
                    choices=form.page(|page| personal_documents(language, &page.tables))
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
