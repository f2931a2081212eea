//! The forms of single values: what offices, numbers, classes, territories and addresses look like.

use url::Url;

use crate::{
    members::rules::facts::optional,
    platform::{
        error::{ApiError, Result},
        text::fold,
    },
};

/// The longest number of an office.
const MAX_NUMBER: usize = 40;
/// The longest address of a register's entry.
const MAX_URL: usize = 500;
/// Most countries that are named one by one.
const MOST_COUNTRIES: usize = 200;
/// Most Locarno classes.
const MOST_LOCARNO: usize = 20;

/// A number of an office, if there is one.
pub(super) fn number(field: &str, raw: Option<&str>) -> Result<Option<String>> {
    let number = optional(field, raw, MAX_NUMBER)?;
    match number {
        Some(number) if letters(&number).is_empty() => Err(ApiError::input(field, "Give letters or digits.")),
        number => Ok(number),
    }
}

/// A country as ISO 3166-1 alpha-2.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn check_country(field: &str, code: String) -> Result<String> {
    if is_code(&code) {
        Ok(code)
    } else {
        Err(ApiError::input(field, "Give two capital letters, such as CN."))
    }
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// An office by WIPO ST.3.
pub(super) fn office(raw: &str) -> Result<String> {
    if is_code(raw) {
        Ok(raw.to_owned())
    } else {
        Err(ApiError::input(
            "office",
            "Give two capital letters of WIPO ST.3, such as CN, EM or WO.",
        ))
    }
}

/// Countries and the European Union, each once and in order.
pub(super) fn territory(named: &[String]) -> Result<Vec<String>> {
    if named.len() > MOST_COUNTRIES || !named.iter().all(|code| is_code(code)) {
        let text = "Give countries by two capital letters each, such as CN, or EU for the European Union.";
        return Err(ApiError::input("territory", text));
    }
    let mut codes = named.to_vec();
    codes.sort_unstable();
    codes.dedup();
    Ok(codes)
}

/// Where what an office registers is in force, if that goes without saying: offices of several countries register for
/// those that are designated.
pub(super) fn usual_territory(office: &str) -> Vec<String> {
    let codes: &[&str] = match office {
        "EM" => &["EU"],
        "BX" => &["BE", "LU", "NL"],
        "AP" | "EA" | "EP" | "GC" | "IB" | "OA" | "QZ" | "WO" | "XN" | "XU" | "XV" => &[],
        national => &[national],
    };
    codes.iter().map(|code| (*code).to_owned()).collect()
}

/// A number by WIPO ST.13: office, type, year, number.
pub(super) fn st13(raw: &str, office: &str) -> Result<Option<String>> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (letters, rest) = text.split_at_checked(2).unwrap_or((text, ""));
    let (digits, serial) = rest.split_at_checked(6).unwrap_or((rest, ""));
    let is_st13 = is_code(letters)
        && digits.len() == 6
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && serial.len() == 9
        && serial
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    if !is_st13 {
        return Err(ApiError::input(
            "st13",
            "Give 17 capital letters and digits, such as US502025099551004.",
        ));
    }
    if letters != office {
        return Err(ApiError::input("st13", "This number is another office's."));
    }
    Ok(Some(text.to_owned()))
}

/// Locarno classes, each once and in order.
pub(super) fn locarno_classes(raw: &[String]) -> Result<Vec<String>> {
    let is_class = |class: &String| {
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        class
            .split_once('-')
            .is_some_and(|(class, sub)| digits(class) && digits(sub) && class <= "32" && class != "00")
    };
    if raw.len() > MOST_LOCARNO || !raw.iter().all(is_class) {
        return Err(ApiError::input(
            "locarnoClasses",
            "Give classes such as 02-04, from 01 to 32.",
        ));
    }
    let mut classes = raw.to_vec();
    classes.sort_unstable();
    classes.dedup();
    Ok(classes)
}

/// The address of a register's entry, if there is one.
pub(super) fn record_url(raw: &str) -> Result<Option<String>> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_good = |url: &Url| url.scheme() == "https" && url.has_host() && url.username().is_empty();
    match Url::parse(text).ok().filter(is_good) {
        Some(url) if url.as_str().len() <= MAX_URL => Ok(Some(url.into())),
        Some(_) | None => {
            let text = format!("Give an address that begins with https:// and has at most {MAX_URL} characters.");
            Err(ApiError::input("recordUrl", text))
        }
    }
}

/// A number without what it is written with: letters and digits of any script, whatever their case and width.
pub(super) fn letters(number: &str) -> String {
    let plain = fold(number);
    plain.chars().filter(|letter| letter.is_alphanumeric()).collect()
}
