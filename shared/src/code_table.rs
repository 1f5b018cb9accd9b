//! The authority's tables of codes (JCDM), as far as people choose from them. The downloaded
//! tables decide what there is and under which number; until one was downloaded, what public
//! sources agree on does.
//!
//! What this system knows by name has a stable code and words in both languages. Whatever else a
//! table offers is kept with its number and the authority's words.

use crate::entity::{CertificateKind, Nature};
use crate::website::SiteLanguage;
use serde::{Deserialize, Serialize};

/// A valid row of a downloaded table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    pub number: i32,
    pub text: String,
    /// The unit class (`Dwflid`) that the table of certificates files a row under.
    pub class: Option<i32>,
}

/// One value to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableChoice {
    /// What forms hold: the stable code of what is known by name, else number and words, as in
    /// `18:越南语`.
    pub code: String,
    /// The authority's number.
    pub number: i32,
}

/// One kind of certificate to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateChoice {
    pub kind: TableChoice,
    /// Codes of the natures that it proves.
    pub natures: Vec<String>,
}

/// The tables that a filing is filled in from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityTables {
    /// `Yylb`.
    pub languages: Vec<TableChoice>,
    /// `Dwxz`.
    pub natures: Vec<TableChoice>,
    /// `Zjlx`.
    pub certificates: Vec<CertificateChoice>,
}

/// What a table holds that this system knows by name.
pub(crate) trait Known: Copy + 'static {
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
    /// The number until a table was downloaded; `None` where no public source has it, so that
    /// nobody can choose it before.
    fn number(self) -> Option<i32>;
    fn of_row(row: &TableRow) -> Option<Self>;
}

impl AuthorityTables {
    /// From the valid rows of each table; without any, what is known.
    #[must_use]
    pub fn new(languages: &[TableRow], natures: &[TableRow], certificates: &[TableRow]) -> Self {
        let natures = choices::<Nature>(natures);
        Self {
            languages: choices::<SiteLanguage>(languages),
            certificates: certificate_choices(certificates, &natures),
            natures,
        }
    }

    /// The kind of certificate that a form holds.
    #[must_use]
    pub fn certificate_kind(&self, code: &str) -> Option<&TableChoice> {
        find(self.certificates.iter().map(|choice| &choice.kind), code)
    }

    /// What proves an entity of the nature with this code.
    pub fn certificates_of(&self, nature: &str) -> impl Iterator<Item = &TableChoice> {
        let certificates = self.certificates.iter();
        certificates
            .filter(move |certificate| certificate.natures.iter().any(|code| code == nature))
            .map(|certificate| &certificate.kind)
    }

    /// Documents a person has.
    pub fn personal_documents(&self) -> impl Iterator<Item = &TableChoice> {
        self.certificates_of(Nature::Individual.code())
    }

    /// The certificate to propose when a nature is chosen: the one with the code `chosen`
    /// already if it fits, or else the only one that is known to prove it, or that there is.
    #[must_use]
    pub fn fitting_certificate(&self, nature: &str, chosen: &str) -> Option<&TableChoice> {
        let fitting: Vec<_> = self.certificates_of(nature).collect();
        let is_known = |kind: &&TableChoice| CertificateKind::from_code(&kind.code).is_some();
        let known: Vec<_> = fitting.iter().copied().filter(is_known).collect();
        let only = match (known.as_slice(), fitting.as_slice()) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        };
        let chosen = fitting.iter().copied().find(|kind| kind.code == chosen);
        chosen.or(only)
    }
}

impl Default for AuthorityTables {
    fn default() -> Self {
        Self::new(&[], &[], &[])
    }
}

