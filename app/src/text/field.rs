//! Labels and hints of every field a user fills in.

use super::{list, pick, space};
use crate::language::Language;
use shared::area::provinces_named;
use shared::field::Field;

/// The field's label; refusals and rejections name the field by the same words.
#[must_use]
pub const fn label(language: Language, field: Field) -> &'static str {
    pick(language, field.labels())
}

/// What a good entry looks like, where the label alone does not say it.
#[must_use]
pub const fn hint(language: Language, field: Field) -> Option<&'static str> {
    let words = match field {
        Field::LoginCode => (
            "Only the code of the newest email works.",
            "只有最新一封邮件中的验证码有效。",
        ),
        Field::AuthorizationCode => (
            "20 letters and digits in four groups. Spaces, dashes and case do not matter.",
            "共 20 位字母和数字，分为四组。空格、短横线和大小写不影响识别。",
        ),
        Field::CodeNote => (
            "For instance who gets the code; up to 50 characters. You and the provider’s staff see it.",
            "例如交给谁使用，最多 50 个字符。您和接入商的工作人员可见。",
        ),
        Field::CancelNote => (
            "Anything the reviewer should know, up to 1000 characters.",
            "希望审核员了解的情况，最多 1000 个字符。",
        ),
        Field::NewProvider => (
            "Who serves the website now or will serve it. Leave it empty if nobody does.",
            "网站现在或将来使用的接入商；没有则留空。",
        ),
        Field::LicensePassword => (
            "Issued by the authority, one for each entity. It is not the password of your account here.",
            "由通信管理局下发，每个主体一个，不是本系统的登录密码。",
        ),

        Field::EntityLicenseNumber => (
            "The entity’s number without a suffix such as -1, for example 京ICP备12345678号.",
            "填写主体备案号，不带“-1”等后缀，例如 京ICP备12345678号。",
        ),
        Field::EntityName => (
            "Exactly as on the certificate; for an individual, the person’s name.",
            "须与证件完全一致；个人填写本人姓名。",
        ),
        Field::EntityCertificateNumber => (
            "For a business license, the unified social credit code with 18 characters, or the 15 digits of an older registration number.",
            "营业执照填写 18 位统一社会信用代码，旧版执照可填写 15 位工商注册号。",
        ),
        Field::EntityCertificateAddress => (
            "Exactly as printed on the certificate.",
            "须与证件上的地址完全一致。",
        ),
        Field::EntityInvestor => (
            "Leave it empty if there is none; then the entity itself is reported.",
            "没有则留空，系统按主体自身上报。",
        ),
        Field::EntityCity => (
            "Decides which communications administration reviews the application.",
            "决定由哪个省、自治区、直辖市的通信管理局审核。",
        ),
        Field::EntityAddress => (
            "A real address down to the room, in the city chosen above.",
            "真实的联系地址，具体到门牌和房间号，须位于上面选择的城市。",
        ),
        Field::EntityPrincipalDocumentNumber | Field::WebsitePrincipalDocumentNumber => (
            "An identity card has 18 characters; the last may be an X.",
            "居民身份证为 18 位，末位可能是 X。",
        ),
        Field::EntityPrincipalMobile | Field::WebsitePrincipalMobile => (
            "11 digits. It must be reachable: the authority sends its text messages there.",
            "11 位数字，须保持畅通，通信管理局会向该号码发送短信。",
        ),
        Field::EntityPrincipalOfficePhone | Field::WebsitePrincipalOfficePhone => (
            "With the area code, and an extension if there is one: 0571-80000000-123. Individuals may leave it empty.",
            "须带区号，有分机的一并填写，例如 0571-80000000-123。个人可不填。",
        ),

        Field::WebsiteDomain => (
            "One domain without www. and without http://, for example example.cn.",
            "填写一个域名，不带 www. 和 http://，例如 example.cn。",
        ),
        Field::WebsiteName => (
            "What the website is about. Not only digits or Latin letters, and no domain name. An organization’s website name fits the organization; an individual’s does not sound like a company.",
            "应体现网站内容，不能全是数字或英文字母，不能是域名。单位网站名称应与单位名称相关；个人网站名称不能带有企业性质的字样。",
        ),
        Field::WebsiteLicenseNumber => (
            "Ends in a suffix, for example 京ICP备12345678号-1.",
            "带有后缀，例如 京ICP备12345678号-1。",
        ),
        Field::WebsiteHomeUrl => (
            "On the website’s domain, for example www.example.cn.",
            "须使用上面的域名，例如 www.example.cn。",
        ),
        Field::WebsiteLanguages => ("At least one.", "至少选择一种。"),
        Field::RejectionReason => (
            "The holder reads these words. Say what is wrong and what would be right.",
            "备案用户会看到这段文字，请说明问题所在以及应如何修改。",
        ),
        Field::RevealReason => (
            "What you need the data for, with a reference if there is one. It is kept in the audit trail with your name.",
            "说明查看的用途，如有编号请一并填写。该原因会与您的姓名一起记入审计记录。",
        ),
        Field::TokenName => (
            "Which system uses the token, and what for.",
            "说明由哪个系统使用、用于什么。",
        ),
        Field::TokenScope => ("At least one.", "至少选择一项。"),
        Field::HolidayYear => (
            "As the State Council’s notice for the year lists them.",
            "按国务院办公厅当年的放假通知填写。",
        ),

        Field::Email
        | Field::Password
        | Field::NewPassword
        | Field::Server
        | Field::HolidaySource
        | Field::CodeCount
        | Field::CancelReason
        | Field::OnlyAccessAcknowledged
        | Field::EntityNature
        | Field::EntityCertificateKind
        | Field::EntityCertificateNumberConfirmed
        | Field::EntityPrincipalName
        | Field::EntityPrincipalDocumentKind
        | Field::EntityPrincipalEmail
        | Field::EntityRemark
        | Field::WebsitePrincipalName
        | Field::WebsitePrincipalDocumentKind
        | Field::WebsitePrincipalEmail
        | Field::WebsiteRemark
        | Field::Reviewer
        | Field::Role
        | Field::DisplayName => return None,
    };
    Some(pick(language, words))
}

