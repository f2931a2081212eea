//! What clients say of agencies, their contact points and their officers.

use async_graphql::{ID, InputObject, MaybeUndefined};

use super::enums::{
    GqlAgencyKind, GqlAgencyOrder, GqlContactPurpose, GqlContactRole, GqlOfficerOrder, GqlOfficerState,
};
use crate::{
    agencies::{
        commands::{
            AddContact, CreateAgency, ProposeOfficer, UpdateAgency, UpdateContact, UpdateOfficer, WantedAgencies,
            WantedOfficers,
        },
        rules::{area::WrittenArea, hours::WrittenRange},
    },
    members::{graphql::GqlWeekday, rules::Weekday},
    platform::{
        error::Result,
        graphql::{scalars::Date, uuid},
        ids::IdKind,
    },
};

/// Which agencies to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct AgencyFilter {
    /// A part of the name, whatever its case and accents; at most 100 characters.
    search: Option<String>,
    /// Kinds.
    kinds: Option<Vec<GqlAgencyKind>>,
    /// A country in which they are competent, ISO 3166-1 alpha-2.
    country: Option<String>,
    /// A division of that country in which they are competent, because a jurisdiction of theirs is that one or has it
    /// within; needs `country`. In China by GB/T 2260.
    division_code: Option<String>,
    /// A language they work in, by ISO 639.
    language: Option<String>,
}

impl AgencyFilter {
    pub(super) fn wanted(self, order: Option<GqlAgencyOrder>) -> WantedAgencies {
        WantedAgencies {
            search: self.search,
            kinds: self.kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            country: self.country,
            division: self.division_code,
            language: self.language,
            order: order.map(Into::into).unwrap_or_default(),
        }
    }
}

/// Which officers to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct OfficerFilter {
    /// Their agency.
    agency_id: Option<ID>,
    /// States, as of now.
    states: Option<Vec<GqlOfficerState>>,
    /// A language spoken, by ISO 639.
    language: Option<String>,
    /// Whether only those whose attestation ends within 60 days.
    ends_soon: Option<bool>,
}

impl OfficerFilter {
    pub(super) fn wanted(self, order: Option<GqlOfficerOrder>) -> Result<WantedOfficers> {
        Ok(WantedOfficers {
            agency: self.agency_id.map(|id| uuid(IdKind::Agency, &id)).transpose()?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            language: self.language,
            ends_soon: self.ends_soon.unwrap_or_default(),
            order: order.map(Into::into).unwrap_or_default(),
        })
    }
}

/// Where an agency is competent.
#[derive(InputObject)]
pub struct JurisdictionInput {
    /// The country, ISO 3166-1 alpha-2, such as CN.
    country: String,
    /// The division: in China by GB/T 2260, elsewhere at most 12 letters, digits and dashes; the whole country where nothing is
    /// given.
    division_code: Option<String>,
}

fn areas(written: Vec<JurisdictionInput>) -> Vec<WrittenArea> {
    let area = |input: JurisdictionInput| WrittenArea {
        country: input.country,
        division: input.division_code,
    };
    written.into_iter().map(area).collect()
}

/// Hours of one day of the week in which somebody is there; hours over midnight are two of them.
#[derive(InputObject)]
pub struct DutyHoursInput {
    /// The day.
    day: GqlWeekday,
    /// From when, such as 08:30.
    from: String,
    /// Until when, such as 17:30; 24:00 for the end of the day.
    to: String,
}

fn ranges(written: Vec<DutyHoursInput>) -> Vec<WrittenRange> {
    let range = |input: DutyHoursInput| WrittenRange {
        day: Weekday::from(input.day).number(),
        from: input.from,
        to: input.to,
    };
    written.into_iter().map(range).collect()
}

/// An agency to be.
#[derive(InputObject)]
pub(super) struct CreateAgencyInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// An active organisation of law enforcement that the directory does not have yet.
    organization_id: ID,
    /// What kind of agency it is.
    kind: GqlAgencyKind,
    /// Where it is competent, 1 to 50; what lies in another one is left out.
    jurisdictions: Vec<JurisdictionInput>,
    /// Languages it works in, by ISO 639, 1 to 10.
    languages: Vec<String>,
    /// A zone of the tz database, such as Asia/Shanghai; the organisation's where nothing is given.
    time_zone: Option<String>,
    /// When somebody is there, at most 28 ranges that do not overlap.
    duty_hours: Option<Vec<DutyHoursInput>>,
    /// What there is to know of working with it, at most 2,000 characters.
    note: Option<String>,
}

