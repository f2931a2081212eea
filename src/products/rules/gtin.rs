//! Global Trade Item Numbers (GS1 General Specifications): 8, 12, 13 or 14 digits, of which the last one checks the others.

/// Why a text is no GTIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// Not so many digits.
    #[error("a GTIN has 8, 12, 13 or 14 digits")]
    Digits,
    /// The last digit does not fit the others.
    #[error("the last digit does not fit the others")]
    CheckDigit,
}

/// The form a GTIN is kept in: 14 digits, with zeros before a shorter one. Spaces and hyphens between digits do not count.
///
/// # Errors
/// [`GtinError`].
pub fn gtin(raw: &str) -> Result<String, GtinError> {
    let digits: String = raw.chars().filter(|letter| !matches!(letter, ' ' | '-')).collect();
    let is_one = matches!(digits.len(), 8 | 12 | 13 | 14) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_one {
        return Err(GtinError::Digits);
    }
    let padded = format!("{digits:0>14}");
    // From the left, of fourteen: 3, 1, 3, 1 …; with the check digit a multiple of ten.
    let weighted = |(at, byte): (usize, u8)| u32::from(byte - b'0') * if at % 2 == 0 { 3 } else { 1 };
    let sum: u32 = padded.bytes().enumerate().map(weighted).sum();
    match sum % 10 {
        0 => Ok(padded),
        _ => Err(GtinError::CheckDigit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_checks_the_others() {
        // GS1's own example, a book, a short one, a North American one.
        for (raw, kept) in [
            ("6291041500213", "06291041500213"),
            ("978-0-306-40615-7", "09780306406157"),
            ("96385074", "00000096385074"),
            ("036000291452", "00036000291452"),
            ("00036000291452", "00036000291452"),
        ] {
            assert_eq!(gtin(raw).as_deref(), Ok(kept), "{raw}");
        }
        assert_eq!(gtin("6291041500214"), Err(GtinError::CheckDigit));
        for raw in ["", "1", "123456789", "629104150021X", "６２９１０４１５００２１３"] {
            assert_eq!(gtin(raw), Err(GtinError::Digits), "{raw}");
        }
    }

    #[test]
    fn a_changed_digit_is_found() {
        let good = "06291041500213";
        for at in 0..good.len() {
            for digit in b'0'..=b'9' {
                let mut bytes = good.as_bytes().to_vec();
                if bytes[at] != digit {
                    bytes[at] = digit;
                    let text = String::from_utf8(bytes).unwrap();
                    assert_eq!(gtin(&text), Err(GtinError::CheckDigit), "{text}");
                }
            }
        }
    }
}
