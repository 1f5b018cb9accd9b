//! Why something was refused: a stable code with its values. Words are the screens' matter.

mod mended;

use crate::application::{HoldReason, WaitsFor};
use crate::authorization_code::{
    CodeTextError, DisableRefused, QuotaRefused, RestoreRefused, TakeBackRefused, VerifyRefusal,
};
use crate::cloud_server::Ineligibility;
use crate::credit_code::CreditCodeError;
use crate::domain_name::DomainNameError;
use crate::email_address::EmailAddressError;
use crate::field::Field;
use crate::hong_kong_macao_permit::HongKongMacaoPermitError;
use crate::identity_card::IdentityCardError;
use crate::license_number::LicenseNumberError;
use crate::permanent_residence_card::PermanentResidenceCardError;
use crate::phone::{MobilePhoneError, OfficePhoneError};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One reason for a refusal, and the field it is about, if it is about one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    pub field: Option<Field>,
    pub problem: Problem,
}

impl Violation {
    /// A problem with one field.
    #[must_use]
    pub const fn on(field: Field, problem: Problem) -> Self {
        Self {
            field: Some(field),
            problem,
        }
    }

    /// A problem with the request as a whole.
    #[must_use]
    pub const fn general(problem: Problem) -> Self {
        Self {
            field: None,
            problem,
        }
    }
}