impl CreateAgencyInput {
    pub(super) fn read(self) -> Result<CreateAgency> {
        Ok(CreateAgency {
            organization: uuid(IdKind::Org, &self.organization_id)?,
            kind: self.kind.into(),
            areas: areas(self.jurisdictions),
            languages: self.languages,
            time_zone: self.time_zone,
            duty_hours: ranges(self.duty_hours.unwrap_or_default()),
            note: self.note,
        })
    }
}

/// What shall be different of an agency; what is left out stays.
#[derive(InputObject)]
pub(super) struct UpdateAgencyInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// What kind of agency it is; the secretariat's to say.
    kind: Option<GqlAgencyKind>,
    /// All its jurisdictions, 1 to 50; the secretariat's to say.
    jurisdictions: Option<Vec<JurisdictionInput>>,
    /// All languages it works in, 1 to 10.
    languages: Option<Vec<String>>,
    /// A zone of the tz database, such as Asia/Shanghai.
    time_zone: Option<String>,
    /// All its duty hours, at most 28 ranges that do not overlap.
    duty_hours: Option<Vec<DutyHoursInput>>,
    /// What there is to know of working with it, at most 2,000 characters; null takes it away.
    note: MaybeUndefined<String>,
}

impl UpdateAgencyInput {
    pub(super) fn read(self) -> Result<UpdateAgency> {
        Ok(UpdateAgency {
            id: uuid(IdKind::Agency, &self.id)?,
            expected_version: self.expected_version,
            kind: self.kind.map(Into::into),
            areas: self.jurisdictions.map(areas),
            languages: self.languages,
            time_zone: self.time_zone,
            duty_hours: self.duty_hours.map(ranges),
            note: self.note.into(),
        })
    }
}

/// A contact point to be.
#[derive(InputObject)]
pub(super) struct AddContactPointInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The agency.
    agency_id: ID,
    /// For what it is there.
    role: GqlContactRole,
    /// What it is called, at most 100 characters.
    label: String,
    /// The e-mail address; this or the telephone number has to be given.
    email: Option<String>,
    /// The telephone number; dialled from the agency's country where it does not begin with `+`.
    phone: Option<String>,
    /// Languages spoken there, by ISO 639, 1 to 10.
    languages: Vec<String>,
    /// When somebody is there, at most 28 ranges that do not overlap; the agency's hours where nothing is given.
    hours: Option<Vec<DutyHoursInput>>,
}

impl AddContactPointInput {
    pub(super) fn read(self) -> Result<AddContact> {
        Ok(AddContact {
            agency: uuid(IdKind::Agency, &self.agency_id)?,
            role: self.role.into(),
            label: self.label,
            email: self.email,
            phone: self.phone,
            languages: self.languages,
            hours: ranges(self.hours.unwrap_or_default()),
        })
    }
}

/// What shall be different of a contact point; what is left out stays.
#[derive(InputObject)]
pub(super) struct UpdateContactPointInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// For what it is there.
    role: Option<GqlContactRole>,
    /// What it is called, at most 100 characters.
    label: Option<String>,
    /// The e-mail address; null takes it away where there is a telephone number.
    email: MaybeUndefined<String>,
    /// The telephone number; null takes it away where there is an e-mail address.
    phone: MaybeUndefined<String>,
    /// All languages spoken there, 1 to 10.
    languages: Option<Vec<String>>,
    /// All its hours, at most 28 ranges that do not overlap; none for the agency's.
    hours: Option<Vec<DutyHoursInput>>,
}

impl UpdateContactPointInput {
    pub(super) fn read(self) -> Result<UpdateContact> {
        Ok(UpdateContact {
            id: uuid(IdKind::Contact, &self.id)?,
            expected_version: self.expected_version,
            role: self.role.map(Into::into),
            label: self.label,
            email: self.email.into(),
            phone: self.phone.into(),
            languages: self.languages,
            hours: self.hours.map(ranges),
        })
    }
}

