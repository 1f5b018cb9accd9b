//! Keyset paging: a page is found by the sort key of its neighbor, at the same cost for the
//! first page and the last.

use crate::error::Result;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, Order, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use serde::{Deserialize, Serialize};
use shared::wire::Page;

/// Rows on a page.
pub const PAGE_SIZE: usize = 50;

/// A place in a list: the sort key of a row, and which way to go from there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Cursor {
    backward: bool,
    key: Vec<i64>,
}

impl Cursor {
    fn encode(backward: bool, key: &[i64]) -> Option<String> {
        let cursor = Self {
            backward,
            key: key.to_vec(),
        };
        serde_json::to_vec(&cursor)
            .ok()
            .map(|json| URL_SAFE_NO_PAD.encode(json))
    }

    /// A cursor that no page made, or one of another list, is no cursor.
    fn decode(text: &str, key_length: usize) -> Option<Self> {
        let json = URL_SAFE_NO_PAD.decode(text).ok()?;
        serde_json::from_slice::<Self>(&json)
            .ok()
            .filter(|cursor| cursor.key.len() == key_length)
    }
}

/// How a list is sorted: by these columns, all in one direction. The last one is unique.
#[derive(Debug, Clone, Copy)]
pub struct Sorting<C, const N: usize> {
    pub columns: [C; N],
    pub descending: bool,
}

/// The page of `select` at `cursor`, the first one without. When the rows before a page are
/// gone, the first page is shown instead of an empty one.
///
/// # Errors
/// When the database refuses.
pub async fn page<E: EntityTrait, const N: usize>(
    connection: &impl ConnectionTrait,
    select: Select<E>,
    sorting: Sorting<E::Column, N>,
    cursor: Option<&str>,
    key: impl Fn(&E::Model) -> [i64; N],
) -> Result<Page<E::Model>> {
    let cursor = cursor.and_then(|text| Cursor::decode(text, N));
    let (mut items, more) = read(connection, select.clone(), sorting, cursor.as_ref()).await?;
    let (earlier, later) = match &cursor {
        Some(_) if items.is_empty() => {
            let (first, more) = read(connection, select, sorting, None).await?;
            items = first;
            (false, more)
        }
        Some(cursor) if cursor.backward => {
            items.reverse();
            (more, true)
        }
        Some(_) => (true, more),
        None => (false, more),
    };
    let neighbor = |exists: bool, backward, row: Option<&E::Model>| {
        row.filter(|_| exists)
            .and_then(|row| Cursor::encode(backward, &key(row)))
    };
    Ok(Page {
        previous: neighbor(earlier, true, items.first()),
        next: neighbor(later, false, items.last()),
        items,
    })
}

/// Up to a page of rows away from the cursor, and whether there are more.
async fn read<E: EntityTrait, const N: usize>(
    connection: &impl ConnectionTrait,
    mut select: Select<E>,
    sorting: Sorting<E::Column, N>,
    cursor: Option<&Cursor>,
) -> Result<(Vec<E::Model>, bool)> {
    let backward = cursor.is_some_and(|cursor| cursor.backward);
    let order = if sorting.descending == backward {
        Order::Asc
    } else {
        Order::Desc
    };
    if let Some(cursor) = cursor {
        // Row values, because an index can be entered at them, unlike at `a > x OR a = x AND …`.
        let columns = Expr::tuple(
            sorting
                .columns
                .map(|column| Expr::col(column.as_column_ref())),
        );
        let place = Expr::tuple(cursor.key.iter().map(|part| Expr::value(*part)));
        select = select.filter(match order {
            Order::Asc => columns.gt(place),
            _ => columns.lt(place),
        });
    }
    for column in sorting.columns {
        select = select.order_by(column, order.clone());
    }
    let limit = u64::try_from(PAGE_SIZE + 1).unwrap_or(u64::MAX);
    let mut rows = select.limit(limit).all(connection).await?;
    let more = rows.len() > PAGE_SIZE;
    rows.truncate(PAGE_SIZE);
    Ok((rows, more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address_bar() {
        let text = Cursor::encode(true, &[1_763_800_000_000, 7]).unwrap();
        assert!(
            text.chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)),
            "{text}"
        );
        let cursor = Cursor::decode(&text, 2).unwrap();
        assert_eq!(
            (cursor.backward, cursor.key),
            (true, vec![1_763_800_000_000, 7])
        );
    }

    #[test]
    fn what_no_page_made_is_no_cursor() {
        assert_eq!(Cursor::decode("nonsense!", 2), None);
        assert_eq!(Cursor::decode("", 2), None);
        let of_another_list = Cursor::encode(false, &[7]).unwrap();
        assert_eq!(Cursor::decode(&of_another_list, 2), None);
    }
}
