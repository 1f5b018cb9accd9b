//! Does the authority's last sequence number fit ours? Asked once by each process, and again
//! after each resumption: a restored backup knows nothing of what was sent after it.

use super::answer;
use crate::backend::Backend;
use crate::error::Result;
use crate::store::entities::authority_channel::Model as Channel;
use crate::store::entities::authority_report::Model;
use std::sync::atomic::Ordering;

/// `false` when the authority does not answer, or is ahead: then the channel stops. `next` is
/// the report that waits. (An authority that is behind names what it lacks by itself.)
pub async fn fit(backend: &Backend, channel: &Channel, next: &Model) -> Result<bool> {
    if backend.compared_numbers.load(Ordering::SeqCst) == channel.resumptions {
        return Ok(true);
    }
    let previous = match backend.authority.previous_upload().await {
        Ok(previous) => previous,
        Err(error) => {
            answer::unanswered(backend, next, &error.into()).await?;
            return Ok(false);
        }
    };
    let ours = channel.last_confirmed_sequence;
    if previous.sequence > ours {
        let problem = ahead(previous.sequence, ours);
        answer::stop(backend, &problem, Some(previous.sequence)).await?;
        return Ok(false);
    }
    backend
        .compared_numbers
        .store(channel.resumptions, Ordering::SeqCst);
    Ok(true)
}

/// In words for operators.
pub fn ahead(authority: i64, ours: i64) -> String {
    format!(
        "the authority's last sequence number is {authority}, ours is {ours}: another writer or a restored backup"
    )
}
