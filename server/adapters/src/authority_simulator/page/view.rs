//! The markup of the page.

mod document;
mod facts;
mod register;
mod reports;

use super::super::state::{FiledReport, State};
use super::text::Words;
use maud::{DOCTYPE, Markup, html};
use register::register;
use reports::{decided_report, pending_report};
use shared::language::Language;

/// What a form had wrong; what was typed stays.
pub(super) enum Problem {
    OpinionMissing {
        id: usize,
    },
    Character {
        id: usize,
        typed: String,
        outside: char,
    },
    Seconds {
        typed: String,
    },
    NotPending,
}

/// What the whole page is made from.
pub(super) struct Page<'a> {
    pub(super) state: &'a State,
    pub(super) language: Language,
    /// Where the license system is that reports here, if that is known.
    pub(super) license_system: Option<&'a str>,
    pub(super) problem: Option<&'a Problem>,
}

pub(super) fn view(page: &Page<'_>) -> Markup {
    let words = Words(page.language);
    let (state, problem) = (page.state, page.problem);
    let waiting: Vec<&FiledReport> = state.pending().collect();
    let decided: Vec<&FiledReport> = state
        .reports
        .iter()
        .rev()
        .filter(|report| report.verdict.is_some())
        .collect();
    html! {
        (DOCTYPE)
        html lang=(page.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (words.title()) }
                link rel="stylesheet" href="/style.css";
            }
            body {
                (header(page, words))
                main {
                    h1 { (words.title()) }
                    p.quiet { (words.introduction()) }
                    @if let Some(Problem::NotPending) = problem {
                        p.problem role="alert" { (words.not_pending()) }
                    }
                    section {
                        h2 { (words.waiting()) " (" (waiting.len()) ")" }
                        @if waiting.is_empty() {
                            p.card.quiet { (words.nothing_waits()) " " a href="/" { (words.reload()) } }
                        }
                        @for report in &waiting { (pending_report(state, report, words, problem)) }
                    }
                    (answer_after(state, words, problem))
                    section {
                        h2 { (words.decided()) }
                        @if decided.is_empty() { p.card.quiet { (words.nothing_decided()) } }
                        @for report in &decided { (decided_report(state, report, words)) }
                    }
                    (register(&state.world.entities, words))
                }
            }
        }
    }
}

/// The way back, and one button per other language, named in that language.
fn header(page: &Page<'_>, words: Words) -> Markup {
    let others = Language::ALL
        .into_iter()
        .filter(|other| *other != page.language);
    html! {
        header {
            @if let Some(url) = page.license_system {
                a href=(url) { span aria-hidden="true" { "← " } (words.license_system()) }
            }
            form method="post" action="/language" aria-label=(words.language()) {
                @for other in others {
                    button name="language" value=(other.code()) lang=(other.code()) {
                        (other.own_name())
                    }
                }
            }
        }
    }
}

fn answer_after(state: &State, words: Words, problem: Option<&Problem>) -> Markup {
    let (value, wrong) = match problem {
        Some(Problem::Seconds { typed }) => (typed.clone(), true),
        _ => (
            state
                .answer_after_seconds
                .map(|s| s.to_string())
                .unwrap_or_default(),
            false,
        ),
    };
    html! {
        section.card {
            form method="post" action="/answer-after" {
                label for="seconds" { (words.answer_after()) }
                div.actions {
                    input id="seconds" name="seconds" inputmode="numeric" value=(value)
                        aria-describedby="seconds-hint" aria-invalid=[wrong.then_some("true")];
                    button { (words.save()) }
                }
                p.quiet id="seconds-hint" {
                    @if wrong { span.problem role="alert" { (words.answer_after_wrong()) " " } }
                    (words.answer_after_hint())
                }
            }
        }
    }
}
