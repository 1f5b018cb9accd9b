//! Download documents. Read leniently: what is absent stays unknown, what is not known is
//! named, and only what is no XML at all is unreadable as a whole.

mod code_tables;
mod filings;
mod results;

use super::codes::operation;
use super::encoding::parse_ip;
use super::xml_read::{self, children, number, text};
use ports::authority::{CanceledRecord, CancellationKind, Document};
use roxmltree::Node;

/// The parts of a file in document order.
pub(super) fn read(xml: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    match xml_read::parse(xml) {
        Ok(document) => read_parts(document.root_element(), &mut documents),
        Err(error) => documents.push(Document::Unreadable {
            problem: format!("not well-formed XML: {error}"),
        }),
    }
    documents
}

fn other(name: impl Into<String>) -> Document {
    Document::Other { name: name.into() }
}

fn read_parts(parent: Node<'_, '_>, documents: &mut Vec<Document>) {
    // SJTB/ICP holds filings without the element around them.
    if children(parent, "Baxx").next().is_some() {
        filings::read(parent, documents);
        return;
    }
    for part in parent.children().filter(Node::is_element) {
        match part.tag_name().name() {
            "ICP" | "SJTB" => read_parts(part, documents),
            "BAJG" => documents.push(results::read(part)),
            "BASJ" => filings::read(part, documents),
            "ZXSJ" => cancellations(part, documents),
            "JCDM" => documents.push(code_tables::read(part)),
            name => documents.push(other(name)),
        }
    }
}

fn cancellations(part: Node<'_, '_>, documents: &mut Vec<Document>) {
    let mut records = Vec::new();
    for row in children(part, "Zxxx") {
        let kind = match number(row, "Zxlb") {
            Some(0) => Some(CancellationKind::Entity),
            Some(1) => Some(CancellationKind::Website),
            Some(2) => Some(CancellationKind::Access),
            _ => None,
        };
        match (kind, number(row, "Jlid")) {
            (Some(kind), Some(record_id)) => {
                records.push(CanceledRecord {
                    kind,
                    record_id,
                    note: text(row, "Bz"),
                });
            }
            _ => documents.push(other("ZXSJ/Zxxx without a known kind or id")),
        }
    }
    documents.push(Document::Cancellations { records });
}

#[cfg(test)]
mod tests;
