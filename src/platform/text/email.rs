//! Which e-mail address is meant: the form that accounts are looked up by.
//!
//! The domain is lower-cased and, where it is international, in its ASCII form. The part before the `@` is lower-cased
//! too: a mail server might tell `Ann` from `ann`, none in use does, and two accounts that differ only so are an attack.

use email_address::EmailAddress;
use unicode_normalization::UnicodeNormalization;
use url::Host;

/// The longest address that mail can be sent to (RFC 5321, section 4.5.3.1.3, without its brackets), in bytes.
const MAX_BYTES: usize = 254;

/// Why an e-mail address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing but white space.
    #[error("the e-mail address is empty")]
    Empty,
    /// Not of the shape of an address, longer than mail allows, or of a quoted or numeric form that we do not accept.
    #[error("this is not an e-mail address")]
    NotAnAddress,
}

/// The form of an e-mail address that accounts are looked up by. Says nothing of whether mail arrives there.
///
/// # Errors
/// When it is empty or not of the shape of an address.
pub fn normalize_email(raw: &str) -> Result<String, EmailError> {
    let raw = raw.trim();
    if raw.is_empty() {
        return Err(EmailError::Empty);
    }
    if raw.len() > MAX_BYTES {
        return Err(EmailError::NotAnAddress);
    }
    let (local, domain) = raw.rsplit_once('@').ok_or(EmailError::NotAnAddress)?;
    let local: String = local.nfc().flat_map(char::to_lowercase).nfc().collect();
    let Ok(Host::Domain(domain)) = Host::parse(domain) else {
        return Err(EmailError::NotAnAddress);
    };
    let address = format!("{local}@{domain}");
    let is_plain = !local.contains('"') && domain.contains('.') && address.len() <= MAX_BYTES;
    if is_plain && EmailAddress::is_valid(&address) {
        Ok(address)
    } else {
        Err(EmailError::NotAnAddress)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_brought_to_one_form() {
        let cases = [
            ("ann@brand.example", "ann@brand.example"),
            ("  Ann.Lee+Leads@Brand.Example\n", "ann.lee+leads@brand.example"),
            ("ann@MÜNCHEN.example", "ann@xn--mnchen-3ya.example"),
            ("ann@例子.example", "ann@xn--fsqu00a.example"),
            ("o'hara_1@mail.brand.example", "o'hara_1@mail.brand.example"),
            ("E\u{301}ve@brand.example", "\u{e9}ve@brand.example"),
        ];
        for (raw, expected) in cases {
            assert_eq!(normalize_email(raw).as_deref(), Ok(expected), "{raw}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        assert_eq!(normalize_email(" \t"), Err(EmailError::Empty));
        let long = format!("{}@brand.example", "a".repeat(65));
        let longer = format!("a@{}.example", "b.".repeat(130));
        for raw in [
            "ann",
            "@brand.example",
            "ann@",
            "ann@brand",
            "ann@@brand.example",
            "a b@brand.example",
            "ann@brand..example",
            "ann@.example",
            "ann@brand.example.",
            "ann@192.0.2.1",
            "ann@[192.0.2.1]",
            "ann.@brand.example",
            ".ann@brand.example",
            "a..b@brand.example",
            "\"a b\"@brand.example",
            "Ann <ann@brand.example>",
            "ann@brand.example,bob@brand.example",
            "ann\r\nBcc: x@brand.example",
            "ann@-brand.example",
            "ann@brand_.example",
            "ann\0@brand.example",
            &long,
            &longer,
        ] {
            assert_eq!(normalize_email(raw), Err(EmailError::NotAnAddress), "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn the_form_is_its_own_form_whatever_the_case(
            raw in "[a-zA-Z0-9é]{1,10}([.+_-][A-Za-z0-9]{1,5})?@[a-zA-Z0-9ü]{1,10}\\.(example|中国)",
        ) {
            if let Ok(address) = normalize_email(&raw) {
                prop_assert_eq!(normalize_email(&address), Ok(address.clone()));
                prop_assert_eq!(normalize_email(&raw.to_lowercase()), Ok(address));
            }
        }

        #[test]
        fn nothing_panics_and_an_address_has_one_line(raw in any::<String>()) {
            if let Ok(address) = normalize_email(&raw) {
                prop_assert!(!address.chars().any(|c| c.is_control() || c.is_whitespace()));
            }
        }
    }
}
