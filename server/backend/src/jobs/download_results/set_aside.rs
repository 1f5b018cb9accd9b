//! A file that cannot be processed waits with what was wrong, and is tried again less and less
//! often.

use super::super::setback::later;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::authority_channel::change_unprocessed;
use crate::store::entities::authority_download::{ActiveModel, Model};
use sea_orm::ActiveValue::Set;

/// Tries before a file is left to an administrator, as with queued jobs.
const MAX_TRIES: i64 = 12;

/// Notes the failure. A file that another process has processed meanwhile stays so.
pub async fn set_aside(backend: &Backend, row: &Model, error: Error) -> Result<()> {
    let problem = in_words(error);
    let tries = row.tries + 1;
    tracing::error!(
        file.name = row.file_name,
        file.tries = tries,
        error.source = problem,
        "a file of the authority could not be processed"
    );
    let next_try_at = (tries < MAX_TRIES).then(|| to_millis(backend.now() + later(tries)));
    let change = ActiveModel {
        problem: Set(Some(problem)),
        tries: Set(tries),
        next_try_at: Set(next_try_at),
        ..ActiveModel::default()
    };
    let tx = backend.begin().await?;
    change_unprocessed(&tx, &row.file_name, change).await?;
    tx.commit().await
}

/// With its causes; a refusal by its codes, because its values may be personal.
fn in_words(error: Error) -> String {
    match error {
        Error::Refused(violations) => {
            let codes: Vec<_> = violations
                .iter()
                .map(|violation| violation.problem.code())
                .collect();
            codes.join(", ")
        }
        Error::Internal(source) => format!("{source:#}"),
        error => format!("{:#}", anyhow::Error::from(error)),
    }
}
