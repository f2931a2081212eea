//! Brands and authorised parties: their vocabulary and what may happen to them; pure. Days are days in UTC.
//!
//! ```text
//! brand              ACTIVE → RETIRED
//! authorised party   ACTIVE → REVOKED, EXPIRED by its dates
//! ```

pub mod certificate;
pub mod document;
pub mod ip_right;
pub mod power;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use strum::VariantArray as _;
use uuid::Uuid;

use crate::{
    members::rules::organization::may,
    permissions::{Action, Scope, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        text::fold,
    },
};

/// Most authorised parties of a brand that are neither expired nor revoked.
pub const MOST_PARTIES: usize = 1_000;
/// The longest code of a platform.
pub const MAX_PLATFORM: usize = 40;
/// The longest id of a shop.
pub const MAX_SHOP_ID: usize = 100;
/// The longest name of a territory.
pub const MAX_TERRITORY: usize = 100;
/// Days that can be named at all.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Where a brand stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum BrandState {
    /// In use.
    Active,
    /// No longer in use; what was written under it stays.
    Retired,
}

/// What an authorised party does for a brand.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum AuthorizedPartyKind {
    /// Sells to consumers.
    Seller,
    /// Sells to sellers.
    Distributor,
    /// Makes to the brand's design.
    Oem,
    /// Designs and makes for the brand.
    Odm,
    /// Uses the brand under a licence.
    Licensee,
}

/// Where an authorised party stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum AuthorizedPartyState {
    /// Not revoked, its last day not over.
    Active,
    /// Its last day is over.
    Expired,
    /// Taken back.
    Revoked,
}

/// A brand as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandRow {
    /// Its id.
    pub id: Uuid,
    /// Its owner.
    pub organization_id: Uuid,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: Option<String>,
    /// Whether it is in use.
    pub active: bool,
    /// Nice classes, 1–45.
    pub nice_classes: Vec<i32>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl BrandRow {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> BrandState {
        if self.active {
            BrandState::Active
        } else {
            BrandState::Retired
        }
    }
}

/// An authorised party as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorizedPartyRow {
    /// Its id.
    pub id: Uuid,
    /// The brand.
    pub brand_id: Uuid,
    /// What it does for the brand.
    pub kind: AuthorizedPartyKind,
    /// Its name.
    pub name: String,
    /// Code of the platform of its shop, as in canonical listing addresses.
    pub platform: Option<String>,
    /// Id of its shop there.
    pub shop_id: Option<String>,
    /// Where it may act.
    pub territory: Option<String>,
    /// Start of the first day.
    pub valid_from: Timestamp,
    /// End of the last day; `None` is never.
    pub valid_until: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl AuthorizedPartyRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> AuthorizedPartyState {
        if self.revoked_at.is_some_and(|at| at <= now) {
            AuthorizedPartyState::Revoked
        } else if self.valid_until.is_some_and(|until| until <= now) {
            AuthorizedPartyState::Expired
        } else {
            AuthorizedPartyState::Active
        }
    }

    /// Whether it was authorised at a moment.
    #[must_use]
    pub fn holds_at(&self, at: Timestamp) -> bool {
        self.valid_from <= at && self.state_at(at) == AuthorizedPartyState::Active
    }

    /// Whether it is the seller of an offer: by its shop, or by its name whatever its case and accents.
    #[must_use]
    pub fn is_seller(&self, platform: Option<&str>, shop_id: Option<&str>, seller: Option<&str>) -> bool {
        let is_same_platform = match (self.platform.as_deref(), platform) {
            (Some(own), Some(other)) => own == other,
            (None, _) | (_, None) => true,
        };
        let is_shop = is_same_platform && self.shop_id.is_some() && self.shop_id.as_deref() == shop_id;
        is_shop || seller.is_some_and(|seller| !seller.trim().is_empty() && fold(seller.trim()) == fold(&self.name))
    }
}

/// What can be done to a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum BrandAction {
    /// Take it out of use.
    Retire,
    /// Add somebody whom it lets sell or make.
    AddAuthorizedParty,
}

/// What can be done to an authorised party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PartyAction {
    /// Take the authorisation back.
    Revoke,
}

/// Whether the viewer's roles allow it.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_on_brand(action: BrandAction, viewer: &Viewer, brand: &BrandRow, now: Timestamp) -> Result<()> {
    let needed = match action {
        BrandAction::Retire => Action::BrandEdit,
        BrandAction::AddAuthorizedParty => Action::AuthorizedPartyEdit,
    };
    allow(may(viewer, needed, brand.organization_id, &[brand.id], now))
}

