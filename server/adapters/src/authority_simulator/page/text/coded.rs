//! What the numbers of the authority's tables stand for.

use super::super::super::documents::{CANCELLATION_REASONS, CERTIFICATES, NATURES};
use super::Words;
use shared::area::{find_city, provinces};
use shared::language::Language;

impl Words {
    /// `Zxly`
    pub(in super::super) fn cancellation_reason(self, code: i32) -> String {
        let mut rows = CANCELLATION_REASONS.iter();
        let chinese = rows.find(|(id, _)| *id == code).map(|(_, words)| *words);
        let english = match code {
            1 => Some("Moved to another provider"),
            2 => Some("The website is closed"),
            3 => Some("The server was released"),
            4 => Some("Other"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Dwxz`
    pub(in super::super) fn nature_of(self, code: i32) -> String {
        let mut rows = NATURES.iter();
        let chinese = rows.find(|(id, _)| *id == code).map(|(_, words)| *words);
        let english = match code {
            1 => Some("Military"),
            2 => Some("Government body"),
            3 => Some("Public institution"),
            4 => Some("Enterprise"),
            5 => Some("Individual"),
            6 => Some("Social organization"),
            7 => Some("Private non-enterprise unit"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Zjlx`
    pub(in super::super) fn certificate_kind(self, code: i32) -> String {
        let mut rows = CERTIFICATES.iter();
        let chinese = rows
            .find(|(id, ..)| *id == code)
            .map(|(_, words, _)| *words);
        let english = match code {
            1 => Some("Business license"),
            2 => Some("Resident identity card"),
            3 | 9 | 10 => Some("Organization code certificate"),
            4 => Some("Public institution legal person certificate"),
            5 => Some("Military unit code"),
            6 => Some("Social organization legal person certificate"),
            7 => Some("Passport"),
            8 => Some("Military officer card"),
            11 => Some("Mainland travel permit for Taiwan residents"),
            14 => Some("Mainland travel permit for Hong Kong and Macao residents"),
            15 => Some("Foreigner’s permanent residence card"),
            16 => Some("Registration certificate of a private non-enterprise unit"),
            _ => None,
        };
        self.coded(code, english, chinese)
    }

    /// `Shengid` and `Shiid`
    pub(in super::super) fn area(self, province_code: i32, city_code: i32) -> String {
        let mut all = provinces().iter();
        let province = all.find(|province| province.code == province_code);
        let city = find_city(city_code);
        let (province, city) = match self.0 {
            Language::English => (province.map(|p| p.english), city.map(|c| c.english)),
            Language::Chinese => (province.map(|p| p.chinese), city.map(|c| c.chinese)),
        };
        let place = match (self.0, province, city) {
            // A municipality is its own city.
            (_, Some(province), Some(city)) if city.starts_with(province) => city.to_owned(),
            (Language::English, Some(province), Some(city)) => format!("{city}, {province}"),
            (Language::Chinese, Some(province), Some(city)) => format!("{province}{city}"),
            (_, province, city) => city.or(province).unwrap_or_default().to_owned(),
        };
        self.with_number(&place, city_code)
    }

    /// A table's number with what it stands for, as far as anybody knows.
    fn coded(
        self,
        code: i32,
        english: Option<&'static str>,
        chinese: Option<&'static str>,
    ) -> String {
        let words = match self.0 {
            Language::English => english.or(chinese),
            Language::Chinese => chinese,
        };
        words.map_or_else(|| code.to_string(), |words| self.with_number(words, code))
    }

    fn with_number(self, words: &str, number: i32) -> String {
        match self.0 {
            Language::English => format!("{words} ({number})"),
            Language::Chinese => format!("{words}（{number}）"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_has_words_in_both_languages() {
        for language in Language::ALL {
            let words = Words(language);
            let rows = [
                CANCELLATION_REASONS
                    .map(|(id, _)| words.cancellation_reason(id))
                    .to_vec(),
                NATURES.map(|(id, _)| words.nature_of(id)).to_vec(),
                CERTIFICATES
                    .map(|(id, ..)| words.certificate_kind(id))
                    .to_vec(),
            ];
            let is_chinese = |text: &str| text.chars().any(|c| c >= '\u{4e00}');
            for text in rows.concat() {
                assert_eq!(is_chinese(&text), language == Language::Chinese, "{text}");
            }
        }
    }

    #[test]
    fn a_number_that_no_table_has_stands_alone() {
        assert_eq!(Words(Language::Chinese).nature_of(99), "99");
    }

    #[test]
    fn a_municipality_is_named_once() {
        assert_eq!(
            Words(Language::English).area(110_000, 110_100),
            "Beijing (110100)"
        );
        assert_eq!(
            Words(Language::Chinese).area(350_000, 350_100),
            "福建福州市（350100）"
        );
    }
}
