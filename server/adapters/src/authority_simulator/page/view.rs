//! The markup of the page.

use super::super::documents::local;
use super::super::state::{FiledReport, Request, State};
use super::super::world::{WorldAccess, WorldEntity};
use super::text::Words;
use maud::{DOCTYPE, Markup, html};

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

pub(super) fn view(state: &State, words: &Words, problem: Option<&Problem>) -> Markup {
    let waiting: Vec<&FiledReport> = state.pending().collect();
    let decided: Vec<&FiledReport> = state
        .reports
        .iter()
        .rev()
        .filter(|report| report.verdict.is_some())
        .collect();
    html! {
        (DOCTYPE)
        html lang=(words.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (words.title) }
                link rel="stylesheet" href="/style.css";
            }
            body {
                main {
                    h1 { (words.title) }
                    p.quiet { (words.introduction) }
                    @if let Some(Problem::NotPending) = problem {
                        p.problem role="alert" { (words.not_pending) }
                    }
                    section {
                        h2 { (words.waiting) " (" (waiting.len()) ")" }
                        @if waiting.is_empty() { p.card.quiet { (words.nothing_waits) } }
                        @for report in &waiting { (pending_report(report, words, problem)) }
                    }
                    (answer_after(state, words, problem))
                    section {
                        h2 { (words.decided) }
                        @if decided.is_empty() { p.card.quiet { (words.nothing_decided) } }
                        @for report in &decided { (decided_report(report, words)) }
                    }
                    (register(&state.world.entities, words))
                }
            }
        }
    }
}

fn pending_report(report: &FiledReport, words: &Words, problem: Option<&Problem>) -> Markup {
    let field = format!("opinion-{}", report.id);
    let hint = format!("opinion-{}-hint", report.id);
    let (typed, wrong) = match problem {
        Some(Problem::OpinionMissing { id }) if *id == report.id => {
            ("", Some(words.opinion_missing.to_owned()))
        }
        Some(Problem::Character { id, typed, outside }) if *id == report.id => (
            typed.as_str(),
            Some(format!("{} {outside}", words.opinion_character)),
        ),
        _ => ("", None),
    };
    html! {
        article.card {
            (facts(report, words))
            form method="post" action=(format!("/reports/{}/decision", report.id)) {
                label for=(field) { (words.opinion) }
                textarea id=(field) name="opinion" rows="2" maxlength="1024"
                    aria-describedby=(hint) aria-invalid=[wrong.as_ref().map(|_| "true")] { (typed) }
                p.quiet id=(hint) {
                    @if let Some(wrong) = &wrong { span.problem role="alert" { (wrong) " " } }
                    (words.opinion_hint)
                }
                div.actions {
                    button.main name="verdict" value="approve" { (words.approve) }
                    button.grave name="verdict" value="reject" { (words.reject) }
                }
            }
        }
    }
}

fn decided_report(report: &FiledReport, words: &Words) -> Markup {
    html! {
        article.card {
            (facts(report, words))
            @if let Some(verdict) = &report.verdict {
                p.verdict {
                    span aria-hidden="true" { @if verdict.code == 1001 { "✓ " } @else { "✕ " } }
                    strong { (words.verdict(verdict)) }
                    " · " code { (verdict.code) }
                    " · " (local(verdict.at).format("%Y-%m-%d %H:%M"))
                    @if let Some(opinion) = &verdict.opinion { " · " (opinion) }
                }
            }
        }
    }
}

fn facts(report: &FiledReport, words: &Words) -> Markup {
    let kind = match &report.request {
        Request::CancelAccess { .. } => words.cancel_access,
        Request::NewAccess { .. } => words.new_access,
        Request::NewFiling { .. } => words.new_filing,
        Request::Unreadable { .. } => words.unreadable,
    };
    html! {
        h3 { (kind) @if !report.subject.is_empty() { " · " (report.subject) } }
        dl {
            dt { (words.received) }
            dd { (local(report.received_at).format("%Y-%m-%d %H:%M:%S")) }
            dt { (words.sequence) }
            dd { (report.sequence) " · " code { (report.file_name) } }
            @match &report.request {
                Request::CancelAccess { reason_code, note, .. } => {
                    dt { (words.reason) } dd { (reason_code) }
                    @if let Some(note) = note { dt { (words.note) } dd { (note) } }
                }
                Request::NewAccess { access, .. } => {
                    dt { (words.addresses) } dd { (addresses(access)) }
                }
                Request::NewFiling { entity } => {
                    dt { (words.addresses) }
                    @for website in &entity.websites {
                        @for access in &website.accesses { dd { (addresses(access)) } }
                    }
                }
                Request::Unreadable { .. } => {}
            }
        }
    }
}

fn addresses(access: &WorldAccess) -> Markup {
    html! {
        @for ip in &access.row.ips {
            code { (ip.first) @if ip.first != ip.last { "–" (ip.last) } } " "
        }
    }
}

fn answer_after(state: &State, words: &Words, problem: Option<&Problem>) -> Markup {
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
                label for="seconds" { (words.answer_after) }
                div.actions {
                    input id="seconds" name="seconds" inputmode="numeric" value=(value)
                        aria-describedby="seconds-hint" aria-invalid=[wrong.then_some("true")];
                    button { (words.save) }
                }
                p.quiet id="seconds-hint" {
                    @if wrong { span.problem role="alert" { (words.answer_after_wrong) " " } }
                    (words.answer_after_hint)
                }
            }
        }
    }
}

fn register(entities: &[WorldEntity], words: &Words) -> Markup {
    html! {
        section {
            h2 { (words.register) }
            @for entity in entities {
                article.card {
                    h3 { (entity.name) }
                    dl {
                        dt { (words.license_number) } dd { code { (entity.license_number) } }
                        dt { (words.license_password) } dd { code { (entity.license_password) } }
                        dt { (words.websites) }
                        @for website in &entity.websites {
                            dd {
                                @for domain in &website.domains { (domain.name) " " }
                                code { (website.license_number) }
                                @if website.accesses.is_empty() { " · " (words.no_access) }
                                @for access in &website.accesses {
                                    " · " (words.provider) " " code { (access.row.provider_id) }
                                    " " (addresses(access))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
