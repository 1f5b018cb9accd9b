use crate::api::page_data::{PageData, page_data};
use crate::api::review::{EnterHolidayYear, StaffCalendar, load_working_calendar};
use crate::api::typed::{FormPage, Typed};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::text::{common, date, field, list, staff};
use crate::ui::button::Button;
use crate::ui::card::Card;
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::disclosure::Disclosure;
use crate::ui::form_errors::FormErrors;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::text_field::TextField;
use crate::ui::textarea_field::TextareaField;
use crate::ui::time::Time;
use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::wire::working_calendar::CalendarYear;

/// `/review/calendar`: which days are worked, year by year.
pub struct Calendar {
    calendar: PageData<FormPage<StaffCalendar>>,
    enter: ServerAction<EnterHolidayYear>,
}

impl Screen for Calendar {
    fn data() -> Self {
        let query = use_query_map();
        // The address says which year was entered last.
        let entered = move || query.read().get("entered");
        Self {
            calendar: page_data(entered, |_| load_working_calendar()),
            enter: ServerAction::new(),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let view = move |form: FormPage<StaffCalendar>| {
            let FormPage {
                page: StaffCalendar { page, may_edit },
                typed,
            } = form;
            view! {
                <PageHeader title=common::working_calendar(language) lead=staff::calendar_lead(language) />
                <EnteredNotice />
                <ProvisionalNotice years=page.provisional />
                <div class="grid gap-5">
                    <YearTable years=page.years />
                    {may_edit.then(|| view! { <EnterYear typed action=self.enter /> })}
                </div>
            }
            .into_any()
        };
        view! { <Loaded resource=self.calendar view /> }.into_any()
    }
}

#[component]
fn EnteredNotice() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    // Only a year: the address can be written by anybody.
    let year = move || {
        query
            .read()
            .get("entered")
            .and_then(|year| year.parse::<i32>().ok())
    };
    move || {
        year().map(|year| {
            let title = staff::year_entered(language, &year.to_string());
            view! {
                <div class="mb-4">
                    <Notice tone=Tone::Success title live=true />
                </div>
            }
        })
    }
}

#[component]
fn ProvisionalNotice(years: Vec<i32>) -> impl IntoView {
    let language = use_language();
    let years: Vec<_> = years.iter().map(ToString::to_string).collect();
    (!years.is_empty()).then(|| {
        let title = staff::provisional_years(language, &list(language, &years));
        view! {
            <div class="mb-4">
                <Notice tone=Tone::Warning title />
            </div>
        }
    })
}

#[component]
fn YearTable(years: Vec<CalendarYear>) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(staff::year(language)),
        Column::new(staff::days_off(language)),
        Column::new(staff::make_up_days(language)),
        Column::new(staff::source(language)),
    ];
    let rows = years
        .into_iter()
        .map(|year| view! { <YearRow year /> })
        .collect_view();
    view! {
        <DataTable caption=staff::years_in_force(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn YearRow(year: CalendarYear) -> impl IntoView {
    let language = use_language();
    let entered = match year.entered_by {
        Some(name) => staff::entered_by(language, &name),
        None => staff::comes_with_system(language).to_owned(),
    };
    view! {
        <Row>
            <Cell>
                <span class="font-medium">{year.year}</span>
            </Cell>
            <Cell label=staff::days_off(language)>
                <Days days=year.days_off />
            </Cell>
            <Cell label=staff::make_up_days(language)>
                <Days days=year.make_up_days />
            </Cell>
            <Cell label=staff::source(language)>
                <div>{year.source}</div>
                <div class="text-sm muted">
                    {entered} " " {year.entered_at.map(|at| view! { <Time at /> })}
                </div>
            </Cell>
        </Row>
    }
    .into_any()
}

/// How many, and which on demand.
#[component]
fn Days(days: Vec<NaiveDate>) -> impl IntoView {
    let language = use_language();
    let list = days
        .iter()
        .map(
            |day| view! { <li class="whitespace-nowrap">{date::calendar_day(language, *day)}</li> },
        )
        .collect_view();
    view! {
        <Disclosure summary=days.len().to_string()>
            <ul class="text-sm mt-1">{list}</ul>
        </Disclosure>
    }
}

#[component]
fn EnterYear(typed: Typed, action: ServerAction<EnterHolidayYear>) -> impl IntoView {
    let language = use_language();
    let refusal = Refusal::of(action);
    view! {
        <Card title=staff::enter_year(language)>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 max-w-xl">
                <FormErrors errors=refusal.errors() />
                <TextField
                    name="holiday_source"
                    label=field::label(language, Field::HolidaySource)
                    hint=staff::notice_hint(language)
                    value=typed.text("holiday_source")
                    error=refusal.on(Field::HolidaySource)
                />
                <TextareaField
                    name="holiday_year"
                    label=field::label(language, Field::HolidayYear)
                    hint=staff::year_lines_hint(language)
                    value=typed.text("holiday_year")
                    error=refusal.on(Field::HolidayYear)
                    rows=10
                />
                <div class="mt-4">
                    <Button label=staff::put_in_force(language) pending=action.pending() />
                </div>
            </ActionForm>
        </Card>
    }
    .into_any()
}
