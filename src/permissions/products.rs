//! Who sees product sheets, and who sees what tells fakes from the genuine article (docs/adr/0059).
//!
//! A sheet is its holder's until it is published; then it is open to those whom the holder selected: to enforcers of some
//! countries or of all, or to organisations by name. What tells fakes apart is seen within its sheet's audience; under RED by
//! named people alone, and by nobody else's grant.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    audience::{AudienceRow, Tlp},
    principal::Principal,
};

/// What decides who sees a product sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFacts {
    /// The right holder.
    pub owner: Uuid,
    /// The brand, one of the right holder's.
    pub brand: Uuid,
    /// Whether it is published: before, and once it is archived, only the holder's side sees it.
    pub published: bool,
    /// The organisations that the holder selected.
    pub organizations: Vec<Uuid>,
    /// The countries whose enforcers the holder selected; `None` for those of all countries.
    pub enforcers: Vec<Option<String>>,
}

impl SheetFacts {
    /// Whether people of an organisation reach the published sheet; `agency_of` is the country of an agency of law
    /// enforcement, `None` where the organisation is none.
    #[must_use]
    pub fn reaches(&self, organization: Uuid, agency_of: Option<&str>) -> bool {
        let is_selected = |country: &Option<String>| match (country, agency_of) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(selected), Some(country)) => selected == country,
        };
        let is_named = self.organizations.contains(&organization);
        organization == self.owner || (self.published && (is_named || self.enforcers.iter().any(is_selected)))
    }
}

/// Somebody whom the holder named for something RED.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedReader {
    /// The person.
    pub person: Uuid,
    /// The person's organisation.
    pub organization: Uuid,
    /// The country of that organisation where it is an agency of law enforcement.
    pub agency_of: Option<String>,
}

/// Who sees a product sheet: the holder's people and agents, and once it is published those whom the holder selected.
#[must_use]
pub fn sheet_audience(sheet: &SheetFacts) -> Vec<AudienceRow> {
    let mut principals = holders_side(sheet);
    principals.extend(agents(sheet));
    principals.extend(selected(sheet));
    without_end(principals)
}

/// Who sees what tells fakes apart: whoever sees the sheet, agents up to AMBER only; under RED the people who are named, as
/// long as the sheet reaches them; what is retired only the holder's side.
#[must_use]
pub fn feature_audience(sheet: &SheetFacts, tlp: Tlp, retired: bool, named: &[NamedReader]) -> Vec<AudienceRow> {
    if tlp == Tlp::Red {
        let sees = |reader: &&NamedReader| {
            let is_own = reader.organization == sheet.owner;
            is_own || (!retired && sheet.reaches(reader.organization, reader.agency_of.as_deref()))
        };
        let people = named.iter().filter(sees).map(|reader| Principal::User(reader.person));
        return without_end(people.collect());
    }
    let mut principals = holders_side(sheet);
    if tlp <= Tlp::Amber {
        principals.extend(agents(sheet));
    }
    if !retired {
        principals.extend(selected(sheet));
    }
    without_end(principals)
}

fn holders_side(sheet: &SheetFacts) -> BTreeSet<Principal> {
    let (owner, brand) = (sheet.owner, sheet.brand);
    BTreeSet::from([Principal::Own(owner, None), Principal::Own(owner, Some(brand))])
}

fn agents(sheet: &SheetFacts) -> [Principal; 2] {
    let (owner, brand) = (sheet.owner, sheet.brand);
    [Principal::Client(owner, None), Principal::Client(owner, Some(brand))]
}

fn selected(sheet: &SheetFacts) -> Vec<Principal> {
    if !sheet.published {
        return Vec::new();
    }
    let area = |country: &Option<String>| match country {
        None => Principal::le_anywhere(),
        Some(country) => Principal::le_of(country),
    };
    let organizations = sheet.organizations.iter().map(|id| Principal::Own(*id, None));
    organizations.chain(sheet.enforcers.iter().map(area)).collect()
}

fn without_end(principals: BTreeSet<Principal>) -> Vec<AudienceRow> {
    let row = |principal| AudienceRow {
        principal,
        valid_until: None,
    };
    principals.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER: Uuid = Uuid::from_u128(1);
    const BRAND: Uuid = Uuid::from_u128(2);
    const LAB: Uuid = Uuid::from_u128(3);
    const POLICE: Uuid = Uuid::from_u128(4);

    fn sheet(published: bool) -> SheetFacts {
        SheetFacts {
            owner: OWNER,
            brand: BRAND,
            published,
            organizations: vec![LAB],
            enforcers: vec![Some("CN".to_owned())],
        }
    }

    fn seen(rows: &[AudienceRow]) -> Vec<String> {
        rows.iter().map(|row| row.principal.to_string()).collect()
    }

    #[test]
    fn a_draft_is_its_holder_s() {
        let rows = sheet_audience(&sheet(false));
        assert!(rows.iter().all(|row| row.principal.is_of(OWNER, Uuid::nil())));
        assert_eq!(rows.len(), 4);
    }

    #[test]
    fn a_published_sheet_is_open_to_those_who_were_selected() {
        let rows = seen(&sheet_audience(&sheet(true)));
        assert!(rows.contains(&Principal::Own(LAB, None).to_string()));
        assert!(rows.contains(&"le:CN-*".to_owned()) && !rows.contains(&"le:*".to_owned()));
        let everywhere = SheetFacts {
            enforcers: vec![None],
            ..sheet(true)
        };
        assert!(seen(&sheet_audience(&everywhere)).contains(&"le:*".to_owned()));
    }

    #[test]
    fn agents_see_up_to_amber() {
        let agent = Principal::Client(OWNER, None).to_string();
        for (tlp, is_seen) in [
            (Tlp::Clear, true),
            (Tlp::Green, true),
            (Tlp::Amber, true),
            (Tlp::AmberStrict, false),
            (Tlp::Red, false),
        ] {
            let rows = seen(&feature_audience(&sheet(true), tlp, false, &[]));
            assert_eq!(rows.contains(&agent), is_seen, "{tlp:?}");
        }
    }

    #[test]
    fn red_is_for_named_people_whom_the_sheet_reaches() {
        let reader = |person: u128, organization, agency_of: Option<&str>| NamedReader {
            person: Uuid::from_u128(person),
            organization,
            agency_of: agency_of.map(str::to_owned),
        };
        let named = [
            reader(10, OWNER, None),
            reader(11, LAB, None),
            reader(12, POLICE, Some("CN")),
            reader(13, POLICE, Some("FR")),
            reader(14, Uuid::from_u128(5), None),
        ];
        let people = |published, retired| {
            let rows = feature_audience(&sheet(published), Tlp::Red, retired, &named);
            rows.iter()
                .map(|row| match row.principal {
                    Principal::User(person) => person.as_u128(),
                    _ => panic!("{row:?}"),
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(people(true, false), [10, 11, 12]);
        assert_eq!(people(false, false), [10]);
        assert_eq!(people(true, true), [10]);
    }

    #[test]
    fn what_is_retired_is_its_holder_s_again() {
        let rows = feature_audience(&sheet(true), Tlp::Amber, true, &[]);
        assert!(rows.iter().all(|row| row.principal.is_of(OWNER, Uuid::nil())));
    }
}
