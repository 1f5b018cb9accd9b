//! An owner writes down what an own code is for (S28).

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::authorization_code::{self, change_note, find_own};
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::parsed_text::tidy_line;
use shared::problem::Problem;
use shared::role::Action;

/// Characters of a note.
const MAX_CHARACTERS: u32 = 50;

/// An empty note takes the old one away. The same note again changes nothing.
///
/// # Errors
/// Refused with [`Problem::TooLong`], or with [`Problem::ChangedMeanwhile`];
/// [`Error::NotFound`] for somebody else's code.
pub async fn note(backend: &Backend, caller: &Caller, code_id: i64, note: &str) -> Result<()> {
    let permit = caller.permit(Action::NoteOwnCode)?;
    let note = tidy_line(note);
    if note.chars().count() > MAX_CHARACTERS as usize {
        let problem = Problem::TooLong {
            max: MAX_CHARACTERS,
        };
        return Err(Error::refused_on(Field::CodeNote, problem));
    }
    let tx = backend.begin().await?;
    let code = find_own(&tx, &permit, code_id).await?;
    if authorization_code::note(&backend.cipher, &code)? == note {
        return Ok(());
    }
    if !change_note(&tx, &backend.cipher, &code, &note).await? {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    let event = Event {
        kind: EventKind::CodeNoted.into(),
        subject: "authorization_code",
        subject_id: Some(code.id),
        application_id: None,
        account_id: Some(code.account_id),
        detail: json!({}),
        note: Some(note.as_str()).filter(|note| !note.is_empty()),
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await
}
