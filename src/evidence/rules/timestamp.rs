//! Timestamp tokens (RFC 3161): what is asked of an authority, and whether its answer can be believed.
//!
//! A token is believed where it is about our hash, answers our question (nonce), is signed by a certificate that it carries
//! and names, and that certificate was good for timestamps, and led to one of the authorities we trust, when it was made.

use cms::{
    cert::{
        CertificateChoices,
        x509::{
            Certificate,
            ext::{Extensions, pkix::SubjectKeyIdentifier},
        },
    },
    content_info::ContentInfo,
    signed_data::{SignedData, SignerIdentifier, SignerInfo},
};
use der::{
    Any, Decode as _, Encode as _, Sequence, Tag, Tagged as _,
    asn1::{BitString, Int, ObjectIdentifier, OctetString},
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use rustls::pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime, pem::PemObject as _};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use webpki::{EndEntityCert, KeyUsage, ring as algorithms};

/// The media types of a question and of its answer.
pub const QUERY: &str = "application/timestamp-query";
/// See [`QUERY`].
pub const REPLY: &str = "application/timestamp-reply";

const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// `id-kp-timeStamping`, as it stands in a certificate.
const TIME_STAMPING: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x08];

/// Why an answer is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It cannot be read.
    #[error("the answer is not one of RFC 3161")]
    Unreadable,
    /// The authority says no.
    #[error("the authority refused")]
    Refused,
    /// It is about something else, or answers another question.
    #[error("the token is not about what was asked")]
    Other,
    /// The signature is not right.
    #[error("the signature is not right")]
    Signature,
    /// The signer is nobody we trust, or not for timestamps, or was not at that time.
    #[error("the signer is not trusted for timestamps")]
    Untrusted,
}

impl From<der::Error> for TokenError {
    fn from(_: der::Error) -> Self {
        Self::Unreadable
    }
}

#[derive(Sequence)]
struct Algorithm {
    oid: ObjectIdentifier,
    parameters: Option<Any>,
}

#[derive(Sequence)]
struct Imprint {
    algorithm: Algorithm,
    hash: OctetString,
}

#[derive(Sequence)]
struct Query {
    version: u8,
    imprint: Imprint,
    nonce: u64,
    wants_certificates: bool,
}

#[derive(Sequence)]
struct Status {
    status: u8,
    text: Option<Vec<String>>,
    failure: Option<BitString>,
}

#[derive(Sequence)]
struct Reply {
    status: Status,
    token: Option<ContentInfo>,
}

#[derive(Sequence)]
struct Accuracy {
    seconds: Option<u64>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<u16>,
}

fn unordered() -> bool {
    false
}

/// `TSTInfo`. The time may have a fraction, which the ordinary type refuses.
#[derive(Sequence)]
struct Info {
    version: u8,
    policy: ObjectIdentifier,
    imprint: Imprint,
    serial: Int,
    at: Any,
    accuracy: Option<Accuracy>,
    #[asn1(default = "unordered")]
    ordering: bool,
    nonce: Option<u64>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(
        context_specific = "1",
        tag_mode = "IMPLICIT",
        optional = "true",
        constructed = "true"
    )]
    extensions: Option<Extensions>,
}

#[derive(Sequence)]
struct CertificateId {
    algorithm: Option<Algorithm>,
    hash: OctetString,
    issuer: Option<Any>,
}

#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateId>,
    policies: Option<Any>,
}

/// What a token says that is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When the authority saw the hash.
    pub at: Timestamp,
    /// The subject of its certificate.
    pub authority: String,
}

