//! Documents of authorised parties and of powers of attorney: what can be one, what it counts for, and what a partner is told
//! of it; pure.
//!
//! A document is kept as it came. One of an authorised party that makes or uses the brand under a licence is a certificate: it has
//! the number that stands on it and its days. It counts until its last day is over or somebody withdraws it.

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::{
    AuthorizedPartyKind, AuthorizedPartyRow, certificate,
    power::{PoaState, PowerOfAttorneyRow},
    validity,
};
use crate::{
    members::rules::facts,
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most documents of an authorised party or of a power of attorney.
pub const MOST_DOCUMENTS: usize = 10;
/// The longest number of a certificate.
pub const MAX_NUMBER: usize = 100;
/// How often an organisation is answered in a day.
pub const MOST_CHECKS: u64 = 5_000;
/// How often of these nobody is known: whoever guesses is stopped here.
pub const MOST_UNKNOWN: u64 = 200;

/// Whose document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentOf {
    /// An authorised party's.
    Party(Uuid),
    /// A power of attorney's.
    Power(Uuid),
}

impl DocumentOf {
    /// The id of what it belongs to.
    #[must_use]
    pub fn id(self) -> Uuid {
        match self {
            Self::Party(id) | Self::Power(id) => id,
        }
    }
}

/// A document as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub of: DocumentOf,
    /// The number that stands on it.
    pub number: Option<String>,
    /// What it is.
    pub title: Option<String>,
    /// Start of the first day.
    pub valid_from: Option<Timestamp>,
    /// End of the last day; `None` is never.
    pub valid_until: Option<Timestamp>,
    /// Its stored bytes.
    pub file_id: Uuid,
    /// The name its file came with.
    pub file_name: Option<String>,
    /// SHA-256 of its bytes, in hex, as it was when it was added.
    pub sha256: String,
    /// How many there are.
    pub bytes: i64,
    /// What they are.
    pub media_type: String,
    /// Who added it.
    pub added_by: Uuid,
    /// When.
    pub added_at: Timestamp,
    /// Since when it counts no more.
    pub withdrawn_at: Option<Timestamp>,
    /// Since when its bytes are not what they were.
    pub quarantined_at: Option<Timestamp>,
}

impl DocumentRow {
    /// Whether it counts at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.withdrawn_at.is_none()
            && self.valid_from.is_none_or(|from| from <= at)
            && self.valid_until.is_none_or(|until| at < until)
    }
}

/// What is said of a document to be.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// The number that stands on it.
    pub number: Option<String>,
    /// What it is.
    pub title: Option<String>,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
}

/// The same in the form it is kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFacts {
    /// The number that stands on it.
    pub number: Option<String>,
    /// What it is.
    pub title: Option<String>,
    /// Start of the first day.
    pub valid_from: Option<Timestamp>,
    /// End of the last day.
    pub valid_until: Option<Timestamp>,
}

