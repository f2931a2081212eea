//! Pure rules of samples: what becomes of them, until when they are kept, who sees them.

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use uuid::Uuid;

use crate::{
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::micros,
        error::{ApiError, ErrorCode, Result},
    },
};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

codes! {
    /// What became of a sample.
    SampleDisposal {
        /// It is kept.
        Retained,
        /// It went back.
        Returned,
        /// Law enforcement has it.
        TransferredToLe,
        /// It was destroyed, by two people.
        Destroyed,
        /// It is genuine, and belongs to who paid it.
        Asset,
    }
    /// What can be done to a sample.
    SampleStep {
        /// Say what became of it.
        Dispose,
        /// Hand it over.
        HandOver,
        /// Confirm that one has it.
        ConfirmHandOver,
        /// Say that one does not take it.
        RefuseHandOver,
        /// Take a hand-over back.
        WithdrawHandOver,
        /// Write down that it was sealed, opened, examined or copied.
        RecordCustody,
        /// Order its appraisal.
        OrderAppraisal,
        /// Ask that it be destroyed.
        AskDestruction,
    }
}

impl SampleDisposal {
    /// Whether it is still there, so that it is kept and can be inspected.
    #[must_use]
    pub fn is_there(self) -> bool {
        self == Self::Retained
    }
}

/// The end of so many years that a sample is kept, counted from its receipt, in microseconds.
///
/// # Errors
/// `INTERNAL` beyond the calendar.
pub fn retained_until(received_at: Timestamp, years: i32) -> Result<i64> {
    let at = received_at.to_zoned(TimeZone::UTC);
    let end = at.checked_add(i64::from(years).years()).map_err(ApiError::internal)?;
    Ok(micros(end.timestamp()))
}

/// The end of the last day it is kept: never before `least`.
///
/// # Errors
/// `BAD_USER_INPUT` at `retainUntil`.
pub fn kept_until(wish: Option<Date>, least: i64) -> Result<i64> {
    let Some(day) = wish else { return Ok(least) };
    let end = day.tomorrow().and_then(|next| next.to_zoned(TimeZone::UTC));
    let end = end.map_err(|_| ApiError::input("retainUntil", "Give a day within the calendar."))?;
    let at = micros(end.timestamp());
    match at >= least {
        true => Ok(at),
        false => Err(ApiError::input(
            "retainUntil",
            "Samples are kept at least for the years that held when they came.",
        )),
    }
}

/// What decides whether a sample may be disposed of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disposing {
    /// What became of it already.
    pub before: Option<SampleDisposal>,
    /// Whether it was destroyed.
    pub destroyed: bool,
    /// Whether it is under legal hold.
    pub on_hold: bool,
    /// Whether it is on its way to another hand.
    pub on_its_way: bool,
    /// Whether its case is in conflict or contested, or somebody inspects it.
    pub blocked: bool,
    /// Whether what counts says that it is genuine.
    pub genuine: bool,
    /// Whether what counts says that it is counterfeit or altered, and its years are not over.
    pub fake: bool,
}

impl Disposing {
    /// Whether it may become that.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` for destruction, which two people do, for an asset that was not found genuine, and for a fake that goes back;
    /// `APPRAISAL_CONFLICT`; `TRANSITION_NOT_ALLOWED`.
    pub fn admits(self, to: SampleDisposal) -> Result<()> {
        match to {
            SampleDisposal::Destroyed => {
                return Err(ApiError::input(
                    "disposal",
                    "Two people destroy evidence: ask for its destruction.",
                ));
            }
            SampleDisposal::Asset if !self.genuine => {
                return Err(ApiError::input("disposal", "Only what was found genuine is an asset."));
            }
            SampleDisposal::Returned if self.fake => {
                return Err(ApiError::input(
                    "disposal",
                    "What was found counterfeit is kept for its years.",
                ));
            }
            SampleDisposal::Asset
            | SampleDisposal::Retained
            | SampleDisposal::Returned
            | SampleDisposal::TransferredToLe => {}
        }
        if self.blocked {
            return Err(ErrorCode::AppraisalConflict.into());
        }
        let is_gone = self.before.is_some_and(|before| !before.is_there());
        let leaves = !to.is_there();
        match self.destroyed || is_gone || self.on_its_way || (leaves && self.on_hold) {
            true => Err(ErrorCode::TransitionNotAllowed.into()),
            false => Ok(()),
        }
    }
}

