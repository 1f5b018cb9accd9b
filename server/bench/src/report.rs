//! The table.

use std::fmt;

/// What a number is to reach.
#[derive(Debug, Clone, Copy)]
pub enum Budget {
    AtLeast(f64),
    AtMost(f64),
}

/// What was measured so far.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    what: String,
    measured: f64,
    unit: &'static str,
    budget: Option<Budget>,
}

impl Report {
    /// Adds a number that has a budget.
    pub fn judge(
        &mut self,
        what: impl Into<String>,
        measured: f64,
        unit: &'static str,
        budget: Budget,
    ) {
        self.rows.push(Row {
            what: what.into(),
            measured,
            unit,
            budget: Some(budget),
        });
    }

    /// Adds a number for comparison.
    pub fn note(&mut self, what: impl Into<String>, measured: f64, unit: &'static str) {
        self.rows.push(Row {
            what: what.into(),
            measured,
            unit,
            budget: None,
        });
    }
}

impl Budget {
    /// How much is missing, as a part of the budget; nothing or less when it is reached.
    fn missing(self, measured: f64) -> f64 {
        match self {
            Self::AtLeast(budget) => (budget - measured) / budget,
            Self::AtMost(budget) => (measured - budget) / budget,
        }
    }

    fn verdict(self, measured: f64) -> String {
        match self.missing(measured) {
            missing if missing > 0.0 => format!("missed by {:.0} %", missing * 100.0),
            _ => "reached".to_owned(),
        }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtLeast(budget) => write!(formatter, "≥ {}", number(*budget)),
            Self::AtMost(budget) => write!(formatter, "≤ {}", number(*budget)),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self
            .rows
            .iter()
            .map(|row| row.what.chars().count())
            .max()
            .unwrap_or_default();
        writeln!(
            formatter,
            "{:width$}  {:>8}  {:7}  {:>7}  verdict",
            "", "measured", "unit", "budget"
        )?;
        for row in &self.rows {
            let budget = row
                .budget
                .map(|budget| budget.to_string())
                .unwrap_or_default();
            let verdict = row
                .budget
                .map(|budget| budget.verdict(row.measured))
                .unwrap_or_default();
            let measured = number(row.measured);
            let line = format!(
                "{:width$}  {measured:>8}  {:7}  {budget:>7}  {verdict}",
                row.what, row.unit
            );
            writeln!(formatter, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Three digits are enough; large numbers are whole.
fn number(value: f64) -> String {
    match value.abs() {
        small if small < 10.0 => format!("{value:.2}"),
        middle if middle < 100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missed_budget_says_by_how_much() {
        assert_eq!(Budget::AtLeast(2000.0).verdict(1500.0), "missed by 25 %");
        assert_eq!(Budget::AtLeast(2000.0).verdict(2000.0), "reached");
        assert_eq!(Budget::AtMost(50.0).verdict(75.0), "missed by 50 %");
        assert_eq!(Budget::AtMost(50.0).verdict(49.9), "reached");
    }

    #[test]
    fn the_columns_are_aligned() {
        let mut report = Report::default();
        report.judge("memory", 75.25, "MB", Budget::AtMost(80.0));
        report.note("a longer name", 1234.0, "1/s");
        assert_eq!(
            report.to_string(),
            "               measured  unit      budget  verdict\n\
             memory             75.2  MB        ≤ 80.0  reached\n\
             a longer name      1234  1/s\n"
        );
    }
}
