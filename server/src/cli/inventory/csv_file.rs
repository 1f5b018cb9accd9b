//! CSV as spreadsheet programs save it: in UTF-8, UTF-16 or GBK, with commas, semicolons or tabs,
//! and with lines and columns that hold nothing.

use anyhow::{Context, Result, bail, ensure};
use backend::commands::inventory::InventoryRow;
use csv::{Position, ReaderBuilder, StringRecord, Trim};
use encoding_rs::{Encoding, GBK, UTF_8};
use std::fs;
use std::path::Path;

/// Reads the rows of a file, each with the number of its line.
///
/// # Errors
/// Names the file, and the line where there is one.
pub fn read(file: &Path) -> Result<Vec<(u64, InventoryRow)>> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    rows(&bytes).with_context(|| file.display().to_string())
}

fn rows(bytes: &[u8]) -> Result<Vec<(u64, InventoryRow)>> {
    // Behind a return and a line feed the reader still counts the line before.
    let text = decode(bytes)?.replace("\r\n", "\n");
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let columns = reader.headers()?.clone();
    let header: StringRecord = columns.iter().filter(|name| !name.is_empty()).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let row = named_cells(&record, &columns)
            .and_then(|cells| Ok(cells.deserialize(Some(&header))?))
            .with_context(|| format!("line {line}"))?;
        rows.push((line, row));
    }
    Ok(rows)
}

/// Programs set to Chinese save in GBK unless told otherwise.
fn decode(bytes: &[u8]) -> Result<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| {
        let is_utf_8 = std::str::from_utf8(bytes).is_ok();
        (if is_utf_8 { UTF_8 } else { GBK }, 0)
    });
    let bytes = bytes.get(mark..).unwrap_or_default();
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if !text.contains('\0') => Ok(text.into_owned()),
        _ => bail!(
            "this is no text: in the spreadsheet program choose Save As and the file type \
             \"CSV UTF-8 (Comma delimited)\""
        ),
    }
}

/// What separates the names of the columns, none of which holds such a character.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|sign| header.bytes().filter(|byte| byte == sign).count())
        .unwrap_or(b',')
}

/// The cells below a name; those below none must be empty.
fn named_cells(record: &StringRecord, columns: &StringRecord) -> Result<StringRecord> {
    let mut cells = StringRecord::new();
    for (place, cell) in record.iter().enumerate() {
        let is_named = columns.get(place).is_some_and(|name| !name.is_empty());
        ensure!(
            is_named || cell.is_empty(),
            "{cell:?} stands in a column without a name"
        );
        if is_named {
            cells.push_field(cell);
        }
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: &str = "external_id,account,name,term_starts_on\n\
                         i-1,holder@example.com,杭州一号,2026/11/22\n";

    fn names(bytes: &[u8]) -> Vec<(u64, String)> {
        let rows = rows(bytes).unwrap();
        rows.into_iter()
            .map(|(line, row)| (line, row.name))
            .collect()
    }

    #[test]
    fn every_encoding_that_spreadsheet_programs_save_in_is_read() {
        let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let tabs = TYPED.replace(',', "\t");
            let marked = format!("\u{feff}{tabs}");
            marked.encode_utf16().flat_map(to_bytes).collect()
        };
        for file in [
            TYPED.as_bytes().to_vec(),
            format!("\u{feff}{TYPED}").into_bytes(),
            GBK.encode(TYPED).0.into_owned(),
            utf_16(u16::to_le_bytes),
            utf_16(u16::to_be_bytes),
            TYPED.replace(',', ";").into_bytes(),
            TYPED.replace('\n', "\r\n").into_bytes(),
        ] {
            assert_eq!(names(&file), [(2, "杭州一号".to_owned())]);
        }
    }

    #[test]
    fn lines_and_columns_without_anything_are_passed_over() {
        let file = "external_id,name,,\ni-1,one,,\n,,,\ni-2,two\n,,,\n,,,\n";
        assert_eq!(
            names(file.as_bytes()),
            [(2, "one".to_owned()), (4, "two".to_owned())]
        );
    }

    #[test]
    fn what_cannot_be_read_says_where_or_how_to_save_it() {
        let complaint = |bytes: &[u8]| format!("{:#}", rows(bytes).unwrap_err());
        assert!(complaint(b"PK\x03\x04\x00\x00").contains("CSV UTF-8"));
        assert!(complaint(b"external_id\n\xff\xff\n").contains("CSV UTF-8"));
        let stray = complaint(b"external_id,name\ni-1,one,more\n");
        assert!(stray.starts_with("line 2: \"more\""), "{stray}");
        assert!(complaint(b"external_id,color\ni-1,red\n").contains("color"));
    }
}
