//! A real table that becomes a list of cards on a phone.

use leptos::prelude::*;
use maud::{Markup, html};

/// From which width of its frame on a table is a table; below it each row is a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stack {
    /// 36rem: up to five short columns.
    #[default]
    Narrow,
    /// 58rem: many or wide columns.
    Wide,
}

/// One column's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    label: String,
    at_end: bool,
}

impl Column {
    /// A column whose text starts at the left.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            at_end: false,
        }
    }

    /// A column whose contents stand at the right: the actions.
    pub fn at_end(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            at_end: true,
        }
    }
}

/// A table. Its children are [`Row`]s of [`Cell`]s, or [`inert`](super::inert::inert) rows where
/// no row has a form. The roles are written out because
/// browsers drop a table's own when its rows are drawn as cards.
#[component]
pub fn DataTable(
    /// What the table lists, for screen readers.
    #[prop(into)]
    caption: String,
    columns: Vec<Column>,
    #[prop(optional)] stack: Stack,
    children: Children,
) -> impl IntoView {
    let class = match stack {
        Stack::Narrow => "table data-table data-table-narrow",
        Stack::Wide => "table data-table data-table-wide",
    };
    let headings = columns
        .into_iter()
        .map(|column| {
            view! {
                <th scope="col" role="columnheader" class:text-right=column.at_end>
                    {column.label}
                </th>
            }
        })
        .collect_view();
    view! {
        <div class="card-frame table-frame">
            <table class=class role="table">
                <caption class="sr-only">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{headings}</tr>
                </thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// One row; on a phone one card.
#[component]
pub fn Row(children: Children) -> impl IntoView {
    view! { <tr role="row">{children()}</tr> }
}

/// One cell.
#[component]
pub fn Cell(
    /// The column's heading again, shown inside the card; the first cell of a row usually
    /// has none and reads as the card's title.
    #[prop(optional, into)]
    label: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <td role="cell" data-label=label>
            <div>{children()}</div>
        </td>
    }
    .into_any()
}

/// The last cell: the row's buttons, at the right.
#[component]
pub fn ActionsCell(children: Children) -> impl IntoView {
    view! {
        <td role="cell" class="data-table-actions">
            <div class="flex flex-wrap justify-end items-center gap-1">{children()}</div>
        </td>
    }
    .into_any()
}

/// [`Cell`] in a finished row.
#[must_use]
pub fn cell(label: Option<&str>, content: &Markup) -> Markup {
    html! {
        td role="cell" data-label=[label] {
            div { (content) }
        }
    }
}

/// [`ActionsCell`] in a finished row.
#[must_use]
pub fn actions_cell(actions: &Markup) -> Markup {
    html! {
        td role="cell" class="data-table-actions" {
            div class="flex flex-wrap justify-end items-center gap-1" { (actions) }
        }
    }
}

/// One action of a finished row: a link that opens a dialog on this page. `subject` completes
/// its name for screen readers.
#[must_use]
pub fn row_action(label: &str, subject: &str, href: &str) -> Markup {
    html! {
        a href=(href) class="btn btn-ghost btn-sm" data-noscroll="" {
            (label)
            span class="sr-only" { " " (subject) }
        }
    }
}
