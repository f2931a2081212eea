//! Product sheets and what tells fakes apart: vocabulary, limits, steps; pure.
//!
//! ```text
//! sheet     DRAFT → PUBLISHED → ARCHIVED; a draft may be archived, too
//! feature   in use → retired
//! ```

mod codes;
mod contact;
mod facts;
mod gtin;
mod told;

use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

pub use codes::{ContactRole, Detectability, PictureSide, ProductState, ProductStep};
pub use contact::{ContactFacts, NewContact, permit_contact};
pub use facts::{FeatureFacts, NewFeature, NewPrice, NewProduct, PriceFacts, ProductFacts, search_text};
pub use gtin::{GtinError, gtin};
pub use told::{is_reference, is_telling, may_be_found, phrases};

use crate::{
    evidence::rules::media,
    members::rules::organization::may,
    permissions::{Action, Viewer, audience::Tlp, viewer::OrganizationKind},
    platform::error::{ApiError, ErrorCode, Result},
};

/// Most features of a sheet that are in use.
pub const MOST_FEATURES: usize = 100;
/// Most pictures of the product as a whole.
pub const MOST_PICTURES: usize = 12;
/// Most grants of a sheet that hold at once.
pub const MOST_GRANTS: usize = 200;
/// Most countries that a grant names.
pub const MOST_COUNTRIES: usize = 60;
/// Most people who are named for a feature.
pub const MOST_READERS: usize = 50;
/// Most bytes of a picture: 20 MiB.
pub const MOST_BYTES: i64 = 20 * 1024 * 1024;

/// Whose sheet it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The right holder.
    pub organization: Uuid,
    /// The brand.
    pub brand: Uuid,
}

/// Whether the viewer's roles allow to write a sheet of the brand.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit(viewer: &Viewer, holder: Holder, now: Timestamp) -> Result<()> {
    match may(viewer, Action::ProductEdit, holder.organization, &[holder.brand], now) {
        true => Ok(()),
        false => Err(ErrorCode::Forbidden.into()),
    }
}