/// The certificates that an authority's own has to lead to.
#[derive(Debug, Clone)]
pub struct Anchors(Vec<CertificateDer<'static>>);

impl Anchors {
    /// Those of a PEM file; `None` where it has none.
    #[must_use]
    pub fn of(pem: &[u8]) -> Option<Self> {
        let all: Vec<_> = CertificateDer::pem_slice_iter(pem).collect::<Result<_, _>>().ok()?;
        (!all.is_empty()).then_some(Self(all))
    }
}

/// The question for a token about a SHA-256.
///
/// # Errors
/// [`TokenError::Unreadable`] where the hash is none.
pub fn query(sha256: &str, nonce: u64) -> Result<Vec<u8>, TokenError> {
    let algorithm = Algorithm {
        oid: SHA_256,
        parameters: Some(Any::null()),
    };
    let query = Query {
        version: 1,
        imprint: Imprint {
            algorithm,
            hash: OctetString::new(bytes_of(sha256)?)?,
        },
        nonce,
        wants_certificates: true,
    };
    Ok(query.to_der()?)
}

/// The token in an answer.
///
/// # Errors
/// [`TokenError`] where there is none.
pub fn token(reply: &[u8]) -> Result<Vec<u8>, TokenError> {
    let reply = Reply::from_der(reply)?;
    match reply.token {
        Some(token) if reply.status.status <= 1 => Ok(token.to_der()?),
        _ => Err(TokenError::Refused),
    }
}

/// What a token says of a SHA-256, and in answer to a nonce where one is known.
///
/// # Errors
/// [`TokenError`] where it is not believed.
pub fn verify(token: &[u8], sha256: &str, nonce: Option<u64>, anchors: &Anchors) -> Result<Stamp, TokenError> {
    let outer = ContentInfo::from_der(token)?;
    if outer.content_type != SIGNED_DATA {
        return Err(TokenError::Unreadable);
    }
    let signed: SignedData = outer.content.decode_as()?;
    let content = signed
        .encap_content_info
        .econtent
        .as_ref()
        .ok_or(TokenError::Unreadable)?;
    if signed.encap_content_info.econtent_type != TST_INFO {
        return Err(TokenError::Unreadable);
    }
    let info = Info::from_der(content.value())?;
    let imprint = &info.imprint;
    if imprint.algorithm.oid != SHA_256 || imprint.hash.as_bytes() != bytes_of(sha256)? {
        return Err(TokenError::Other);
    }
    if info.version != 1 || nonce.is_some_and(|nonce| info.nonce != Some(nonce)) {
        return Err(TokenError::Other);
    }
    let [signer] = signed.signer_infos.0.as_slice() else {
        return Err(TokenError::Signature);
    };
    let certificates: Vec<&Certificate> = signed
        .certificates
        .iter()
        .flat_map(|set| set.0.iter())
        .filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => Some(certificate),
            CertificateChoices::Other(_) => None,
        })
        .collect();
    let own = certificates.iter().find(|certificate| is_of(signer, certificate));
    let own = own.ok_or(TokenError::Signature)?;
    let at = moment(&info.at)?;
    let der: Vec<CertificateDer<'static>> = certificates
        .iter()
        .map(|certificate| Ok(certificate.to_der()?.into()))
        .collect::<Result<_, TokenError>>()?;
    let own_der = CertificateDer::from(own.to_der()?);
    signed_by(signer, content.value(), &own_der)?;
    trusted(&own_der, &der, anchors, at)?;
    Ok(Stamp {
        at,
        authority: own.tbs_certificate().subject().to_string(),
    })
}

/// Whether a certificate is the one that a signer names.
fn is_of(signer: &SignerInfo, certificate: &Certificate) -> bool {
    let body = certificate.tbs_certificate();
    match &signer.sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            named.issuer == *body.issuer() && named.serial_number == *body.serial_number()
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            matches!(body.get_extension::<SubjectKeyIdentifier>(), Ok(Some((_, found))) if found == *named)
        }
    }
}

/// Compares the signed attributes with the content and the certificate, and the signature with the attributes.
fn signed_by(signer: &SignerInfo, content: &[u8], certificate: &CertificateDer<'_>) -> Result<(), TokenError> {
    let attributes = signer.signed_attrs.as_ref().ok_or(TokenError::Signature)?;
    let value = |oid: ObjectIdentifier| {
        let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
        let only = found.next().filter(|_| found.next().is_none());
        only.and_then(|attribute| attribute.values.get(0))
            .ok_or(TokenError::Signature)
    };
    let kind: ObjectIdentifier = value(CONTENT_TYPE)?.decode_as()?;
    let digest: OctetString = value(MESSAGE_DIGEST)?.decode_as()?;
    if kind != TST_INFO || digest.as_bytes() != hashed(signer.digest_alg.oid, content)? {
        return Err(TokenError::Signature);
    }
    let named: SigningCertificate = value(SIGNING_CERTIFICATE_V2)?.decode_as()?;
    let first = named.certificates.first().ok_or(TokenError::Signature)?;
    let by = first.algorithm.as_ref().map_or(SHA_256, |algorithm| algorithm.oid);
    if first.hash.as_bytes() != hashed(by, certificate)? {
        return Err(TokenError::Signature);
    }
    let signed = attributes.to_der()?;
    let end = EndEntityCert::try_from(certificate).map_err(|_| TokenError::Untrusted)?;
    let signature = signer.signature.as_bytes();
    let is_good = |algorithm| end.verify_signature(algorithm, &signed, signature).is_ok();
    match verified_by(signer.digest_alg.oid).into_iter().any(is_good) {
        true => Ok(()),
        false => Err(TokenError::Signature),
    }
}