/// Whether the field is filled by choosing; its refusals say "choose" in place of "enter".
#[must_use]
pub const fn is_choice(field: Field) -> bool {
    matches!(
        field,
        Field::Server
            | Field::CancelReason
            | Field::EntityNature
            | Field::EntityCertificateKind
            | Field::EntityCity
            | Field::EntityPrincipalDocumentKind
            | Field::WebsiteLanguages
            | Field::WebsitePrincipalDocumentKind
            | Field::Reviewer
            | Field::Role
            | Field::TokenScope
    )
}

/// Whether the field holds what a certificate or a document calls somebody.
#[must_use]
pub const fn is_name(field: Field) -> bool {
    matches!(
        field,
        Field::EntityName | Field::EntityPrincipalName | Field::WebsitePrincipalName
    )
}

/// The office phone's hint, with the provinces (by the characters that license numbers begin
/// with) where another mobile will do.
#[must_use]
pub fn office_phone_hint(language: Language, takes_mobile: &[char]) -> String {
    let hint = hint(language, Field::EntityPrincipalOfficePhone).unwrap_or_default();
    if takes_mobile.is_empty() {
        return hint.to_owned();
    }
    let names = provinces_named(takes_mobile)
        .map(|province| pick(language, (province.english, province.chinese)));
    let names = list(language, &names.collect::<Vec<_>>());
    let mobile = sentence!(
        language,
        "For entities in {names}, another mobile number will do.",
        "主体位于{names}的，可填另一个手机号码。"
    );
    format!("{hint}{}{mobile}", space(language))
}

words! {
    /// For the name of a website that has its number already.
    name_on_record_hint: "The name that the authority has on record.", "填写管局登记的网站名称。";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::common;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_field_has_a_label_and_its_hint_in_both_languages() {
        for field in Field::ALL {
            assert_side_by_side(|language| label(language, *field).to_owned());
            if hint(Language::English, *field).is_some() {
                assert_side_by_side(|language| hint(language, *field).unwrap().to_owned());
            }
        }
    }

    #[test]
    fn a_field_is_called_as_in_all_other_sentences() {
        for language in [Language::English, Language::Chinese] {
            for (field, words) in [
                (Field::Email, common::email(language)),
                (Field::Password, common::password(language)),
                (
                    Field::AuthorizationCode,
                    common::authorization_code(language),
                ),
                (Field::LicensePassword, common::license_password(language)),
                (Field::RejectionReason, common::reason(language)),
            ] {
                assert_eq!(label(language, field), words);
            }
        }
    }

    #[test]
    fn labels_of_one_filing_are_told_apart() {
        let of_a_filing: Vec<_> = Field::ALL
            .iter()
            .filter(|field| {
                field.code().starts_with("entity_") || field.code().starts_with("website_")
            })
            .collect();
        assert_distinct(&of_a_filing, |language, field| {
            label(language, **field).to_owned()
        });
    }
}
