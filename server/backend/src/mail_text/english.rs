//! Mails in English.

use super::day::by_in_english as by;
use super::{lines, masked, paragraph};
use shared::authority_result::explained;
use shared::review::FieldReason;
use shared::wire::application::CodeFate;
use shared::wire::message::{CanceledByAuthority, CodeChange, Notice};

/// S5.
const ADD_ACCESS: &str = "If the website stays in use, add access at the provider that serves it now as soon as possible. When no provider has access for a website, the authority may cancel its license number.";

/// After the authority has canceled a number.
const LICENSE_ANEW: &str = "A website without a license number must not be open. To open it again, apply for a new license. If you think that this is a mistake, please contact the authority.";

/// Subject and body.
pub fn of_notice(notice: &Notice) -> (String, String) {
    match notice {
        Notice::CancellationSubmitted {
            number,
            domain,
            due_at,
        } => (
            format!("The application to cancel access for {domain} was submitted"),
            format!(
                "We have received your application {number} to cancel access for {domain}. We decide on it {}, and then submit it to the competent authority. Until we do, you can withdraw it.\n\n{ADD_ACCESS}",
                by(*due_at)
            ),
        ),
        Notice::CancellationKept { number, domain } => (
            format!("The application to cancel access for {domain} is not submitted yet"),
            format!(
                "The competent authority could not be reached, so your license password could not be checked. We have kept application {number} as not yet submitted, and access for {domain} is unchanged. Please open it later, enter the license password again and press Next."
            ),
        ),
        Notice::CancellationHandedOver { number, domain } => (
            format!(
                "The application to cancel access for {domain} was approved and submitted to the authority"
            ),
            format!(
                "We have approved application {number} and submitted it to the competent authority, which takes up to 20 working days. It can no longer be withdrawn. Until the authority approves, access for {domain} is unchanged.\n\n{ADD_ACCESS}"
            ),
        ),
        Notice::AccessCanceled {
            number,
            domain,
            website_license_number,
        } => (
            format!("Access for {domain} was canceled"),
            format!(
                "The competent authority has approved application {number}. Access for {domain} at our side has ended, and the website is now in your archive. Its license number {website_license_number} is not canceled.\n\nIf {domain} still points to our servers, it is blocked until it points elsewhere or has access here again.\n\n{ADD_ACCESS}"
            ),
        ),
        Notice::AccessEndedByAuthority {
            domain,
            website_license_number,
            canceled,
            further,
        } => (
            match further.len() {
                0 => format!("The authority has ended access for {domain}"),
                1 => format!("The authority has ended access for {domain} and 1 more website"),
                count => {
                    format!("The authority has ended access for {domain} and {count} more websites")
                }
            },
            format!(
                "{} Access for {domain} at our side has ended, and the website is now in your archive.\n\nIf {domain} still points to our servers, it is blocked until it points elsewhere or has access here again.\n\n{}{}",
                match canceled {
                    CanceledByAuthority::Access => format!(
                        "The competent authority has canceled access for {domain} without an application of yours. Its license number {website_license_number} is not canceled."
                    ),
                    CanceledByAuthority::Website => format!(
                        "The competent authority has canceled the license number {website_license_number} of the website {domain}."
                    ),
                    CanceledByAuthority::Entity => format!(
                        "The competent authority has canceled the license of your entity, and with it the number {website_license_number} of the website {domain}."
                    ),
                },
                if further.is_empty() {
                    String::new()
                } else {
                    format!("The same holds for {}.\n\n", further.join(", "))
                },
                match canceled {
                    CanceledByAuthority::Access => ADD_ACCESS,
                    CanceledByAuthority::Website | CanceledByAuthority::Entity => LICENSE_ANEW,
                }
            ),
        ),
        Notice::AddAccessReminder {
            domain,
            website_license_number,
        } => (
            format!("Please add access for {domain} at your present provider"),
            format!(
                "Access for {domain} (license number {website_license_number}) at our side has ended. {ADD_ACCESS}\n\nIf you have done this, or the website is closed, you need do nothing."
            ),
        ),
        Notice::FilingSubmitted {
            number,
            domain,
            due_at,
        } => (
            format!("The application for {domain} was submitted"),
            format!(
                "We have received your application {number} for {domain}. We decide on it {}, and then submit it to the competent authority. You need do nothing until then.",
                by(*due_at)
            ),
        ),
        Notice::FilingHandedOver { number, domain } => (
            format!("The application for {domain} was approved and submitted to the authority"),
            format!(
                "We have approved your application {number} for {domain} and submitted it to the competent authority, which takes up to 20 working days. It can no longer be withdrawn."
            ),
        ),
        Notice::FilingApproved { number, domain } => (
            format!("The authority has approved the application for {domain}"),
            format!(
                "The competent authority has approved your application {number} for {domain}, and access at our side is live. Its license data follows, usually within a day; we write to you again then."
            ),
        ),
        Notice::LicenseIssued {
            number,
            domain,
            entity_license_number,
            website_license_number,
        } => (
            format!("The license for {domain} was issued"),
            format!(
                "The competent authority has approved application {number}.\n\nEntity: {entity_license_number}\nWebsite: {website_license_number} ({domain})\n\nPlease show the website's number at the foot of its pages, linked to https://beian.miit.gov.cn, and register the website with the public security authority within 30 days of its opening."
            ),
        ),
        Notice::ProviderRejected {
            number,
            domain,
            reason,
            fields,
        } => (
            format!("The application for {domain} needs changes"),
            format!(
                "We could not approve application {number} for {domain}.{}\n\nNothing you entered is lost: open the application to see what is wrong, choose Modify and Submit, and put it right.",
                reasons_given(reason, fields)
            ),
        ),
        Notice::AuthorityRejected {
            number,
            domain,
            reason,
        } => (
            format!("The authority has rejected the application for {domain}"),
            format!(
                "The competent authority has rejected application {number} for {domain}. Reason:\n\n{}\n\nNothing you entered is lost: open the application, choose Modify and Submit, and put this right.",
                explained(reason)
            ),
        ),
        Notice::ApplicationTakenBack {
            number,
            domain,
            due_at,
        } => (
            format!("We are reviewing the application for {domain} again"),
            format!(
                "Application {number} for {domain} could not be processed as we submitted it to the competent authority, for a reason at our side. We are looking at it again and decide {}. You need do nothing, and until we submit it again you can withdraw it.",
                by(*due_at)
            ),
        ),
        Notice::ApplicationHeld {
            number,
            domain,
            cause,
        } => (
            format!("The application for {domain} is on hold"),
            format!(
                "Application {number} for {domain} cannot be submitted to the competent authority at the moment.{}\n\nOpen the application to see what you can do. It continues by itself once that is put right.",
                paragraph(cause.as_ref().map(|cause| cause.sentences().0))
            ),
        ),
        Notice::HoldLifted { number, domain } => (
            format!("The application for {domain} continues"),
            format!(
                "What held back application {number} for {domain} is put right. You need do nothing."
            ),
        ),
        Notice::ApplicationWithdrawn {
            number,
            domain,
            code,
        } => (
            format!("The application for {domain} was withdrawn"),
            format!(
                "You have withdrawn application {number} for {domain}. We no longer review it, and nothing was changed.{}",
                code.map_or_else(String::new, |fate| format!(
                    " It keeps its authorization code. If you abandon it: {}",
                    fate.sentences_before().0
                ))
            ),
        ),
        Notice::ApplicationAbandoned {
            number,
            domain,
            code,
        } => (
            format!("The application for {domain} was abandoned"),
            format!(
                "You have abandoned application {number} for {domain}. It has ended and was not carried out.{} You can start a new one at any time.",
                code_afterwards(*code)
            ),
        ),
        Notice::DraftReminder {
            number,
            days_left,
            code,
        } => (
            format!("Application {number} is not submitted yet"),
            format!(
                "Application {number} is not submitted. It ends by itself in {}, unless you continue it.{}",
                days(*days_left),
                code.map_or_else(String::new, |fate| format!(
                    " Then: {}",
                    fate.sentences_before().0
                ))
            ),
        ),
        Notice::DraftExpired { number, code } => (
            format!("Application {number} has ended"),
            format!(
                "Application {number} has not been edited for a long time, so it has ended and was not carried out.{} You can start a new one at any time.",
                code_afterwards(*code)
            ),
        ),
        Notice::CodeDisabledByStaff {
            code,
            server_name,
            reason,
        } => (
            format!("An authorization code of {server_name} was disabled"),
            format!(
                "We have disabled the authorization code {} of your server {server_name}. It cannot be used any more. Reason:\n\n{reason}\n\nIf you think that this is a mistake, please contact us.",
                masked(code)
            ),
        ),
        Notice::CodeRestored { code, server_name } => (
            format!("An authorization code of {server_name} was restored"),
            format!(
                "We have restored the authorization code {} of your server {server_name}. It can be used again, and an application that uses it continues.",
                masked(code)
            ),
        ),
        Notice::CodesInvalid { server_name, count } => (
            format!("Authorization codes of {server_name} have become invalid"),
            format!(
                "Your server {server_name} has lost {}, either because of their age or because the server no longer meets the conditions. Invalid codes cannot be used; Manage Authorization Code shows the reason for each.",
                codes(*count)
            ),
        ),
        Notice::CodeChanged {
            code,
            server_name,
            user,
            domain,
            change,
        } => (
            match change {
                CodeChange::Taken => format!("An authorization code of {server_name} is in use"),
                CodeChange::Used => format!("An authorization code of {server_name} was used"),
                CodeChange::Returned => {
                    format!("An authorization code of {server_name} is free again")
                }
                CodeChange::Abandoned | CodeChange::Expired | CodeChange::ServerGone => {
                    format!("An authorization code of {server_name} has become invalid")
                }
            },
            format!(
                "Code: {}\nServer: {server_name}\nAccount: {user}{}\n\n{}",
                masked(code),
                if domain.is_empty() {
                    String::new()
                } else {
                    format!("\nWebsite: {domain}")
                },
                change.sentences().0
            ),
        ),
        Notice::CodeTakenBack { number, domain } => (
            format!("The authorization code of the application for {domain} was taken back"),
            format!(
                "The owner of the authorization code that your application {number} for {domain} used has taken it back. Everything you entered is kept. To submit the application, open it and verify another product: a server of your account, or another authorization code."
            ),
        ),
        Notice::CodeHoldReminder {
            number,
            domain,
            ends_at,
        } => (
            format!(
                "The authorization code of the application for {domain} is reserved for two more days"
            ),
            format!(
                "Your application {number} for {domain} is not submitted and has not been edited for some days. To keep its authorization code, continue the application {}. Otherwise the code goes back to its owner then, and the application asks for a product again. Everything you entered is kept in any case.",
                by(*ends_at)
            ),
        ),
        Notice::CodeHoldEnded {
            number,
            domain,
            hold_days,
        } => (
            format!("The application for {domain} no longer has its authorization code"),
            format!(
                "Your application {number} for {domain} was not edited for {}, so its authorization code went back to its owner. Everything you entered is kept. To submit the application, open it and verify a product again: the same code if it is still free, another one, or a server of your account.",
                days(*hold_days)
            ),
        ),
    }
}

