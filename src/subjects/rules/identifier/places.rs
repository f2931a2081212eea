//! Addresses: in China by division (GB/T 2260) and text, elsewhere by country, postcode and text.

use super::{Hints, Outcome, Parsed, Refusal, Strength, writing};

/// The provinces of GB/T 2260 by their first two digits: short name and what follows it in the full one.
const PROVINCES: [(&str, &str, &str); 34] = [
    ("11", "北京", "市"),
    ("12", "天津", "市"),
    ("13", "河北", "省"),
    ("14", "山西", "省"),
    ("15", "内蒙古", "自治区"),
    ("21", "辽宁", "省"),
    ("22", "吉林", "省"),
    ("23", "黑龙江", "省"),
    ("31", "上海", "市"),
    ("32", "江苏", "省"),
    ("33", "浙江", "省"),
    ("34", "安徽", "省"),
    ("35", "福建", "省"),
    ("36", "江西", "省"),
    ("37", "山东", "省"),
    ("41", "河南", "省"),
    ("42", "湖北", "省"),
    ("43", "湖南", "省"),
    ("44", "广东", "省"),
    ("45", "广西", "壮族自治区"),
    ("46", "海南", "省"),
    ("50", "重庆", "市"),
    ("51", "四川", "省"),
    ("52", "贵州", "省"),
    ("53", "云南", "省"),
    ("54", "西藏", "自治区"),
    ("61", "陕西", "省"),
    ("62", "甘肃", "省"),
    ("63", "青海", "省"),
    ("64", "宁夏", "回族自治区"),
    ("65", "新疆", "维吾尔自治区"),
    ("71", "台湾", "省"),
    ("81", "香港", "特别行政区"),
    ("82", "澳门", "特别行政区"),
];

/// What a number counts in an address, so that `三号楼` is `3号楼` while `三元桥` keeps its name.
const COUNTED: [&str; 13] = [
    "号", "楼", "栋", "幢", "座", "单元", "层", "室", "弄", "组", "队", "门", "排",
];

/// An address in the writing that others are compared with. Not validated: there is no list of all addresses.
///
/// In China the division comes from `hints.division`, or is that of the province the text begins with; elsewhere
/// `hints.country` and `hints.postcode` are needed.
pub(super) fn address(text: &str, hints: &Hints<'_>) -> Outcome {
    let hint = hints.country.map(writing::country).transpose()?;
    let division = hints.division.map(division).transpose()?;
    if let Some((named, rest)) = named_division(text) {
        if hint.is_some_and(|hint| hint != "CN") {
            return Err(Refusal::Contradiction);
        }
        let division = narrower(Some(named), division)?.ok_or(Refusal::PlaceNeeded)?;
        return chinese(division, &chinese_text(rest), text);
    }
    let is_abroad = hint.as_deref().is_some_and(|hint| hint != "CN");
    if is_abroad || named_postcode(text).is_some() {
        return foreign(text, hints);
    }
    let body = chinese_text(text);
    let (province, rest) = without_province(&body);
    match narrower(province, division)? {
        Some(division) => chinese(division, rest, text),
        None if hint.is_some() => Err(Refusal::PlaceNeeded),
        None => Err(Refusal::CountryNeeded),
    }
}

/// Whether these are the first two digits of a division.
pub(super) fn is_province(code: &str) -> bool {
    PROVINCES.iter().any(|(known, _, _)| *known == code)
}

fn division(code: &str) -> Result<&str, Refusal> {
    let is_division =
        matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit()) && is_province(&code[..2]);
    if is_division {
        Ok(code)
    } else {
        Err(Refusal::PlaceNeeded)
    }
}

/// The division that a text names as norms do: `CN-330106:`.
fn named_division(text: &str) -> Option<(&str, &str)> {
    let (code, rest) = text.strip_prefix("CN-")?.split_once(':')?;
    Some((division(code).ok()?, rest))
}

/// Of two divisions the one inside of the other.
fn narrower<'a>(one: Option<&'a str>, other: Option<&'a str>) -> Result<Option<&'a str>, Refusal> {
    match (one, other) {
        (Some(one), Some(other)) if one.starts_with(other) => Ok(Some(one)),
        (Some(one), Some(other)) if other.starts_with(one) => Ok(Some(other)),
        (Some(_), Some(_)) => Err(Refusal::Contradiction),
        (one, other) => Ok(one.or(other)),
    }
}

fn chinese(division: &str, body: &str, written: &str) -> Outcome {
    if body.is_empty() {
        return Err(Refusal::NotThisKind);
    }
    let has_house = body.chars().any(char::is_numeric);
    Ok(Parsed {
        norm: format!("CN-{division}:{body}"),
        display: written.to_owned(),
        masked: format!("CN-{division} ***"),
        rule: "address-cn-1",
        strength: if has_house && division.len() == 6 {
            Strength::Medium
        } else {
            Strength::Weak
        },
    })
}

