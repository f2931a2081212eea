//! Where an agency is competent: a country, or a division of it with whatever lies in that.
//!
//! Divisions of China have codes of GB/T 2260: two digits for a province, four for a city, six for a county, nine and
//! twelve below. They are kept without the zeros that fill them up, so that a wider one begins the narrower ones. Codes of
//! other countries are taken as they are, and hold by their beginnings, too.

use serde::Serialize;

use crate::platform::error::{ApiError, Result};

/// Most areas of one agency.
pub const MOST_AREAS: usize = 50;
/// Longest code of a division.
const LONGEST: usize = 12;

/// A country, or a division of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Area {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division's code; empty for the whole country.
    pub division: String,
}

/// An area as somebody writes it.
#[derive(Debug, Clone, Serialize)]
pub struct WrittenArea {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The division's code; the whole country where there is none.
    pub division: Option<String>,
}

impl Area {
    /// An area as somebody writes it; the fields at fault are named under `field`.
    ///
    /// # Errors
    /// `BAD_USER_INPUT`.
    pub fn read(field: &str, country: &str, division: Option<&str>) -> Result<Self> {
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let at = within(field, "country");
            return Err(ApiError::input(&at, "Give two capital letters, such as CN."));
        }
        let raw = division.map(str::trim).unwrap_or_default();
        let division = match (raw, country) {
            ("", _) => Some(String::new()),
            (raw, "CN") => in_china(raw),
            (raw, _) => elsewhere(raw),
        };
        let division = division.ok_or_else(|| {
            let text = match country {
                "CN" => "Give a code of GB/T 2260, such as 330100.".to_owned(),
                _ => format!("Give at most {LONGEST} letters, digits and dashes."),
            };
            ApiError::input(&within(field, "divisionCode"), text)
        })?;
        Ok(Self {
            country: country.to_owned(),
            division,
        })
    }

    /// Whether whatever lies in `other` lies in this one.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        self.country == other.country && other.division.starts_with(&self.division)
    }

    /// The codes of the divisions that have this one within, from the whole country on.
    #[must_use]
    pub fn wider(&self) -> Vec<String> {
        let ends = self.division.char_indices().map(|(at, _)| at);
        let mut wider: Vec<String> = ends.map(|end| self.division[..end].to_owned()).collect();
        wider.push(self.division.clone());
        wider
    }

    /// A number that sorts as the area does: by country, the wide before the narrow. It tells ten characters of a division.
    #[must_use]
    pub fn key(&self) -> i64 {
        let characters = self.country.bytes().chain(self.division.bytes()).map(rank);
        let filled = characters.chain(std::iter::repeat(0)).take(LONGEST);
        filled.fold(0, |key, rank| key * 38 + rank)
    }
}

/// The place of a character of a code among the 38 there are, nothing being the first of them.
fn rank(character: u8) -> i64 {
    match character {
        b'-' => 1,
        b'0'..=b'9' => i64::from(character - b'0') + 2,
        b'A'..=b'Z' => i64::from(character - b'A') + 12,
        _ => 0,
    }
}

fn within(field: &str, part: &str) -> String {
    if field.is_empty() {
        part.to_owned()
    } else {
        format!("{field}.{part}")
    }
}

fn in_china(raw: &str) -> Option<String> {
    let is_code = matches!(raw.len(), 2 | 4 | 6 | 9 | 12) && raw.bytes().all(|byte| byte.is_ascii_digit());
    let mut code = raw;
    for (length, zeros) in [(12, "000"), (9, "000"), (6, "00"), (4, "00")] {
        if code.len() == length {
            code = code.strip_suffix(zeros).unwrap_or(code);
        }
    }
    (is_code && !code.starts_with('0')).then(|| code.to_owned())
}

fn elsewhere(raw: &str) -> Option<String> {
    let is_code = raw.len() <= LONGEST && raw.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_code.then(|| raw.to_ascii_uppercase())
}

