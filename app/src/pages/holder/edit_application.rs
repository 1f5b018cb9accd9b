use super::filing_steps::{
    CheckStep, EntityStep, OpenForm, ProductAccepted, StepForm, Stepper, VerifiedProduct,
    VerifyStep, WebsiteStep,
};
use crate::api::applications::{Filing, load_filing};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::rejection_notice::RejectionNotice;
use crate::parts::step_link::{EnterMeansNext, StepLink, StepPlace};
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
use shared::application::{
    ApplicationKind, ApplicationStatus, FilingStep, step_of, violations_of_step,
};
use shared::field::Field;
use shared::wire::application::FilingPage;

/// `/console/applications/{id}/edit?step=`: the steps of a filing.
pub struct EditApplication {
    shown: PageData<Shown>,
    open_form: OpenForm,
}

/// The filing with the step of the address, so that both change at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    filing: Filing,
    /// None leads to where the next thing is to be done.
    step: Option<FilingStep>,
    /// The step has been saved with mistakes, which are shown.
    is_saved: bool,
    /// It was opened from the check of everything.
    from_check: bool,
    /// The product has just been verified.
    is_verified: bool,
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
            let query = query.read();
            let [step, saved, from, verified] =
                ["step", "saved", "from", "verified"].map(|key| query.get(key));
            (id, step, saved, from.is_some(), verified.is_some())
        };
        let open_form = OpenForm::new(None);
        let shown = page_data(
            address,
            move |(id, step, saved, from_check, is_verified)| async move {
                // What is typed on the step that is left is saved before the next is fetched.
                if let Some(saving) = open_form.try_get_value().flatten() {
                    saving.settle().await;
                }
                let filing = load_filing(id).await?;
                let step = step.and_then(|step| FilingStep::from_code(&step));
                Ok(Shown {
                    filing,
                    step,
                    is_saved: saved.is_some(),
                    from_check,
                    is_verified,
                })
            },
        );
        Self { shown, open_form }
    }

    fn view(self) -> AnyView {
        let open_form = self.open_form;
        view! {
            <Loaded
                resource=self.shown
                view=move |shown: Shown| view! { <Editor shown open_form /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn Editor(shown: Shown, open_form: OpenForm) -> impl IntoView {
    let language = use_language();
    let page = &shown.filing.page;
    let step = shown.step.unwrap_or_else(|| where_to_go_on(page));
    let title = filing::title(language, page.kind, &page.number);
    let document_title = filing::document_title(
        &[application::step(language, step), &title],
        &page.form.website.domain,
    );
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
            <PageHeader title document_title trail />
            <NotEditable id number=page.number.clone() status />
        }
        .into_any();
    }
    let has_form = matches!(step, FilingStep::Entity | FilingStep::Website);
    let place = StepPlace {
        application_id: id,
        open: has_form.then_some(step),
    };
    let verified = page.product.clone().filter(|_| shown.is_verified);
    view! {
        {has_form.then(EnterMeansNext)}
        <PageHeader title document_title lead trail />
        <div class="mb-4 space-y-4">
            {verified.map(|product| view! { <ProductAccepted product /> })}
            {rejection.map(|rejection| view! { <RejectionNotice rejection filing=Some(place) /> })}
            {password_again.then(|| view! { <PasswordAgain place /> })}
        </div>
        <Stepper current=step place first_open />
        <Step shown step open_form />
    }
    .into_any()
}

/// Whoever comes back to the steps of what is under way is led to it (S9).
#[component]
fn NotEditable(id: i64, number: String, status: String) -> impl IntoView {
    let language = use_language();
    let is_under_way = ApplicationStatus::IN_PROGRESS.contains(&&*status);
    let title = if is_under_way {
        application::was_submitted(language, &number)
    } else {
        filing::cannot_be_edited(language).to_owned()
    };
    view! {
        <Notice tone=Tone::Info title>
            <p class="mb-3">{filing::its_status_is(language, &status)}</p>
            <ButtonLink
                label=common::view(language)
                subject=number
                href=Path::Application(id).to_string()
            />
        </Notice>
    }
    .into_any()
}

#[component]
fn PasswordAgain(place: StepPlace) -> impl IntoView {
    let language = use_language();
    view! {
        <Notice tone=Tone::Info title=filing::password_again(language)>
            <StepLink
                place
                to=Field::LicensePassword
                label=common::license_password(language)
            />
        </Notice>
    }
    .into_any()
}

/// Each step is a variant of its own, so that another one is drawn anew: Leptos would turn the
/// fields of one into those of the other, which keep what was typed.
#[component]
fn Step(shown: Shown, step: FilingStep, open_form: OpenForm) -> impl IntoView {
    let Shown {
        filing,
        is_saved,
        from_check,
        ..
    } = shown;
    let form = move |filing| StepForm::new(filing, step, is_saved, from_check, open_form);
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
        FilingStep::Entity => EitherOf4::B(view! { <EntityStep form=form(filing) /> }),
        FilingStep::Website => EitherOf4::C(view! { <WebsiteStep form=form(filing) /> }),
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
