//! Signs mails, so that whoever receives one can tell that the domain sent it and nobody changed it on the way (DKIM, RFC 6376; Ed25519 by
//! RFC 8463).
//!
//! What is signed are the headers that people see or act upon, and the text. The type of a text of several parts is a header of the
//! part, which the library keeps apart from the mail's, so it is not among them.

use std::fs;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{SigningKey, pkcs8::DecodePrivateKey as _};
use lettre::{
    Message,
    message::{
        dkim::{DkimCanonicalization, DkimCanonicalizationType, DkimConfig, DkimSigningAlgorithm, DkimSigningKey},
        header::HeaderName,
    },
};

use crate::platform::config::Config;

/// Why mails cannot be signed.
#[derive(Debug, thiserror::Error)]
#[error("dkim_key: {0}")]
pub struct DkimError(pub(super) &'static str);

/// What is signed. A header that is not there is signed as missing: nobody can add one.
const SIGNED: [&str; 8] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
];

const BEGIN_RSA: &str = "-----BEGIN RSA PRIVATE KEY-----";
const END_RSA: &str = "-----END RSA PRIVATE KEY-----";

/// Signs mails.
pub(super) struct Dkim(DkimConfig);

impl Dkim {
    /// As the settings say; `None` where they name no domain.
    ///
    /// # Errors
    /// [`DkimError`] where the key cannot be used.
    pub(super) fn of(config: &Config) -> Result<Option<Self>, DkimError> {
        let Some(key) = Key::of(config)? else { return Ok(None) };
        let relaxed = DkimCanonicalization {
            header: DkimCanonicalizationType::Relaxed,
            body: DkimCanonicalizationType::Relaxed,
        };
        let headers = SIGNED.map(HeaderName::new_from_ascii_str).to_vec();
        let (selector, domain) = (named(&config.dkim_selector), named(&config.dkim_domain));
        Ok(Some(Self(DkimConfig::new(
            selector,
            domain,
            key.signing()?,
            headers,
            relaxed,
        ))))
    }

    /// Signs a mail.
    pub(super) fn sign(&self, message: &mut Message) {
        message.sign(&self.0);
    }
}

/// The record by which others find the key: its name in the DNS, and the text that it has to have. `None` where mails are not signed.
///
/// # Errors
/// [`DkimError`] where the key cannot be used.
pub fn record(config: &Config) -> Result<Option<(String, String)>, DkimError> {
    let Some(key) = Key::of(config)? else { return Ok(None) };
    let name = format!(
        "{}._domainkey.{}",
        named(&config.dkim_selector),
        named(&config.dkim_domain)
    );
    Ok(Some((name, key.published()?)))
}

fn named(text: &str) -> String {
    text.trim().to_ascii_lowercase()
}

/// A private key, as its file has it.
enum Key {
    /// PKCS #1 in PEM.
    Rsa(String),
    Ed25519(Box<SigningKey>),
}

impl Key {
    fn of(config: &Config) -> Result<Option<Self>, DkimError> {
        if config.dkim_domain.trim().is_empty() {
            return Ok(None);
        }
        let pem = fs::read_to_string(&config.dkim_key).map_err(|_| DkimError("the file cannot be read"))?;
        let key = match pem.contains(BEGIN_RSA) {
            true => Self::Rsa(pem),
            false => {
                let key = SigningKey::from_pkcs8_pem(pem.trim());
                let key = key.map_err(|_| {
                    DkimError("must be made by `openssl genrsa -traditional` or `openssl genpkey -algorithm ed25519`")
                });
                Self::Ed25519(Box::new(key?))
            }
        };
        Ok(Some(key))
    }

    fn signing(&self) -> Result<DkimSigningKey, DkimError> {
        let made = match self {
            Self::Rsa(pem) => DkimSigningKey::new(pem.trim(), DkimSigningAlgorithm::Rsa),
            Self::Ed25519(key) => DkimSigningKey::new(&STANDARD.encode(key.to_bytes()), DkimSigningAlgorithm::Ed25519),
        };
        made.map_err(|_| DkimError("this is no key that could be used"))
    }

    /// The text of the record.
    fn published(&self) -> Result<String, DkimError> {
        match self {
            Self::Ed25519(key) => {
                let public = STANDARD.encode(key.verifying_key().to_bytes());
                Ok(format!("v=DKIM1; k=ed25519; p={public}"))
            }
            Self::Rsa(pem) => {
                let public = public_of(pem).ok_or(DkimError("this is no key that could be used"))?;
                Ok(format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public)))
            }
        }
    }
}

/// Tags of DER.
const INTEGER: u8 = 0x02;
const BITS: u8 = 0x03;
const SEQUENCE: u8 = 0x30;
/// `rsaEncryption` without parameters, as an algorithm is written.
const RSA: [u8; 15] = [
    SEQUENCE, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/// The public key, as RFC 5280 writes it, of a private one: its modulus and its exponent are the second and the third number of it.
fn public_of(pem: &str) -> Option<Vec<u8>> {
    let text = pem.split_once(BEGIN_RSA)?.1.split_once(END_RSA)?.0;
    let der = STANDARD.decode(text.split_whitespace().collect::<String>()).ok()?;
    let (numbers, _) = value(&der, SEQUENCE)?;
    let (_, rest) = value(numbers, INTEGER)?;
    let (modulus, rest) = value(rest, INTEGER)?;
    let (exponent, _) = value(rest, INTEGER)?;
    let key = written(
        SEQUENCE,
        &[written(INTEGER, modulus), written(INTEGER, exponent)].concat(),
    );
    let bits = written(BITS, &[[0].as_slice(), &key].concat());
    Some(written(SEQUENCE, &[RSA.as_slice(), &bits].concat()))
}

/// The contents of what a text of DER begins with, and what follows it.
fn value(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&[found, first], rest) = der.split_first_chunk::<2>()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = bytes.iter().fold(0, |length, byte| (length << 8) | usize::from(*byte));
            (length, rest)
        }
        _ => return None,
    };
    let (contents, rest) = rest.split_at_checked(length)?;
    (found == tag).then_some((contents, rest))
}

