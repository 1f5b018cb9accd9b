//! What is wrong with a setting.

use figment::error::Kind;

/// One setting that is missing or wrong, in one line that begins with its name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {problem}")]
pub struct ConfigError {
    name: String,
    problem: String,
}

impl ConfigError {
    /// A problem with the setting of this key (`database.url`).
    #[must_use]
    pub fn new(key: &str, problem: impl Into<String>) -> Self {
        Self {
            name: variable(key),
            problem: problem.into(),
        }
    }

    /// A setting that has no default.
    #[must_use]
    pub fn missing(key: &str, expected: &str) -> Self {
        Self::new(key, format!("missing; expected {expected}"))
    }
}

/// The name of a key in the environment.
fn variable(key: &str) -> String {
    format!("LICENSE_{}", key.replace('.', "__").to_uppercase())
}

impl ConfigError {
    /// What is wrong inside the section (or with the value) that was read under `key`.
    pub(super) fn within(key: &str, error: figment::Error) -> Self {
        // The library puts the key that was asked for behind the path inside of it.
        let inside = error.path.iter().take_while(|part| *part != key);
        let path = [key]
            .into_iter()
            .chain(inside.map(String::as_str))
            .collect::<Vec<_>>()
            .join(".");
        match error.kind {
            Kind::UnknownField(field, known) => Self::new(
                &format!("{}.{field}", path.trim_end_matches(&format!(".{field}"))),
                format!("there is no such setting; known are {}", known.join(", ")),
            ),
            Kind::InvalidType(found, expected) | Kind::InvalidValue(found, expected) => {
                Self::new(&path, format!("expected {expected}, found {found}"))
            }
            Kind::UnknownVariant(found, known) => Self::new(
                &path,
                format!("expected one of {}, found {found}", known.join(", ")),
            ),
            kind => Self::new(&path, kind.to_string().replace('\n', " ")),
        }
    }
}
