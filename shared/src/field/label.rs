//! What the fields are called. Pages and mails name them by the same words, so they stand
//! beside the codes.

use super::Field;

impl Field {
    /// Its label in English and in Chinese.
    #[must_use]
    pub const fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Email => ("Email", "邮箱"),
            Self::Password => ("Password", "密码"),
            Self::AuthorizationCode => ("Authorization code", "备案授权码"),
            Self::LicensePassword => ("License password", "备案密码"),
            Self::CancelReason | Self::RejectionReason | Self::RevealReason => ("Reason", "原因"),
            Self::NewPassword => ("New password", "新密码"),
            Self::LoginCode => ("Code from the email", "邮箱验证码"),
            Self::Server => ("Server", "服务器"),
            Self::CodeCount => ("Number of codes", "申请数量"),
            Self::CodeNote => ("Note", "备注"),
            Self::CancelNote => ("Note", "补充说明"),
            Self::NewProvider => ("New access provider", "新的接入商"),
            Self::OnlyAccessAcknowledged => ("Confirmation", "风险确认"),

            Self::EntityLicenseNumber => ("Entity license number", "主体备案号"),
            Self::EntityName => ("Entity name", "主办单位名称"),
            Self::EntityNature => ("Entity nature", "主办单位性质"),
            Self::EntityCertificateKind => ("Certificate type", "主体证件类型"),
            Self::EntityCertificateNumber => ("Certificate number", "主体证件号码"),
            Self::EntityCertificateNumberConfirmed => {
                ("Certificate number compared", "主体证件号码已核对")
            }
            Self::EntityCertificateAddress => ("Address on the certificate", "主体证件住所"),
            Self::EntityInvestor => ("Investor or superior unit", "投资人或主管单位"),
            Self::EntityCity => ("City", "所在城市"),
            Self::EntityAddress => ("Mailing address", "通信地址"),
            Self::EntityPrincipalName => ("Entity principal’s name", "主体负责人姓名"),
            Self::EntityPrincipalDocumentKind => {
                ("Entity principal’s document type", "主体负责人证件类型")
            }
            Self::EntityPrincipalDocumentNumber => {
                ("Entity principal’s document number", "主体负责人证件号码")
            }
            Self::EntityPrincipalMobile => {
                ("Entity principal’s mobile number", "主体负责人手机号码")
            }
            Self::EntityPrincipalOfficePhone => {
                ("Entity principal’s office phone", "主体负责人办公电话")
            }
            Self::EntityPrincipalEmail => ("Entity principal’s email", "主体负责人电子邮箱"),
            Self::EntityRemark => ("Remark about the entity", "主体备注"),

            Self::WebsiteDomain => ("Domain", "域名"),
            Self::WebsiteName => ("Website name", "网站名称"),
            Self::WebsiteLicenseNumber => ("Website license number", "网站备案号"),
            Self::WebsiteHomeUrl => ("Home page", "首页网址"),
            Self::WebsiteLanguages => ("Languages of the content", "网站语言"),
            Self::WebsitePrincipalName => ("Website principal’s name", "网站负责人姓名"),
            Self::WebsitePrincipalDocumentKind => {
                ("Website principal’s document type", "网站负责人证件类型")
            }
            Self::WebsitePrincipalDocumentNumber => {
                ("Website principal’s document number", "网站负责人证件号码")
            }
            Self::WebsitePrincipalMobile => {
                ("Website principal’s mobile number", "网站负责人手机号码")
            }
            Self::WebsitePrincipalOfficePhone => {
                ("Website principal’s office phone", "网站负责人办公电话")
            }
            Self::WebsitePrincipalEmail => ("Website principal’s email", "网站负责人电子邮箱"),
            Self::WebsiteRemark => ("Remark about the website", "网站备注"),

            Self::Reviewer => ("New reviewer", "新的审核员"),
            Self::Role => ("Role", "角色"),
            Self::DisplayName => ("Name", "显示名称"),
            Self::TokenScope => ("May", "权限"),
            Self::TokenName => ("Purpose", "用途"),
            Self::HolidayYear => ("Holidays and make-up days", "放假与调休安排"),
            Self::HolidaySource => ("Notice of the State Council", "国务院办公厅通知文号"),
        }
    }
}
