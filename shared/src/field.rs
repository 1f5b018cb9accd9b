//! Names of the fields a user fills in: the same in forms, refusals and rejections.

mod label;
mod longest;

pub use longest::check_length;

use crate::coded::coded;

coded! {
    /// A field of a form. The code is the input's `name`.
    Field {
        Email = "email",
        Password = "password",
        NewPassword = "new_password",
        LoginCode = "login_code",
        AuthorizationCode = "authorization_code",
        Server = "server",
        CodeCount = "count",
        CodeNote = "code_note",
        CancelReason = "cancel_reason",
        CancelNote = "note",
        NewProvider = "new_provider",
        LicensePassword = "license_password",
        OnlyAccessAcknowledged = "only_access_acknowledged",
        EntityLicenseNumber = "entity_license_number",
        EntityName = "entity_name",
        EntityNature = "entity_nature",
        EntityCertificateKind = "entity_certificate_kind",
        EntityCertificateNumber = "entity_certificate_number",
        EntityCertificateNumberConfirmed = "entity_certificate_number_confirmed",
        EntityCertificateAddress = "entity_certificate_address",
        EntityInvestor = "entity_investor",
        EntityCity = "entity_city",
        EntityAddress = "entity_address",
        EntityPrincipalName = "entity_principal_name",
        EntityPrincipalDocumentKind = "entity_principal_document_kind",
        EntityPrincipalDocumentNumber = "entity_principal_document_number",
        EntityPrincipalMobile = "entity_principal_mobile",
        EntityPrincipalOfficePhone = "entity_principal_office_phone",
        EntityPrincipalEmail = "entity_principal_email",
        EntityRemark = "entity_remark",
        WebsiteDomain = "website_domain",
        WebsiteName = "website_name",
        WebsiteLicenseNumber = "website_license_number",
        WebsiteHomeUrl = "website_home_url",
        WebsiteLanguages = "website_languages",
        WebsitePrincipalName = "website_principal_name",
        WebsitePrincipalDocumentKind = "website_principal_document_kind",
        WebsitePrincipalDocumentNumber = "website_principal_document_number",
        WebsitePrincipalMobile = "website_principal_mobile",
        WebsitePrincipalOfficePhone = "website_principal_office_phone",
        WebsitePrincipalEmail = "website_principal_email",
        WebsiteRemark = "website_remark",
        RejectionReason = "reason",
        RevealReason = "reveal_reason",
        Reviewer = "reviewer",
        Role = "role",
        DisplayName = "display_name",
        TokenName = "token_name",
        TokenScope = "scope",
        HolidayYear = "holiday_year",
        HolidaySource = "holiday_source",
    }
}