/// A certificate of an authorised party: of one that makes or uses the brand under a licence, with its number and first day.
///
/// # Errors
/// `BAD_USER_INPUT`; `TRANSITION_NOT_ALLOWED` where the authorisation is over.
pub fn certificate_of(party: &AuthorizedPartyRow, new: &NewDocument, now: Timestamp) -> Result<DocumentFacts> {
    match party.kind {
        AuthorizedPartyKind::Oem | AuthorizedPartyKind::Odm | AuthorizedPartyKind::Licensee => {}
        AuthorizedPartyKind::Seller | AuthorizedPartyKind::Distributor => {
            let text = "Makers and licensees have certificates; sellers are known by their shops.";
            return Err(ApiError::input("partyId", text));
        }
    }
    let is_over = party.revoked_at.is_some() || party.valid_until.is_some_and(|until| until <= now);
    if is_over {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let number = number(new.number.as_deref())?;
    let from = new.valid_from;
    let from = from.ok_or_else(|| ApiError::input("validFrom", "Give the first day that stands on it."))?;
    let (valid_from, valid_until) = validity(from, new.valid_to)?;
    Ok(DocumentFacts {
        number: Some(number),
        title: facts::optional_name("title", new.title.as_deref())?,
        valid_from: Some(valid_from),
        valid_until,
    })
}

/// The number of a certificate, as it stands on it.
///
/// # Errors
/// `BAD_USER_INPUT` at `number`.
pub fn number(raw: Option<&str>) -> Result<String> {
    let number = facts::optional("number", raw, MAX_NUMBER)?;
    number.ok_or_else(|| ApiError::input("number", "Give the number that stands on it."))
}

/// A document of a power of attorney: its days and brands stand in the power itself.
///
/// # Errors
/// `BAD_USER_INPUT`; `TRANSITION_NOT_ALLOWED` where it is over.
pub fn paper_of(power: &PowerOfAttorneyRow, new: &NewDocument, now: Timestamp) -> Result<DocumentFacts> {
    if new.number.is_some() || new.valid_from.is_some() || new.valid_to.is_some() {
        let text = "A power of attorney has its own days, and no number.";
        return Err(ApiError::input("number", text));
    }
    match power.state_at(now) {
        PoaState::Submitted | PoaState::Verified => Ok(DocumentFacts {
            number: None,
            title: facts::optional_name("title", new.title.as_deref())?,
            valid_from: None,
            valid_until: None,
        }),
        PoaState::Expired | PoaState::Revoked => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// Whether a file of this type and so many bytes can be a document.
///
/// # Errors
/// `BAD_USER_INPUT` at `uploadId`.
pub fn check_document(media_type: &str, bytes: i64) -> Result<()> {
    certificate::check_file(media_type, bytes)
}

/// Whether there is room for one more beside those that there are, and it is none of them.
///
/// # Errors
/// `ALREADY_EXISTS` or `BAD_USER_INPUT` at `uploadId`.
pub fn check_place(held: &[DocumentRow], file: Uuid) -> Result<()> {
    if held.iter().any(|document| document.file_id == file) {
        let text = "There is a document of the same bytes.";
        return Err(ApiError::because(ErrorCode::AlreadyExists, text).at("uploadId"));
    }
    match held.len() < MOST_DOCUMENTS {
        true => Ok(()),
        false => {
            let text = format!("There are at most {MOST_DOCUMENTS} documents.");
            Err(ApiError::input("uploadId", text))
        }
    }
}

/// What a partner is told of a shop or a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum AuthorizationAnswer {
    /// The brand has authorised it now.
    Authorized,
    /// The brand has authorised it before, or from a later day on, and not now.
    NotAuthorized,
    /// The brand has said nothing of it.
    Unknown,
}

/// An answer, and how long it stays true if nobody changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The answer.
    pub answer: AuthorizationAnswer,
    /// The end of the last day of what is authorised; `None` where it has no end, and for every other answer.
    pub valid_until: Option<Timestamp>,
}

/// What is said of the authorised parties that a shop is, whichever of them holds the longest.
#[must_use]
pub fn answer_of_shop(found: &[AuthorizedPartyRow], now: Timestamp) -> Answer {
    let holding = found.iter().filter(|party| party.holds_at(now));
    answered(!found.is_empty(), holding.map(|party| party.valid_until))
}

/// What is said of the certificates of a number, each with its authorised party: both have to hold.
#[must_use]
pub fn answer_of_certificate(found: &[(DocumentRow, AuthorizedPartyRow)], now: Timestamp) -> Answer {
    let holding = found
        .iter()
        .filter(|(document, party)| document.holds_at(now) && party.holds_at(now));
    let ends = holding.map(|(document, party)| match (document.valid_until, party.valid_until) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    });
    answered(!found.is_empty(), ends)
}

fn answered(is_known: bool, ends: impl Iterator<Item = Option<Timestamp>>) -> Answer {
    // What has no end holds longer than what has one.
    let last = ends.max_by_key(|end| end.map_or((true, Timestamp::MAX), |end| (false, end)));
    let answer = match (last, is_known) {
        (Some(_), _) => AuthorizationAnswer::Authorized,
        (None, true) => AuthorizationAnswer::NotAuthorized,
        (None, false) => AuthorizationAnswer::Unknown,
    };
    Answer {
        answer,
        valid_until: last.flatten(),
    }
}

