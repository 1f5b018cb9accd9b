use super::filing_steps::{
    CheckStep, EntityStep, StepForm, Stepper, VerifiedProduct, VerifyStep, WebsiteStep,
};
use crate::api::applications::{Filing, load_filing};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::rejection_notice::RejectionNotice;
use crate::routes::Path;
use crate::text::{application, common, filing};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::ButtonLink;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::either::EitherOf4;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};
use shared::application::{ApplicationKind, FilingStep, step_of, violations_of_step};
use shared::field::Field;
use shared::wire::application::FilingPage;

/// `/console/applications/{id}/edit?step=`: the steps of a filing.
pub struct EditApplication {
    shown: PageData<Shown>,
}

/// The filing with the step of the address, so that both change at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    filing: Filing,
    /// None leads to where the next thing is to be done.
    step: Option<FilingStep>,
    /// The step has been saved with mistakes, which are shown.
    is_saved: bool,
}

impl Screen for EditApplication {
    fn data() -> Self {
        let (params, query) = (use_params_map(), use_query_map());
        // `saved` differs after each time, so that the filing is fetched again.
        let address = move || {
            let id = params
                .read()
                .get("id")
                .and_then(|id| id.parse().ok())
                .unwrap_or_default();
            (id, query.read().get("step"), query.read().get("saved"))
        };
        let shown = page_data(address, |(id, step, saved)| async move {
            let filing = load_filing(id).await?;
            let step = step.and_then(|step| FilingStep::from_code(&step));
            Ok(Shown {
                filing,
                step,
                is_saved: saved.is_some(),
            })
        });
        Self { shown }
    }

    fn view(self) -> AnyView {
        view! {
            <Loaded resource=self.shown view=|shown: Shown| view! { <Editor shown /> }.into_any() />
        }
        .into_any()
    }
}

#[component]
fn Editor(shown: Shown) -> impl IntoView {
    let language = use_language();
    let page = &shown.filing.page;
    let step = shown.step.unwrap_or_else(|| where_to_go_on(page));
    let title = filing::title(language, page.kind, &page.number);
    let trail = vec![
        Crumb::link(common::license_applications(language), Path::Applications),
        Crumb::link(page.number.clone(), Path::Application(page.id)),
        Crumb::here(application::step(language, step)),
    ];
    let lead = application::step_lead(language, page.kind, step);
    let (id, first_open) = (page.id, page.first_open_step);
    let is_editable = ["draft", "provider_rejected", "authority_rejected"].contains(&&*page.status);
    let status = page.status.clone();
    let rejection = page.rejection.clone();
    // It is used up by the submission that came back.
    let password_again = page.kind == ApplicationKind::NewAccess
        && rejection.is_some()
        && !page.has_license_password;
    if !is_editable {
        return view! {
            <PageHeader title trail />
            <Notice tone=Tone::Info title=filing::cannot_be_edited(language)>
                <p class="mb-3">{filing::its_status_is(language, &status)}</p>
                <ButtonLink label=common::view(language) href=Path::Application(id).to_string() />
            </Notice>
        }
        .into_any();
    }
    view! {
        <PageHeader title lead trail />
        <div class="mb-4 space-y-4">
            {rejection.map(|rejection| view! { <RejectionNotice rejection filing_id=id /> })}
            {password_again.then(|| view! { <PasswordAgain id /> })}
        </div>
        <Stepper current=step application_id=id first_open />
        <Step shown step />
    }
    .into_any()
}

#[component]
fn PasswordAgain(id: i64) -> impl IntoView {
    let language = use_language();
    let step = step_of(Field::LicensePassword).code();
    let field = Field::LicensePassword.code();
    let href = format!("{}?step={step}#{field}", Path::EditApplication(id));
    view! {
        <Notice tone=Tone::Info title=filing::password_again(language)>
            <a class="link" href=href>{common::license_password(language)}</a>
        </Notice>
    }
    .into_any()
}

/// Each step is a variant of its own, so that another one is drawn anew: Leptos would turn the
/// fields of one into those of the other, which keep what was typed.
#[component]
fn Step(shown: Shown, step: FilingStep) -> impl IntoView {
    let Shown {
        filing, is_saved, ..
    } = shown;
    match step {
        FilingStep::Verify => {
            let FilingPage {
                id,
                kind,
                servers,
                product,
                violations,
                ..
            } = filing.page;
            let lost = violations_of_step(step, &violations);
            EitherOf4::A(view! {
                {product.map(|product| view! { <VerifiedProduct id product lost /> })}
                <VerifyStep application_id=id kind servers typed=filing.verification />
            })
        }
        FilingStep::Entity => {
            EitherOf4::B(view! { <EntityStep form=StepForm::new(filing, step, is_saved) /> })
        }
        FilingStep::Website => {
            EitherOf4::C(view! { <WebsiteStep form=StepForm::new(filing, step, is_saved) /> })
        }
        FilingStep::Check => EitherOf4::D(view! { <CheckStep page=filing.page /> }),
    }
}

/// Where the next thing is to be done. Nothing can be submitted with a product that is missing
/// or lost, so that comes first; then what a rejection names.
fn where_to_go_on(page: &FilingPage) -> FilingStep {
    if page.first_open_step == FilingStep::Verify {
        return FilingStep::Verify;
    }
    let named = page
        .rejection
        .iter()
        .flat_map(|rejection| &rejection.fields);
    let named = named.map(|about| step_of(about.field)).min();
    named.unwrap_or(page.first_open_step)
}