/// Which samples and appraisals somebody sees who sees the evidence, by whose purchase they are of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CaseSight {
    /// Whether all of them.
    pub all: bool,
    /// Else those of purchases of these organisations, each with the brands to which that is limited.
    pub organizations: Vec<(Uuid, Option<Vec<Uuid>>)>,
}

impl CaseSight {
    /// What `viewer` reaches by an action at `now`.
    #[must_use]
    pub fn of(viewer: &Viewer, action: Action, now: Timestamp) -> Self {
        let mut organizations = Vec::new();
        let mut all = false;
        for scope in viewer.scopes(action) {
            match scope {
                Scope::Own => organizations.push((viewer.organization, None)),
                Scope::Brand => organizations.push((viewer.organization, viewer.brand_scope.clone())),
                Scope::Shared | Scope::All => all = true,
                Scope::No | Scope::Named | Scope::Principal => {}
            }
        }
        organizations.extend(viewer.represented(action, now));
        organizations.sort_unstable();
        organizations.dedup();
        Self { all, organizations }
    }

    /// Whether it reaches what is of an organisation and a brand.
    #[must_use]
    pub fn meets(&self, organization: Uuid, brand: Uuid) -> bool {
        let covers = |brands: &Option<Vec<Uuid>>| brands.as_ref().is_none_or(|brands| brands.contains(&brand));
        self.all
            || self
                .organizations
                .iter()
                .any(|(of, brands)| *of == organization && covers(brands))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    const OPEN: Disposing = Disposing {
        before: None,
        destroyed: false,
        on_hold: false,
        on_its_way: false,
        blocked: false,
        genuine: false,
        fake: false,
    };

    #[test]
    fn a_sample_is_kept_for_its_years_whatever_is_wished() {
        let least = retained_until(at("2026-02-13T02:00:00Z"), 3).unwrap();
        assert_eq!(least, micros(at("2029-02-13T02:00:00Z")));
        assert_eq!(kept_until(None, least).unwrap(), least);
        assert!(kept_until(Some("2029-02-11".parse().unwrap()), least).is_err());
        assert!(kept_until(Some("2030-01-01".parse().unwrap()), least).unwrap() > least);
    }

    #[test]
    fn i18_nothing_under_hold_leaves() {
        let held = Disposing {
            on_hold: true,
            genuine: true,
            ..OPEN
        };
        for to in SampleDisposal::VARIANTS {
            assert_eq!(held.admits(*to).is_ok(), *to == SampleDisposal::Retained, "{to:?}");
        }
    }

    #[test]
    fn only_what_is_genuine_is_an_asset() {
        assert!(OPEN.admits(SampleDisposal::Asset).is_err());
        assert!(
            Disposing { genuine: true, ..OPEN }
                .admits(SampleDisposal::Asset)
                .is_ok()
        );
    }

    proptest! {
        #[test]
        fn i20_what_is_blocked_or_gone_becomes_nothing_else(
            at in 0_usize..5, before in 0_usize..6, blocked: bool, destroyed: bool, on_hold: bool, genuine: bool,
            fake: bool,
        ) {
            let before = SampleDisposal::VARIANTS.get(before).copied();
            let to = SampleDisposal::VARIANTS[at];
            let state = Disposing { before, destroyed, on_hold, on_its_way: false, blocked, genuine, fake };
            if state.admits(to).is_ok() {
                prop_assert!(!blocked && !destroyed && to != SampleDisposal::Destroyed);
                prop_assert!(before.is_none_or(SampleDisposal::is_there));
                prop_assert!(!on_hold || to.is_there());
                prop_assert!(!fake || to != SampleDisposal::Returned);
            }
        }
    }
}
