//! AES-CBC with PKCS5 padding (`encryptAlgorithm` 1); the length of the key decides its size.

use super::settings::SettingsError;
use aes::{Aes128, Aes192, Aes256};
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use cbc::{Decryptor, Encryptor};

/// Key and initialization vector as issued with the account.
#[derive(Clone)]
pub(crate) enum Cipher {
    Aes128([u8; 16], [u8; 16]),
    Aes192([u8; 24], [u8; 16]),
    Aes256([u8; 32], [u8; 16]),
}

impl Cipher {
    /// `None` without a key: reports then go out unencrypted.
    pub(crate) fn new(key: Option<&str>, iv: Option<&str>) -> Result<Option<Self>, SettingsError> {
        let key = key.unwrap_or_default().as_bytes();
        if key.is_empty() {
            return Ok(None);
        }
        let iv = <[u8; 16]>::try_from(iv.unwrap_or_default().as_bytes())
            .map_err(|_| SettingsError::new("iv", "must be 16 bytes when a key is set"))?;
        let cipher = if let Ok(key) = <[u8; 16]>::try_from(key) {
            Self::Aes128(key, iv)
        } else if let Ok(key) = <[u8; 24]>::try_from(key) {
            Self::Aes192(key, iv)
        } else if let Ok(key) = <[u8; 32]>::try_from(key) {
            Self::Aes256(key, iv)
        } else {
            return Err(SettingsError::new("key", "must be 16, 24 or 32 bytes"));
        };
        Ok(Some(cipher))
    }

    pub(crate) fn encrypt(&self, plain: &[u8]) -> Vec<u8> {
        match self {
            Self::Aes128(key, iv) => {
                Encryptor::<Aes128>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
            }
            Self::Aes192(key, iv) => {
                Encryptor::<Aes192>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
            }
            Self::Aes256(key, iv) => {
                Encryptor::<Aes256>::new(key.into(), iv.into()).encrypt_padded_vec::<Pkcs7>(plain)
            }
        }
    }

    /// `None` when the padding is wrong, that is, key or vector are.
    pub(crate) fn decrypt(&self, encrypted: &[u8]) -> Option<Vec<u8>> {
        match self {
            Self::Aes128(key, iv) => Decryptor::<Aes128>::new(key.into(), iv.into())
                .decrypt_padded_vec::<Pkcs7>(encrypted),
            Self::Aes192(key, iv) => Decryptor::<Aes192>::new(key.into(), iv.into())
                .decrypt_padded_vec::<Pkcs7>(encrypted),
            Self::Aes256(key, iv) => Decryptor::<Aes256>::new(key.into(), iv.into())
                .decrypt_padded_vec::<Pkcs7>(encrypted),
        }
        .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::encoding::to_base64;
    use super::*;

    const IV: Option<&str> = Some("0102030405060708");

    #[test]
    fn vector_of_the_specification() {
        let cipher = Cipher::new(Some("0123456789abcdef"), IV).unwrap().unwrap();
        let encrypted = cipher.encrypt(b"hello beian");
        assert_eq!(to_base64(&encrypted), "vQzVBOjT/5v6Mn5G/2IUtw==");
        assert_eq!(cipher.decrypt(&encrypted).unwrap(), b"hello beian");
    }

    #[test]
    fn every_key_size_reads_what_it_wrote_and_no_other_does() {
        let keys = [
            "0123456789abcdef",
            "0123456789abcdef01234567",
            "0123456789abcdef0123456789abcdef",
        ];
        let ciphers = keys.map(|key| Cipher::new(Some(key), IV).unwrap().unwrap());
        for (one, cipher) in ciphers.iter().enumerate() {
            for (two, other) in ciphers.iter().enumerate() {
                let opened = other.decrypt(&cipher.encrypt(b"text"));
                assert_eq!(opened.as_deref() == Some(b"text".as_slice()), one == two);
            }
        }
    }

    #[test]
    fn bad_settings_are_named() {
        assert!(Cipher::new(Some(""), None).unwrap().is_none());
        let message = |key, iv| {
            Cipher::new(key, iv)
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default()
        };
        assert!(message(Some("short"), IV).contains("authority.key"));
        assert!(message(Some("0123456789abcdef"), Some("1")).contains("authority.iv"));
        assert!(message(Some("0123456789abcdef"), None).contains("authority.iv"));
    }
}