fn choices<K: Known>(rows: &[TableRow]) -> Vec<TableChoice> {
    if rows.is_empty() {
        let known = K::ALL.iter().filter_map(|known| {
            Some(TableChoice {
                code: known.code().to_owned(),
                number: known.number()?,
            })
        });
        return known.collect();
    }
    let mut choices = Vec::<TableChoice>::new();
    for row in rows {
        let known = K::of_row(row).map(Known::code);
        // Of two rows that are meant by one name the first has it.
        let known = known.filter(|code| choices.iter().all(|choice| choice.code != *code));
        choices.push(TableChoice {
            code: known.map_or_else(|| other(row), str::to_owned),
            number: row.number,
        });
    }
    choices
}

fn certificate_choices(rows: &[TableRow], natures: &[TableChoice]) -> Vec<CertificateChoice> {
    let choice = |kind: TableChoice| {
        let known = proven_by(&kind, rows);
        let proven = natures.iter().filter(|nature| proves(&known, nature));
        CertificateChoice {
            natures: proven.map(|nature| nature.code.clone()).collect(),
            kind,
        }
    };
    let kinds = choices::<CertificateKind>(rows);
    kinds.into_iter().map(choice).collect()
}

/// What a certificate proves is known where it is known by name; any other proves what its
/// neighbours in the same unit class do. Empty where nobody knows.
fn proven_by(kind: &TableChoice, rows: &[TableRow]) -> Vec<Nature> {
    if let Some(known) = CertificateKind::from_code(&kind.code) {
        return known.natures().to_vec();
    }
    let row = rows.iter().find(|row| row.number == kind.number);
    let Some(class) = row.and_then(|row| row.class) else {
        return Vec::new();
    };
    let neighbours = rows.iter().filter(|row| row.class == Some(class));
    let known = neighbours.filter_map(CertificateKind::of_row);
    known.flat_map(CertificateKind::natures).copied().collect()
}

/// What nobody knows about a certificate or a nature refuses no organization: the reviewer sees
/// both.
fn proves(known: &[Nature], nature: &TableChoice) -> bool {
    let is_personal = |nature: &Nature| *nature == Nature::Individual;
    match Nature::from_code(&nature.code) {
        Some(nature) if known.is_empty() => !is_personal(&nature),
        Some(nature) => known.contains(&nature),
        None => known.is_empty() || !known.iter().all(is_personal),
    }
}

/// Without blanks, because codes of several choices stand side by side.
fn other(row: &TableRow) -> String {
    let words: String = row.text.split_whitespace().collect();
    format!("{}:{words}", row.number)
}

/// The choice that a form holds, also under the words of an earlier table.
#[must_use]
pub fn find<'a>(
    choices: impl IntoIterator<Item = &'a TableChoice>,
    code: &str,
) -> Option<&'a TableChoice> {
    let number = parts(code).map(|(number, _)| number);
    choices
        .into_iter()
        .find(|choice| choice.code == code || number == Some(choice.number))
}

/// The authority's words in a code of what this system does not know by name.
#[must_use]
pub fn words_of(code: &str) -> Option<&str> {
    parts(code).map(|(_, words)| words)
}

