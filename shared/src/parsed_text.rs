//! What the parsed texts of this crate have in common: tidying what people paste, and the
//! conversions to and from plain text.

/// Turns full-width letters, digits and signs (`１２３`, `Ａ`, `－`) into their ASCII forms, an
/// ideographic space into a space, and drops the invisible characters that come along when
/// text is copied from a web page. Spaces at the ends are removed.
pub(crate) fn tidy(input: &str) -> String {
    let tidied: String = input
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(half_width)
        .collect();
    tidied.trim().to_owned()
}

/// [`tidy`], and without any white space: for numbers that people write in groups.
pub(crate) fn tidy_without_spaces(input: &str) -> String {
    tidy(input).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The dashes that people type or paste in place of the hyphen.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Text in the holder's own words: without invisible characters, each run of white space one
/// space, no space at the ends. Full-width characters stay, because names have them.
pub(crate) fn tidy_line(input: &str) -> String {
    let visible: String = input.chars().filter(|c| !is_invisible(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`tidy_line`] for each line of a longer text, without empty lines at the ends.
pub(crate) fn tidy_lines(input: &str) -> String {
    let lines: Vec<String> = input.lines().map(tidy_line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
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
