//! What can be chosen in the forms of a filing.

use crate::language::Language;
use crate::text::pick;
use shared::code_table::words_of;
use shared::entity::{CertificateKind, Nature};
use shared::website::{ServiceType, SiteLanguage};

/// What kind of person or organization an entity is, as a form holds it.
#[must_use]
pub fn nature(language: Language, code: &str) -> &str {
    let known = Nature::from_code(code).map(|known| known_nature(language, known));
    in_words(known, code)
}

/// A certificate of an entity or a document of a person, as a form holds it.
#[must_use]
pub fn certificate_kind(language: Language, code: &str) -> &str {
    let known = CertificateKind::from_code(code).map(|known| known_certificate(language, known));
    in_words(known, code)
}

/// A language of a website's content, as a form holds it.
#[must_use]
pub fn site_language(language: Language, code: &str) -> &str {
    let known = SiteLanguage::from_code(code).map(|known| known_language(language, known));
    in_words(known, code)
}

/// What only the authority's table has is shown in its words, anything else as it is.
fn in_words<'a>(known: Option<&'a str>, code: &'a str) -> &'a str {
    known.or_else(|| words_of(code)).unwrap_or(code)
}

const fn known_nature(language: Language, nature: Nature) -> &'static str {
    let words = match nature {
        Nature::Military => ("Military", "军队"),
        Nature::Government => ("Government body", "政府机关"),
        Nature::PublicInstitution => ("Public institution", "事业单位"),
        Nature::Enterprise => ("Enterprise", "企业"),
        Nature::Individual => ("Individual", "个人"),
        Nature::SocialOrganization => ("Social organization", "社会团体"),
    };
    pick(language, words)
}

const fn known_certificate(language: Language, kind: CertificateKind) -> &'static str {
    let words = match kind {
        CertificateKind::BusinessLicense => ("Business license", "营业执照"),
        CertificateKind::IdentityCard => ("Resident identity card", "居民身份证"),
        CertificateKind::PublicInstitutionOrganizationCode => (
            "Organization code certificate (public institution)",
            "组织机构代码证（事业单位）",
        ),
        CertificateKind::PublicInstitutionCertificate => (
            "Public institution legal person certificate",
            "事业单位法人证书",
        ),
        CertificateKind::MilitaryCode => ("Military unit code", "部队代号"),
        CertificateKind::SocialOrganizationCertificate => (
            "Social organization legal person certificate",
            "社会团体法人登记证书",
        ),
        CertificateKind::Passport => ("Passport", "护照"),
        CertificateKind::OfficerCard => ("Military officer card", "军官证"),
        CertificateKind::GovernmentOrganizationCode => (
            "Organization code certificate (government body)",
            "组织机构代码证（政府机关）",
        ),
        CertificateKind::SocialOrganizationCode => (
            "Organization code certificate (social organization)",
            "组织机构代码证（社会团体）",
        ),
        CertificateKind::TaiwanPermit => (
            "Mainland travel permit for Taiwan residents",
            "台湾居民来往大陆通行证",
        ),
        CertificateKind::HongKongMacaoPermit => (
            "Mainland travel permit for Hong Kong and Macao residents",
            "港澳居民来往内地通行证",
        ),
        CertificateKind::PermanentResidenceCard => (
            "Foreigner’s permanent residence card",
            "外国人永久居留身份证",
        ),
    };
    pick(language, words)
}

const fn known_language(language: Language, site_language: SiteLanguage) -> &'static str {
    let words = match site_language {
        SiteLanguage::SimplifiedChinese => ("Simplified Chinese", "中文简体"),
        SiteLanguage::TraditionalChinese => ("Traditional Chinese", "中文繁体"),
        SiteLanguage::Uyghur => ("Uyghur", "维吾尔语"),
        SiteLanguage::Kazakh => ("Kazakh", "哈萨克语"),
        SiteLanguage::Kirgiz => ("Kirgiz", "柯尔克孜语"),
        SiteLanguage::Mongolian => ("Mongolian", "蒙古语"),
        SiteLanguage::Tibetan => ("Tibetan", "藏语"),
        SiteLanguage::Zhuang => ("Zhuang", "壮语"),
        SiteLanguage::Korean => ("Korean", "朝鲜语"),
        SiteLanguage::Yi => ("Yi", "彝语"),
        SiteLanguage::Miao => ("Miao", "苗语"),
        SiteLanguage::English => ("English", "英语"),
        SiteLanguage::Japanese => ("Japanese", "日语"),
        SiteLanguage::French => ("French", "法语"),
        SiteLanguage::Russian => ("Russian", "俄语"),
        SiteLanguage::Spanish => ("Spanish", "西班牙语"),
        SiteLanguage::Arabic => ("Arabic", "阿拉伯语"),
    };
    pick(language, words)
}

/// What kind of internet information service is licensed.
#[must_use]
pub const fn service_type(language: Language, service_type: ServiceType) -> &'static str {
    let words = match service_type {
        ServiceType::Website => ("Website", "网站"),
        ServiceType::App => ("App", "移动应用"),
        ServiceType::MiniProgram => ("Mini program", "小程序"),
        ServiceType::QuickApp => ("Quick app", "快应用"),
    };
    pick(language, words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::side_by_side::{assert_distinct, assert_side_by_side};

    #[test]
    fn every_choice_has_its_own_words_in_both_languages() {
        for each in Nature::ALL {
            assert_side_by_side(|language| known_nature(language, *each).to_owned());
        }
        for each in CertificateKind::ALL {
            assert_side_by_side(|language| known_certificate(language, *each).to_owned());
        }
        for each in SiteLanguage::ALL {
            assert_side_by_side(|language| known_language(language, *each).to_owned());
        }
        for each in ServiceType::ALL {
            assert_side_by_side(|language| service_type(language, *each).to_owned());
        }
        assert_eq!(nature(Language::English, "enterprise"), "Enterprise");
        assert_eq!(
            nature(Language::English, "7:民办非企业单位"),
            "民办非企业单位"
        );
        assert_eq!(certificate_kind(Language::English, "typed"), "typed");
        assert_distinct(Nature::ALL, |language, each| {
            known_nature(language, *each).to_owned()
        });
        assert_distinct(CertificateKind::ALL, |language, each| {
            known_certificate(language, *each).to_owned()
        });
    }
}
