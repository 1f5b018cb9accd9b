use crate::api::applications::load_applications;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::routes::Path;
use crate::text::{application, common, filing, license};
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::empty_state::EmptyState;
use crate::ui::pagination::Pagination;
use crate::ui::time::{Precision, Time};
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::application::Actor;
use shared::wire::Page;
use shared::wire::application::ApplicationRow;

/// `/console/applications`: every application of the account, whatever its kind.
pub struct Applications {
    applications: PageData<Page<ApplicationRow>>,
}

impl Screen for Applications {
    fn data() -> Self {
        let query = use_query_map();
        let applications = page_data(move || query.read().get("cursor"), load_applications);
        Self { applications }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.applications, None);
        let view = move |page| {
            view! {
                <PageHeader title=common::license_applications(language) lead=filing::list_lead(language)>
                    <ButtonLink
                        label=license::new_application(language)
                        href=Path::NewApplication.to_string()
                        icon=icondata::LuPlus
                    />
                </PageHeader>
                <ApplicationList page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.applications view /> }.into_any()
    }
}

#[component]
fn ApplicationList(page: Page<ApplicationRow>) -> impl IntoView {
    let language = use_language();
    if page.items.is_empty() && page.previous.is_none() {
        return view! {
            <EmptyState
                title=application::no_applications(language)
                hint=application::no_applications_hint(language)
            />
        }
        .into_any();
    }
    let columns = vec![
        Column::new(filing::application(language)),
        Column::new(license::website(language)),
        Column::new(common::status(language)),
        Column::new(filing::next_step(language)),
        Column::new(filing::updated(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = page
        .items
        .into_iter()
        .map(|row| view! { <ApplicationLine row /> })
        .collect_view();
    view! {
        <DataTable caption=common::license_applications(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <Pagination newer=page.previous.map(page_of) older=page.next.map(page_of) />
    }
    .into_any()
}

/// Cursors are base64url, which needs no escaping.
fn page_of(cursor: String) -> String {
    format!("{}?cursor={cursor}", Path::Applications)
}

#[component]
fn ApplicationLine(row: ApplicationRow) -> impl IntoView {
    let language = use_language();
    let has_domain = !row.domain.is_empty();
    let domain = if has_domain {
        row.domain
    } else {
        filing::domain_unknown(language).to_owned()
    };
    let next = match row.next_step.actor {
        Actor::Nobody => common::none(language).to_owned(),
        _ => application::who_acts_next(language, &row.next_step, row.hold),
    };
    let number = row.number.clone();
    let own_page = Path::Application(row.id).to_string();
    // A filing goes on in its steps; a cancellation is gone on with from its own page.
    let (label, href) = match row.status.as_str() {
        "draft" if row.kind.is_filing() => (
            filing::go_on(language),
            Path::EditApplication(row.id).to_string(),
        ),
        "draft" => (filing::go_on(language), own_page.clone()),
        _ => (common::view(language), own_page.clone()),
    };
    let provisional = row
        .next_step
        .due_is_provisional
        .then(|| view! { <span class="muted">" (" {common::provisional(language)} ")"</span> });
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{application::kind(language, row.kind)}</div>
                <a class="link link-hover mono text-sm muted whitespace-nowrap" href=own_page.clone()>
                    {number}
                </a>
            </Cell>
            <Cell label=license::website(language)>
                <span class:muted=!has_domain><WholeWords text=domain /></span>
            </Cell>
            <Cell label=common::status(language)>
                <ApplicationStatusTag status=row.status held=row.hold.is_some() />
            </Cell>
            <Cell label=filing::next_step(language)>{next} {provisional}</Cell>
            <Cell label=filing::updated(language)>
                <Time at=row.updated_at precision=Precision::Minute />
            </Cell>
            <ActionsCell>
                <ButtonLink
                    label
                    subject=row.number
                    href
                    kind=ButtonKind::Outline
                    size=ButtonSize::Small
                />
            </ActionsCell>
        </Row>
    }
    .into_any()
}
