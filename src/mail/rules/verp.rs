//! The address to which what comes back of a mail is sent: it names the mail, and carries a code that only this installation can make.
//!
//! `bounces@alliance.example` becomes `bounces+MAIL.CODE@alliance.example`. Everything in it is compared without regard to case, because
//! servers on the way may change that.

use uuid::Uuid;

/// Letters of the code: ten of five bits each.
const LETTERS: usize = 10;
/// The alphabet of RFC 4648, in lower case.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// Hexadecimal digits of a mail's id.
const DIGITS: usize = 32;

/// The first fifty bits of a code, as letters.
fn letters(code: &[u8; 32]) -> String {
    let bits = code
        .iter()
        .take(8)
        .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    (0..LETTERS)
        .map(|at| {
            let letter = (bits >> (64 - 5 * (at + 1))) & 31;
            char::from(ALPHABET[usize::try_from(letter).unwrap_or_default()])
        })
        .collect()
}

/// The address of a mail, made from the one of the settings; `None` where that is none.
pub(in crate::mail) fn address(base: &str, mail: Uuid, code: &[u8; 32]) -> Option<String> {
    let (local, domain) = base.trim().split_once('@')?;
    Some(format!("{local}+{}.{}@{domain}", mail.simple(), letters(code)))
}

/// The mails that addresses anywhere in a text name, as far as `code` made them for the mail that they name; each once, the first one
/// first.
pub(in crate::mail) fn claims(text: &str, base: &str, code: impl Fn(Uuid) -> [u8; 32]) -> Vec<Uuid> {
    let Some((local, domain)) = base.trim().split_once('@') else {
        return Vec::new();
    };
    let (text, start) = (text.to_ascii_lowercase(), format!("{}+", local.to_ascii_lowercase()));
    let end = format!("@{}", domain.to_ascii_lowercase());
    let mut found = Vec::new();
    for (at, _) in text.match_indices(&start) {
        let rest = &text[at + start.len()..];
        if let Some(mail) = claim(rest, &end, &code)
            && !found.contains(&mail)
        {
            found.push(mail);
        }
    }
    found
}

/// The mail of `MAIL.CODE@DOMAIN`, where the code is right.
fn claim(text: &str, end: &str, code: impl Fn(Uuid) -> [u8; 32]) -> Option<Uuid> {
    let (digits, rest) = text.split_at_checked(DIGITS)?;
    let mail = Uuid::try_parse(digits).ok()?;
    let (said, rest) = rest.strip_prefix('.')?.split_at_checked(LETTERS)?;
    let right = letters(&code(mail));
    // In the same time wherever they differ.
    let differing = right.bytes().zip(said.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    (differing == 0 && rest.starts_with(end)).then_some(mail)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BASE: &str = "bounces@alliance.example";

    fn code(mail: Uuid) -> [u8; 32] {
        let mut code = [7; 32];
        code[..16].copy_from_slice(mail.as_bytes());
        code
    }

    #[test]
    fn an_address_names_its_mail_whatever_becomes_of_its_letters() {
        let mail = Uuid::from_u128(0x1234_5678);
        let made = address(BASE, mail, &code(mail)).unwrap();
        assert!(made.starts_with("bounces+00000000000000000000000012345678."), "{made}");
        assert!(made.split('@').next().unwrap().len() <= 64);
        let text = format!("To: <{}>\r\nTo: <{made}>", made.to_ascii_uppercase());
        assert_eq!(claims(&text, BASE, code), [mail]);
    }

    #[test]
    fn an_address_that_somebody_else_made_names_nothing() {
        let mail = Uuid::from_u128(9);
        let forged = address(BASE, mail, &[9; 32]).unwrap();
        assert!(claims(&forged, BASE, code).is_empty());
        let made = address(BASE, mail, &code(mail)).unwrap();
        assert!(claims(&made.replace("alliance", "elsewhere"), BASE, code).is_empty());
        assert!(claims(&made, "", code).is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "(bounces\\+|[0-9a-fé.@]|alliance.example){0,80}", id in any::<u128>()) {
            claims(&text, BASE, code);
            let made = address(BASE, Uuid::from_u128(id), &code(Uuid::from_u128(id))).unwrap();
            let found = claims(&format!("{text} {made}"), BASE, code);
            prop_assert!(found.contains(&Uuid::from_u128(id)));
        }
    }
}
