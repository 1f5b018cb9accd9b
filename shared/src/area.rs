//! Provinces and cities by the authority's area codes (`Shengid`, `Shiid`), which follow
//! GB/T 2260: six digits, of which the first two name the province and the next two the city.

mod table;

use table::{CITIES, PROVINCES};

/// One of the 31 provinces, autonomous regions and municipalities of the mainland.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Province {
    /// `Shengid`, such as 330000.
    pub code: i32,
    pub chinese: &'static str,
    pub english: &'static str,
    /// The character with which license numbers of the province begin today.
    pub license_prefix: char,
}

/// A city, prefecture or league; of a municipality, the municipality itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct City {
    /// `Shiid`, such as 330100.
    pub code: i32,
    pub chinese: &'static str,
    pub english: &'static str,
}

impl City {
    /// `Shengid` of the province the city lies in.
    #[must_use]
    pub const fn province_code(self) -> i32 {
        self.code / 10_000 * 10_000
    }
}

/// Every province, by code.
#[must_use]
pub fn provinces() -> &'static [Province] {
    &PROVINCES
}

/// The provinces whose license numbers begin with one of these characters; all of them for none.
pub fn provinces_named(license_prefixes: &[char]) -> impl Iterator<Item = Province> {
    PROVINCES.iter().copied().filter(|province| {
        license_prefixes.is_empty() || license_prefixes.contains(&province.license_prefix)
    })
}

/// The cities of a province, by code; none for a code that no province has.
pub fn cities_of(province_code: i32) -> impl Iterator<Item = City> {
    CITIES
        .iter()
        .copied()
        .filter(move |city| city.province_code() == province_code)
}

/// The city with that code.
#[must_use]
pub fn find_city(code: i32) -> Option<City> {
    let at = CITIES.binary_search_by_key(&code, |city| city.code).ok()?;
    CITIES.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_city_is_found_and_lies_in_one_of_the_provinces() {
        assert!(CITIES.is_sorted_by(|a, b| a.code < b.code));
        let of_provinces: Vec<City> = provinces().iter().flat_map(|p| cities_of(p.code)).collect();
        assert_eq!(of_provinces, CITIES);
        for city in CITIES {
            assert_eq!(find_city(city.code), Some(city));
        }
    }

    #[test]
    fn every_province_has_a_city_and_a_prefix_of_its_own() {
        let prefixes: std::collections::BTreeSet<char> = provinces()
            .iter()
            .map(|province| province.license_prefix)
            .collect();
        assert_eq!(prefixes.len(), provinces().len());
        for province in provinces() {
            assert!(
                cities_of(province.code).next().is_some(),
                "{}",
                province.english
            );
        }
    }

    #[test]
    fn a_municipality_is_its_own_city() {
        let names = |code| cities_of(code).map(|city| city.english).collect::<Vec<_>>();
        assert_eq!(names(110000), ["Beijing"]);
        assert_eq!(names(500000), ["Chongqing", "Chongqing (counties)"]);
    }

    #[test]
    fn names_whose_characters_have_another_reading_are_read_as_the_place_is() {
        for (code, chinese, english) in [
            (140400, "长治市", "Changzhi"),
            (150100, "呼和浩特市", "Hohhot"),
            (211300, "朝阳市", "Chaoyang"),
            (341500, "六安市", "Lu'an"),
            (411100, "漯河市", "Luohe"),
        ] {
            let city = find_city(code).unwrap();
            assert_eq!((city.chinese, city.english), (chinese, english));
        }
    }

    #[test]
    fn other_numbers_are_no_city() {
        for code in [0, -1, 110000, 330108, 990100, i32::MAX, i32::MIN] {
            assert_eq!(find_city(code), None, "{code}");
        }
        assert_eq!(cities_of(330100).count(), 0);
    }
}
