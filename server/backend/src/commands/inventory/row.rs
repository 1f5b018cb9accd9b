//! One server as another system or a file tells it.

use serde::{Deserialize, Serialize};
use shared::calendar_date::parse_day;
use shared::cloud_server::{Billing, ServerState, Term};
use shared::email_address::EmailAddress;
use shared::ip_address::Ipv4Host;
use shared::parsed_text::tidy_line;

/// Characters of a name or an identifier.
const LONGEST: usize = 255;

/// The texts of one server, not checked yet; an empty text means "none".
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InventoryRow {
    /// The other system's identifier; a server is known by it.
    pub external_id: String,
    /// E-mail of the account the server belongs to.
    pub account: String,
    pub name: String,
    pub region: String,
    /// `true` or `false`: the region is in mainland China.
    pub mainland: String,
    /// `monthly_package`, `yearly_package`, `pay_as_you_go` or `trial`.
    pub billing: String,
    /// `running`, `stopped`, `expired`, `refunded` or `frozen`.
    pub state: String,
    /// First day of the term, `YYYY-MM-DD`, Asia/Shanghai.
    pub term_starts_on: String,
    /// The day the term ends (exclusive).
    pub term_ends_on: String,
    /// The bound public IP.
    pub public_ip: String,
}

/// What is wrong with one row; nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("line {line}, {column}: {problem}")]
pub struct RowError {
    /// Line of the file (its header is line 1), or position in a request counted from 1.
    pub line: u64,
    pub column: &'static str,
    pub problem: String,
}

/// A row that is right in itself.
#[derive(Debug)]
pub(super) struct ParsedRow {
    pub external_id: String,
    pub account: EmailAddress,
    pub name: String,
    pub region: String,
    pub mainland: bool,
    pub billing: Billing,
    pub state: ServerState,
    pub term: Option<Term>,
    pub public_ip: Option<Ipv4Host>,
}

/// Checks a row; adds everything that is wrong to `errors`.
pub(super) fn parse(
    line: u64,
    row: &InventoryRow,
    errors: &mut Vec<RowError>,
) -> Option<ParsedRow> {
    let before = errors.len();
    let mut wrong = |column, problem: String| {
        errors.push(RowError {
            line,
            column,
            problem,
        })
    };
    for (column, text) in [
        ("external_id", &row.external_id),
        ("name", &row.name),
        ("region", &row.region),
    ] {
        let text = tidy_line(text);
        if text.is_empty() {
            wrong(column, "expected a text, found none".to_owned());
        } else if text.chars().count() > LONGEST {
            wrong(column, format!("expected {LONGEST} characters at most"));
        }
    }
    let account = EmailAddress::parse(&row.account)
        .map_err(|why| {
            wrong(
                "account",
                format!("expected the owner's email address: {why}"),
            )
        })
        .ok();
    let mainland = row.mainland.trim().to_lowercase().parse::<bool>();
    if mainland.is_err() {
        wrong(
            "mainland",
            format!("expected true or false, found {:?}", row.mainland),
        );
    }
    let billing = Billing::from_code(row.billing.trim());
    if billing.is_none() {
        wrong(
            "billing",
            one_of(Billing::ALL.iter().map(|value| value.code()), &row.billing),
        );
    }
    let state = ServerState::from_code(row.state.trim());
    if state.is_none() {
        wrong(
            "state",
            one_of(
                ServerState::ALL.iter().map(|value| value.code()),
                &row.state,
            ),
        );
    }
    let term = term(row, &mut wrong);
    let public_ip = match row.public_ip.trim() {
        "" => None,
        text => Ipv4Host::parse(text)
            .map_err(|why| wrong("public_ip", format!("expected an IPv4 address: {why}")))
            .ok(),
    };
    if errors.len() > before {
        return None;
    }
    Some(ParsedRow {
        external_id: tidy_line(&row.external_id),
        account: account?,
        name: tidy_line(&row.name),
        region: tidy_line(&row.region),
        mainland: mainland.ok()?,
        billing: billing?,
        state: state?,
        term,
        public_ip,
    })
}

fn term(row: &InventoryRow, wrong: &mut impl FnMut(&'static str, String)) -> Option<Term> {
    let mut day = |column, text: &str| match text.trim() {
        "" => None,
        text => parse_day(text).or_else(|| {
            wrong(
                column,
                format!("expected a day like 2026-11-22, found {text:?}"),
            );
            None
        }),
    };
    let starts_on = day("term_starts_on", &row.term_starts_on);
    let ends_on = day("term_ends_on", &row.term_ends_on);
    match (starts_on, ends_on) {
        (Some(starts_on), Some(ends_on)) if ends_on <= starts_on => {
            wrong(
                "term_ends_on",
                "expected a day after the first day of the term".to_owned(),
            );
            None
        }
        (Some(starts_on), Some(ends_on)) => Some(Term { starts_on, ends_on }),
        (None, None) => None,
        (Some(_), None) if row.term_ends_on.trim().is_empty() => {
            wrong(
                "term_ends_on",
                "expected the end of the term, found none".to_owned(),
            );
            None
        }
        (None, Some(_)) if row.term_starts_on.trim().is_empty() => {
            wrong(
                "term_starts_on",
                "expected the first day of the term, found none".to_owned(),
            );
            None
        }
        // The malformed one was told above.
        _ => None,
    }
}

fn one_of(known: impl Iterator<Item = &'static str>, found: &str) -> String {
    format!(
        "expected one of {}, found {found:?}",
        known.collect::<Vec<_>>().join(", ")
    )
}
