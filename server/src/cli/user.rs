//! `license-server user add|passwd|role`

use super::open_backend;
use crate::config::Sources;
use anyhow::{Context, Result, anyhow, ensure};
use backend::backend::Backend;
use backend::commands::accounts::change_role::change_role_by_operator;
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::commands::accounts::set_password::set_password_by_operator;
use backend::error::Error;
use clap::{Args, Subcommand};
use shared::role::Role;
use std::io::{self, BufRead};

/// Open accounts and change them.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(Add),
    Passwd(Passwd),
    #[command(name = "role")]
    SetRole(SetRole),
}

/// Open an account.
#[derive(Debug, Args)]
struct Add {
    /// Address with which the person logs in.
    email: String,
    /// holder, reviewer, supervisor, auditor or administrator.
    #[arg(long, default_value = "holder", value_parser = role)]
    role: Role,
    /// Name that others see; the address's first part if not given.
    #[arg(long)]
    name: Option<String>,
    /// Read the password from the first line of standard input instead of asking for it.
    #[arg(long)]
    password_stdin: bool,
}

/// Set a new password; the account's sessions end.
#[derive(Debug, Args)]
struct Passwd {
    email: String,
    /// Read the password from the first line of standard input instead of asking for it.
    #[arg(long)]
    password_stdin: bool,
}

/// Give an account another role.
#[derive(Debug, Args)]
struct SetRole {
    email: String,
    /// holder, reviewer, supervisor, auditor or administrator.
    #[arg(value_parser = role)]
    role: Role,
}

fn role(code: &str) -> Result<Role> {
    let known = Role::ALL.map(Role::code).join(", ");
    Role::from_code(code).ok_or_else(|| anyhow!("expected one of {known}"))
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        let backend = open_backend(sources).await?;
        let (email, outcome) = match self.command {
            Command::Add(add) => (add.email.clone(), add.run(&backend).await?),
            Command::Passwd(Passwd {
                email,
                password_stdin,
            }) => {
                let password = read_password(password_stdin)?;
                let outcome = set_password_by_operator(&backend, &email, &password).await;
                (email, outcome)
            }
            Command::SetRole(SetRole { email, role }) => {
                let outcome = change_role_by_operator(&backend, &email, role).await;
                (email, outcome)
            }
        };
        outcome.map_err(|error| explain(error, &email))
    }
}

impl Add {
    async fn run(self, backend: &Backend) -> Result<backend::error::Result<()>> {
        let password = read_password(self.password_stdin)?;
        let input = CreateInput {
            email: &self.email,
            display_name: self.name.as_deref().unwrap_or_default(),
            role: self.role,
            password: Some(&password),
            language: "en",
        };
        Ok(create_by_operator(backend, &input).await.map(|_| ()))
    }
}

fn read_password(from_stdin: bool) -> Result<String> {
    if !from_stdin {
        return rpassword::prompt_password("Password: ")
            .context("the password cannot be asked for; use --password-stdin");
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    ensure!(!password.is_empty(), "standard input holds no password");
    Ok(password.to_owned())
}

/// A refusal in the words of its stable codes.
fn explain(error: Error, email: &str) -> anyhow::Error {
    match error {
        Error::NotFound => anyhow!("there is no account {email}"),
        Error::Refused(violations) => {
            let codes: Vec<_> = violations
                .iter()
                .map(|violation| violation.problem.code())
                .collect();
            anyhow!("refused: {}", codes.join(", "))
        }
        other => other.into(),
    }
}
