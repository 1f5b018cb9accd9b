//! The authority's tables of codes (JCDM), as far as people choose from them. The downloaded
//! tables decide what there is and under which number; until one was downloaded, what public
//! sources agree on does.
//!
//! What this system knows by name has a stable code and words in both languages. Whatever else a
//! table offers is kept with its number and the authority's words.

use crate::website::SiteLanguage;
use serde::{Deserialize, Serialize};

/// A valid row of a downloaded table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub number: i32,
    pub text: String,
}

/// One value to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableChoice {
    /// What forms hold: the stable code of what is known by name, else number and words, as in
    /// `18:越南语`.
    pub code: String,
    /// The authority's number.
    pub number: i32,
}

/// The tables that a filing is filled in from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityTables {
    /// `Yylb`.
    pub languages: Vec<TableChoice>,
}

/// What a table holds that this system knows by name.
pub(crate) trait Known: Copy + 'static {
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
    /// The number until a table was downloaded.
    fn number(self) -> i32;
    fn of_row(row: &TableRow) -> Option<Self>;
}

impl AuthorityTables {
    /// From the valid rows of each table; without any, what is known.
    #[must_use]
    pub fn new(languages: &[TableRow]) -> Self {
        Self {
            languages: choices::<SiteLanguage>(languages),
        }
    }
}

impl Default for AuthorityTables {
    fn default() -> Self {
        Self::new(&[])
    }
}

fn choices<K: Known>(rows: &[TableRow]) -> Vec<TableChoice> {
    if rows.is_empty() {
        let known = K::ALL.iter().map(|known| TableChoice {
            code: known.code().to_owned(),
            number: known.number(),
        });
        return known.collect();
    }
    let choice = |row: &TableRow| TableChoice {
        code: K::of_row(row).map_or_else(|| other(row), |known| known.code().to_owned()),
        number: row.number,
    };
    rows.iter().map(choice).collect()
}

/// Without blanks, because codes of several choices stand side by side.
fn other(row: &TableRow) -> String {
    let words: String = row.text.split_whitespace().collect();
    format!("{}:{words}", row.number)
}

/// The choice that a form holds, also under the words of an earlier table.
#[must_use]
pub fn find<'a>(choices: &'a [TableChoice], code: &str) -> Option<&'a TableChoice> {
    let number = parts(code).map(|(number, _)| number);
    choices
        .iter()
        .find(|choice| choice.code == code || number == Some(choice.number))
}

/// The authority's words in a code of what this system does not know by name.
#[must_use]
pub fn words_of(code: &str) -> Option<&str> {
    parts(code).map(|(_, words)| words)
}

fn parts(code: &str) -> Option<(i32, &str)> {
    let (number, words) = code.split_once(':')?;
    Some((number.parse().ok()?, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: i32, text: &str) -> TableRow {
        TableRow {
            number,
            text: text.to_owned(),
        }
    }

    fn codes(choices: &[TableChoice]) -> Vec<(&str, i32)> {
        choices
            .iter()
            .map(|choice| (choice.code.as_str(), choice.number))
            .collect()
    }

    /// The two public witnesses agree on these seventeen numbers.
    #[test]
    fn until_a_table_came_english_is_12_and_3_is_uyghur() {
        let tables = AuthorityTables::default();
        let languages = codes(&tables.languages);
        assert_eq!(languages.len(), 17);
        assert!(languages.contains(&("uyghur", 3)));
        assert!(languages.contains(&("english", 12)));
        let numbers: Vec<i32> = languages.iter().map(|(_, number)| *number).collect();
        assert_eq!(numbers, (1..=17).collect::<Vec<_>>());
    }

    #[test]
    fn the_downloaded_table_decides() {
        let rows = [
            row(1, "中文简体"),
            row(3, "英语"),
            row(18, "越南 语"),
            row(19, "西班牙文"),
        ];
        let tables = AuthorityTables::new(&rows);
        assert_eq!(
            codes(&tables.languages),
            [
                ("simplified_chinese", 1),
                ("english", 3),
                ("18:越南语", 18),
                ("spanish", 19)
            ]
        );
        let find = |code| find(&tables.languages, code).map(|choice| choice.number);
        assert_eq!(find("english"), Some(3));
        assert_eq!(find("18:越文"), Some(18), "under its earlier words");
        assert_eq!(find("uyghur"), None, "the table does not have it");
        assert_eq!(find("99:世界语"), None);
        assert_eq!(words_of("18:越南语"), Some("越南语"));
        assert_eq!(words_of("english"), None);
    }

    #[test]
    fn every_language_is_known_by_the_words_that_tables_use() {
        for (text, language) in [
            ("简体中文", SiteLanguage::SimplifiedChinese),
            ("繁体中文", SiteLanguage::TraditionalChinese),
            ("维吾尔语", SiteLanguage::Uyghur),
            ("哈萨克语", SiteLanguage::Kazakh),
            ("柯尔克孜语", SiteLanguage::Kirgiz),
            ("蒙古语", SiteLanguage::Mongolian),
            ("藏语", SiteLanguage::Tibetan),
            ("壮语", SiteLanguage::Zhuang),
            ("朝鲜语", SiteLanguage::Korean),
            ("彝语", SiteLanguage::Yi),
            ("苗语", SiteLanguage::Miao),
            ("英文", SiteLanguage::English),
            ("日文", SiteLanguage::Japanese),
            ("法文", SiteLanguage::French),
            ("俄文", SiteLanguage::Russian),
            ("西文", SiteLanguage::Spanish),
            ("阿拉伯文", SiteLanguage::Arabic),
        ] {
            assert_eq!(
                SiteLanguage::of_row(&row(7, text)),
                Some(language),
                "{text}"
            );
        }
        assert_eq!(SiteLanguage::of_row(&row(3, "其他")), None);
    }
}
