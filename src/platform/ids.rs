//! Ids and randomness as arguments: the only place that draws them.
//!
//! Inside, an id is a UUID (version 7, so that rows written together lie together); outside it is a
//! [TypeID](https://github.com/jetify-com/typeid) such as `lead_01h45ytscbebyvny4gc8cr8ma2`, one prefix per type.

use std::str::FromStr;

use jiff::Timestamp;
use rand::{Rng as _, RngExt as _};
use type_safe_id::{DynamicType, TypeSafeId};
use uuid::Uuid;

/// Draws ids and secrets.
pub trait Ids: Send + Sync {
    /// A new id for something made at `now`.
    fn id(&self, now: Timestamp) -> Uuid;
    /// 32 bytes nobody can guess.
    fn secret(&self) -> [u8; 32];
}

/// Ids from the operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "this is the one home of randomness")]
    fn id(&self, now: Timestamp) -> Uuid {
        let random = rand::rng().random::<[u8; 10]>();
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one home of randomness")]
    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        rand::rng().fill_bytes(&mut bytes);
        bytes
    }
}

/// The types that have ids, each with its prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "lowercase")]
#[expect(missing_docs, reason = "the variants are the names of the types")]
pub enum IdKind {
    Lead,
    Item,
    Delivery,
    Comment,
    Subject,
    Identifier,
    Link,
    Match,
    Entry,
    Group,
    Grant,
    Glass,
    Evidence,
    Custody,
    Transfer,
    Hold,
    Upload,
    Org,
    Person,
    #[strum(serialize = "svca")]
    ServiceAccount,
    #[strum(serialize = "svcc")]
    ServiceCredential,
    Session,
    Passkey,
    Brand,
    Right,
    Certificate,
    Party,
    Document,
    Poa,
    Product,
    #[strum(serialize = "sheetgrant")]
    ProductGrant,
    Feature,
    Picture,
    CompanyContact,
    Agency,
    Officer,
    Guest,
    Contact,
    Audit,
    Event,
    Mail,
    #[strum(serialize = "whep")]
    WebhookEndpoint,
    #[strum(serialize = "msg")]
    WebhookMessage,
    ImportFile,
    Import,
    Mapping,
    #[strum(serialize = "ingr")]
    IngestRun,
    #[strum(serialize = "ingl")]
    IngestedListing,
    RulePack,
    #[strum(serialize = "scrm")]
    ScreeningModel,
    #[strum(serialize = "scrr")]
    ScreeningRelease,
    #[strum(serialize = "scrl")]
    ScreenedListing,
    WatchedSeller,
    View,
    Export,
    Referral,
    Notification,
    HandOver,
    Suspect,
    Stage,
    Seizure,
    Destruction,
    Cost,
    Campaign,
    Action,
    Site,
    Task,
    Clash,
    Timebox,
    Fund,
    LedgerAccount,
    LedgerEntry,
    BankStatement,
    BankLine,
    BankMatch,
    Allocation,
    FundHold,
    FundOrder,
    Program,
    Sample,
    Appraisal,
    Purchase,
    PurchaseClash,
}

/// An id that is not one, or one of another type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidId;

/// The public form of an id.
#[must_use]
pub fn encode(kind: IdKind, id: Uuid) -> String {
    let prefix: &'static str = kind.into();
    DynamicType::new(prefix).map_or_else(
        |_| unreachable!("the prefixes are lower-case letters"),
        |kind| TypeSafeId::from_type_and_uuid(kind, id).to_string(),
    )
}

/// The type and UUID behind a public id.
///
/// # Errors
/// [`InvalidId`] where the text is no TypeID or its prefix is unknown.
pub fn decode(text: &str) -> Result<(IdKind, Uuid), InvalidId> {
    let id = TypeSafeId::<DynamicType>::from_str(text).map_err(|_| InvalidId)?;
    let kind = IdKind::from_str(id.type_prefix()).map_err(|_| InvalidId)?;
    Ok((kind, id.uuid()))
}

/// The UUID behind a public id of one type.
///
/// # Errors
/// [`InvalidId`] where the text is no id of that type.
pub fn decode_as(kind: IdKind, text: &str) -> Result<Uuid, InvalidId> {
    match decode(text)? {
        (found, id) if found == kind => Ok(id),
        _ => Err(InvalidId),
    }
}

/// Whether a text looks like a reference: capital letters, digits and hyphens, and not many.
#[must_use]
pub fn is_reference(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(plain)
}

/// A reference for people, random and therefore silent about volume: `LD-26-7K3QX2`.
#[must_use]
pub fn reference(prefix: &str, two_digit_year: i16, secret: [u8; 32]) -> String {
    format!("{prefix}-{two_digit_year:02}-{}", letters(secret, 6))
}

/// So many letters and digits that nobody confuses, of a secret or a code.
#[must_use]
pub fn letters(secret: [u8; 32], count: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
    secret.iter().take(count).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray as _;

    #[test]
    fn every_kind_survives_the_round_trip_and_is_refused_as_another() {
        let id = SystemIds.id(Timestamp::UNIX_EPOCH);
        for kind in IdKind::VARIANTS {
            let text = encode(*kind, id);
            assert_eq!(decode(&text), Ok((*kind, id)));
            let other = if *kind == IdKind::Lead {
                IdKind::Brand
            } else {
                IdKind::Lead
            };
            assert_eq!(decode_as(other, &text), Err(InvalidId));
        }
    }

    #[test]
    fn nonsense_is_no_id() {
        for text in [
            "",
            "lead",
            "lead_",
            "lead_01h45",
            "nosuch_01h45ytscbebyvny4gc8cr8ma2",
            "線索_01h45ytscbebyvny4gc8cr8ma2",
        ] {
            assert_eq!(decode(text), Err(InvalidId), "{text}");
        }
    }

    #[test]
    fn references_are_short_and_without_confusable_letters() {
        let reference = reference("LD", 26, SystemIds.secret());
        assert_eq!(reference.len(), 12);
        assert!(!reference[6..].contains(['I', 'L', 'O', 'U']));
    }
}