/// Contents under a tag.
fn written(tag: u8, contents: &[u8]) -> Vec<u8> {
    let length = contents.len().to_be_bytes();
    let length: Vec<u8> = length.into_iter().skip_while(|byte| *byte == 0).collect();
    let mut der = vec![tag];
    match (u8::try_from(contents.len()), u8::try_from(length.len())) {
        (Ok(short @ 0..=0x7f), _) => der.push(short),
        (_, Ok(bytes)) => {
            der.push(0x80 | bytes);
            der.extend(length);
        }
        (_, Err(_)) => unreachable!("a length has eight bytes at most"),
    }
    der.extend_from_slice(contents);
    der
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::*;

    const RSA_KEY: &str = include_str!("../../../tests/it/mail/dkim/rsa.pem");
    const RSA_PUBLIC: &str = include_str!("../../../tests/it/mail/dkim/rsa.pub");
    const ED25519_KEY: &str = include_str!("../../../tests/it/mail/dkim/ed25519.pem");

    fn config(folder: &tempfile::TempDir, pem: &str) -> Config {
        let file = folder.path().join("key.pem");
        fs::write(&file, pem).unwrap();
        let flags = [
            ("dkim_domain", "Alliance.example".to_owned()),
            ("dkim_key", file.display().to_string()),
        ];
        Config::with(&flags.into()).unwrap()
    }

    fn message() -> Message {
        let builder = Message::builder()
            .from("Touchstone <no-reply@alliance.example>".parse().unwrap())
            .to("ann@brand.example".parse().unwrap())
            .subject("今日线索");
        let parts =
            lettre::message::MultiPart::alternative_plain_html("one  \ntwo\n\n".to_owned(), "<p>一</p>".to_owned());
        builder.multipart(parts).unwrap()
    }

    #[test]
    fn the_record_has_the_public_key() {
        let folder = tempfile::tempdir().unwrap();
        let (name, text) = record(&config(&folder, RSA_KEY)).unwrap().unwrap();
        assert_eq!(name, "touchstone._domainkey.alliance.example");
        assert_eq!(text, format!("v=DKIM1; k=rsa; p={}", RSA_PUBLIC.trim()));
        let (_, text) = record(&config(&folder, ED25519_KEY)).unwrap().unwrap();
        let public = text.strip_prefix("v=DKIM1; k=ed25519; p=").unwrap();
        assert_eq!(STANDARD.decode(public).unwrap().len(), 32);
        assert!(
            record(&Config::with(&std::collections::BTreeMap::new()).unwrap())
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn a_signature_names_the_headers_and_the_hash_of_the_text() {
        let folder = tempfile::tempdir().unwrap();
        for (pem, algorithm) in [(RSA_KEY, "rsa-sha256"), (ED25519_KEY, "ed25519-sha256")] {
            let mut signed = message();
            Dkim::of(&config(&folder, pem)).unwrap().unwrap().sign(&mut signed);
            let text = String::from_utf8(signed.formatted()).unwrap();
            let (headers, body) = text.split_once("\r\n\r\n").unwrap();
            let headers = headers.replace("\r\n ", " ").replace("\r\n\t", " ");
            let header = headers
                .lines()
                .find(|line| line.to_lowercase().starts_with("dkim-signature:"))
                .unwrap();
            let tag = |name: &str| {
                let tags = header.split_once(':').unwrap().1.split(';');
                let found = tags
                    .map(str::trim)
                    .find_map(|tag| tag.strip_prefix(&format!("{name}=")));
                found.unwrap().split_whitespace().collect::<String>()
            };
            assert_eq!((tag("a").as_str(), tag("c").as_str()), (algorithm, "relaxed/relaxed"));
            assert_eq!(
                (tag("d").as_str(), tag("s").as_str()),
                ("alliance.example", "touchstone")
            );
            assert_eq!(tag("h"), SIGNED.join(":").to_lowercase());
            assert_eq!(tag("bh"), STANDARD.encode(Sha256::digest(relaxed(body))));
        }
    }

    /// RFC 6376, 3.4.4.
    fn relaxed(body: &str) -> String {
        let lines = body.split("\r\n").map(|line| {
            let line = line.replace('\t', " ");
            let words = line.trim_end().split(' ').enumerate();
            let kept: Vec<&str> = words
                .filter(|(at, word)| *at == 0 || !word.is_empty())
                .map(|(_, word)| word)
                .collect();
            kept.join(" ")
        });
        let text = lines.collect::<Vec<_>>().join("\r\n");
        format!("{}\r\n", text.trim_end_matches("\r\n"))
    }

    #[test]
    fn a_key_that_is_none_is_refused_without_being_repeated() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        fs::write(&file, "hunter2").unwrap();
        let flags = [
            ("dkim_domain", "alliance.example".to_owned()),
            ("dkim_key", file.display().to_string()),
        ];
        let message = Config::with(&flags.into()).unwrap_err().to_string();
        assert!(message.contains("dkim_key: must be made by"), "{message}");
        assert!(!message.contains("hunter2"), "{message}");
    }
}
