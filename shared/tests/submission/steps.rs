use crate::examples::{ACCESS, FIRST, facts, first_license, new_access, violations};
use shared::application::{FilingFacts, FilingStep, first_open_step, step_of};
use shared::field::Field;
use shared::problem::{Problem, Violation};

#[test]
fn s29_without_a_verified_product_nothing_is_submitted() {
    let unverified = FilingFacts {
        product_verified: false,
        ..facts()
    };
    for (kind, form) in [(FIRST, first_license()), (ACCESS, new_access())] {
        let found = violations(kind, &form, &unverified);
        assert_eq!(found, [Violation::general(Problem::ProductNotVerified)]);
        assert_eq!(first_open_step(&found), FilingStep::Verify);
    }
}

#[test]
fn every_field_of_a_form_has_its_step() {
    for field in Field::ALL {
        let expected = match field.code() {
            "license_password" => FilingStep::Entity,
            "server" | "authorization_code" => FilingStep::Verify,
            code if code.starts_with("entity_") => FilingStep::Entity,
            code if code.starts_with("website_") => FilingStep::Website,
            _ => FilingStep::Check,
        };
        assert_eq!(step_of(*field), expected, "{field:?}");
    }
}

#[test]
fn the_earliest_step_with_a_violation_is_open() {
    let mut form = first_license();
    assert_eq!(
        first_open_step(&violations(FIRST, &form, &facts())),
        FilingStep::Check
    );
    form.website.name.clear();
    assert_eq!(
        first_open_step(&violations(FIRST, &form, &facts())),
        FilingStep::Website
    );
    form.entity.name.clear();
    assert_eq!(
        first_open_step(&violations(FIRST, &form, &facts())),
        FilingStep::Entity
    );
}
