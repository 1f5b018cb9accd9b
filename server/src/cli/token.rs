//! `license-server token create|list|revoke`

use super::open_backend;
use crate::config::Sources;
use anyhow::{Context, Result, anyhow};
use backend::commands::service_tokens::create::create_by_operator;
use backend::commands::service_tokens::revoke::revoke_by_operator;
use backend::service_token::Scope;
use backend::store;
use clap::{Args, Subcommand};

/// Make and end the tokens with which other systems call /api/v1.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a token and print it; it is shown this once.
    Create(Create),
    /// Print every token with its number, name and scopes.
    List,
    /// End a token at once.
    Revoke {
        /// Its number, from `token list`.
        id: i64,
    },
}

#[derive(Debug, Args)]
struct Create {
    /// What the token is for.
    #[arg(long)]
    name: String,
    /// What it allows; may be given several times: block_feed:read, inventory:write,
    /// codes:check, applications:read, accesses:read.
    #[arg(long = "scope", required = true, value_parser = scope)]
    scopes: Vec<Scope>,
}

fn scope(code: &str) -> Result<Scope> {
    let known = Scope::ALL.map(Scope::code).join(", ");
    Scope::from_code(code).ok_or_else(|| anyhow!("expected one of {known}"))
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let backend = open_backend(sources).await?;
        match self.command {
            Command::Create(Create { name, scopes }) => {
                let token = create_by_operator(&backend, &name, &scopes).await;
                println!(
                    "{}",
                    token.context("there must be an administrator: license-server user add")?
                );
            }
            Command::List => {
                for token in store::service_token::list(&backend.database).await? {
                    let ended = if token.revoked_at.is_some() {
                        " (ended)"
                    } else {
                        ""
                    };
                    println!("{}\t{}\t{}{ended}", token.id, token.name, token.scopes);
                }
            }
            Command::Revoke { id } => revoke_by_operator(&backend, id).await?,
        }
        Ok(())
    }
}
