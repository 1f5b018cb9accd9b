//! Lists as files: CSV and Excel workbooks.

use crate::error::{Error, Result};
use rust_xlsxwriter::{Workbook, XlsxError};

/// What kind of file a list is exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    Csv,
    Xlsx,
}

/// Rows of an Excel sheet below its header.
const SHEET_ROWS: u32 = 1_048_575;

/// Writes a header and rows into a file. A text that a spreadsheet program would take for
/// a formula stays a text.
///
/// # Errors
/// [`Error::Internal`] when a cell is longer than Excel allows (32,767 characters).
pub fn write(
    format: ExportFormat,
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Vec<u8>> {
    match format {
        ExportFormat::Csv => {
            write_csv(header, rows).map_err(|source| Error::Internal(source.into()))
        }
        ExportFormat::Xlsx => {
            write_xlsx(header, rows).map_err(|source| Error::Internal(source.into()))
        }
    }
}

fn write_csv(
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Vec<u8>, std::io::Error> {
    // The byte order mark tells Excel that the file is UTF-8.
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| without_formula(cell)))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// A leading apostrophe makes a spreadsheet program show the text as it is. Programs set to East
/// Asian languages take the full-width signs for formulas too, and some skip blanks before one.
fn without_formula(cell: &str) -> String {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const CUT_OFF: [char; 3] = ['\t', '\r', '\n'];
    if cell.starts_with(CUT_OFF) || cell.trim_start().starts_with(SIGNS) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Cells are written as strings, which Excel never evaluates. A list longer than a sheet
/// goes on in the next one.
fn write_xlsx(
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut rows = rows.into_iter().peekable();
    loop {
        let sheet = workbook.add_worksheet();
        sheet.set_freeze_panes(1, 0)?;
        sheet.write_row(0, 0, header.iter().copied())?;
        for (number, row) in (1..=SHEET_ROWS).zip(rows.by_ref()) {
            sheet.write_row(number, 0, row)?;
        }
        sheet.autofit();
        if rows.peek().is_none() {
            return workbook.save_to_buffer();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn csv(cell: &str) -> String {
        let bytes = write(ExportFormat::Csv, &["Name"], [vec![cell.to_owned()]]).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(csv("=1+1"), "\u{feff}Name\n'=1+1\n");
        for start in [
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            "\t",
            " =",
            "\u{3000}＝",
        ] {
            assert_eq!(
                csv(&format!("{start}x")),
                format!("\u{feff}Name\n'{start}x\n")
            );
        }
        for start in ["\n", "\r", "\n="] {
            assert_eq!(
                csv(&format!("{start}x")),
                format!("\u{feff}Name\n\"'{start}x\"\n")
            );
        }
        assert_eq!(csv("vm-eligible"), "\u{feff}Name\nvm-eligible\n");
    }

    #[test]
    fn commas_and_quotes_stay_in_their_cell() {
        assert_eq!(csv("a,\"b\""), "\u{feff}Name\n\"a,\"\"b\"\"\"\n");
    }

    #[test]
    fn a_workbook_is_a_zip_archive() {
        let bytes = write(ExportFormat::Xlsx, &["Name"], [vec!["=1+1".to_owned()]]).unwrap();
        assert!(bytes.starts_with(b"PK"));
    }
}
