//! Product verification: 64 clients at once, each verifying one unused code after the other
//! and beginning an application with it, through the command itself.

use crate::seed::{Size, code_text, unused_code, verifier};
use anyhow::Result;
use backend::backend::Backend;
use backend::commands::applications::verify_product::verify_product;
use shared::application::ApplicationKind;
use shared::wire::application::VerifyProductInput;
use std::time::Instant;
use tokio::task::JoinSet;

/// Clients at once, each with an account of its own.
pub const CLIENTS: u32 = 64;
/// Verifications of each client.
const TURNS: u32 = 250;

/// Verifications of each client; fewer when the database has not enough unused codes.
pub fn turns(size: Size) -> u32 {
    TURNS.min(size.codes / 10 * 7 / CLIENTS)
}

/// Verifications per second.
pub async fn measure(backend: &Backend, size: Size) -> Result<f64> {
    let turns = turns(size);
    let mut clients = JoinSet::new();
    let begin = Instant::now();
    for client in 0..CLIENTS {
        clients.spawn(verify(backend.clone(), size, client, turns));
    }
    while let Some(finished) = clients.join_next().await {
        finished??;
    }
    Ok(f64::from(CLIENTS * turns) / begin.elapsed().as_secs_f64())
}

async fn verify(backend: Backend, size: Size, client: u32, turns: u32) -> Result<()> {
    let caller = verifier(size, client);
    for turn in 0..turns {
        let code = unused_code(turn * CLIENTS + client);
        let input = VerifyProductInput {
            kind: ApplicationKind::NewAccess.code().to_owned(),
            request_key: format!("verification-{turn}"),
            product: "code".to_owned(),
            authorization_code: code_text(&backend, code)?.to_string(),
            ..VerifyProductInput::default()
        };
        verify_product(&backend, &caller, input).await?;
    }
    Ok(())
}
