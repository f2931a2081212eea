//! What clients send to change subjects.

use async_graphql::{ID, InputObject, MaybeUndefined};

use super::enums::{
    GqlConfidence, GqlIdentifierKind, GqlLegalBasis, GqlLinkKind, GqlPersonalDataPurpose, GqlSubjectKind, GqlSupplyRole,
};
use crate::{
    platform::{
        error::Result,
        graphql::{
            scalars::{Date, DateTime},
            uuid,
        },
        ids::IdKind,
    },
    subjects::{
        commands::{Changes, NewIdentifier, NewLink, NewSubject},
        rules::PersonalData,
    },
};

/// Something that a subject is known by, as it was found.
#[derive(Debug, Clone, InputObject)]
pub struct IdentifierInput {
    /// What it names.
    kind: GqlIdentifierKind,
    /// As it is written; brought to one form by the server.
    value: String,
    /// ISO 3166-1 alpha-2 country: where a telephone number is dialled from, whose register, plate, postcode or paper it is.
    country: Option<String>,
    /// The platform of a shop or listing, such as `taobao`.
    platform: Option<String>,
    /// The bank of an account that does not name its own.
    bank: Option<String>,
    /// The GB/T 2260 code of an address in China.
    division: Option<String>,
    /// The postcode of an address elsewhere.
    postcode: Option<String>,
}

impl IdentifierInput {
    pub(super) fn read(self) -> NewIdentifier {
        NewIdentifier {
            kind: self.kind.into(),
            value: self.value,
            country: self.country,
            platform: self.platform,
            bank: self.bank,
            division: self.division,
            postcode: self.postcode,
        }
    }
}

/// Why and for how long a person's data are kept.
#[derive(Debug, Clone, InputObject)]
pub struct PersonalDataInput {
    /// For what.
    purpose: GqlPersonalDataPurpose,
    /// Why the law lets them be kept.
    legal_basis: GqlLegalBasis,
    /// When they are forgotten, within ten years; after two years where nothing is said.
    retain_until: Option<DateTime>,
}

impl PersonalDataInput {
    fn read(self) -> PersonalData {
        PersonalData {
            purpose: self.purpose.into(),
            legal_basis: self.legal_basis.into(),
            retain_until: self.retain_until.map(|at| at.0),
        }
    }
}

/// A subject to be.
#[derive(Debug, Clone, InputObject)]
pub struct AddSubjectInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The lead that names it.
    lead_id: ID,
    /// What it is.
    kind: GqlSubjectKind,
    /// Its name, at most 200 characters.
    name: String,
    /// Its place in the chain of supply.
    role: Option<GqlSupplyRole>,
    /// What else there is to say, at most 2,000 characters.
    detail: Option<String>,
    /// Why and for how long a person's data are kept: asked of people, and of nobody else.
    personal_data: Option<PersonalDataInput>,
    /// What it is known by, at most 50.
    identifiers: Option<Vec<IdentifierInput>>,
}

impl AddSubjectInput {
    pub(super) fn read(self) -> Result<NewSubject> {
        Ok(NewSubject {
            lead: uuid(IdKind::Lead, &self.lead_id)?,
            kind: self.kind.into(),
            name: self.name,
            role: self.role.map(Into::into),
            detail: self.detail,
            personal_data: self.personal_data.map(PersonalDataInput::read),
            identifiers: read_all(self.identifiers),
        })
    }
}

/// Identifiers as they were sent.
pub(super) fn read_all(identifiers: Option<Vec<IdentifierInput>>) -> Vec<NewIdentifier> {
    identifiers
        .unwrap_or_default()
        .into_iter()
        .map(IdentifierInput::read)
        .collect()
}

/// Changes to a subject; what is left out stays.
#[derive(Debug, Clone, InputObject)]
pub struct ChangeSubjectInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Its name, at most 200 characters.
    name: Option<String>,
    /// Its place in the chain of supply; null where it is not known any more.
    role: MaybeUndefined<GqlSupplyRole>,
    /// What else there is to say, at most 2,000 characters; empty takes it away.
    detail: Option<String>,
    /// Why and for how long a person's data are kept.
    personal_data: Option<PersonalDataInput>,
}

impl ChangeSubjectInput {
    pub(super) fn read(self) -> Changes {
        Changes {
            name: self.name,
            role: match self.role {
                MaybeUndefined::Undefined => None,
                MaybeUndefined::Null => Some(None),
                MaybeUndefined::Value(role) => Some(Some(role.into())),
            },
            detail: self.detail,
            personal_data: self.personal_data.map(PersonalDataInput::read),
        }
    }
}

/// A subject that is taken away.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveSubjectInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, for everybody who sees it; at most 2,000 characters.
    pub(super) reason: String,
}

/// More that a subject is known by.
#[derive(Debug, Clone, InputObject)]
pub struct AddIdentifiersInput {
    /// The subject.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What it is known by, at most 50 with those it has; what it has already stays as it is.
    pub(super) identifiers: Vec<IdentifierInput>,
}

/// Something that a subject is not known by after all.
#[derive(Debug, Clone, InputObject)]
pub struct RemoveIdentifierInput {
    /// The subject.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// The identifier.
    pub(super) identifier_id: ID,
}

/// A link to be.
#[derive(Debug, Clone, InputObject)]
pub struct LinkSubjectsInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// From whom; its lead says so.
    from_id: ID,
    /// To whom.
    to_id: ID,
    /// What it is.
    kind: GqlLinkKind,
    /// How sure its author is.
    confidence: GqlConfidence,
    /// On what it rests, 3 to 2,000 characters, for everybody who sees both.
    grounds: String,
    /// Its first day.
    valid_from: Option<Date>,
    /// Its last day.
    valid_until: Option<Date>,
}

impl LinkSubjectsInput {
    pub(super) fn read(self) -> Result<NewLink> {
        Ok(NewLink {
            from: uuid(IdKind::Subject, &self.from_id)?,
            to: uuid(IdKind::Subject, &self.to_id)?,
            kind: self.kind.into(),
            confidence: self.confidence.into(),
            grounds: self.grounds,
            valid_from: self.valid_from.map(|day| day.0),
            valid_until: self.valid_until.map(|day| day.0),
        })
    }
}

/// A link that is taken away.
#[derive(Debug, Clone, InputObject)]
pub struct UnlinkSubjectsInput {
    /// Which one.
    pub(super) id: ID,
}

/// What an organisation notes of a subject for itself.
#[derive(Debug, Clone, InputObject)]
pub struct AnnotateSubjectInput {
    /// The subject.
    pub(super) id: ID,
    /// The version of the note that was seen; 0 where there was none.
    pub(super) expected_version: i32,
    /// The note, at most 5,000 characters; empty takes it away. Nobody outside of the own organisation ever sees it.
    pub(super) body: String,
}

/// A person whose data somebody wants to see in clear.
#[derive(Debug, Clone, InputObject)]
pub struct RevealPersonalDataInput {
    /// The person.
    pub(super) subject_id: ID,
    /// For what; it is logged.
    pub(super) purpose: GqlPersonalDataPurpose,
}