/// A contact point to take away.
#[derive(InputObject)]
pub(super) struct RemoveContactPointInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// An officer to be.
#[derive(InputObject)]
pub(super) struct ProposeOfficerInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The agency.
    agency_id: ID,
    /// The officer's account: an active person of the agency; none for who works by links.
    person_id: Option<ID>,
    /// The name, at most 100 characters.
    name: String,
    /// Rank or office, at most 100 characters.
    rank: Option<String>,
    /// Unit, at most 100 characters.
    unit: Option<String>,
    /// The official e-mail address, by which the officer is reached; no other officer of the agency has it.
    email: String,
    /// The telephone number; dialled from the agency's country where it does not begin with `+`.
    phone: Option<String>,
    /// Languages spoken, by ISO 639, 1 to 10.
    languages: Vec<String>,
    /// The last day of the posting, where it is known; no attestation outlasts it.
    posted_until: Option<Date>,
}

impl ProposeOfficerInput {
    pub(super) fn read(self) -> Result<ProposeOfficer> {
        Ok(ProposeOfficer {
            agency: uuid(IdKind::Agency, &self.agency_id)?,
            person: self.person_id.map(|id| uuid(IdKind::Person, &id)).transpose()?,
            name: self.name,
            rank: self.rank,
            unit: self.unit,
            email: self.email,
            phone: self.phone,
            languages: self.languages,
            posted_until: self.posted_until.map(|day| day.0),
        })
    }
}

/// What shall be different of an officer; what is left out stays. With another name, address, telephone number or account the
/// officer has to be verified again.
#[derive(InputObject)]
pub(super) struct UpdateOfficerInput {
    /// Whom.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// The officer's account; null unties it.
    person_id: MaybeUndefined<ID>,
    /// The name, at most 100 characters.
    name: Option<String>,
    /// Rank or office, at most 100 characters; null takes it away.
    rank: MaybeUndefined<String>,
    /// Unit, at most 100 characters; null takes it away.
    unit: MaybeUndefined<String>,
    /// The official e-mail address.
    email: Option<String>,
    /// The telephone number; null takes it away.
    phone: MaybeUndefined<String>,
    /// All languages spoken, 1 to 10.
    languages: Option<Vec<String>>,
    /// The last day of the posting; null where it is not known any more.
    posted_until: MaybeUndefined<Date>,
}

impl UpdateOfficerInput {
    pub(super) fn read(self) -> Result<UpdateOfficer> {
        let person = match Option::<Option<ID>>::from(self.person_id) {
            Some(Some(id)) => Some(Some(uuid(IdKind::Person, &id)?)),
            Some(None) => Some(None),
            None => None,
        };
        Ok(UpdateOfficer {
            id: uuid(IdKind::Officer, &self.id)?,
            expected_version: self.expected_version,
            person,
            name: self.name,
            rank: self.rank.into(),
            unit: self.unit.into(),
            email: self.email,
            phone: self.phone.into(),
            languages: self.languages,
            posted_until: Option::<Option<Date>>::from(self.posted_until).map(|day| day.map(|day| day.0)),
        })
    }
}

/// An officer to say yes to.
#[derive(InputObject)]
pub(super) struct VerifyOfficerInput {
    /// Whom.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// An officer to attest for another year.
#[derive(InputObject)]
pub(super) struct AttestOfficerInput {
    /// Whom.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// Somebody who is no officer any more.
#[derive(InputObject)]
pub(super) struct RevokeOfficerInput {
    /// Whom.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters, for those who keep the entry.
    pub(super) reason: String,
}

/// An officer to see in clear.
#[derive(InputObject)]
pub(super) struct RevealOfficerInput {
    /// Whom.
    pub(super) id: ID,
    /// For what; it is logged.
    pub(super) purpose: GqlContactPurpose,
}

/// A contact point to see in clear.
#[derive(InputObject)]
pub(super) struct RevealContactPointInput {
    /// Which one.
    pub(super) id: ID,
    /// For what; it is logged.
    pub(super) purpose: GqlContactPurpose,
}