/// The areas of an agency, each once and none that lies in another of them, wide before narrow.
///
/// # Errors
/// `BAD_USER_INPUT` at `jurisdictions` where there are none or too many, or at the one at fault.
pub fn areas(written: &[WrittenArea]) -> Result<Vec<Area>> {
    if written.is_empty() || written.len() > MOST_AREAS {
        let text = format!("Name 1 to {MOST_AREAS} jurisdictions.");
        return Err(ApiError::input("jurisdictions", text));
    }
    let numbered = written.iter().enumerate();
    let read = |(place, area): (usize, &WrittenArea)| {
        Area::read(
            &format!("jurisdictions.{place}"),
            &area.country,
            area.division.as_deref(),
        )
    };
    let mut wanted = numbered.map(read).collect::<Result<Vec<Area>>>()?;
    wanted.sort_unstable();
    // Sorted, a wider area stands before those that lie in it.
    let mut areas: Vec<Area> = Vec::with_capacity(wanted.len());
    for area in wanted {
        if !areas.iter().any(|wider| wider.covers(&area)) {
            areas.push(area);
        }
    }
    Ok(areas)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(country: &str, division: &str) -> Area {
        Area::read("", country, Some(division)).unwrap()
    }

    #[test]
    fn codes_of_china_lose_the_zeros_that_fill_them_up() {
        for (raw, code) in [
            ("33", "33"),
            ("330000", "33"),
            ("3301", "3301"),
            ("330100", "3301"),
            ("330106", "330106"),
            ("330106001", "330106001"),
            ("330106001000", "330106001"),
            ("330000000000", "33"),
            (" 330100 ", "3301"),
            ("", ""),
        ] {
            assert_eq!(area("CN", raw).division, code, "{raw}");
        }
        for raw in ["3", "330", "ZJ", "33010", "000000", "33-01", "3301060010001"] {
            assert!(Area::read("", "CN", Some(raw)).is_err(), "{raw}");
        }
    }

    #[test]
    fn codes_of_others_are_letters_digits_and_dashes() {
        assert_eq!(area("BR", "sp").division, "SP");
        assert!(Area::read("", "FR", Some("Île-de-France")).is_err());
        let error = Area::read("jurisdictions.0", "France", None).unwrap_err();
        assert_eq!(error.field.unwrap().join("."), "jurisdictions.0.country");
    }

    #[test]
    fn a_wider_area_covers_the_narrower_ones() {
        let (china, zhejiang, hangzhou) = (area("CN", ""), area("CN", "330000"), area("CN", "330100"));
        assert!(china.covers(&hangzhou) && zhejiang.covers(&hangzhou) && hangzhou.covers(&hangzhou));
        assert!(
            !hangzhou.covers(&zhejiang) && !area("BR", "").covers(&hangzhou) && !area("CN", "32").covers(&hangzhou)
        );
        assert_eq!(hangzhou.wider(), ["", "3", "33", "330", "3301"]);
        assert!(hangzhou.wider().contains(&zhejiang.division));
    }

    #[test]
    fn an_area_that_lies_in_another_is_left_out() {
        let written = |country: &str, division: Option<&str>| WrittenArea {
            country: country.to_owned(),
            division: division.map(str::to_owned),
        };
        let (district, city, france) = (
            written("CN", Some("330106")),
            written("CN", Some("330100")),
            written("FR", None),
        );
        let wanted = [district, france, city.clone(), city.clone()];
        assert_eq!(areas(&wanted), Ok(vec![area("CN", "3301"), area("FR", "")]));
        assert!(areas(&[]).is_err() && areas(&vec![city.clone(); 51]).is_err());
        let error = areas(&[city, written("CN", Some("ZJ"))]).unwrap_err();
        assert_eq!(error.field.unwrap().join("."), "jurisdictions.1.divisionCode");
    }

    #[test]
    fn numbers_sort_as_areas_do() {
        let mut sorted = vec![
            area("BR", "SP"),
            area("CN", ""),
            area("CN", "11"),
            area("CN", "33"),
            area("CN", "3301"),
            area("CN", "330106"),
            area("CN", "44"),
            area("FR", "75"),
            area("FR", "A-1"),
            area("ZZ", "ZZZZZZZZZZ"),
        ];
        sorted.sort_unstable();
        let keys: Vec<i64> = sorted.iter().map(Area::key).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
    }
}
