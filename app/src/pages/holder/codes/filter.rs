use crate::language::use_language;
use crate::routes::Path;
use crate::text::{code, common};
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::filter::{FilterForm, FilterSelect, FilterText};
use crate::ui::select_field::Choice;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use shared::wire::code::CodeFilter;

/// The filter as the address has it; what is left empty does not filter.
pub(super) fn filter_of(query: &ParamsMap) -> CodeFilter {
    let text = |key| {
        query
            .get(key)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
    };
    CodeFilter {
        server_id: text("server_id").and_then(|id| id.parse().ok()),
        status: text("status"),
        search: text("search"),
        sort: text("sort"),
        cursor: text("cursor"),
    }
}

/// The address of the list with this filter.
pub fn address_of(filter: &CodeFilter) -> String {
    format!("{}{}", Path::ManageCodes, query_of(filter))
}

/// The filter as a query, with its `?`; empty when nothing filters.
fn query_of(filter: &CodeFilter) -> String {
    let mut query = ParamsMap::new();
    let server = filter.server_id.map(|id| id.to_string());
    for (key, value) in [
        ("server_id", &server),
        ("status", &filter.status),
        ("search", &filter.search),
        ("sort", &filter.sort),
        ("cursor", &filter.cursor),
    ] {
        if let Some(value) = value {
            query.insert(key, value.clone());
        }
    }
    query.to_query_string()
}

/// Search, filter, order and export.
#[component]
pub(super) fn FilterBar(filter: CodeFilter, servers: Vec<(i64, String)>) -> impl IntoView {
    let language = use_language();
    let whole = CodeFilter {
        cursor: None,
        ..filter.clone()
    };
    let active = whole != CodeFilter::default();
    let export =
        |ending: &str| format!("{}/export.{ending}{}", Path::ManageCodes, query_of(&whole));
    let statuses = vec![
        Choice::new("", code::all_statuses(language)),
        Choice::new("unused", common::unused(language)),
        Choice::new("licensing", common::licensing(language)),
        Choice::new("used", common::used(language)),
        Choice::new("invalid", common::invalid(language)),
    ];
    let servers = std::iter::once(Choice::new("", code::all_servers(language)))
        .chain(
            servers
                .into_iter()
                .map(|(id, name)| Choice::new(id.to_string(), name)),
        )
        .collect();
    let orders = vec![
        Choice::new("", code::newest_first(language)),
        Choice::new("expires", code::soonest_to_expire(language)),
    ];
    let server = filter
        .server_id
        .map(|id| id.to_string())
        .unwrap_or_default();
    view! {
        <FilterForm action=Path::ManageCodes.to_string() active>
            <FilterText
                name="search"
                label=code::search_label(language)
                value=filter.search.unwrap_or_default()
            />
            <FilterSelect
                name="status"
                label=common::status(language)
                choices=statuses
                value=filter.status.unwrap_or_default()
            />
            <FilterSelect
                name="server_id"
                label=code::server(language)
                choices=servers
                value=server
            />
            <FilterSelect
                name="sort"
                label=code::sort(language)
                choices=orders
                value=filter.sort.unwrap_or_default()
            />
        </FilterForm>
        <div class="flex flex-wrap justify-end gap-1 mb-2">
            <ButtonLink
                label=code::export_csv(language)
                href=export("csv")
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                icon=icondata::LuDownload
                download=true
            />
            <ButtonLink
                label=code::export_xlsx(language)
                href=export("xlsx")
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                icon=icondata::LuDownload
                download=true
            />
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_reads_back_from_its_query() {
        let filter = CodeFilter {
            server_id: Some(3),
            status: Some("used".to_owned()),
            search: Some("vm a&b".to_owned()),
            ..CodeFilter::default()
        };
        let mut query = ParamsMap::new();
        for (key, value) in [
            ("server_id", "3"),
            ("status", "used"),
            ("search", " vm a&b "),
            ("sort", ""),
        ] {
            query.insert(key, value.to_owned());
        }
        assert_eq!(filter_of(&query), filter);
        assert!(query_of(&filter).contains("search=vm%20a%26b"));
        assert_eq!(query_of(&CodeFilter::default()), "");
    }
}
