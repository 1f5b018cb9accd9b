//! What texts from outside have in common: cleaning what people paste, and the conversions of
//! parsed texts to and from plain text.
//!
//! [`visible`] is the one place that says which characters show nothing. Everything that comes
//! in passes through it: at the edge of the server, and in every parser, which may be fed from
//! a file or a table as well.

mod compatible;

/// The text as it shows: without format and control characters, each kind of blank a space,
/// line ends kept, and characters that only look like Han characters as those they look like.
#[must_use]
pub fn visible(input: &str) -> String {
    let shown = input.chars().filter(|c| !is_invisible(*c));
    shown.map(ordinary).collect()
}

/// A password or another secret that was pasted: without what nobody sees and without blanks
/// at its ends. What is left stands as it is, because nothing tells what was meant.
#[must_use]
pub fn tidy_secret(input: &str) -> String {
    visible(input).trim().to_owned()
}

/// Text of numbers and codes: [`visible`], full-width letters, digits and signs (`１２３`, `Ａ`,
/// `－`) in ASCII, a Roman ten an X. Spaces at the ends are removed.
pub(crate) fn tidy(input: &str) -> String {
    let tidied: String = visible(input).chars().map(half_width).collect();
    tidied.trim().to_owned()
}

/// [`tidy`], and without any white space: for numbers that people write in groups, and codes.
#[must_use]
pub fn tidy_without_spaces(input: &str) -> String {
    tidy(input).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The dashes that people type or paste in place of the hyphen.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Text in somebody's own words: [`visible`], each run of blanks one space, none at the ends,
/// full-width letters and digits in ASCII, every middle dot the one that GBK has. Full-width
/// signs stay, because names have them.
#[must_use]
pub fn tidy_line(input: &str) -> String {
    let words: String = visible(input).chars().map(one_spelling).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`tidy_line`] of a name. A full stop between Han characters is the middle dot of names such
/// as `阿不都·买买提`.
pub(crate) fn tidy_name(input: &str) -> String {
    let line = tidy_line(input);
    let characters: Vec<char> = line.chars().collect();
    let is_han = |at: Option<usize>| {
        at.and_then(|at| characters.get(at))
            .copied()
            .is_some_and(is_han)
    };
    let dotted = |(at, c): (usize, &char)| match c {
        '.' | '．' if is_han(at.checked_sub(1)) && is_han(Some(at + 1)) => '·',
        c => *c,
    };
    characters.iter().enumerate().map(dotted).collect()
}

/// [`tidy_line`] for each line of a longer text, without empty lines at the ends.
#[must_use]
pub fn tidy_lines(input: &str) -> String {
    let lines: Vec<String> = visible(input).lines().map(tidy_line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The form in which a text is searched for: neither width nor blanks nor case matter.
#[must_use]
pub fn search_key(input: &str) -> String {
    let line = tidy_line(input);
    let key = line.chars().map(half_width).filter(|c| !c.is_whitespace());
    key.flat_map(char::to_lowercase).collect()
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        'Ⅹ' => 'X',
        'ⅹ' => 'x',
        _ => c,
    }
}

fn one_spelling(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => half_width(c),
        '•' | '‧' | '∙' | '⋅' | '・' | '･' | '᛫' | '⸱' | '●' | '\u{387}' => '·',
        _ => c,
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

fn ordinary(c: char) -> char {
    match c {
        '\n' | '\r' => c,
        '\u{2028}' | '\u{2029}' => '\n',
        // The blank pattern of Braille is no white space to Unicode.
        '\u{2800}' => ' ',
        c if c.is_whitespace() => ' ',
        c => compatible::unified(c),
    }
}

/// Format characters, fillers and variation selectors (what Unicode calls ignorable by default,
/// and the anchors U+FFF9 to U+FFFC), and control characters, NUL among them, which PostgreSQL
/// refuses. Tabs and line ends are blanks.
fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFC}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' => true,
        c => c.is_control(),
    }
}