/// Subject and body.
pub fn of_login_code(code: &str, provider: &str) -> (String, String) {
    (
        format!("Your code to log in at {provider}"),
        format!(
            "Your code is {code}\n\nIt works once, within 10 minutes, and replaces any code we sent before.\n\nIf you did not ask for it, somebody else has entered your address; without the code they cannot log in. Never give it to anyone. We will never ask you for it."
        ),
    )
}

/// Nothing where the reasons stand beside single fields only.
fn reasons_given(reason: &str, fields: &[FieldReason]) -> String {
    let of_fields = fields
        .iter()
        .map(|about| format!("{}: {}", about.field.labels().0, about.reason));
    match lines(reason, of_fields) {
        reasons if reasons.is_empty() => reasons,
        reasons => format!(" Reason:\n\n{reasons}"),
    }
}

/// A further sentence.
fn code_afterwards(fate: Option<CodeFate>) -> String {
    fate.map_or_else(String::new, |fate| format!(" {}", fate.sentences_after().0))
}

fn days(count: u32) -> String {
    if count == 1 {
        "1 day".to_owned()
    } else {
        format!("{count} days")
    }
}

fn codes(count: u32) -> String {
    if count == 1 {
        "1 unused code".to_owned()
    } else {
        format!("{count} unused codes")
    }
}
