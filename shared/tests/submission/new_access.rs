use crate::examples::{ACCESS, assert_only, facts, facts_with_own_entity, new_access, violations};
use shared::application::{
    EntityForm, FilingFacts, FilingForm, FilingSubmission, NewAccessEntity, NewAccessSubmission,
    parse_filing,
};
use shared::field::Field;
use shared::license_number::LicenseNumberError;
use shared::problem::{Problem, Violation};

fn parse_access(form: &FilingForm, facts: &FilingFacts) -> NewAccessSubmission {
    match parse_filing(ACCESS, form, facts).unwrap() {
        FilingSubmission::NewAccess(submission) => submission,
        other @ FilingSubmission::FirstLicense(_) => panic!("{other:?}"),
    }
}

#[test]
fn a_right_new_access_is_read() {
    let submission = parse_access(&new_access(), &facts());
    assert!(matches!(
        &submission.entity,
        NewAccessEntity::Elsewhere { .. }
    ));
    assert_eq!(
        submission.entity.license_number(),
        submission.website_license_number.entity()
    );
    assert_eq!(submission.website_name, "EXAMPLE");
}

#[test]
fn with_an_own_entity_the_entity_step_is_not_asked_for() {
    let form = FilingForm {
        entity: EntityForm::default(),
        ..new_access()
    };
    let submission = parse_access(&form, &facts_with_own_entity());
    assert!(matches!(submission.entity, NewAccessEntity::Own { .. }));
    let unnumbered = FilingFacts {
        own_entity_license_number: None,
        ..facts_with_own_entity()
    };
    assert_eq!(
        violations(ACCESS, &form, &unnumbered),
        [Violation::general(Problem::EntityMissing)]
    );
}

#[test]
fn each_mistake_about_a_new_access_is_reported_alone() {
    let why = LicenseNumberError::SuffixNotWanted;
    assert_only(
        ACCESS,
        Field::EntityLicenseNumber,
        Problem::LicenseNumber { why },
        |f| {
            f.entity.license_number = "京ICP备20260001号-1".to_owned();
        },
    );
    assert_only(ACCESS, Field::EntityName, Problem::Required, |f| {
        f.entity.name.clear()
    });
    let why = LicenseNumberError::SuffixMissing;
    assert_only(
        ACCESS,
        Field::WebsiteLicenseNumber,
        Problem::LicenseNumber { why },
        |f| {
            f.website.license_number = "京ICP备20260001号".to_owned();
        },
    );
    let entity_license_number = "京ICP备20260001号".to_owned();
    assert_only(
        ACCESS,
        Field::WebsiteLicenseNumber,
        Problem::WebsiteOfOtherEntity {
            entity_license_number,
        },
        |f| f.website.license_number = "京ICP备20260002号-1".to_owned(),
    );
    let without_password = FilingFacts {
        has_license_password: false,
        ..facts()
    };
    assert_eq!(
        violations(ACCESS, &new_access(), &without_password),
        [Violation::on(Field::LicensePassword, Problem::Required)]
    );
}
