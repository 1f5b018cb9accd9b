//! BAJG: results and opinions.

use super::super::xml_read::{child, children, code, number, text};
use super::operation;
use ports::authority::{Document, Opinion, RecordResult, ResultLine};
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
        operation: number(row, "Czlx").and_then(operation),
        key: text(row, "Bs"),
        lines: lines.collect(),
    }
}

fn opinion(row: Node<'_, '_>) -> Opinion {
    Opinion {
        operation: number(row, "Czlx").and_then(operation),
        record_id: number(row, "Jlid"),
        approved: number(row, "Shjg") == Some(1),
        text: text(row, "Shyj"),
        reviewed_at: text(row, "Shsj"),
    }
}
