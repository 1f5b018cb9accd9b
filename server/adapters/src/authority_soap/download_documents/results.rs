//! BAJG: results and opinions.

use super::super::xml_read::{child, children, code, number, text};
use super::operation;
use ports::authority::{Document, Operation, Opinion, RecordResult, ResultLine};
use roxmltree::Node;

pub(super) fn read(part: Node<'_, '_>) -> Document {
    let opinions = child(part, "GJSHS")
        .into_iter()
        .flat_map(|list| children(list, "Gjsh"));
    Document::Results {
        results: children(part, "Jg_xx").map(result).collect(),
        opinions: opinions.map(opinion).collect(),
    }
}

fn result(row: Node<'_, '_>) -> RecordResult {
    let lines = children(row, "Jgxx").filter_map(|line| {
        Some(ResultLine {
            code: code(line, "Jgdm")?,
            text: text(line, "Dmms"),
        })
    });
    RecordResult {
        operation: named_operation(row),
        key: text(row, "Bs"),
        lines: lines.collect(),
    }
}

/// An operation that cannot be read is not one that was left out.
fn named_operation(row: Node<'_, '_>) -> Option<Operation> {
    text(row, "Czlx").map(|number| number.parse().map_or(Operation::Other, operation))
}

fn opinion(row: Node<'_, '_>) -> Opinion {
    Opinion {
        operation: named_operation(row),
        record_id: number(row, "Jlid"),
        approved: number(row, "Shjg") == Some(1),
        text: text(row, "Shyj"),
        reviewed_at: text(row, "Shsj"),
    }
}
