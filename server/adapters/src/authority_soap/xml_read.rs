//! Reading XML by element name. Names are compared without their namespace, and values
//! are trimmed: the interface is used both ways.

use roxmltree::{Document, Node};

/// Parses a document, whatever encoding its declaration names.
pub(crate) fn parse(xml: &str) -> Result<Document<'_>, roxmltree::Error> {
    Document::parse(xml.trim_start_matches('\u{feff}').trim_start())
}

/// The child elements called `name`.
pub(crate) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children()
        .filter(move |child| child.tag_name().name() == name)
}

/// The first child element called `name`.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The text of an element, CDATA included, trimmed.
pub(crate) fn text_of(node: Node<'_, '_>) -> String {
    let text: String = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|n| n.text())
        .collect();
    text.trim().to_owned()
}

/// The text of the first child called `name`; `None` when it is absent or empty.
pub(crate) fn text(node: Node<'_, '_>, name: &'static str) -> Option<String> {
    child(node, name)
        .map(text_of)
        .filter(|text| !text.is_empty())
}

/// The number in the first child called `name`; `None` when it is absent or no number.
pub(crate) fn number(node: Node<'_, '_>, name: &'static str) -> Option<i64> {
    text(node, name)?.parse().ok()
}

/// As [`number`], for the codes of tables.
pub(crate) fn code(node: Node<'_, '_>, name: &'static str) -> Option<i32> {
    text(node, name)?.parse().ok()
}