/// What a signature over a digest may be made with.
fn verified_by(digest: ObjectIdentifier) -> Vec<&'static dyn SignatureVerificationAlgorithm> {
    match digest {
        SHA_256 => vec![
            algorithms::RSA_PKCS1_2048_8192_SHA256,
            algorithms::ECDSA_P256_SHA256,
            algorithms::ECDSA_P384_SHA256,
        ],
        SHA_384 => vec![
            algorithms::RSA_PKCS1_2048_8192_SHA384,
            algorithms::ECDSA_P256_SHA384,
            algorithms::ECDSA_P384_SHA384,
        ],
        SHA_512 => vec![algorithms::RSA_PKCS1_2048_8192_SHA512],
        _ => Vec::new(),
    }
}

fn hashed(digest: ObjectIdentifier, bytes: &[u8]) -> Result<Vec<u8>, TokenError> {
    match digest {
        SHA_256 => Ok(Sha256::digest(bytes).to_vec()),
        SHA_384 => Ok(Sha384::digest(bytes).to_vec()),
        SHA_512 => Ok(Sha512::digest(bytes).to_vec()),
        _ => Err(TokenError::Signature),
    }
}

/// Whether a certificate leads to one we trust, and was good for timestamps at that moment.
fn trusted(
    own: &CertificateDer<'_>,
    others: &[CertificateDer<'static>],
    anchors: &Anchors,
    at: Timestamp,
) -> Result<(), TokenError> {
    let untrusted = |_| TokenError::Untrusted;
    let roots: Vec<_> = anchors
        .0
        .iter()
        .map(webpki::anchor_from_trusted_cert)
        .collect::<Result<_, _>>()
        .map_err(untrusted)?;
    let end = EndEntityCert::try_from(own).map_err(untrusted)?;
    let seconds = u64::try_from(at.as_second()).map_err(|_| TokenError::Untrusted)?;
    let when = UnixTime::since_unix_epoch(std::time::Duration::from_secs(seconds));
    end.verify_for_usage(
        webpki::ALL_VERIFICATION_ALGS,
        &roots,
        others,
        when,
        KeyUsage::required(TIME_STAMPING),
        None,
        None,
    )
    .map(drop)
    .map_err(untrusted)
}

/// A `GeneralizedTime` in UTC, with or without a fraction.
fn moment(at: &Any) -> Result<Timestamp, TokenError> {
    let text = std::str::from_utf8(at.value()).map_err(|_| TokenError::Unreadable)?;
    let whole = text
        .strip_suffix('Z')
        .filter(|_| at.tag() == Tag::GeneralizedTime)
        .ok_or(TokenError::Unreadable)?;
    let format = if whole.contains('.') {
        "%Y%m%d%H%M%S%.f"
    } else {
        "%Y%m%d%H%M%S"
    };
    DateTime::strptime(format, whole)
        .and_then(|civil| civil.to_zoned(TimeZone::UTC))
        .map(|zoned| zoned.timestamp())
        .map_err(|_| TokenError::Unreadable)
}

fn bytes_of(hex: &str) -> Result<Vec<u8>, TokenError> {
    if hex.len() != 64 || !hex.is_ascii() {
        return Err(TokenError::Unreadable);
    }
    let byte = |at: usize| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).map_err(|_| TokenError::Unreadable);
    (0..32).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_says_what_openssl_would_say() {
        let hash = "ab".repeat(32);
        let query = Query::from_der(&query(&hash, 0xfedc_ba98_7654_3210).unwrap()).unwrap();
        assert_eq!(
            (query.version, query.nonce, query.wants_certificates),
            (1, 0xfedc_ba98_7654_3210, true)
        );
        assert_eq!(query.imprint.hash.as_bytes(), [0xab; 32]);
    }

    #[test]
    fn nonsense_is_no_answer() {
        for bytes in [
            b"".as_slice(),
            b"0\x00",
            b"<html>",
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
        ] {
            assert!(token(bytes).is_err());
        }
        assert!(query("ab", 1).is_err());
        assert!(query(&"zz".repeat(32), 1).is_err());
    }

    #[test]
    fn a_moment_may_have_a_fraction() {
        let time = |text: &str| moment(&Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap());
        assert_eq!(time("20260309010203Z").unwrap().to_string(), "2026-03-09T01:02:03Z");
        assert_eq!(
            time("20260309010203.25Z").unwrap().to_string(),
            "2026-03-09T01:02:03.25Z"
        );
        assert!(time("20260309010203+0800").is_err());
    }
}