/// Whether an organisation that was answered so often in a day, of which so often nobody was known, is answered again.
#[must_use]
pub fn may_ask(answered: u64, unknown: u64) -> bool {
    answered < MOST_CHECKS && unknown < MOST_UNKNOWN
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rights::rules::tests::at;

    fn party(kind: AuthorizedPartyKind, until: Option<Date>) -> AuthorizedPartyRow {
        AuthorizedPartyRow {
            id: Uuid::from_u128(6),
            brand_id: Uuid::from_u128(7),
            kind,
            name: "Maker".to_owned(),
            platform: None,
            shop_id: None,
            territory: None,
            valid_from: at(date(2026, 1, 1)),
            valid_until: until.map(at),
            revoked_at: None,
            version: 1,
            created_at: at(date(2026, 1, 1)),
        }
    }

    fn document(until: Option<Date>) -> DocumentRow {
        DocumentRow {
            id: Uuid::from_u128(8),
            of: DocumentOf::Party(Uuid::from_u128(6)),
            number: Some("A-1".to_owned()),
            title: None,
            valid_from: Some(at(date(2026, 2, 1))),
            valid_until: until.map(at),
            file_id: Uuid::from_u128(9),
            file_name: None,
            sha256: "ab".repeat(32),
            bytes: 1,
            media_type: "application/pdf".to_owned(),
            added_by: Uuid::from_u128(1),
            added_at: at(date(2026, 2, 1)),
            withdrawn_at: None,
            quarantined_at: None,
        }
    }

    fn new(number: Option<&str>) -> NewDocument {
        NewDocument {
            number: number.map(str::to_owned),
            title: None,
            valid_from: Some(date(2026, 2, 1)),
            valid_to: None,
        }
    }

    #[test]
    fn a_certificate_counts_with_its_party_and_between_its_days() {
        use AuthorizationAnswer::{Authorized, NotAuthorized, Unknown};
        let now = at(date(2026, 3, 1));
        let told = |found: &[(DocumentRow, AuthorizedPartyRow)]| {
            let answer = answer_of_certificate(found, now);
            (answer.answer, answer.valid_until)
        };
        let oem = |until| party(AuthorizedPartyKind::Oem, until);
        let (april, june) = (date(2026, 4, 1), date(2026, 6, 1));
        assert_eq!(told(&[]), (Unknown, None));
        assert_eq!(told(&[(document(None), oem(None))]), (Authorized, None));
        assert_eq!(
            told(&[(document(Some(june)), oem(Some(april)))]),
            (Authorized, Some(at(april)))
        );
        assert_eq!(
            told(&[(document(Some(date(2026, 3, 1))), oem(None))]),
            (NotAuthorized, None)
        );
        let withdrawn = DocumentRow {
            withdrawn_at: Some(now),
            ..document(None)
        };
        assert_eq!(told(&[(withdrawn, oem(None))]), (NotAuthorized, None));
        let two = [(document(Some(april)), oem(None)), (document(Some(june)), oem(None))];
        assert_eq!(told(&two), (Authorized, Some(at(june))));
    }

    #[test]
    fn a_shop_is_known_or_not_and_authorised_or_not() {
        let seller = |until| party(AuthorizedPartyKind::Seller, until);
        let now = at(date(2026, 3, 1));
        assert_eq!(answer_of_shop(&[], now).answer, AuthorizationAnswer::Unknown);
        let ended = [seller(Some(date(2026, 2, 1)))];
        assert_eq!(answer_of_shop(&ended, now).answer, AuthorizationAnswer::NotAuthorized);
        let both = [seller(Some(date(2026, 2, 1))), seller(None)];
        let answer = answer_of_shop(&both, now);
        assert_eq!(
            (answer.answer, answer.valid_until),
            (AuthorizationAnswer::Authorized, None)
        );
    }

    #[test]
    fn makers_and_licensees_have_certificates_with_numbers() {
        use AuthorizedPartyKind::{Distributor, Licensee, Odm, Oem, Seller};
        let now = at(date(2026, 3, 1));
        for (kind, is_good) in [
            (Oem, true),
            (Odm, true),
            (Licensee, true),
            (Seller, false),
            (Distributor, false),
        ] {
            assert_eq!(
                certificate_of(&party(kind, None), &new(Some("A-1")), now).is_ok(),
                is_good,
                "{kind:?}"
            );
        }
        assert!(certificate_of(&party(Oem, None), &new(None), now).is_err());
        assert!(certificate_of(&party(Oem, Some(date(2026, 3, 1))), &new(Some("A-1")), now).is_err());
    }

    #[test]
    fn whoever_guesses_is_stopped_before_who_asks() {
        assert!(may_ask(0, 0) && may_ask(MOST_CHECKS - 1, MOST_UNKNOWN - 1));
        assert!(!may_ask(MOST_CHECKS, 0) && !may_ask(0, MOST_UNKNOWN));
    }
}
