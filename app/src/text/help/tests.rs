use super::*;
use crate::text::side_by_side::{assert_distinct, assert_side_by_side};
use crate::text::{common, filing, license};
use shared::policy::{BillingRule, OnAbandon, QuotaMode, RegionRule, TermBasis};

/// All words of an article, piece by piece.
fn pieces(article: &HelpArticle) -> Vec<String> {
    let mut pieces = vec![article.intro.clone()];
    for section in &article.sections {
        pieces.push(section.heading.clone());
        for block in &section.body {
            match block {
                HelpBlock::Paragraph(text) | HelpBlock::Warning(text) => pieces.push(text.clone()),
                HelpBlock::Steps(texts) | HelpBlock::Points(texts) => pieces.extend(texts.clone()),
                HelpBlock::Terms(terms) => {
                    pieces.extend(
                        terms
                            .iter()
                            .map(|(word, meaning)| format!("{word}: {meaning}")),
                    );
                }
            }
        }
    }
    pieces
}

#[test]
fn every_article_says_the_same_in_both_languages() {
    let mut other_readings = Policy::default();
    other_readings.code.on_abandon = OnAbandon::Release;
    other_readings.code.quota_mode = QuotaMode::Live;
    other_readings.server.min_remaining_days = 30;
    other_readings.server.basis = TermBasis::Remaining;
    other_readings.entity.one_order_at_a_time = false;
    for policy in [Policy::default(), other_readings] {
        for topic in Topic::ALL {
            let both = Language::ALL.map(|language| pieces(&article(topic, language, &policy)));
            let [english, chinese] = &both;
            assert_eq!(english.len(), chinese.len());
            for (english, chinese) in english.iter().zip(chinese) {
                assert_side_by_side(|language| match language {
                    Language::English => english.clone(),
                    Language::Chinese => chinese.clone(),
                });
            }
        }
    }
}

#[test]
fn articles_are_told_apart() {
    let policy = Policy::default();
    assert_distinct(&Topic::ALL, |language, topic| {
        article(*topic, language, &policy).intro
    });
    for topic in Topic::ALL {
        let sections = article(topic, Language::English, &policy).sections;
        assert!(!sections.is_empty());
        assert_distinct(&sections, |_, section| section.heading.clone());
    }
}

/// The sections that pages of the console lead to.
#[test]
fn what_pages_lead_to_is_there() {
    let policy = Policy::default();
    let codes = article(Topic::AuthorizationCodes, Language::English, &policy);
    for slug in [
        authorization_codes::STATUSES,
        authorization_codes::CONDITIONS,
    ] {
        assert!(codes.sections.iter().any(|section| section.slug == slug));
    }
}

#[test]
fn the_steps_of_a_filing_name_its_buttons() {
    for language in Language::ALL {
        let words = pieces(&article(Topic::FileALicense, language, &Policy::default())).join(" ");
        for button in [
            license::new_application(language),
            filing::go_on(language),
            common::verify(language),
            common::submit(language),
            common::license_applications(language),
            common::server_of_this_account(language),
        ] {
            assert!(words.contains(button), "{button}");
        }
    }
}

/// Checks what the articles say by default and what they say in its place once the policy
/// has another value.
fn assert_follows(change: fn(&mut Policy), default: Option<&str>, changed: Option<&str>) {
    let words = |policy: &Policy| -> String {
        Topic::ALL
            .into_iter()
            .flat_map(|topic| pieces(&article(topic, Language::English, policy)))
            .collect()
    };
    let mut policy = Policy::default();
    let before = words(&policy);
    change(&mut policy);
    let after = words(&policy);
    for (said, there, gone) in [(default, &before, &after), (changed, &after, &before)] {
        let Some(said) = said else { continue };
        assert!(there.contains(said), "not said: {said}");
        assert!(!gone.contains(said), "said all the same: {said}");
    }
}

#[test]
fn articles_follow_the_policy_of_codes() {
    assert_follows(
        |policy| policy.code.quota = 8,
        Some("Each server gives 5 codes in all."),
        Some("Each server gives 8 codes in all."),
    );
    assert_follows(
        |policy| policy.code.validity_years = 2,
        Some("Each code is valid for one year from now."),
        Some("Each code is valid for 2 years from now."),
    );
    assert_follows(
        |policy| policy.code.on_abandon = OnAbandon::Release,
        Some("the code becomes Invalid and cannot be reused"),
        Some("the code becomes Unused again"),
    );
    assert_follows(
        |policy| policy.code.quota_mode = QuotaMode::Live,
        Some("Every code that was applied for counts"),
        Some("nor used ones whose website has no access here"),
    );
    assert_follows(
        |policy| policy.code.quota_mode = QuotaMode::Live,
        Some("Each server gives 5 codes in all."),
        Some("Each server gives 5 codes at a time."),
    );
}

#[test]
fn articles_follow_the_policy_of_servers() {
    assert_follows(
        |policy| policy.server.min_term_months = 6,
        Some("more than 3 months"),
        Some("more than 6 months"),
    );
    assert_follows(
        |policy| policy.server.inclusive = true,
        Some("more than 3 months"),
        Some("at least 3 months"),
    );
    assert_follows(
        |policy| policy.server.min_term_months = 0,
        Some("The term must be"),
        None,
    );
    assert_follows(
        |policy| policy.server.basis = TermBasis::Remaining,
        Some("The term must be more than 3 months"),
        Some("More than 3 months of the term must be left"),
    );
    assert_follows(
        |policy| policy.server.min_remaining_days = 30,
        None,
        Some("At least 30 days of the term must be left."),
    );
    assert_follows(
        |policy| policy.server.billing = BillingRule::Any,
        Some("Only monthly and yearly packages count."),
        None,
    );
    assert_follows(
        |policy| policy.server.regions = RegionRule::Any,
        Some("The server is outside mainland China."),
        None,
    );
}

#[test]
fn articles_follow_the_policy_of_orders() {
    assert_follows(
        |policy| policy.cancel.password_tries = 2,
        Some("After 5 wrong passwords"),
        Some("After 2 wrong passwords"),
    );
    assert_follows(
        |policy| policy.cancel.password_tries = 1,
        Some("After 5 wrong passwords the"),
        Some("After 1 wrong password the"),
    );
    assert_follows(
        |policy| policy.cancel.lock_hours = 1,
        Some("is locked for 24 hours."),
        Some("is locked for 1 hour."),
    );
    assert_follows(
        |policy| policy.review.cancel_working_days = 2,
        Some("within 1 working day after"),
        Some("within 2 working days after"),
    );
    assert_follows(
        |policy| policy.review.filing_working_days = 1,
        Some("3 working days for a license"),
        Some("1 working day for a license"),
    );
    assert_follows(
        |policy| policy.entity.one_order_at_a_time = false,
        Some("there can be only one at a time"),
        Some("the authority’s data of the access is not here yet"),
    );
}

#[test]
fn s13_retrieving_the_password_takes_the_number_without_its_suffix() {
    let words = |language| {
        pieces(&article(
            Topic::LicensePassword,
            language,
            &Policy::default(),
        ))
        .join(" ")
    };
    assert!(words(Language::English).contains("without the suffix"));
    assert!(words(Language::Chinese).contains("不带"));
}
