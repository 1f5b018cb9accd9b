//! Reports: those that wait with what is to be decided, those that were answered with the answer.

use super::super::super::documents::local;
use super::super::super::state::{FiledReport, State};
use super::super::text::Words;
use super::Problem;
use super::document::document;
use super::facts::facts;
use maud::{Markup, html};

pub(super) fn pending_report(
    state: &State,
    report: &FiledReport,
    words: Words,
    problem: Option<&Problem>,
) -> Markup {
    let field = format!("opinion-{}", report.id);
    let hint = format!("opinion-{}-hint", report.id);
    let (typed, wrong) = match problem {
        Some(Problem::OpinionMissing { id }) if *id == report.id => {
            ("", Some(words.opinion_missing().to_owned()))
        }
        Some(Problem::Character { id, typed, outside }) if *id == report.id => (
            typed.as_str(),
            Some(format!("{} {outside}", words.opinion_character())),
        ),
        _ => ("", None),
    };
    html! {
        article.card {
            (heading(report, words))
            (facts(report, words))
            (document(state, report, words))
            form method="post" action=(format!("/reports/{}/decision", report.id)) {
                label for=(field) { (words.opinion()) }
                textarea id=(field) name="opinion" rows="2" maxlength="1024"
                    aria-describedby=(hint) aria-invalid=[wrong.as_ref().map(|_| "true")] { (typed) }
                p.quiet id=(hint) {
                    @if let Some(wrong) = &wrong { span.problem role="alert" { (wrong) " " } }
                    (words.opinion_hint())
                }
                div.actions {
                    button.main name="verdict" value="approve" { (words.approve()) }
                    button.grave name="verdict" value="reject" { (words.reject()) }
                }
            }
        }
    }
}

pub(super) fn decided_report(state: &State, report: &FiledReport, words: Words) -> Markup {
    html! {
        article.card {
            (heading(report, words))
            @if let Some(verdict) = &report.verdict {
                p {
                    span aria-hidden="true" { @if verdict.code == 1001 { "✓ " } @else { "✕ " } }
                    strong { (words.verdict(verdict)) }
                    " · " code { (verdict.code) }
                    " · " (local(verdict.at).format("%Y-%m-%d %H:%M"))
                    @if let Some(opinion) = &verdict.opinion { " · " (opinion) }
                }
            }
            details {
                summary { (words.what_was_reported()) }
                (facts(report, words))
                (document(state, report, words))
            }
        }
    }
}

fn heading(report: &FiledReport, words: Words) -> Markup {
    html! {
        h3 {
            (words.request(&report.request))
            @if !report.subject.is_empty() { " · " (report.subject) }
        }
    }
}
