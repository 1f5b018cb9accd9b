//! Writes elements and checks every value on the way: length, range, characters.

use super::super::encoding::{is_xml_character, to_gbk};
use ports::authority::AuthorityError;
use quick_xml::escape::partial_escape;
use std::ops::RangeInclusive;

pub(super) fn refuse(field: &str, problem: impl Into<String>) -> AuthorityError {
    AuthorityError::NotRepresentable {
        field: field.to_owned(),
        problem: problem.into(),
    }
}

/// A document in the making. White space between elements is left out: the schema does
/// not allow it inside numbers, and nobody reads it.
pub(super) struct DocumentWriter {
    xml: String,
}

impl DocumentWriter {
    pub(super) fn new() -> Self {
        let start = "<?xml version=\"1.0\" encoding=\"GBK\"?><UploadData version=\"V.3.0\">";
        Self {
            xml: start.to_owned(),
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.xml.push_str("</UploadData>");
        self.xml
    }

    /// An element with children.
    pub(super) fn element(
        &mut self,
        tag: &str,
        fill: impl FnOnce(&mut Self) -> Result<(), AuthorityError>,
    ) -> Result<(), AuthorityError> {
        self.xml.push_str(&format!("<{tag}>"));
        fill(self)?;
        self.xml.push_str(&format!("</{tag}>"));
        Ok(())
    }

    /// A text; `length` counts characters after trimming.
    pub(super) fn text(
        &mut self,
        tag: &str,
        field: &str,
        value: &str,
        length: RangeInclusive<usize>,
    ) -> Result<(), AuthorityError> {
        // Forms send line ends as CR LF, which XML readers turn into LF anyway.
        let value = value.trim().replace("\r\n", "\n").replace('\r', "\n");
        let count = value.chars().count();
        if !length.contains(&count) {
            let (least, most) = length.into_inner();
            let problem = format!("it has {count} characters, {least} to {most} are allowed");
            return Err(refuse(field, problem));
        }
        if let Some(control) = value
            .chars()
            .find(|character| !is_xml_character(*character))
        {
            return Err(refuse(
                field,
                format!("it has the control character {control:?}"),
            ));
        }
        to_gbk(&value)
            .map_err(|outside| refuse(field, format!("the character {outside:?} is not in GBK")))?;
        self.xml
            .push_str(&format!("<{tag}>{}</{tag}>", partial_escape(value)));
        Ok(())
    }

    /// A text that is left out when there is none: the schema forbids empty elements.
    pub(super) fn optional_text(
        &mut self,
        tag: &str,
        field: &str,
        value: Option<&str>,
        length: RangeInclusive<usize>,
    ) -> Result<(), AuthorityError> {
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => self.text(tag, field, value, length),
            None => Ok(()),
        }
    }

    /// A number.
    pub(super) fn number(
        &mut self,
        tag: &str,
        field: &str,
        value: i64,
        range: RangeInclusive<i64>,
    ) -> Result<(), AuthorityError> {
        if !range.contains(&value) {
            let (least, most) = range.into_inner();
            return Err(refuse(
                field,
                format!("it is {value}, {least} to {most} are allowed"),
            ));
        }
        self.xml.push_str(&format!("<{tag}>{value}</{tag}>"));
        Ok(())
    }

    /// An identifier of ours or of the authority.
    pub(super) fn id(&mut self, tag: &str, field: &str, value: i64) -> Result<(), AuthorityError> {
        self.number(tag, field, value, 1..=i64::MAX)
    }

    /// A container with one to 64 codes.
    pub(super) fn codes(
        &mut self,
        container: &str,
        tag: &str,
        field: &str,
        codes: &[i32],
    ) -> Result<(), AuthorityError> {
        if codes.is_empty() || codes.len() > 64 {
            return Err(refuse(field, "one to 64 codes are allowed"));
        }
        self.element(container, |writer| {
            codes
                .iter()
                .try_for_each(|code| writer.number(tag, field, (*code).into(), 1..=64))
        })
    }
}
