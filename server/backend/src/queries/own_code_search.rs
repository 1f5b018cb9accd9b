//! Searching one's own codes by everything that their list shows. Codes and notes are encrypted,
//! so they are read and looked at one by one: somebody has few of the many codes there are.

use super::code_list::{Scope, servers_of};
use super::code_uses::CodeUses;
use crate::backend::Backend;
use crate::error::Result;
use crate::store::authorization_code::{note, text};
use crate::store::entities::authorization_code::Model;
use crate::store::entities::cloud_server::Model as Server;
use shared::authorization_code::CodePart;
use shared::domain_name::DomainName;
use shared::parsed_text::search_key;
use std::collections::HashMap;

/// Codes that are read and looked at at once; an owner rarely has more.
pub const BATCH: usize = 500;

/// What is searched.
pub struct OwnCodeSearch {
    /// As [`search_key`] has them.
    words: String,
    /// The whole domain, however it was written.
    domain: Option<String>,
    part: Option<CodePart>,
}

impl OwnCodeSearch {
    /// Looks for codes that contain the text, have it in their note or their website's domain, or
    /// whose server's name or IP begins with it.
    pub fn new(search: &str) -> Self {
        Self {
            words: search_key(search),
            domain: DomainName::parse(search).ok().map(|name| name.to_unicode()),
            part: CodePart::parse(search),
        }
    }

    /// Those of some codes that are found.
    ///
    /// # Errors
    /// When the database refuses or a code does not open.
    pub async fn keep(&self, backend: &Backend, codes: Vec<Model>) -> Result<Vec<Model>> {
        let Some(owner) = codes.first().map(|code| code.account_id) else {
            return Ok(codes);
        };
        let servers = servers_of(backend, &codes).await?;
        let uses = CodeUses::load(backend, Scope::Own(owner), &codes).await?;
        let mut found = Vec::new();
        for code in codes {
            if self.finds(backend, &code, &servers, &uses)? {
                found.push(code);
            }
        }
        Ok(found)
    }

    fn finds(
        &self,
        backend: &Backend,
        code: &Model,
        servers: &HashMap<i64, Server>,
        uses: &CodeUses<'_>,
    ) -> Result<bool> {
        let server = servers.get(&code.server_id);
        let begins = |text: &str| search_key(text).starts_with(&self.words);
        let contains = |text: &str| search_key(text).contains(&self.words);
        let by_server = server.is_some_and(|server| {
            begins(&server.name) || server.public_ip.as_deref().is_some_and(begins)
        });
        let by_domain = uses
            .domain_of(code)
            .is_some_and(|domain| contains(&domain) || self.domain.as_ref() == Some(&domain));
        if by_server || by_domain {
            return Ok(true);
        }
        let by_code = match &self.part {
            Some(part) => text(backend, code)?.contains(part),
            None => false,
        };
        Ok(by_code || contains(&note(&backend.cipher, code)?))
    }
}
