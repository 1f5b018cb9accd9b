use crate::examples::{
    ACCESS, FIRST, facts, facts_with_own_entity, first_license, new_access, violations,
};
use proptest::prelude::*;
use shared::application::{
    ApplicationKind, EntityForm, FilingFacts, FilingForm, FilingStep, FilingSubmission,
    FirstLicenseSubmission, NewAccessEntity, PersonForm, PersonSubmission, WebsiteForm, canonical,
    first_open_step, parse_filing, violations_of_step,
};

/// The form that says what the submission says.
fn form_of(submission: &FilingSubmission) -> FilingForm {
    match submission {
        FilingSubmission::FirstLicense(first) => form_of_first_license(first),
        FilingSubmission::NewAccess(access) => FilingForm {
            entity: EntityForm {
                license_number: access.entity.license_number().to_string(),
                name: match &access.entity {
                    NewAccessEntity::Own { .. } => String::new(),
                    NewAccessEntity::Elsewhere { name, .. } => name.clone(),
                },
                ..EntityForm::default()
            },
            website: WebsiteForm {
                domain: access.domain.to_string(),
                name: access.website_name.clone(),
                license_number: access.website_license_number.to_string(),
                ..WebsiteForm::default()
            },
        },
    }
}

fn form_of_first_license(submission: &FirstLicenseSubmission) -> FilingForm {
    let (entity, website) = (&submission.entity, &submission.website);
    FilingForm {
        entity: EntityForm {
            name: entity.name.clone(),
            nature: entity.nature.code.clone(),
            certificate_kind: entity.certificate.kind.code.clone(),
            certificate_number: entity.certificate.number.as_str().to_owned(),
            confirmed_certificate_number: entity.certificate.number.as_str().to_owned(),
            certificate_address: entity.certificate_address.clone(),
            investor: entity.investor.clone().unwrap_or_default(),
            city_code: entity.city.code.to_string(),
            address: entity.address.clone(),
            principal: form_of_person(&entity.principal),
            remark: entity.remark.clone().unwrap_or_default(),
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: website.domain.to_string(),
            name: website.name.clone(),
            home_url: website.home_url.clone().unwrap_or_default(),
            languages: website.languages.iter().map(|l| l.code.clone()).collect(),
            principal_is_entity_principal: website.principal.is_none(),
            principal: website
                .principal
                .as_ref()
                .map(form_of_person)
                .unwrap_or_default(),
            remark: website.remark.clone().unwrap_or_default(),
            ..WebsiteForm::default()
        },
    }
}

fn form_of_person(person: &PersonSubmission) -> PersonForm {
    PersonForm {
        name: person.name.clone(),
        document_kind: person.document.kind.code.clone(),
        document_number: person.document.number.as_str().to_owned(),
        mobile: person.mobile.to_string(),
        office_phone: person
            .office_phone
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        email: person.email.to_string(),
    }
}

fn texts(form: &mut FilingForm) -> Vec<&mut String> {
    let FilingForm { entity, website } = form;
    let mut texts = vec![
        &mut entity.license_number,
        &mut entity.name,
        &mut entity.nature,
        &mut entity.certificate_kind,
        &mut entity.certificate_number,
        &mut entity.confirmed_certificate_number,
        &mut entity.certificate_address,
        &mut entity.investor,
        &mut entity.city_code,
        &mut entity.address,
        &mut entity.remark,
        &mut website.domain,
        &mut website.name,
        &mut website.license_number,
        &mut website.home_url,
        &mut website.remark,
    ];
    for person in [&mut entity.principal, &mut website.principal] {
        texts.extend([
            &mut person.name,
            &mut person.document_kind,
            &mut person.document_number,
            &mut person.mobile,
            &mut person.office_phone,
            &mut person.email,
        ]);
    }
    texts.extend(&mut website.languages);
    texts
}

/// Texts that are right in some fields, nearly right, or anything.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ 　示例a-z0-9.:/?#（）\u{200B}\n\t-]{0,20}",
        prop::sample::select(vec![
            "",
            "individual",
            "government",
            "passport",
            "identity_card",
            "440524188001010014",
            "330100",
            "https://www.example-new.cn:8080/首页?a#b",
            "example-new.cn。",
            "沪ICP备12345",
            "京icp备20260001-2a",
            "０５７１－８０００００００",
            "91350203M0001ABC19",
            "hong_kong_macao_permit",
            "permanent_residence_card",
            "911840198503150016",
            "h01234567\u{AD}",
            "⽂三路１号•",
            "阿不都.买买提",
            "HTTP://例子。中国/Ａ",
            "13800000002",
        ])
        .prop_map(str::to_owned),
    ]
}

/// A right form of either kind with some fields replaced.
fn any_filing() -> impl Strategy<Value = (ApplicationKind, FilingForm, FilingFacts)> {
    let replacements = proptest::collection::vec((0..30_usize, any_text()), 0..6);
    (any::<bool>(), any::<bool>(), any::<bool>(), replacements).prop_map(
        |(first, own, same_principal, replacements)| {
            let (kind, mut form) = if first {
                (FIRST, first_license())
            } else {
                (ACCESS, new_access())
            };
            form.website.principal_is_entity_principal = same_principal;
            for (at, text) in replacements {
                if let Some(field) = texts(&mut form).into_iter().nth(at) {
                    *field = text;
                }
            }
            (
                kind,
                form,
                if own {
                    facts_with_own_entity()
                } else {
                    facts()
                },
            )
        },
    )
}

proptest! {
    #[test]
    fn any_form_is_read_or_refused_with_reasons((kind, form, facts) in any_filing()) {
        match parse_filing(kind, &form, &facts) {
            Ok(submission) => {
                let again = parse_filing(kind, &form_of(&submission), &facts);
                prop_assert_eq!(again, Ok(submission));
            }
            Err(found) => {
                prop_assert!(!found.is_empty());
                let by_step = FilingStep::ALL.iter().flat_map(|s| violations_of_step(*s, &found));
                prop_assert_eq!(by_step.count(), found.len());
                let open = first_open_step(&found);
                prop_assert!(!violations_of_step(open, &found).is_empty());
            }
        }
    }

    #[test]
    fn what_is_kept_says_what_was_typed((kind, form, facts) in any_filing()) {
        let kept = canonical(form.clone());
        prop_assert_eq!(parse_filing(kind, &kept, &facts), parse_filing(kind, &form, &facts));
        prop_assert_eq!(&canonical(kept.clone()), &kept);
    }

    #[test]
    fn a_field_has_at_most_one_violation((kind, form, facts) in any_filing()) {
        let found = violations(kind, &form, &facts);
        let mut fields: Vec<_> = found.iter().filter_map(|violation| violation.field).collect();
        fields.sort();
        fields.dedup();
        prop_assert_eq!(fields.len(), found.len());
    }
}
