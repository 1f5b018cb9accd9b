//! JCDM: base code tables. Rows differ in the element that holds their text.

use super::super::xml_read::{code, number, text};
use ports::authority::{CodeTableRow, Document};
use roxmltree::Node;

/// Elements that hold a row's text, by table.
const TEXT_ELEMENTS: [&str; 5] = ["Mc", "Nr", "Ztmc", "Dwmc", "Fl1"];

/// Every element with an `Id` is a row, at whatever depth its table stands.
pub(super) fn read(part: Node<'_, '_>) -> Document {
    Document::CodeTables {
        rows: part.descendants().filter_map(row).collect(),
    }
}

fn row(node: Node<'_, '_>) -> Option<CodeTableRow> {
    Some(CodeTableRow {
        table: node.tag_name().name().to_owned(),
        code: code(node, "Id")?,
        text: TEXT_ELEMENTS
            .into_iter()
            .find_map(|element| text(node, element))?,
        class: code(node, "Dwflid"),
        valid: number(node, "Sfyx") != Some(0),
    })
}
