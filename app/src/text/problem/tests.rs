use super::*;
use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
use Language::{Chinese, English};
use samples::{INELIGIBLE, every_problem, verification_refusals};
use shared::authorization_code::VerifyRefusal;
use shared::cloud_server::Ineligibility;
use shared::phone::MobilePhoneError;
use shared::policy::TermBasis;
use shared::wire::error::ApiError;
use std::collections::BTreeSet;

mod samples;

#[test]
fn every_code_is_among_the_samples() {
    let sampled: BTreeSet<_> = every_problem().iter().map(Problem::code).collect();
    assert_eq!(sampled, Problem::CODES.iter().copied().collect());
}

#[test]
fn every_problem_has_its_own_words_in_both_languages() {
    let problems = every_problem();
    for each in &problems {
        assert_side_by_side(|language| problem(language, each, None));
    }
    assert_distinct(&problems, |language, each| problem(language, each, None));
}

#[test]
fn the_six_refusals_of_a_code_are_told_apart_by_their_first_sentence() {
    assert_distinct(&verification_refusals(), |language, refusal| {
        let words = problem(language, refusal, Some(Field::AuthorizationCode));
        words
            .split(['.', '。', '：', ':'])
            .next()
            .unwrap()
            .to_owned()
    });
}

#[test]
fn s32a_a_used_code_is_refused_in_the_words_of_the_source() {
    let used = Problem::CodeRefused {
        why: VerifyRefusal::HasBeenUsed,
    };
    assert!(problem(English, &used, None).starts_with("Authorization Code Has Been Used. "));
    assert!(problem(Chinese, &used, None).starts_with("授权码已被使用。"));
}

#[test]
fn values_stand_in_the_sentence() {
    let wrong = Problem::LicensePasswordWrong { tries_left: 1 };
    assert!(problem(English, &wrong, None).contains("You have 1 try left."));
    assert!(problem(Chinese, &wrong, None).contains("还可以尝试 1 次"));

    let locked = Problem::LicensePasswordLocked {
        until: "2026-11-22T06:05:00Z".parse().unwrap(),
    };
    assert!(problem(English, &locked, None).contains("22 Nov 2026, 14:05"));
    assert!(problem(English, &locked, None).contains("Ways to Retrieve License Password"));

    let decided = Problem::AlreadyDecided {
        by: "Li Lei".to_owned(),
        status: "provider_rejected".to_owned(),
        at: "2026-11-22T06:05:00Z".parse().unwrap(),
    };
    let status = application::status(English, "provider_rejected");
    assert!(problem(English, &decided, None).contains(status));
}

#[test]
fn a_rare_character_of_a_name_is_written_in_pinyin() {
    let words = |field, character| {
        problem(
            English,
            &Problem::NotRepresentable { character },
            Some(field),
        )
    };
    for field in [
        Field::EntityName,
        Field::EntityPrincipalName,
        Field::WebsitePrincipalName,
    ] {
        assert!(words(field, '䮌').contains("Pinyin in capital letters"));
        assert!(words(field, '𠮷').contains("Pinyin in capital letters"));
        assert!(words(field, '😀').contains("Write it in another way"));
    }
    assert!(words(Field::EntityAddress, '䮌').contains("Write it in another way"));
}

#[test]
fn every_missing_field_is_named() {
    for field in Field::ALL {
        for language in Language::ALL {
            let words = problem(language, &Problem::Required, Some(*field));
            assert!(words.contains(field::label(language, *field)), "{words}");
        }
    }
}

#[test]
fn a_violation_names_its_field_once() {
    let mobile = Violation::on(
        Field::WebsitePrincipalMobile,
        Problem::MobilePhone {
            why: MobilePhoneError::Length,
        },
    );
    assert_eq!(
        violation(English, &mobile),
        "Website principal’s mobile number: A mobile number has 11 digits. Count them again."
    );
    let missing = Violation::on(Field::WebsiteDomain, Problem::Required);
    assert_eq!(
        violation(English, &missing),
        "“Domain” is required. Fill it in."
    );
}

#[test]
fn each_failed_condition_of_a_server_has_its_own_way_out() {
    assert_distinct(&INELIGIBLE, |language, failed| {
        ineligibility(language, *failed)
    });
    for (inclusive, basis, words) in [
        (
            false,
            TermBasis::Total,
            "The term must be more than 3 months.",
        ),
        (
            true,
            TermBasis::Total,
            "The term must be at least 3 months.",
        ),
        (
            false,
            TermBasis::Remaining,
            "More than 3 months of the term must be left.",
        ),
        (
            true,
            TermBasis::Remaining,
            "At least 3 months of the term must be left.",
        ),
    ] {
        let failed = Ineligibility::TermTooShort {
            required_months: 3,
            inclusive,
            basis,
        };
        let said = ineligibility(English, failed);
        assert_eq!(said, format!("{words} Renew the server."));
    }
    assert_eq!(
        ineligibilities(
            Chinese,
            &[Ineligibility::NoPublicIp, Ineligibility::NotMainland]
        ),
        "未绑定公网 IP。请为服务器绑定弹性公网 IP。服务器不在中国大陆。请使用中国大陆地域的服务器。"
    );
}

#[test]
fn every_error_of_a_request_has_words() {
    let errors = [
        ApiError::NotLoggedIn,
        ApiError::Forbidden,
        ApiError::NotFound,
        ApiError::refused(Problem::NoLiveAccess),
        ApiError::Unavailable,
        ApiError::Malformed,
        ApiError::Internal {
            reference: "7f3a".to_owned(),
        },
    ];
    for error in &errors {
        assert_side_by_side(|language| api_error(language, error));
    }
    assert_distinct(&errors, api_error);
}