/// Without white space, punctuation and case, its numbers in digits.
fn chinese_text(text: &str) -> String {
    // Small letters first: some capitals become two characters, of which one is a mark.
    let kept: String = text
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            dash if writing::is_dash(dash) => Some('-'),
            '#' | '/' | '&' => Some(c),
            word if word.is_alphanumeric() => Some(word),
            _ => None,
        })
        .collect();
    let kept = writing::plain(&kept);
    let kept = ["中华人民共和国", "中国"]
        .iter()
        .find_map(|country| kept.strip_prefix(country))
        .unwrap_or(&kept);
    with_digits(kept)
}

/// The code of the province that an address begins with, and the address without it.
fn without_province(text: &str) -> (Option<&'static str>, &str) {
    for (code, short, unit) in PROVINCES {
        let Some(rest) = text.strip_prefix(short) else { continue };
        if let Some(mut rest) = rest.strip_prefix(unit) {
            // Municipalities are their own province: forms ask for both and get the same twice.
            if unit == "市" {
                rest = rest
                    .strip_prefix(short)
                    .and_then(|rest| rest.strip_prefix(unit))
                    .unwrap_or(rest);
                rest = rest.strip_prefix("市辖区").unwrap_or(rest);
            }
            return (Some(code), rest);
        }
        if begins_with_area(rest) {
            return (Some(code), rest);
        }
    }
    (None, text)
}

/// Whether a town or district comes before any street: the 上海 of 上海浦东新区 is the city, that of 上海路 a street. Nor is
/// the 吉林 of 吉林市 the province.
fn begins_with_area(rest: &str) -> bool {
    let is_area = |c: char| "市区县州盟旗".contains(c);
    let is_street = |c: char| "路街道巷弄号".contains(c) || c.is_ascii_digit();
    match rest.char_indices().find(|(_, c)| is_area(*c) || is_street(*c)) {
        Some((at, c)) => at > 0 && is_area(c),
        None => false,
    }
}

/// Chinese numerals in front of what they count, as digits.
fn with_digits(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| numeral(c).is_none()).unwrap_or(rest.len());
        let (run, after) = rest.split_at(if length == 0 { first.len_utf8() } else { length });
        let is_counting = length > 0
            && COUNTED.iter().any(|unit| after.starts_with(unit))
            && !written.ends_with(|c: char| c.is_ascii_digit());
        match value(run).filter(|_| is_counting) {
            Some(digits) => written.push_str(&digits),
            None => written.push_str(run),
        }
        rest = after;
    }
    written
}

/// A digit below ten, or ten or a hundred.
fn numeral(c: char) -> Option<u32> {
    let digit = "〇一二三四五六七八九".chars().position(|digit| digit == c);
    match (digit, c) {
        (Some(digit), _) => u32::try_from(digit).ok(),
        (None, '零') => Some(0),
        (None, '两') => Some(2),
        (None, '十') => Some(10),
        (None, '百') => Some(100),
        (None, _) => None,
    }
}

/// `二〇三` is read digit by digit, `二十三` and `一百零二` by their places, below a thousand; anything else is no number.
fn value(run: &str) -> Option<String> {
    let parts: Vec<u32> = run.chars().map(numeral).collect::<Option<_>>()?;
    if parts.iter().all(|part| *part < 10) {
        return Some(parts.iter().map(u32::to_string).collect());
    }
    let (hundreds, rest) = match parts.iter().position(|part| *part == 100) {
        Some(at) => (single(&parts[..at])?, &parts[at + 1..]),
        None => (0, parts.as_slice()),
    };
    let rest = if hundreds > 0 {
        rest.strip_prefix(&[0]).unwrap_or(rest)
    } else {
        rest
    };
    let (tens, ones) = match rest.iter().position(|part| *part == 10) {
        Some(at) => (single(&rest[..at])?, &rest[at + 1..]),
        None => (0, rest),
    };
    let ones = match ones {
        [] => 0,
        [one] if *one < 10 => *one,
        _ => return None,
    };
    Some((hundreds * 100 + tens * 10 + ones).to_string())
}

/// How many tens or hundreds; one where the text says none.
fn single(parts: &[u32]) -> Option<u32> {
    match parts {
        [] => Some(1),
        [one] if (1..10).contains(one) => Some(*one),
        _ => None,
    }
}

/// The country and postcode that a text names as norms do: `GB:SW1A1AA:10 downing street`.
fn named_postcode(text: &str) -> Option<(&str, &str, &str)> {
    let (country, rest) = text.split_once(':')?;
    let (postcode, body) = rest.split_once(':')?;
    let is_named = writing::is_country(country) && is_postcode(postcode);
    is_named.then_some((country, postcode, body))
}

