use super::*;
use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

#[test]
fn every_kind_has_its_own_words_in_both_languages() {
    let kinds: Vec<_> = EventKind::ALL.iter().map(|kind| kind.code()).collect();
    for kind in &kinds {
        assert_side_by_side(|language| event(language, kind).to_owned());
    }
    assert_distinct(&kinds, |language, kind| event(language, kind).to_owned());
}

#[test]
fn what_another_version_recorded_is_shown_as_well() {
    assert_eq!(
        event(Language::English, "code.of_another_version"),
        "Other event"
    );
}

#[test]
fn an_applications_event_has_the_words_of_its_timeline() {
    assert_eq!(
        event(Language::English, "application.submitted"),
        "Submitted"
    );
}

#[test]
fn every_kind_is_in_a_group() {
    let groups = groups(Language::English);
    let kinds = TimelineEvent::ALL
        .iter()
        .map(|event| event.code())
        .chain(EventKind::ALL.iter().map(|kind| kind.code()));
    for kind in kinds {
        assert!(
            groups
                .iter()
                .any(|(beginning, _)| kind.starts_with(beginning)),
            "{kind}"
        );
    }
}

#[test]
fn a_subject_has_a_name_in_both_languages() {
    let name = |table, id| subject_name(Language::English, table, id);
    assert_eq!(name("account", Some("8")), "Account 8");
    assert_eq!(name("authority_channel", Some("1")), "Authority channel");
    assert_eq!(
        name("of_another_version", Some("8")),
        "of_another_version 8"
    );
    for table in ["account", "cloud_server", "audit_event"] {
        assert_side_by_side(|language| subject_name(language, table, Some("8")));
    }
}

#[test]
fn only_a_log_in_comes_from_a_client() {
    let note = "192.0.2.1 Mozilla/5.0 (X11; Linux)";
    let client = |kind| client(kind, note);
    let expected = Some(("192.0.2.1", "Mozilla/5.0 (X11; Linux)"));
    assert_eq!(client("account.logged_in"), expected);
    assert_eq!(client("code.disabled"), None);
}

#[test]
fn a_person_is_named_by_email() {
    assert_eq!(actor(Language::Chinese, "li@example.com"), "li@example.com");
    assert_eq!(actor(Language::Chinese, "system"), "系统");
}
