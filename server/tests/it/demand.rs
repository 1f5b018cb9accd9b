//! What an endpoint demands, as `endpoint_table.txt` writes it.

use backend::service_token::Scope;
use shared::role::Action;

/// What whoever calls must have.
#[derive(Debug)]
pub enum Demand {
    Public,
    Session,
    /// Every one of them.
    Actions(Vec<Action>),
    Scope(Scope),
}

impl Demand {
    /// Reads what the table says; none when that means nothing.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match (text, Scope::from_code(text)) {
            ("public", _) => Self::Public,
            ("session", _) => Self::Session,
            (_, Some(scope)) => Self::Scope(scope),
            _ => Self::Actions(text.split('+').map(action).collect::<Option<_>>()?),
        })
    }
}

fn action(name: &str) -> Option<Action> {
    Action::ALL
        .iter()
        .copied()
        .find(|action| action.name() == name)
}
