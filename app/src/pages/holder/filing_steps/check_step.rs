use super::verified_product::Product;
use crate::api::applications::{FROM_CHECK, SubmitFiling};
use crate::language::use_language;
use crate::parts::definition_list::Definition;
use crate::parts::filing_answers::{
    FilingAnswers, SamePrincipal, TakenOver, entity_fields, website_fields,
};
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::problem::violation;
use crate::text::{application, common, filing, license};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::form_errors::FormErrors;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::form::ActionForm;
use leptos::prelude::*;
use shared::application::{ApplicationKind, FilingStep, step_of};
use shared::problem::{Problem, Violation};
use shared::wire::application::FilingPage;

/// Every answer once more, all that is wrong at once, and `Submit`.
#[component]
pub fn CheckStep(page: FilingPage) -> impl IntoView {
    let language = use_language();
    let submit = ServerAction::<SubmitFiling>::new();
    let refusal = Refusal::of(submit);
    let (id, version, kind) = (page.id, page.version, page.kind);
    let known = page.violations.clone();
    let violations = Signal::derive(move || match refusal.error().get() {
        Some(error) if !error.0.violations().is_empty() => error.0.violations().to_vec(),
        _ => known.clone(),
    });
    let other_errors = Signal::derive(move || {
        let has_own_words = refusal
            .error()
            .get()
            .is_some_and(|error| error.0.violations().is_empty());
        if has_own_words {
            refusal.errors().get()
        } else {
            Vec::new()
        }
    });
    let submit_label = if page.status == "draft" {
        common::submit(language)
    } else {
        common::modify_and_submit(language)
    };
    let back = format!("{}?step=website", Path::EditApplication(id));
    view! {
        <FormErrors errors=other_errors />
        {move || view! { <ToPutRight id version kind violations=violations.get() /> }}
        <div class="grid gap-4 my-4">
            <AllAnswers page />
        </div>
        <ActionForm action=submit attr:class="flex flex-wrap gap-2">
            <input type="hidden" name="application_id" value=id.to_string() />
            <input type="hidden" name="version" value=version.to_string() />
            <Button label=submit_label pending=submit.pending() />
            <ButtonLink label=common::back(language) href=back kind=ButtonKind::Ghost />
        </ActionForm>
    }
    .into_any()
}

/// What stands between the form and its submission, with the way to each field.
#[component]
fn ToPutRight(
    id: i64,
    version: i64,
    kind: ApplicationKind,
    violations: Vec<Violation>,
) -> impl IntoView {
    let language = use_language();
    if violations.is_empty() {
        return view! {
            <Notice tone=Tone::Success title=application::nothing_to_correct(language)>
                <p>{application::checks_at_submission(language, kind)}</p>
            </Notice>
        }
        .into_any();
    }
    let items = violations
        .iter()
        .map(|found| {
            let words = violation(language, found);
            let href = where_to_put_right(id, version, found);
            match href {
                Some(href) => view! { <li><a class="link" href=href>{words}</a></li> }.into_any(),
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <Notice tone=Tone::Warning title=application::to_be_corrected(language) live=true>
            <ul class="list-disc pl-5 space-y-1">{items}</ul>
        </Notice>
    }
    .into_any()
}

/// The field on its step, which then shows its mistakes; or the application that is in the way.
fn where_to_put_right(id: i64, version: i64, found: &Violation) -> Option<String> {
    let edit = Path::EditApplication(id);
    match (found.field, &found.problem) {
        (Some(field), _) => {
            let step = step_of(field).code();
            Some(format!(
                "{edit}?step={step}&saved={version}{FROM_CHECK}#{}",
                field.code()
            ))
        }
        (None, Problem::ProductNotVerified) => Some(format!("{edit}?step=verify")),
        (None, Problem::ChangedMeanwhile) => Some(format!("{edit}?step=check")),
        (None, Problem::OrderInProgress { application_id, .. }) => {
            Some(Path::Application(*application_id).to_string())
        }
        _ => None,
    }
}

#[component]
fn AllAnswers(page: FilingPage) -> impl IntoView {
    let language = use_language();
    let FilingPage {
        id,
        kind,
        form,
        product,
        entity,
        ..
    } = page;
    let is_new_access = kind == ApplicationKind::NewAccess;
    let has_own_principal = !form.website.principal_is_entity_principal;
    let is_same_principal = !is_new_access && !has_own_principal;
    let entity_answers = entity_fields(kind, entity.is_some());
    let website_answers = website_fields(kind, has_own_principal);
    let password = page.has_license_password;
    let website_form = form.clone();
    let taken_over = view! { <TakenOver kind form=form.clone() /> };
    view! {
        <StepAnswers id step=FilingStep::Verify>
            {product.map(|product| view! { <Product product /> })}
        </StepAnswers>
        <StepAnswers id step=FilingStep::Entity>
            <FilingAnswers form fields=entity_answers>
                {entity
                    .map(|entity| {
                        view! {
                            <Definition term=license::entity(language)>{entity.name}</Definition>
                            <Definition term=license::entity_license_number(language)>
                                <span class="mono">{entity.license_number}</span>
                            </Definition>
                        }
                    })}
                {is_new_access
                    .then(|| {
                        let words = if password {
                            filing::password_kept_short(language)
                        } else {
                            filing::not_given(language)
                        };
                        view! {
                            <Definition term=common::license_password(language)>{words}</Definition>
                        }
                    })}
            </FilingAnswers>
        </StepAnswers>
        <StepAnswers id step=FilingStep::Website>
            <FilingAnswers form=website_form fields=website_answers>
                {is_same_principal.then(SamePrincipal)}
            </FilingAnswers>
        </StepAnswers>
        {taken_over}
    }
    .into_any()
}

/// One step's answers with the way back to them.
#[component]
fn StepAnswers(id: i64, step: FilingStep, children: Children) -> impl IntoView {
    let language = use_language();
    let title = application::step(language, step);
    view! {
        <section class="card-box">
            <div class="flex flex-wrap items-center justify-between gap-2 mb-3">
                <h2 class="font-semibold">{title}</h2>
                <ButtonLink
                    label=filing::edit(language)
                    subject=title
                    href=format!("{}?step={}{FROM_CHECK}", Path::EditApplication(id), step.code())
                    kind=ButtonKind::Ghost
                    size=ButtonSize::Small
                />
            </div>
            {children()}
        </section>
    }
    .into_any()
}
