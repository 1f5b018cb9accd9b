//! Personal data and secrets at rest: encryption, and keyed hashes for look-up.

use crate::error::{Error, Result};
use anyhow::anyhow;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use ports::random::Random;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use std::fmt;
use std::sync::Arc;

const NONCE: usize = 24;

/// XChaCha20-Poly1305 and HMAC-SHA-256 under keys derived from `LICENSE_SECRET_KEY`.
///
/// The name of the column is authenticated with each value, so that a ciphertext moved to
/// another column does not open.
#[derive(Clone)]
pub struct Cipher {
    encryption: XChaCha20Poly1305,
    hashing: [u8; 32],
    random: Arc<dyn Random>,
}

impl Cipher {
    /// Derives the keys from the secret.
    #[must_use]
    pub fn new(secret: &[u8; 32], random: Arc<dyn Random>) -> Self {
        Self {
            encryption: XChaCha20Poly1305::new(&derive(secret, b"encryption").into()),
            hashing: derive(secret, b"hashing"),
            random,
        }
    }

    /// Encrypts a text for a column.
    ///
    /// # Errors
    /// [`Error::Internal`] only for texts beyond the cipher's limit (256 GB).
    pub fn encrypt(&self, column: &'static str, text: &str) -> Result<Vec<u8>> {
        self.encrypt_bytes(column, text.as_bytes())
    }

    /// Encrypts bytes for a column.
    ///
    /// # Errors
    /// As [`Self::encrypt`].
    pub fn encrypt_bytes(&self, column: &'static str, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0_u8; NONCE];
        self.random.fill(&mut nonce);
        let payload = Payload {
            msg: bytes,
            aad: column.as_bytes(),
        };
        let ciphertext = self
            .encryption
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::Internal(anyhow!("{column} could not be encrypted")))?;
        Ok([nonce.as_slice(), &ciphertext].concat())
    }

    /// Opens what [`Self::encrypt`] made for the same column.
    ///
    /// # Errors
    /// [`Error::Internal`] when the key is another one or the data was altered.
    pub fn decrypt(&self, column: &'static str, encrypted: &[u8]) -> Result<String> {
        String::from_utf8(self.decrypt_bytes(column, encrypted)?)
            .map_err(|source| Error::Internal(anyhow!(source).context(column)))
    }

    /// Opens what [`Self::encrypt_bytes`] made for the same column.
    ///
    /// # Errors
    /// As [`Self::decrypt`].
    pub fn decrypt_bytes(&self, column: &'static str, encrypted: &[u8]) -> Result<Vec<u8>> {
        let unreadable = || Error::Internal(anyhow!("{column} could not be decrypted"));
        let (nonce, ciphertext) = encrypted
            .split_first_chunk::<NONCE>()
            .ok_or_else(unreadable)?;
        let payload = Payload {
            msg: ciphertext,
            aad: column.as_bytes(),
        };
        self.encryption
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| unreadable())
    }

    /// Encrypts a value as JSON.
    ///
    /// # Errors
    /// As [`Self::encrypt`].
    pub fn seal<T: Serialize>(&self, column: &'static str, value: &T) -> Result<Vec<u8>> {
        self.encrypt(column, &serde_json::to_string(value)?)
    }

    /// Opens what [`Self::seal`] made.
    ///
    /// # Errors
    /// As [`Self::decrypt`], and when the JSON does not fit.
    pub fn open<T: DeserializeOwned>(&self, column: &'static str, encrypted: &[u8]) -> Result<T> {
        Ok(serde_json::from_str(&self.decrypt(column, encrypted)?)?)
    }

    /// A hash by which a secret can be found but not guessed without the key, in hex.
    #[must_use]
    pub fn keyed_hash(&self, purpose: &'static str, text: &str) -> String {
        hex::encode(hmac(
            &self.hashing,
            &[purpose.as_bytes(), b"\0", text.as_bytes()],
        ))
    }
}

impl fmt::Debug for Cipher {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Cipher")
    }
}

fn derive(secret: &[u8; 32], label: &[u8]) -> [u8; 32] {
    hmac(secret, &[label])
}

fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut block = [0_u8; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    // HMAC pads keys with zeros to its block, so that the padded key gives the same hash.
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ports::random::SystemRandom;

    fn cipher(secret: u8) -> Cipher {
        Cipher::new(&[secret; 32], Arc::new(SystemRandom))
    }

    #[test]
    fn opens_what_it_sealed_for_the_same_column_only() {
        let sealed = cipher(1).encrypt("account.email", "a@example.com").unwrap();
        assert_eq!(
            cipher(1).decrypt("account.email", &sealed).unwrap(),
            "a@example.com"
        );
        assert!(cipher(1).decrypt("mail.to", &sealed).is_err());
        assert!(cipher(2).decrypt("account.email", &sealed).is_err());
        let mut altered = sealed.clone();
        *altered.last_mut().unwrap() ^= 1;
        assert!(cipher(1).decrypt("account.email", &altered).is_err());
        assert!(cipher(1).decrypt("account.email", &sealed[..10]).is_err());
    }

    #[test]
    fn the_same_text_is_never_encrypted_to_the_same_bytes() {
        let cipher = cipher(1);
        let once = cipher.encrypt("mail.to", "x").unwrap();
        let again = cipher.encrypt("mail.to", "x").unwrap();
        assert_ne!(once, again);
        assert_eq!(
            cipher.keyed_hash("code", "x"),
            cipher.keyed_hash("code", "x")
        );
        assert_ne!(
            cipher.keyed_hash("code", "x"),
            cipher.keyed_hash("email", "x")
        );
    }
}