macro_rules! problems {
    ($($(#[doc = $doc:literal])* $variant:ident $({ $($value:ident: $kind:ty),* })? = $code:literal,)*) => {
        /// Every refusal a user can meet.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Problem {
            $($(#[doc = $doc])* $variant $({ $($value: $kind),* })?,)*
        }

        impl Problem {
            /// Every stable code, in order.
            pub const CODES: &'static [&'static str] = &[$($code,)*];

            /// The stable code: in the API, in logs, in tests.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code,)* }
            }
        }
    };
}

problems! {
    // Any field
    Required = "required",
    /// `max` characters at most.
    TooLong { max: u32 } = "too_long",
    NotAnOption = "not_an_option",
    /// A certificate that does not prove entities of this nature; `kinds` do (codes of the
    /// authority's tables).
    CertificateKindNotOfNature { nature: String, kinds: Vec<String> } = "certificate_kind_not_of_nature",
    /// GBK, the interface's encoding, lacks this character.
    NotRepresentable { character: char } = "not_representable",
    LicenseNumber { why: LicenseNumberError } = "license_number_malformed",
    DomainName { why: DomainNameError } = "domain_name_malformed",
    /// The ministry has not approved the domain's ending, so nothing is filed under it.
    EndingNotApproved { ending: String } = "ending_not_approved",
    CreditCode { why: CreditCodeError } = "credit_code_malformed",
    IdentityCard { why: IdentityCardError } = "identity_card_malformed",
    HongKongMacaoPermit { why: HongKongMacaoPermitError } = "hong_kong_macao_permit_malformed",
    PermanentResidenceCard { why: PermanentResidenceCardError } = "permanent_residence_card_malformed",
    MobilePhone { why: MobilePhoneError } = "mobile_phone_malformed",
    OfficePhone { why: OfficePhoneError } = "office_phone_malformed",
    EmailAddress { why: EmailAddressError } = "email_address_malformed",
    /// Result 1041: the home page must contain the domain.
    HomeUrlNotOnDomain = "home_url_not_on_domain",
    /// Digits only, letters only, or a domain name are refused as website names.
    WebsiteNameNotTelling = "website_name_not_telling",
    /// The website's number begins with the number of another entity.
    WebsiteOfOtherEntity { entity_license_number: String } = "website_of_other_entity",
    /// A second mobile in place of an office phone is the first one again.
    SameNumberTwice = "same_number_twice",
    /// A principal must be at least `min` years old.
    UnderAge { min: u32 } = "under_age",

    // Accounts
    WrongCredentials = "wrong_credentials",
    CurrentPasswordWrong = "current_password_wrong",
    TooManyTries { until: DateTime<Utc> } = "too_many_tries",
    LoginCodeWrong = "login_code_wrong",
    PasswordTooShort { min: u32 } = "password_too_short",
    PasswordIsAddress = "password_is_address",
    /// The same few characters again and again.
    PasswordRepeats = "password_repeats",
    /// One of those that are tried first.
    PasswordCommon = "password_common",
    /// The one that the account has already.
    PasswordUnchanged = "password_unchanged",
    EmailTaken = "email_taken",
    /// Said only after the right password or code.
    AccountBlocked = "account_blocked",
    LastAdministrator = "last_administrator",
    /// Nobody is there who could confirm a new administrator.
    NoSecondAdministrator = "no_second_administrator",
    /// Whoever proposed an administrator does not confirm.
    OwnProposal = "own_proposal",
    /// An account is opened in another role and then proposed.
    AdministratorNotOpened = "administrator_not_opened",
    /// The password of another administrator would confirm what takes two.
    OtherAdministratorsPassword = "other_administrators_password",
    /// An administrator does not block the own account.
    OwnAccount = "own_account",

    // Authorization codes
    /// A typing error, told from an unknown code.
    CodeMistyped { why: CodeTextError } = "code_mistyped",
    CodeRefused { why: VerifyRefusal } = "code_refused",
    /// Beside [`VerifyRefusal::HasBeenUsed`]: the application that uses it is the caller's own.
    CodeInOwnApplication { application_id: i64, number: String } = "code_in_own_application",
    Quota { why: QuotaRefused } = "quota",
    /// A form for codes that was carried out already comes again with other values.
    CodesIssuedAlready = "codes_issued_already",
    ServerNotEligible { failed: Vec<Ineligibility> } = "server_not_eligible",
    CodeNotDisabled { why: DisableRefused } = "code_not_disabled",
    CodeNotRestored { why: RestoreRefused } = "code_not_restored",
    CodeNotTakenBack { why: TakeBackRefused } = "code_not_taken_back",

    // Cancel access
    NoLiveAccess = "no_live_access",
    /// The authority's data of the access is not here yet.
    AuthorityDataPending = "authority_data_pending",
    /// S9: another order is in progress, and this one waits for it.
    OrderInProgress { application_id: i64, number: String, why: WaitsFor } = "order_in_progress",
    /// S11: not accepted by the authority.
    LicensePasswordWrong { tries_left: u32 } = "license_password_wrong",
    LicensePasswordLocked { until: DateTime<Utc> } = "license_password_locked",
    /// msg_code 22: the authority has stopped checking this password.
    LicensePasswordTriedTooOften = "license_password_tried_too_often",
    /// The request is kept as not yet submitted.
    AuthorityUnreachable = "authority_unreachable",
    /// S6
    AcknowledgementRequired = "acknowledgement_required",

    // Review
    /// Neither for the whole nor for a field.
    NoReasonGiven = "no_reason_given",

    // Applications
    /// The status is not one that allows this.
    NotPossibleNow { status: String } = "not_possible_now",
    /// Somebody else changed it since the page was loaded.
    ChangedMeanwhile = "changed_meanwhile",
    /// `draft.most_open`: others have to be submitted or abandoned first.
    TooManyDrafts { most: u32 } = "too_many_drafts",
    ProductNotVerified = "product_not_verified",
    /// The account has an entity already (one entity per account).
    EntityExists = "entity_exists",
    EntityMissing = "entity_missing",
    /// Rules §4: the entity is licensed here under another account.
    EntityOfOtherAccount = "entity_of_other_account",
    DomainAlreadyFiled { license_number: String } = "domain_already_filed",
    DomainNotFiled = "domain_not_filed",
    /// The authority has the domain under another number.
    DomainFiledElsewhere { license_number: String } = "domain_filed_elsewhere",
    EntityAlreadyFiled { license_number: String } = "entity_already_filed",
    /// This provider serves the domain already.
    DomainServedHere = "domain_served_here",
    /// It does since the application was submitted, or another one about it is with the
    /// authority.
    DomainServedMeanwhile = "domain_served_meanwhile",

    // Review
    /// R-3 and `code.disable`: not before the cause is cured.
    Held { reason: HoldReason } = "held",
    ClaimedByOther { name: String } = "claimed_by_other",
    /// Two reviewers decided; the other was first.
    AlreadyDecided { by: String, status: String, at: DateTime<Utc> } = "already_decided",
    /// The holder cannot decide on an own application.
    OwnApplication = "own_application",

    // Settings
    HolidayYearUnreadable { line: u32 } = "holiday_year_unreadable",
}
