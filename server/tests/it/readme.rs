//! The README and its Chinese twin: both say the same, and what they say is so.

use backend::demo::ACCOUNTS;
use shared::credit_code::UnifiedSocialCreditCode;
use shared::identity_card::IdentityCard;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FILES: [&str; 2] = ["README.md", "README.zh-CN.md"];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

/// Both, by the same look at them.
fn both<T>(look: impl Fn(&str) -> T) -> [T; 2] {
    FILES.map(|file| look(&read(file)))
}

#[test]
fn each_names_the_other_at_its_top() {
    for (file, other) in [(FILES[0], FILES[1]), (FILES[1], FILES[0])] {
        let text = read(file);
        let top: Vec<&str> = text.lines().take(3).collect();
        assert!(top.join("\n").contains(&format!("]({other})")), "{file}");
    }
}

#[test]
fn both_have_the_same_headings_tables_and_steps() {
    // What a line begins with: `##`, `|`, `1.`, `-`, `**` or a picture.
    let outline = |text: &str| -> Vec<String> {
        let lines = outside_of_code(text);
        let shape = |line: &str| {
            let first = line.split_whitespace().next()?;
            let is_step = first.ends_with('.') && first.starts_with(|c: char| c.is_ascii_digit());
            match first {
                _ if is_step || first.starts_with('#') || first == "-" => Some(first.to_owned()),
                _ if first.starts_with('|') => Some(format!("{} cells", line.matches('|').count())),
                _ if first.starts_with("**") => Some("**".to_owned()),
                _ if first.starts_with("![") => Some("picture".to_owned()),
                _ => None,
            }
        };
        lines.iter().filter_map(|line| shape(line)).collect()
    };
    let [english, chinese] = both(outline);
    assert!(english.len() > 60, "{english:?}");
    assert_eq!(english, chinese);
}

#[test]
fn both_have_the_same_commands_and_settings() {
    let [english, chinese] = both(|text| {
        let lines = code(text);
        let without_comment = |line: &String| match line.split_once('#') {
            Some((before, _)) => before.trim().to_owned(),
            None => line.trim().to_owned(),
        };
        lines.iter().map(without_comment).collect::<Vec<_>>()
    });
    assert!(
        english.iter().any(|line| line == "make reset"),
        "{english:?}"
    );
    assert_eq!(english, chinese);
}

#[test]
fn both_have_the_same_values() {
    let [english, chinese] = both(values);
    for value in [
        "holder@example.com",
        "91350100EXAMPLE01M",
        "Lic-Pass-4",
        "libc6-dev",
    ] {
        assert!(english.contains(value), "{value} in {english:?}");
    }
    let only_one: Vec<_> = english.symmetric_difference(&chinese).collect();
    assert_eq!(only_one, Vec::<&String>::new());
}

#[test]
fn the_accounts_are_those_of_the_demo() {
    for file in FILES {
        let text = read(file);
        let rows: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("| ") && line.contains("-demo-"))
            .collect();
        let told = rows.iter().map(|row| row.matches("@example.com").count());
        assert_eq!(told.sum::<usize>(), ACCOUNTS.len(), "{file}");
        for account in ACCOUNTS {
            let password = format!("| {} |", account.password);
            assert!(
                rows.iter()
                    .any(|row| row.contains(account.email) && row.contains(&password)),
                "{} in {file}",
                account.email
            );
        }
    }
}

#[test]
fn the_numbers_of_the_tour_have_right_check_characters() {
    let numbers = values(&read(FILES[0]));
    let numbers: Vec<&String> = numbers
        .iter()
        .filter(|value| value.len() == 18 && value.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(numbers.len(), 4, "{numbers:?}");
    for number in numbers {
        if number.starts_with('9') {
            UnifiedSocialCreditCode::parse(number).unwrap();
        } else {
            IdentityCard::parse(number).unwrap();
        }
    }
}

#[test]
fn the_pictures_are_there() {
    for file in FILES {
        let text = read(file);
        let pictures: Vec<&str> = text
            .split("](")
            .filter_map(|rest| rest.split_once(".png)"))
            .map(|(picture, _)| picture)
            .collect();
        assert!(pictures.len() > 4, "{pictures:?}");
        for picture in pictures {
            let picture = root().join(format!("{picture}.png"));
            assert!(picture.is_file(), "{} of {file}", picture.display());
        }
    }
}

#[test]
fn what_make_is_asked_for_is_in_the_makefile() {
    let makefile = read("Makefile");
    for file in FILES {
        let text = read(file);
        let lines: Vec<String> = values(&text).into_iter().chain(code(&text)).collect();
        let targets: BTreeSet<&str> = lines
            .iter()
            .filter_map(|line| line.split("make ").nth(1)?.split_whitespace().next())
            .collect();
        assert!(targets.contains("reset"), "{targets:?}");
        for target in targets {
            assert!(makefile.contains(&format!("\n{target}:")), "{target}");
        }
    }
}

/// E-mail addresses, host names, numbers, names of packages, files, settings and commands: what is
/// spelled alike in every language.
fn values(text: &str) -> BTreeSet<String> {
    let text = outside_of_code(text).join("\n");
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || "@._-/:=~".contains(c);
    let quoted = text.split('`').skip(1).step_by(2).map(str::to_owned);
    let spelled = |value: &String| {
        value.chars().all(is_of_word)
            && (value.contains(['@', '.', '_', '-', '/'])
                || value.contains(|c: char| c.is_ascii_digit()))
    };
    let commands = |value: &String| value.starts_with("make ");
    let addresses = text
        .split(|c: char| !is_of_word(c))
        .map(|word| word.trim_end_matches(['.', ':']).to_owned())
        .filter(|word| word.contains('@') || word.starts_with("http"));
    quoted
        .filter(|value| spelled(value) || commands(value))
        .chain(addresses)
        .collect()
}

fn outside_of_code(text: &str) -> Vec<&str> {
    lines(text, false)
}

fn code(text: &str) -> Vec<String> {
    lines(text, true).into_iter().map(str::to_owned).collect()
}

/// The lines inside of fenced code, or those outside.
fn lines(text: &str, inside: bool) -> Vec<&str> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced == inside {
            lines.push(line);
        }
    }
    lines
}
