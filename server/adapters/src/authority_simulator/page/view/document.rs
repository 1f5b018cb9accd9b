//! The document of a report, folded, for whoever wants to see what went over the line.

use super::super::super::state::{FiledReport, State};
use super::super::text::Words;
use maud::{Markup, html};

pub(super) fn document(state: &State, report: &FiledReport, words: Words) -> Markup {
    html! {
        @if let Some(xml) = state.documents.get(&report.sequence) {
            details {
                summary { (words.document()) }
                pre { code { (indented(xml)) } }
            }
        }
    }
}

/// One line for each element, farther in the deeper it is. Only between elements that touch, where
/// a line means nothing.
fn indented(xml: &str) -> String {
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    let pieces: Vec<&str> = xml.trim().split("><").collect();
    for (at, piece) in pieces.iter().enumerate() {
        let closes = piece.starts_with('/');
        let is_whole = piece.contains("</") || piece.ends_with('/') || piece.starts_with("<?");
        if closes {
            depth = depth.saturating_sub(1);
        }
        let start = if at == 0 { "" } else { "<" };
        let end = if at + 1 == pieces.len() { "" } else { ">" };
        lines.push(format!("{}{start}{piece}{end}", "  ".repeat(depth)));
        if !closes && !is_whole {
            depth += 1;
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn elements_stand_one_to_a_line_and_their_text_stays() {
        let xml = "<?xml version=\"1.0\"?><a version=\"1\"><b>x &amp; y</b><c/><d><e f=\"?\">1 > 0</e></d></a>";
        let expected = "\
<?xml version=\"1.0\"?>
<a version=\"1\">
  <b>x &amp; y</b>
  <c/>
  <d>
    <e f=\"?\">1 > 0</e>
  </d>
</a>";
        assert_eq!(indented(xml), expected);
    }

    #[test]
    fn what_is_no_document_stays_as_it_is() {
        assert_eq!(indented("no <xml"), "no <xml");
    }
}