/// Text in and out of a type whose `parse` is the only way to make one.
macro_rules! parsed_text {
    ($type:ty, $error:ty) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $error;

            fn from_str(input: &str) -> Result<Self, Self::Err> {
                Self::parse(input)
            }
        }

        impl TryFrom<String> for $type {
            type Error = $error;

            fn try_from(input: String) -> Result<Self, Self::Error> {
                Self::parse(&input)
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.as_str().to_owned()
            }
        }
    };
}

/// Shows only the masked form in debug output, so that personal data cannot reach a log.
macro_rules! masked_debug {
    ($type:ident) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "{}({})", stringify!($type), self.masked())
            }
        }
    };
}

pub(crate) use {masked_debug, parsed_text};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const INVISIBLE: &str = "\u{AD}\u{61C}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\
        \u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\
        \u{2066}\u{2067}\u{2068}\u{2069}\u{3164}\u{FE00}\u{FE0F}\u{FEFF}\u{FFFC}\
        \u{0}\u{1}\u{8}\u{B}\u{C}\u{1B}\u{7F}\u{80}\u{9F}";

    #[test]
    fn what_nobody_sees_is_dropped_everywhere() {
        for hidden in INVISIBLE.chars() {
            let typed = format!("{hidden}张{hidden}三{hidden}");
            for read in [
                visible,
                tidy_secret,
                tidy,
                tidy_without_spaces,
                tidy_line,
                tidy_name,
                tidy_lines,
                search_key,
            ] {
                assert_eq!(read(&typed), "张三", "{hidden:?}");
            }
        }
    }

    #[test]
    fn every_blank_is_a_space() {
        for blank in [
            '\u{A0}', '\u{2007}', '\u{202F}', '\u{3000}', '\u{2003}', '\u{2800}', '\t',
        ] {
            let typed = format!("{blank}第{blank}{blank}一{blank}");
            assert_eq!(tidy_line(&typed), "第 一");
            assert_eq!(tidy_lines(&typed), "第 一");
            assert_eq!(tidy_secret(&typed), "第  一");
            assert_eq!(tidy_without_spaces(&typed), "第一");
        }
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(tidy_lines("\r\n 一 \r\n\r\n二\u{2028}三\n"), "一\n\n二\n三");
    }

    #[test]
    fn letters_and_digits_have_one_width_and_signs_of_names_stay() {
        assert_eq!(tidy_line("ＡＢｃ１２（北京）"), "ABc12（北京）");
        assert_eq!(tidy("３３０１０６Ⅹ（－）"), "330106X(-)");
    }

    #[test]
    fn every_middle_dot_of_a_name_is_the_one_that_gbk_has() {
        for typed in [
            "阿不都·买买提",
            "阿不都•买买提",
            "阿不都‧买买提",
            "阿不都・买买提",
            "阿不都･买买提",
            "阿不都∙买买提",
            "阿不都⋅买买提",
            "阿不都.买买提",
            "阿不都．买买提",
        ] {
            assert_eq!(tidy_name(typed), "阿不都·买买提", "{typed}");
        }
        assert_eq!(tidy_name("J. R. 示例 example.cn"), "J. R. 示例 example.cn");
    }

    #[test]
    fn a_search_knows_neither_width_nor_blanks_nor_case() {
        for (stored, typed) in [
            ("示例科技（北京）有限公司", "示例科技(北京) 有限公司"),
            ("ABC 示例", "ａｂｃ　示例"),
            ("阿不都·买买提", "阿不都•买买提"),
        ] {
            assert_eq!(search_key(stored), search_key(typed));
        }
    }

    proptest! {
        #[test]
        fn tidying_twice_changes_nothing(text in any::<String>()) {
            for read in [visible, tidy_secret, tidy, tidy_without_spaces, tidy_line, tidy_name, tidy_lines, search_key] {
                let once = read(&text);
                prop_assert_eq!(&read(&once), &once);
            }
        }
    }
}
