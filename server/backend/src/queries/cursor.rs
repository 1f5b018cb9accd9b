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
use std::future::{Future, ready};

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
    let all = Reading {
        batch: PAGE_SIZE + 1,
        keep: |rows| ready(Ok(rows)),
    };
    page_of_kept(connection, select, sorting, cursor, key, all).await
}

/// How rows are read whose content no statement can ask for, because it is encrypted.
#[derive(Debug, Clone, Copy)]
pub struct Reading<K> {
    /// Rows that are read at once.
    pub batch: usize,
    /// Gives those rows back that belong into the list.
    pub keep: K,
}

/// [`page`] of those rows only that `reading` keeps.
///
/// # Errors
/// When the database refuses or the rows cannot be read.
pub async fn page_of_kept<E, K, F, const N: usize>(
    connection: &impl ConnectionTrait,
    select: Select<E>,
    sorting: Sorting<E::Column, N>,
    cursor: Option<&str>,
    key: impl Fn(&E::Model) -> [i64; N],
    reading: Reading<K>,
) -> Result<Page<E::Model>>
where
    E: EntityTrait,
    K: Fn(Vec<E::Model>) -> F,
    F: Future<Output = Result<Vec<E::Model>>>,
{
    let cursor = cursor.and_then(|text| Cursor::decode(text, N));
    let list = List {
        connection,
        select,
        sorting,
        key: &key,
        reading,
    };
    let (mut items, more) = list.read(cursor.as_ref()).await?;
    let (earlier, later) = match &cursor {
        Some(_) if items.is_empty() => {
            let (first, more) = list.read(None).await?;
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

struct List<'a, E: EntityTrait, C, Key, K, const N: usize> {
    connection: &'a C,
    select: Select<E>,
    sorting: Sorting<E::Column, N>,
    key: &'a Key,
    reading: Reading<K>,
}

impl<E, C, Key, K, F, const N: usize> List<'_, E, C, Key, K, N>
where
    E: EntityTrait,
    C: ConnectionTrait,
    Key: Fn(&E::Model) -> [i64; N],
    K: Fn(Vec<E::Model>) -> F,
    F: Future<Output = Result<Vec<E::Model>>>,
{
    /// Up to a page of kept rows away from the cursor, and whether there are more.
    async fn read(&self, cursor: Option<&Cursor>) -> Result<(Vec<E::Model>, bool)> {
        let backward = cursor.is_some_and(|cursor| cursor.backward);
        let mut place = cursor.map(|cursor| cursor.key.clone());
        let mut kept = Vec::new();
        loop {
            let rows = self.batch(backward, place.as_deref()).await?;
            let is_last = rows.len() < self.reading.batch;
            place = rows.last().map(|row| (self.key)(row).to_vec());
            kept.extend((self.reading.keep)(rows).await?);
            if is_last || kept.len() > PAGE_SIZE {
                break;
            }
        }
        let more = kept.len() > PAGE_SIZE;
        kept.truncate(PAGE_SIZE);
        Ok((kept, more))
    }

    /// The next rows away from a place.
    async fn batch(&self, backward: bool, place: Option<&[i64]>) -> Result<Vec<E::Model>> {
        let order = if self.sorting.descending == backward {
            Order::Asc
        } else {
            Order::Desc
        };
        let mut select = self.select.clone();
        if let Some(place) = place {
            // Row values, because an index can be entered at them, unlike at
            // `a > x OR a = x AND …`.
            let columns = self
                .sorting
                .columns
                .map(|column| Expr::col(column.as_column_ref()));
            let columns = Expr::tuple(columns);
            let place = Expr::tuple(place.iter().map(|part| Expr::value(*part)));
            select = select.filter(match order {
                Order::Asc => columns.gt(place),
                _ => columns.lt(place),
            });
        }
        for column in self.sorting.columns {
            select = select.order_by(column, order.clone());
        }
        let limit = u64::try_from(self.reading.batch).unwrap_or(u64::MAX);
        Ok(select.limit(limit).all(self.connection).await?)
    }
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