fn is_postcode(code: &str) -> bool {
    (3..=10).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn foreign(text: &str, hints: &Hints<'_>) -> Outcome {
    let named = named_postcode(text);
    let hint = hints.postcode.map(|code| writing::compact_capitals(code, ""));
    let country = agreed(
        named.map(|(country, _, _)| country.to_ascii_uppercase()),
        hints.country.map(str::to_ascii_uppercase),
    )?;
    let postcode = agreed(named.map(|(_, code, _)| code.to_ascii_uppercase()), hint)?;
    let country = country.ok_or(Refusal::CountryNeeded)?;
    let postcode = postcode.filter(|code| is_postcode(code)).ok_or(Refusal::PlaceNeeded)?;
    let body = words(named.map_or(text, |(_, _, body)| body));
    if body.is_empty() {
        return Err(Refusal::NotThisKind);
    }
    let has_house = body.chars().any(char::is_numeric);
    Ok(Parsed {
        norm: format!("{country}:{postcode}:{body}"),
        display: text.to_owned(),
        masked: format!("{country} ***"),
        rule: "address-postcode-1",
        strength: if has_house { Strength::Medium } else { Strength::Weak },
    })
}

fn agreed(named: Option<String>, hint: Option<String>) -> Result<Option<String>, Refusal> {
    match (named, hint) {
        (Some(named), Some(hint)) if named != hint => Err(Refusal::Contradiction),
        (named, hint) => Ok(named.or(hint)),
    }
}

/// The words in small letters with one space between them.
fn words(text: &str) -> String {
    let lower = writing::plain(&text.to_lowercase());
    let words: Vec<&str> = lower
        .split(|c: char| !is_of_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Marks belong to the letter before them.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norm(text: &str, hints: &Hints<'_>) -> Result<String, Refusal> {
        address(&writing::plain(text), hints).map(|parsed| parsed.norm)
    }

    fn within(division: &str) -> Hints<'_> {
        Hints {
            division: Some(division),
            ..Hints::default()
        }
    }

    #[test]
    fn one_place_has_one_form() {
        for text in [
            "浙江省杭州市西湖区文三路３９１号二号楼三单元二〇三室",
            "中国 浙江 杭州市 西湖区，文三路391号 2号楼 三单元 203室",
            "杭州市西湖区文三路三百九十一号2号楼3单元203室",
        ] {
            let expected = "CN-330106:杭州市西湖区文三路391号2号楼3单元203室";
            assert_eq!(norm(text, &within("330106")).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn provinces_are_told_from_streets_and_towns() {
        let cases = [
            ("上海市上海市浦东新区世纪大道1号", Ok("CN-31:浦东新区世纪大道1号")),
            ("北京朝阳区三元桥一层", Ok("CN-11:朝阳区三元桥1层")),
            (
                "广西壮族自治区南宁市民族大道八一路5号",
                Ok("CN-45:南宁市民族大道八一路5号"),
            ),
            ("山东东营市东城", Ok("CN-37:东营市东城")),
            ("吉林市昌邑区1号", Err(Refusal::CountryNeeded)),
            ("上海路12号", Err(Refusal::CountryNeeded)),
            ("北京东路100号旁市场", Err(Refusal::CountryNeeded)),
            ("浙江省", Err(Refusal::NotThisKind)),
        ];
        for (text, expected) in cases {
            assert_eq!(
                norm(text, &Hints::default()).as_deref().map_err(|error| *error),
                expected,
                "{text}"
            );
        }
        assert_eq!(norm("广东省深圳市1号", &within("330106")), Err(Refusal::Contradiction));
        assert_eq!(norm("深圳市1号", &within("990000")), Err(Refusal::PlaceNeeded));
    }

    #[test]
    fn numerals_before_what_they_count() {
        let cases = [
            ("十号", "10号"),
            ("十二层", "12层"),
            ("二十室", "20室"),
            ("一百零二号", "102号"),
            ("一百二十三号", "123号"),
            ("两栋", "2栋"),
            ("一〇一室", "101室"),
            ("十十号", "十十号"),
            ("三元桥", "三元桥"),
            ("3十号", "3十号"),
        ];
        for (text, expected) in cases {
            assert_eq!(with_digits(text), expected, "{text}");
        }
    }

    #[test]
    fn elsewhere_a_postcode_is_needed() {
        let hints = Hints {
            country: Some("gb"),
            postcode: Some("sw1a 1aa"),
            ..Hints::default()
        };
        for text in ["10, Downing Street", "10 DOWNING  street."] {
            assert_eq!(norm(text, &hints).as_deref(), Ok("GB:SW1A1AA:10 downing street"));
        }
        let without = Hints {
            postcode: None,
            ..hints
        };
        assert_eq!(norm("10, Downing Street", &without), Err(Refusal::PlaceNeeded));
        assert_eq!(
            norm("10, Downing Street", &Hints::default()),
            Err(Refusal::CountryNeeded)
        );
    }
}