/// Where a step leads a sheet.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED`.
pub fn take(step: ProductStep, state: ProductState) -> Result<ProductState> {
    match (step, state) {
        (ProductStep::Edit | ProductStep::Share, ProductState::Draft | ProductState::Published) => Ok(state),
        (ProductStep::Publish, ProductState::Draft) => Ok(ProductState::Published),
        (ProductStep::Archive, ProductState::Draft | ProductState::Published) => Ok(ProductState::Archived),
        (ProductStep::Publish, ProductState::Published)
        | (
            ProductStep::Edit | ProductStep::Share | ProductStep::Publish | ProductStep::Archive,
            ProductState::Archived,
        ) => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed(viewer: &Viewer, holder: Holder, state: ProductState, now: Timestamp) -> Vec<ProductStep> {
    if permit(viewer, holder, now).is_err() {
        return Vec::new();
    }
    let is_open = |step: &ProductStep| take(*step, state).is_ok();
    ProductStep::VARIANTS.iter().copied().filter(is_open).collect()
}

/// Whether the viewer belongs to the holder, and is no agent of it.
#[must_use]
pub fn is_own(viewer: &Viewer, holder: Holder) -> bool {
    viewer.organization == holder.organization
}

/// How far something may travel that is found out in a way: what is not plain to see is RED, whatever was asked; nothing is
/// ever opened further than it was. An agent would not see what is stricter than AMBER, so it writes nothing stricter.
///
/// # Errors
/// `BAD_USER_INPUT` at `tlp` where it would be opened further, `TLP_CEILING` for agents.
pub fn feature_tlp(
    viewer: &Viewer,
    holder: Holder,
    (asked, detectability): (Option<Tlp>, Detectability),
    before: Option<Tlp>,
) -> Result<Tlp> {
    let asked = asked.or(before).unwrap_or(Tlp::AmberStrict);
    let tlp = match detectability {
        Detectability::Overt => asked,
        Detectability::Covert | Detectability::Forensic => Tlp::Red,
    };
    if before.is_some_and(|before| tlp < before) {
        let text = "What was kept closer is not opened further: retire it, and write another one.";
        return Err(ApiError::input("tlp", text));
    }
    if tlp > Tlp::Amber && !is_own(viewer, holder) {
        let text = "An agent writes what goes up to TLP AMBER: it would not see anything stricter itself.";
        return Err(ApiError::because(ErrorCode::TlpCeiling, text).at("tlp"));
    }
    Ok(tlp)
}

/// To whom a sheet is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selected {
    /// The people of an organisation, of this kind.
    Organization(Uuid, OrganizationKind),
    /// Enforcers of some countries; of all of them where none is named.
    Enforcers(Vec<String>),
}

/// Whether the viewer may open a sheet to them: by name whoever writes it, to all enforcers who may open something to a whole
/// community.
///
/// # Errors
/// `TLP_CEILING`, `BAD_USER_INPUT` at `organizationId` for an organisation that reads no sheets of others.
pub fn permit_grant(viewer: &Viewer, to: &Selected) -> Result<()> {
    match to {
        Selected::Enforcers(_) if viewer.widest_tlp() > Tlp::Green => Err(ErrorCode::TlpCeiling.into()),
        Selected::Enforcers(_) => Ok(()),
        Selected::Organization(_, kind) => match kind {
            OrganizationKind::LeAgency | OrganizationKind::Lab | OrganizationKind::Secretariat => Ok(()),
            OrganizationKind::MemberBrand
            | OrganizationKind::Association
            | OrganizationKind::AgentFirm
            | OrganizationKind::Platform
            | OrganizationKind::Auditor => Err(ApiError::input(
                "organizationId",
                "Sheets are for agencies of law enforcement, laboratories and the secretariat.",
            )),
        },
    }
}

/// Countries, each once and in order.
///
/// # Errors
/// `BAD_USER_INPUT` at `countries`.
pub fn countries(wanted: &[String]) -> Result<Vec<String>> {
    let is_code = |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if wanted.len() > MOST_COUNTRIES || !wanted.iter().all(is_code) {
        let text = format!("Give at most {MOST_COUNTRIES} codes of two capital letters, such as CN.");
        return Err(ApiError::input("countries", text));
    }
    let mut countries = wanted.to_vec();
    countries.sort_unstable();
    countries.dedup();
    Ok(countries)
}

/// Whether a file of this type and so many bytes can be a reference picture.
///
/// # Errors
/// `BAD_USER_INPUT` at `uploadId`.
pub fn check_picture(media_type: &str, bytes: i64) -> Result<()> {
    if !media::has_preview(media_type) {
        return Err(ApiError::input("uploadId", "A picture is a JPEG, PNG or WebP."));
    }
    if bytes > MOST_BYTES {
        return Err(ApiError::input("uploadId", "A picture has at most 20 MiB."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{members::rules::tests::viewer, permissions::Role};

    const BRAND: Uuid = Uuid::from_u128(7);

    fn holder(viewer: &Viewer) -> Holder {
        Holder {
            organization: viewer.organization,
            brand: BRAND,
        }
    }

    #[test]
    fn i31_only_the_drawn_steps_of_a_sheet_exist() {
        for step in ProductStep::VARIANTS {
            for state in ProductState::VARIANTS {
                let expected = match (step, state) {
                    (_, ProductState::Archived) | (ProductStep::Publish, ProductState::Published) => None,
                    (ProductStep::Publish, _) => Some(ProductState::Published),
                    (ProductStep::Archive, _) => Some(ProductState::Archived),
                    (ProductStep::Edit | ProductStep::Share, state) => Some(*state),
                };
                assert_eq!(take(*step, *state).ok(), expected, "{step:?} {state:?}");
            }
        }
    }

    #[test]
    fn what_is_not_plain_to_see_is_red_and_nothing_is_opened_further() {
        let admin = viewer(OrganizationKind::MemberBrand, &[Role::Ma]);
        let of = holder(&admin);
        let tlp = |asked, how, before| feature_tlp(&admin, of, (asked, how), before).ok();
        assert_eq!(tlp(None, Detectability::Overt, None), Some(Tlp::AmberStrict));
        assert_eq!(tlp(Some(Tlp::Green), Detectability::Covert, None), Some(Tlp::Red));
        assert_eq!(tlp(None, Detectability::Forensic, Some(Tlp::Amber)), Some(Tlp::Red));
        assert_eq!(tlp(None, Detectability::Overt, Some(Tlp::Red)), Some(Tlp::Red));
        assert_eq!(tlp(Some(Tlp::Amber), Detectability::Overt, Some(Tlp::Red)), None);
        assert_eq!(
            tlp(Some(Tlp::Red), Detectability::Overt, Some(Tlp::Amber)),
            Some(Tlp::Red)
        );
    }

    #[test]
    fn an_agent_writes_up_to_amber() {
        let agent = viewer(OrganizationKind::AgentFirm, &[Role::Mc]);
        let of = Holder {
            organization: Uuid::from_u128(999),
            brand: BRAND,
        };
        let code = |asked, how| {
            feature_tlp(&agent, of, (asked, how), None)
                .err()
                .map(|error| error.code)
        };
        assert_eq!(code(Some(Tlp::Amber), Detectability::Overt), None);
        assert_eq!(code(None, Detectability::Overt), Some(ErrorCode::TlpCeiling));
        assert_eq!(
            code(Some(Tlp::Amber), Detectability::Covert),
            Some(ErrorCode::TlpCeiling)
        );
    }

    #[test]
    fn enforcers_as_a_whole_are_for_administrators_to_select() {
        let enforcers = Selected::Enforcers(Vec::new());
        let agency = Selected::Organization(Uuid::from_u128(3), OrganizationKind::LeAgency);
        for (role, all) in [(Role::Ma, true), (Role::Mi, false)] {
            let person = viewer(OrganizationKind::MemberBrand, &[role]);
            assert_eq!(permit_grant(&person, &enforcers).is_ok(), all, "{role:?}");
            assert!(permit_grant(&person, &agency).is_ok(), "{role:?}");
            let member = Selected::Organization(Uuid::from_u128(4), OrganizationKind::MemberBrand);
            assert!(permit_grant(&person, &member).is_err(), "{role:?}");
        }
    }

    #[test]
    fn countries_are_a_set_of_codes() {
        let some = ["FR", "CN", "FR"].map(str::to_owned);
        assert_eq!(countries(&some).unwrap(), ["CN", "FR"]);
        assert!(countries(&["fr".to_owned()]).is_err() && countries(&["FRA".to_owned()]).is_err());
    }

    #[test]
    fn a_picture_is_one() {
        assert!(check_picture("image/png", 1).is_ok());
        assert!(check_picture("application/pdf", 1).is_err());
        assert!(check_picture("image/png", MOST_BYTES + 1).is_err());
    }
}
