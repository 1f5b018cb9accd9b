//! A report whose answer never came: did it arrive?

use super::compare_numbers::ahead;
use super::{Next, answer, stored_package};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::jobs::setback::Setback;
use crate::store::authority_channel::find_by_sequence;
use crate::store::entities::authority_report::Model;
use ports::authority::{PreviousUpload, UploadAnswer};

/// Asks for the authority's last sequence number N and compares it with the report's own:
/// accepted, not accepted (the same bytes go out again), or nothing this system can explain
/// (the channel stops for an operator).
pub async fn recover(backend: &Backend, row: &Model) -> Result<Next> {
    let sequence = row.sequence.ok_or_else(|| {
        Error::inconsistent("authority_report", row.id, "in flight without a number")
    })?;
    let previous = match backend.authority.previous_upload().await {
        Ok(previous) => previous,
        Err(error) => return answer::unanswered(backend, row, &error.into()).await,
    };
    match compare(backend, row, sequence, &previous)? {
        Found::Accepted => answer::accepted(backend, row, sequence).await,
        Found::NotAccepted => send_again(backend, row, sequence).await,
        Found::Behind => resend_missing(backend, row, previous.sequence + 1..sequence).await,
        Found::Foreign => {
            let problem = ahead(previous.sequence, sequence - 1);
            answer::stop(backend, &problem, Some(previous.sequence)).await
        }
    }
}

/// The first try may arrive while the second one is on its way, which the authority then
/// refuses: before the number is given back, the authority is asked once more.
async fn send_again(backend: &Backend, row: &Model, sequence: i64) -> Result<Next> {
    let package = stored_package(backend, row)?;
    let reply = match backend.authority.upload(&package, sequence).await {
        Ok(reply) => reply,
        Err(error) => return answer::unanswered(backend, row, &error.into()).await,
    };
    if matches!(reply, UploadAnswer::Refused { .. }) {
        let previous = match backend.authority.previous_upload().await {
            Ok(previous) => previous,
            Err(error) => return answer::unanswered(backend, row, &error.into()).await,
        };
        if compare(backend, row, sequence, &previous)? == Found::Accepted {
            return answer::accepted(backend, row, sequence).await;
        }
    }
    answer::answered(backend, row, sequence, reply).await
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    Accepted,
    NotAccepted,
    /// The authority lacks files that it had confirmed.
    Behind,
    Foreign,
}

fn compare(
    backend: &Backend,
    row: &Model,
    sequence: i64,
    previous: &PreviousUpload,
) -> Result<Found> {
    let is_ours = previous.sequence == sequence && is_same(backend, row, previous)?;
    Ok(what_became(previous.sequence, sequence, is_ours))
}

/// By its hash, or else by its document: an authority may pack it anew.
fn is_same(backend: &Backend, row: &Model, previous: &PreviousUpload) -> Result<bool> {
    if previous.hash.is_some() && previous.hash == row.package_hash {
        return Ok(true);
    }
    let document = |zip: &[u8]| backend.authority.document(zip);
    let Some(returned) = previous.zip.as_deref().and_then(document) else {
        return Ok(false);
    };
    let package = stored_package(backend, row)?;
    Ok(document(&package.zip) == Some(returned))
}

fn what_became(previous: i64, sequence: i64, is_ours: bool) -> Found {
    match sequence - previous {
        0 if is_ours => Found::Accepted,
        1 => Found::NotAccepted,
        2.. => Found::Behind,
        _ => Found::Foreign,
    }
}

/// Sends stored files again, in ascending order, then comes back for the report itself.
pub async fn resend_missing(
    backend: &Backend,
    row: &Model,
    missing: impl IntoIterator<Item = i64>,
) -> Result<Next> {
    for sequence in missing {
        let Some(stored) = find_by_sequence(&backend.database, sequence).await? else {
            let problem =
                format!("the authority lacks sequence number {sequence}, and so does this system");
            return answer::stop(backend, &problem, None).await;
        };
        if stored.package_encrypted.is_none() {
            let problem = format!(
                "the authority lacks sequence number {sequence}, which is no longer kept here"
            );
            return answer::stop(backend, &problem, None).await;
        }
        let package = stored_package(backend, &stored)?;
        match backend.authority.upload(&package, sequence).await {
            Ok(UploadAnswer::Accepted) => {}
            Ok(UploadAnswer::RetryLater { code, text }) => {
                return answer::unanswered(backend, row, &Setback::later(code, &text)).await;
            }
            Ok(reply) => {
                let problem = format!("sequence number {sequence} was not taken again: {reply:?}");
                return answer::stop(backend, &problem, None).await;
            }
            Err(error) => return answer::unanswered(backend, row, &error.into()).await,
        }
    }
    tracing::info!(
        report.id = row.id,
        "files the authority lacked were sent again"
    );
    Ok(Next::Pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_became_of_a_report_without_an_answer() {
        assert_eq!(what_became(7, 7, true), Found::Accepted);
        assert_eq!(what_became(7, 7, false), Found::Foreign);
        assert_eq!(what_became(6, 7, false), Found::NotAccepted);
        assert_eq!(what_became(4, 7, false), Found::Behind);
        assert_eq!(what_became(9, 7, false), Found::Foreign);
        assert_eq!(what_became(0, 1, false), Found::NotAccepted);
    }
}
