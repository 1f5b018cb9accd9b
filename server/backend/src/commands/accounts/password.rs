//! Passwords: what is asked of them, and Argon2id with the parameters OWASP recommends
//! (19 MiB, two passes, one lane; the library's default).

use crate::backend::Backend;
use crate::error::{Error, Result};
use anyhow::anyhow;
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use tokio::sync::Semaphore;

const MIN_CHARACTERS: u32 = 10;
/// Beyond this a password only costs time.
const MAX_CHARACTERS: u32 = 128;

/// Passwords hashed at the same time: more would not end sooner, and each takes 19 MiB.
static HASHING: Semaphore = Semaphore::const_new(4);

/// Stands in where there is no password, so that an unknown address takes as long as a
/// known one. Made like any other from a password nobody has kept.
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$z6qwxXV6qmBUw6TJzvgsLQ$AdRDVKLLu4zSq5YKpLJG4DrwQu/wXp/GC5utsFyPBXo";

/// What is wrong with a password that a person chose.
pub fn check_new(password: &str) -> Option<Violation> {
    let problem = match u32::try_from(password.chars().count()).unwrap_or(u32::MAX) {
        0 => Problem::Required,
        length if length < MIN_CHARACTERS => Problem::PasswordTooShort {
            min: MIN_CHARACTERS,
        },
        length if length > MAX_CHARACTERS => Problem::TooLong {
            max: MAX_CHARACTERS,
        },
        _ => return None,
    };
    Some(Violation::on(Field::NewPassword, problem))
}

/// The value of `account.password_hash`.
///
/// # Errors
/// [`Error::Internal`] only for parameters the library refuses.
pub async fn hash(backend: &Backend, password: &str) -> Result<String> {
    let mut salt = [0_u8; 16];
    backend.random.fill(&mut salt);
    let password = password.to_owned();
    apart(move || {
        let salt = SaltString::encode_b64(&salt)?;
        Ok(Argon2::default()
            .hash_password(password.as_bytes(), &salt)?
            .to_string())
    })
    .await
}

/// Whether a password fits; without a hash it never does, after as long a time.
///
/// # Errors
/// [`Error::Internal`] when the hash is none.
pub async fn fits(hash: Option<&str>, password: &str) -> Result<bool> {
    let exists = hash.is_some();
    let hash = hash.unwrap_or(NOBODYS_HASH).to_owned();
    // Hashing megabytes would be a way to keep the server busy.
    let password: String = password.chars().take(MAX_CHARACTERS as usize + 1).collect();
    apart(move || {
        let hash = PasswordHash::new(&hash)?;
        match Argon2::default().verify_password(password.as_bytes(), &hash) {
            Ok(()) => Ok(exists),
            Err(argon2::password_hash::Error::Password) => Ok(false),
            Err(other) => Err(other),
        }
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
