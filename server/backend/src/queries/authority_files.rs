//! Files of the authority that a person has to look at.

use super::display::count;
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::authority_download::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::wire::authority_channel::{FileRow, FileState};

/// Files the page lists, newest first.
const MAX_FILES: u64 = 50;

/// The columns that are shown; contents stay where they are.
type Shown = (
    String,
    i64,
    Option<i64>,
    Option<String>,
    i64,
    Option<i64>,
    Option<String>,
);

/// Those that could not be processed, and those whose content came again.
///
/// # Errors
/// When the database refuses.
pub async fn files(backend: &Backend) -> Result<Vec<FileRow>> {
    let failed = Column::ProcessedAt
        .is_null()
        .and(Column::Problem.is_not_null());
    let rows: Vec<Shown> = Entity::find()
        .select_only()
        .columns([
            Column::FileName,
            Column::ReceivedAt,
            Column::ProcessedAt,
            Column::Problem,
            Column::Tries,
            Column::NextTryAt,
            Column::RepeatedAs,
        ])
        .filter(failed.or(Column::RepeatedAt.is_not_null()))
        .order_by_desc(Column::ReceivedAt)
        .order_by_desc(Column::FileName)
        .limit(MAX_FILES)
        .into_tuple()
        .all(&backend.database)
        .await?;
    Ok(rows.into_iter().map(file_row).collect())
}

fn file_row(row: Shown) -> FileRow {
    let (file_name, received_at, processed_at, problem, tries, next_try_at, repeated_as) = row;
    let state = match problem {
        Some(problem) if processed_at.is_none() => FileState::Failed {
            problem,
            tries: count(tries),
            next_try_at: next_try_at.map(from_millis),
        },
        _ => FileState::Repeated {
            name: repeated_as.unwrap_or_default(),
        },
    };
    FileRow {
        file_name,
        received_at: from_millis(received_at),
        state,
    }
}