fn parts(code: &str) -> Option<(i32, &str)> {
    let (number, words) = code.split_once(':')?;
    Some((number.parse().ok()?, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: i32, text: &str) -> TableRow {
        TableRow {
            number,
            text: text.to_owned(),
            class: None,
        }
    }

    fn certificate(number: i32, text: &str, class: i32) -> TableRow {
        TableRow {
            class: Some(class),
            ..row(number, text)
        }
    }

    fn proving<'a>(tables: &'a AuthorityTables, nature: &str) -> Vec<(&'a str, i32)> {
        let kinds = tables.certificates_of(nature);
        kinds
            .map(|kind| (kind.code.as_str(), kind.number))
            .collect()
    }

    fn codes(choices: &[TableChoice]) -> Vec<(&str, i32)> {
        choices
            .iter()
            .map(|choice| (choice.code.as_str(), choice.number))
            .collect()
    }

    /// The two public witnesses agree on these seventeen numbers.
    #[test]
    fn until_a_table_came_english_is_12_and_3_is_uyghur() {
        let tables = AuthorityTables::default();
        let languages = codes(&tables.languages);
        assert_eq!(languages.len(), 17);
        assert!(languages.contains(&("uyghur", 3)));
        assert!(languages.contains(&("english", 12)));
        let numbers: Vec<i32> = languages.iter().map(|(_, number)| *number).collect();
        assert_eq!(numbers, (1..=17).collect::<Vec<_>>());
    }

    #[test]
    fn the_downloaded_table_decides() {
        let rows = [
            row(1, "中文简体"),
            row(3, "英语"),
            row(18, "越南 语"),
            row(19, "西班牙文"),
        ];
        let tables = AuthorityTables::new(&rows, &[], &[]);
        assert_eq!(
            codes(&tables.languages),
            [
                ("simplified_chinese", 1),
                ("english", 3),
                ("18:越南语", 18),
                ("spanish", 19)
            ]
        );
        let find = |code| find(&tables.languages, code).map(|choice| choice.number);
        assert_eq!(find("english"), Some(3));
        assert_eq!(find("18:越文"), Some(18), "under its earlier words");
        assert_eq!(find("uyghur"), None, "the table does not have it");
        assert_eq!(find("99:世界语"), None);
        assert_eq!(words_of("18:越南语"), Some("越南语"));
        assert_eq!(words_of("english"), None);
    }

    /// The numbers that public sources agree on; the two newest documents have none yet.
    #[test]
    fn until_a_table_came_the_six_natures_and_eleven_certificates_have_their_numbers() {
        let tables = AuthorityTables::default();
        assert_eq!(
            codes(&tables.natures),
            [
                ("military", 1),
                ("government", 2),
                ("public_institution", 3),
                ("enterprise", 4),
                ("individual", 5),
                ("social_organization", 6),
            ]
        );
        let kinds = tables.certificates.iter();
        let numbers: Vec<i32> = kinds.map(|choice| choice.kind.number).collect();
        assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
        assert_eq!(proving(&tables, "enterprise"), [("business_license", 1)]);
        assert_eq!(
            proving(&tables, "individual"),
            [
                ("identity_card", 2),
                ("passport", 7),
                ("officer_card", 8),
                ("taiwan_permit", 11),
            ]
        );
    }

    #[test]
    fn a_certificate_of_the_table_proves_what_its_unit_class_does() {
        let natures = [
            row(4, "企业"),
            row(5, "个人"),
            row(6, "社会团体"),
            row(7, "民办非企业单位"),
        ];
        let certificates = [
            certificate(1, "工商营业执照", 41),
            certificate(2, "居民身份证", 51),
            certificate(6, "社团法人证书", 61),
            certificate(14, "港澳居民来往内地通行证", 51),
            certificate(15, "外国人永久居留身份证", 51),
            certificate(16, "统一社会信用代码证书", 41),
            certificate(17, "台湾居民居住证", 51),
            certificate(18, "民办非企业单位登记证书", 71),
        ];
        let tables = AuthorityTables::new(&[], &natures, &certificates);
        assert_eq!(
            codes(&tables.natures),
            [
                ("enterprise", 4),
                ("individual", 5),
                ("social_organization", 6),
                ("7:民办非企业单位", 7),
            ]
        );
        let other = ("18:民办非企业单位登记证书", 18);
        assert_eq!(
            proving(&tables, "enterprise"),
            [
                ("business_license", 1),
                ("16:统一社会信用代码证书", 16),
                other
            ]
        );
        assert_eq!(
            proving(&tables, "individual"),
            [
                ("identity_card", 2),
                ("hong_kong_macao_permit", 14),
                ("permanent_residence_card", 15),
                ("17:台湾居民居住证", 17),
            ]
        );
        assert_eq!(
            proving(&tables, "social_organization"),
            [("social_organization_certificate", 6), other]
        );
        assert_eq!(
            proving(&tables, "7:民办非企业单位"),
            [
                ("business_license", 1),
                ("social_organization_certificate", 6),
                ("16:统一社会信用代码证书", 16),
                other,
            ]
        );
    }

    #[test]
    fn a_nature_proposes_the_only_certificate_and_keeps_one_that_fits() {
        let tables = AuthorityTables::default();
        let fitting = |nature, chosen| {
            let kind = tables.fitting_certificate(nature, chosen);
            kind.map(|kind| kind.code.as_str())
        };
        assert_eq!(fitting("enterprise", "passport"), Some("business_license"));
        assert_eq!(fitting("individual", "passport"), Some("passport"));
        assert_eq!(fitting("individual", "business_license"), None);
        assert_eq!(fitting("nobody", "passport"), None);
        let certificates = [row(1, "营业执照"), row(18, "民办非企业单位登记证书")];
        let tables = AuthorityTables::new(&[], &[], &certificates);
        let fitting = |nature, chosen| {
            let kind = tables.fitting_certificate(nature, chosen);
            kind.map(|kind| kind.number)
        };
        assert_eq!(fitting("enterprise", ""), Some(1), "the one that is known");
        assert_eq!(fitting("enterprise", "18:民办非企业单位登记证书"), Some(18));
        assert_eq!(fitting("military", ""), Some(18), "the only one");
    }

    #[test]
    fn certificates_are_known_by_the_words_that_tables_use() {
        use CertificateKind as C;
        for (number, text, kind) in [
            (1, "工商营业执照", C::BusinessLicense),
            (2, "身份证", C::IdentityCard),
            (3, "组织机构代码证书", C::PublicInstitutionOrganizationCode),
            (4, "事业法人证书", C::PublicInstitutionCertificate),
            (5, "部队代号", C::MilitaryCode),
            (6, "社团法人证书", C::SocialOrganizationCertificate),
            (7, "护照", C::Passport),
            (8, "军官证", C::OfficerCard),
            (9, "组织机构代码证书", C::GovernmentOrganizationCode),
            (10, "组织机构代码证书", C::SocialOrganizationCode),
            (11, "台湾居民来往大陆通行证", C::TaiwanPermit),
            (40, "外国人永久居留身份证", C::PermanentResidenceCard),
            (41, "港澳居民来往内地通行证", C::HongKongMacaoPermit),
        ] {
            let row = row(number, text);
            assert_eq!(CertificateKind::of_row(&row), Some(kind), "{text}");
        }
        for unknown in [
            "港澳居民居住证",
            "统一社会信用代码证书",
            "民办非企业单位登记证书",
        ] {
            assert_eq!(
                CertificateKind::of_row(&row(30, unknown)),
                None,
                "{unknown}"
            );
        }
    }

    #[test]
    fn every_language_is_known_by_the_words_that_tables_use() {
        for (text, language) in [
            ("简体中文", SiteLanguage::SimplifiedChinese),
            ("繁体中文", SiteLanguage::TraditionalChinese),
            ("维吾尔语", SiteLanguage::Uyghur),
            ("哈萨克语", SiteLanguage::Kazakh),
            ("柯尔克孜语", SiteLanguage::Kirgiz),
            ("蒙古语", SiteLanguage::Mongolian),
            ("藏语", SiteLanguage::Tibetan),
            ("壮语", SiteLanguage::Zhuang),
            ("朝鲜语", SiteLanguage::Korean),
            ("彝语", SiteLanguage::Yi),
            ("苗语", SiteLanguage::Miao),
            ("英文", SiteLanguage::English),
            ("日文", SiteLanguage::Japanese),
            ("法文", SiteLanguage::French),
            ("俄文", SiteLanguage::Russian),
            ("西文", SiteLanguage::Spanish),
            ("阿拉伯文", SiteLanguage::Arabic),
        ] {
            assert_eq!(
                SiteLanguage::of_row(&row(7, text)),
                Some(language),
                "{text}"
            );
        }
        assert_eq!(SiteLanguage::of_row(&row(3, "其他")), None);
    }
}
