//! The commands on accounts that change several of them.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::commands::accounts::end_demo_passwords::end_demo_passwords;
use backend::demo::ACCOUNTS;

on_each_database!(demo_passwords_end_together_or_not_at_all);
async fn demo_passwords_end_together_or_not_at_all(h: &Harness) {
    for demo in &ACCOUNTS[..2] {
        let input = CreateInput {
            email: demo.email,
            display_name: "",
            role: demo.role,
            password: Some(demo.password),
            language: "en",
        };
        create_by_operator(&h.backend, &input).await.unwrap();
    }
    leaves_nothing(h, async |backend| end_demo_passwords(backend).await).await;
}
