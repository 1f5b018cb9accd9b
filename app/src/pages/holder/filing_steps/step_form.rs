use super::save_while_typing::{SaveWhileTyping, SavedLine};
use crate::api::PageError;
use crate::api::applications::{Filing, SaveStep};
use crate::language::{Language, use_language};
use crate::parts::refusal::Refusal;
use crate::parts::step_link::STEP_FORM;
use crate::text::{common, field, filing};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::form_errors::FormErrors;
use crate::ui::text_field::{TextField, TextKind};
use leptos::form::ActionForm;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use leptos::{html, prelude::*};
use leptos_router::hooks::use_location;
use shared::application::{ApplicationKind, FilingStep, answer, violations_of_step};
use shared::field::Field;
use shared::wire::application::FilingPage;
use shared::wire::error::ApiError;

/// The form that is open on the page, if one is.
pub type OpenForm = StoredValue<Option<SaveWhileTyping>>;

/// One step's form: what its fields start with and what is wrong with them.
#[derive(Clone, Copy)]
pub struct StepForm {
    step: FilingStep,
    filing: StoredValue<Filing>,
    /// It was opened from the check of everything, and `Next` leads back there.
    from_check: bool,
    /// Where the form that is open is known to whatever leads away from it.
    open_form: OpenForm,
    save: ServerAction<SaveStep>,
    refusal: Refusal,
    language: Language,
}

impl StepForm {
    /// `shows_mistakes` once the step has been saved; nobody is told what is missing on a
    /// form that was never filled in.
    #[must_use]
    pub fn new(
        filing: Filing,
        step: FilingStep,
        shows_mistakes: bool,
        from_check: bool,
        open_form: OpenForm,
    ) -> Self {
        let save = ServerAction::<SaveStep>::new();
        let mistakes = if shows_mistakes {
            violations_of_step(step, &filing.page.violations)
        } else {
            Vec::new()
        };
        let mistakes = (!mistakes.is_empty()).then_some(PageError(ApiError::Refused {
            violations: mistakes,
        }));
        let refused = Refusal::of(save).error();
        let error = Signal::derive(move || refused.get().or_else(|| mistakes.clone()));
        Self {
            step,
            from_check,
            open_form,
            filing: StoredValue::new(filing),
            save,
            refusal: Refusal::new(error),
            language: use_language(),
        }
    }

    /// A fact of the application.
    pub fn page<T>(self, fact: impl FnOnce(&FilingPage) -> T) -> T {
        self.filing.with_value(|filing| fact(&filing.page))
    }

    /// What was typed when the step could not be saved, or else what is saved.
    #[must_use]
    pub fn value(self, field: Field) -> String {
        self.filing.with_value(|filing| {
            let typed = filing.answers.get(field.code());
            typed.unwrap_or_else(|| answer(&filing.page.form, field).to_owned())
        })
    }

    /// What is wrong with a field: by the rules, or else by whoever sent the application back.
    #[must_use]
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        let mistake = self.refusal.on(field);
        let reason = self.page(|page| {
            let rejection = page.rejection.as_ref()?;
            let about = rejection.fields.iter().find(|about| about.field == field)?;
            Some(filing::reason_on_field(
                self.language,
                rejection.by_authority,
                &about.reason,
            ))
        });
        Signal::derive(move || mistake.get().or_else(|| reason.clone()))
    }
}

/// The form around a step's fields, with everything that is wrong above them and `Next` and
/// `Back` below. `Next` is first, so that the Enter key means it.
#[component]
pub fn StepFields(form: StepForm, children: Children) -> impl IntoView {
    let language = use_language();
    let StepForm {
        save,
        step,
        refusal,
        from_check,
        open_form,
        ..
    } = form;
    let (id, version) = form.page(|page| (page.id, page.version));
    let page_key = form.filing.with_value(|filing| filing.page_key.clone());
    let pending = save.pending();
    let element = NodeRef::new();
    let saving = SaveWhileTyping::new(element);
    saving.watch_page();
    open_form.set_value(Some(saving));
    Effect::watch(
        move || save.value().with(|answer| matches!(answer, Some(Err(_)))),
        move |is_refused, _, _| {
            if *is_refused {
                saving.is_refused();
            }
        },
        false,
    );
    focus_field_of_address(element);
    view! {
        <div class="mb-4">
            <FormErrors errors=refusal.errors() />
        </div>
        // Around the form: when the step is drawn again, listeners that are handed to `ActionForm`
        // stay those of the first drawing.
        <div
            on:submit:capture=move |_| saving.is_sent()
            on:input=move |_| saving.typed()
            on:change=move |_| saving.chosen()
        >
        <ActionForm
            action=save
            node_ref=element
            attr:id=STEP_FORM
            attr:data-saves-itself=""
            attr:novalidate=true
            attr:class="card-box space-y-5"
        >
            <input type="hidden" name="application_id" value=id.to_string() />
            <input type="hidden" name="version" value=version.to_string() />
            <input type="hidden" name="page_key" value=page_key />
            <input type="hidden" name="save_number" value="0" />
            <input type="hidden" name="step" value=step.code() />
            {from_check.then(|| view! { <input type="hidden" name="from_check" value="true" /> })}
            {children()}
            <div class="flex flex-wrap gap-2 pt-2">
                <Button label=common::next(language) name="go" value="next" pending />
                <Button
                    label=common::back(language)
                    name="go"
                    value="back"
                    kind=ButtonKind::Ghost
                    pending
                />
            </div>
            <SavedLine saving />
        </ActionForm>
        </div>
    }
    .into_any()
}

/// Whoever comes by a link to a field finds the focus there.
fn focus_field_of_address(form: NodeRef<html::Form>) {
    let hash = use_location().hash;
    Effect::new(move || {
        let hash = hash.get_untracked();
        let field = hash.trim_start_matches('#');
        let (Some(form), false) = (form.get(), field.is_empty()) else {
            return;
        };
        let field = document().get_element_by_id(field);
        let field = field.filter(|field| form.contains(Some(field)));
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            // Fails only for an element outside the document.
            let _ = field.focus();
        }
    });
}

/// A text field of a step.
#[component]
pub fn AnswerField(
    form: StepForm,
    field: Field,
    #[prop(optional)] kind: TextKind,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let language = use_language();
    let value = form.value(field);
    // The rules for new names do not hold for one that is on record.
    let hint = match (form.page(|page| page.kind), field) {
        (ApplicationKind::NewAccess, Field::WebsiteName) => {
            Some(field::name_on_record_hint(language).to_owned())
        }
        (_, Field::EntityPrincipalOfficePhone | Field::WebsitePrincipalOfficePhone) => {
            Some(form.page(|page| field::office_phone_hint(language, &page.mobile_as_office_phone)))
        }
        _ => field::hint(language, field).map(str::to_owned),
    };
    view! {
        <TextField
            name=field.code()
            label=field::label(language, field)
            kind
            value=Signal::stored(value)
            hint
            error=form.error(field)
            optional
        />
    }
    .into_any()
}