/// Whether the brand is still in use, as both of its steps ask.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED`.
pub fn check_in_use(brand: &BrandRow) -> Result<()> {
    if brand.active {
        Ok(())
    } else {
        Err(ErrorCode::TransitionNotAllowed.into())
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed_on_brand(viewer: &Viewer, brand: &BrandRow, now: Timestamp) -> Vec<BrandAction> {
    let is_open =
        |step: &BrandAction| permit_on_brand(*step, viewer, brand, now).is_ok() && check_in_use(brand).is_ok();
    BrandAction::VARIANTS.iter().copied().filter(is_open).collect()
}

/// Whether the viewer's roles allow to revoke authorised parties of the brand.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_on_party(viewer: &Viewer, brand: &BrandRow, now: Timestamp) -> Result<()> {
    allow(may(
        viewer,
        Action::AuthorizedPartyEdit,
        brand.organization_id,
        &[brand.id],
        now,
    ))
}

/// The party as it is once revoked.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it is revoked or expired already.
pub fn revoke(row: AuthorizedPartyRow, now: Timestamp) -> Result<AuthorizedPartyRow> {
    match row.state_at(now) {
        AuthorizedPartyState::Active => Ok(AuthorizedPartyRow {
            revoked_at: Some(now),
            ..row
        }),
        AuthorizedPartyState::Expired | AuthorizedPartyState::Revoked => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed_on_party(
    viewer: &Viewer,
    brand: &BrandRow,
    row: &AuthorizedPartyRow,
    now: Timestamp,
) -> Vec<PartyAction> {
    let is_open = permit_on_party(viewer, brand, now).is_ok() && revoke(row.clone(), now).is_ok();
    if is_open { vec![PartyAction::Revoke] } else { Vec::new() }
}

fn allow(is_allowed: bool) -> Result<()> {
    if is_allowed {
        Ok(())
    } else {
        Err(ErrorCode::Forbidden.into())
    }
}

/// How far the viewer may read the authorised parties of a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartySight {
    /// Not at all.
    Closed,
    /// While the viewer sees an item of a lead that concerns the brand.
    WithItem,
    /// Always.
    Open,
}

/// How far the viewer may read the authorised parties of a brand. Who may add and revoke them has to see them, whatever
/// else a power of attorney says; what is shared with a viewer is what its leads are about (domain.md §5.2).
#[must_use]
pub fn sight_of_parties(viewer: &Viewer, brand: &BrandRow, now: Timestamp) -> PartySight {
    let may = |action| may(viewer, action, brand.organization_id, &[brand.id], now);
    if may(Action::AuthorizedPartyEdit) {
        return PartySight::Open;
    }
    match viewer.scope(Action::AuthorizedPartyRead) {
        Scope::Shared if viewer.active => PartySight::WithItem,
        Scope::No | Scope::Named | Scope::Shared => PartySight::Closed,
        Scope::Brand | Scope::Own | Scope::Principal | Scope::All => match may(Action::AuthorizedPartyRead) {
            true => PartySight::Open,
            false => PartySight::Closed,
        },
    }
}

/// Nice classes, each once and in order.
///
/// # Errors
/// `BAD_USER_INPUT` for a number that is no class.
pub fn nice_classes(wanted: &[i32]) -> Result<Vec<i32>> {
    if wanted.iter().any(|class| !(1..=45).contains(class)) {
        return Err(ApiError::input("niceClasses", "Nice classes are numbers from 1 to 45."));
    }
    let mut classes = wanted.to_vec();
    classes.sort_unstable();
    classes.dedup();
    Ok(classes)
}

/// The moments at which a validity begins and ends: the start of the first day and the end of the last one.
///
/// # Errors
/// `BAD_USER_INPUT` for days out of order or out of all reason.
pub fn validity(from: Date, to: Option<Date>) -> Result<(Timestamp, Option<Timestamp>)> {
    if to.is_some_and(|to| to < from) {
        return Err(ApiError::input("validTo", "The last day is before the first."));
    }
    check_year("validFrom", from)?;
    to.map_or(Ok(()), |to| check_year("validTo", to))?;
    let begins = start(from).ok_or_else(|| unreasonable("validFrom"))?;
    let end = |to: Date| to.tomorrow().ok().and_then(start);
    let ends = to
        .map(|to| end(to).ok_or_else(|| unreasonable("validTo")))
        .transpose()?;
    Ok((begins, ends))
}

/// The first day of a validity that begins at `from`.
#[must_use]
pub fn first_day(from: Timestamp) -> Date {
    from.to_zoned(TimeZone::UTC).date()
}

/// The last day of a validity that ends at `until`.
#[must_use]
pub fn last_day(until: Timestamp) -> Date {
    let day = until.to_zoned(TimeZone::UTC).date();
    day.yesterday().unwrap_or(day)
}

/// Whether a day is one that can be named.
///
/// # Errors
/// `BAD_USER_INPUT` at `field`.
pub fn check_year(field: &str, day: Date) -> Result<()> {
    if YEARS.contains(&day.year()) {
        Ok(())
    } else {
        Err(unreasonable(field))
    }
}

fn start(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|start| start.timestamp())
}

fn unreasonable(field: &str) -> ApiError {
    let (first, last) = (YEARS.start(), YEARS.end());
    ApiError::input(field, format!("Give a day between the years {first} and {last}."))
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    /// The start of a day.
    pub(crate) fn at(day: Date) -> Timestamp {
        start(day).unwrap()
    }

    fn party() -> AuthorizedPartyRow {
        AuthorizedPartyRow {
            id: Uuid::from_u128(6),
            brand_id: Uuid::from_u128(7),
            kind: AuthorizedPartyKind::Seller,
            name: "Café Noir".to_owned(),
            platform: Some("taobao".to_owned()),
            shop_id: Some("123".to_owned()),
            territory: None,
            valid_from: at(date(2026, 1, 1)),
            valid_until: Some(at(date(2026, 7, 1))),
            revoked_at: None,
            version: 1,
            created_at: at(date(2026, 1, 1)),
        }
    }

    fn code<T>(result: Result<T>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn a_seller_is_known_by_shop_or_name() {
        let row = party();
        let cases = [
            (Some("taobao"), Some("123"), None, true),
            (None, Some("123"), None, true),
            (Some("tmall"), Some("123"), None, false),
            (Some("taobao"), Some("124"), None, false),
            (Some("tmall"), Some("9"), Some(" CAFE NOIR "), true),
            (None, None, Some("Cafe Noir 2"), false),
            (None, None, Some(""), false),
            (None, None, None, false),
        ];
        for (platform, shop, seller, expected) in cases {
            assert_eq!(
                row.is_seller(platform, shop, seller),
                expected,
                "{platform:?} {shop:?} {seller:?}"
            );
        }
    }

    #[test]
    fn an_authorised_party_holds_between_its_days() {
        let mut row = party();
        let holds = |row: &AuthorizedPartyRow, day| row.holds_at(at(day));
        assert!(!holds(&row, date(2025, 12, 31)) && holds(&row, date(2026, 1, 1)) && holds(&row, date(2026, 6, 30)));
        assert_eq!(row.state_at(at(date(2026, 7, 1))), AuthorizedPartyState::Expired);
        row.revoked_at = Some(at(date(2026, 3, 1)));
        assert!(holds(&row, date(2026, 2, 28)) && !holds(&row, date(2026, 3, 1)));
        assert_eq!(row.state_at(at(date(2026, 8, 1))), AuthorizedPartyState::Revoked);
    }

    #[test]
    fn days_become_moments_and_days_again() {
        let (from, until) = validity(date(2026, 2, 13), Some(date(2026, 2, 13))).unwrap();
        assert_eq!(from.to_string(), "2026-02-13T00:00:00Z");
        assert_eq!(
            until.map(|until| until.to_string()).as_deref(),
            Some("2026-02-14T00:00:00Z")
        );
        assert_eq!(
            (first_day(from), until.map(last_day)),
            (date(2026, 2, 13), Some(date(2026, 2, 13)))
        );
        for (from, to) in [
            (date(2026, 2, 2), date(2026, 2, 1)),
            (date(0, 1, 1), date(2026, 1, 1)),
            (date(2026, 1, 1), date(9999, 12, 31)),
        ] {
            assert_eq!(
                code(validity(from, Some(to))),
                Some(ErrorCode::BadUserInput),
                "{from} {to}"
            );
        }
    }

    #[test]
    fn classes_are_a_set() {
        assert_eq!(nice_classes(&[25, 3, 25]), Ok(vec![3, 25]));
        assert!(nice_classes(&[46]).is_err() && nice_classes(&[0]).is_err());
    }
}
