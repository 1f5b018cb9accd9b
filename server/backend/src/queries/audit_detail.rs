//! The values of an audit event, one by one, for whoever puts them into words.

use crate::error::{Error, Result};
use serde_json::{Map, Value};
use shared::wire::audit::AuditValue;

/// # Errors
/// [`Error::Internal`] naming the row when its detail is no JSON object.
pub fn values(event_id: i64, detail: &str) -> Result<Vec<AuditValue>> {
    let detail: Map<String, Value> = serde_json::from_str(detail)
        .map_err(|_| Error::inconsistent("audit_event", event_id, "its detail is no object"))?;
    let values = detail.into_iter().map(|(key, value)| AuditValue {
        key,
        values: match value {
            Value::Null => Vec::new(),
            Value::Array(values) => values.iter().map(text).collect(),
            value => vec![text(&value)],
        },
    });
    Ok(values.filter(|value| !value.values.is_empty()).collect())
}

fn text(value: &Value) -> String {
    match (value, value.get("old"), value.get("new")) {
        (Value::String(text), ..) => text.clone(),
        (_, Some(old), Some(new)) => format!("{} → {}", text(old), text(new)),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(detail: &str) -> Vec<(String, String)> {
        let values = values(1, detail).unwrap().into_iter();
        values.map(|it| (it.key, it.values.join("|"))).collect()
    }

    #[test]
    fn each_value_stands_under_its_key() {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(shown(r#"{"fields":[]}"#), []);
        assert_eq!(shown(r#"{"from":null,"to":7}"#), [pair("to", "7")]);
        assert_eq!(shown(r#"{"scopes":["a","b"]}"#), [pair("scopes", "a|b")]);
        assert_eq!(
            shown(r#"{"name":{"old":"one","new":"two"}}"#),
            [pair("name", "one → two")]
        );
    }
}
