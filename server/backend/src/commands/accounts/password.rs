//! Passwords: what is asked of them, and Argon2id with the parameters OWASP recommends
//! (19 MiB, two passes, one lane; the library's default).

use crate::backend::Backend;
use crate::error::{Error, Result};
use anyhow::anyhow;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use shared::field::Field;
use shared::parsed_text::tidy_secret;
use shared::password::MAX_CHARACTERS;
use shared::problem::{Problem, Violation};
use tokio::sync::Semaphore;
use zxcvbn::Score;

/// Of 0 to 4: more than a million guesses of somebody who knows what people choose, where five in a
/// quarter of an hour can be made.
const MIN_STRENGTH: Score = Score::Two;

/// Passwords hashed at the same time: more would not end sooner, and each takes 19 MiB.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Stands in where there is no password, so that an unknown address takes as long as a
/// known one. Made like any other from a password nobody has kept.
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$z6qwxXV6qmBUw6TJzvgsLQ$AdRDVKLLu4zSq5YKpLJG4DrwQu/wXp/GC5utsFyPBXo";

/// What is wrong with a password that a person chose for the account with this address.
pub fn check_new(backend: &Backend, password: &str, email: &str) -> Option<Violation> {
    let password = tidy_secret(password);
    let problem = match shared::password::check_new(&password, email) {
        Err(problem) => problem,
        Ok(()) if is_common(backend, &password, email) => Problem::PasswordCommon,
        Ok(()) => return None,
    };
    Some(Violation::on(Field::NewPassword, problem))
}

/// Whether it is guessed soon: common passwords, names and words, dates, rows of the keyboard, and
/// what is known of the person and of the provider.
fn is_common(backend: &Backend, password: &str, email: &str) -> bool {
    let known: Vec<_> = email
        .split(['@', '.'])
        .chain([email, backend.settings.provider.name.as_str()])
        .collect();
    zxcvbn::zxcvbn(password, &known).score() < MIN_STRENGTH
}

/// The value of `account.password_hash`, without the blanks and invisible characters that were
/// pasted along.
///
/// # Errors
/// [`Error::Internal`] only for parameters the library refuses.
pub async fn hash(backend: &Backend, password: &str) -> Result<String> {
    let mut salt = [0_u8; 16];
    backend.random.fill(&mut salt);
    let password = tidy_secret(password);
    apart(move || {
        let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password fits; without a hash it never does, after as long a time. Blanks that
/// were pasted along do no harm; an older password may have been chosen with them.
///
/// # Errors
/// [`Error::Internal`] when the hash is none.
pub async fn fits(hash: Option<&str>, password: &str) -> Result<bool> {
    let exists = hash.is_some();
    let hash = hash.unwrap_or(NOBODYS_HASH).to_owned();
    // Hashing megabytes would be a way to keep the server busy.
    let password: String = password.chars().take(MAX_CHARACTERS as usize + 1).collect();
    let tidied = Some(tidy_secret(&password)).filter(|tidied| *tidied != password);
    apart(move || {
        let hash = PasswordHash::new(&hash)?;
        for typed in std::iter::once(password).chain(tidied) {
            match Argon2::default().verify_password(typed.as_bytes(), &hash) {
                Ok(()) => return Ok(exists),
                Err(argon2::password_hash::Error::PasswordInvalid) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(false)
    })
    .await
}

/// Runs what takes long where it keeps no request waiting, a few at a time.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> argon2::password_hash::Result<T> + Send + 'static,
) -> Result<T> {
    let _turn = HASHING
        .acquire()
        .await
        .map_err(|source| Error::Internal(source.into()))?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|source| Error::Internal(source.into()))?
        .map_err(|source| Error::Internal(anyhow!("password hash: {source}")))
}
