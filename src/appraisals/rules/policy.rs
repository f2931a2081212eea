//! How appraisals in a programme are judged, until when they are due, and which samples are inspected twice.

use jiff::{Timestamp, tz::TimeZone};
use sha2::{Digest as _, Sha256};
use strum::VariantArray as _;
use uuid::Uuid;

use super::AppraisalRank;
use crate::platform::{
    calendar::{Calendar, CalendarError, Deadline},
    error::{ApiError, Result},
};

/// The name and version of the rule behind the deadlines.
pub const DUE_RULE: &str = "appraisal-report.1";
/// Working days for a report (domain.md §4.13).
const WORKING_DAYS: u32 = 10;
/// The same for the headquarters of a brand.
const WORKING_DAYS_OF_HEADQUARTERS: u32 = 20;
/// One of so many samples is inspected twice where nobody says otherwise.
const QUALITY_EVERY: i32 = 10;
/// The rarest that may be asked for.
const MOST_QUALITY_EVERY: i32 = 1_000;
/// Where the alliance counts its working days.
const ZONE: &str = "Asia/Shanghai";
/// The country of its calendar.
const COUNTRY: &str = "CN";

/// How appraisals in a programme are judged.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Policy {
    /// The ranks, the lowest first; each once.
    pub order: Vec<AppraisalRank>,
    /// One of so many samples is inspected twice; 0 is none.
    pub quality_every: i32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            order: AppraisalRank::VARIANTS.to_vec(),
            quality_every: QUALITY_EVERY,
        }
    }
}

impl Policy {
    /// A policy somebody wishes for.
    ///
    /// # Errors
    /// `BAD_USER_INPUT` at `rankOrder` or `qualityEvery`.
    pub fn read(order: Vec<AppraisalRank>, quality_every: i32) -> Result<Self> {
        let mut each = order.clone();
        each.sort_unstable();
        if each != AppraisalRank::VARIANTS {
            return Err(ApiError::input("rankOrder", "Name each rank once."));
        }
        if !(0..=MOST_QUALITY_EVERY).contains(&quality_every) {
            return Err(ApiError::input("qualityEvery", "Give a number from 0 to 1,000."));
        }
        Ok(Self { order, quality_every })
    }

    /// The place of a rank, from 0, the lowest.
    #[must_use]
    pub fn place(&self, rank: AppraisalRank) -> usize {
        self.order.iter().position(|one| *one == rank).unwrap_or_default()
    }

    /// Whether a rank is high enough for what a listed seller or a shop of the brand's own sold: a laboratory that depends on
    /// nobody concerned, or above.
    #[must_use]
    pub fn is_independent(&self, rank: AppraisalRank) -> bool {
        self.place(rank) >= self.place(AppraisalRank::IndependentLab)
    }
}

/// Until when a report is due that was ordered at a moment; in working days of the alliance's calendar.
///
/// # Errors
/// Where the answer lies beyond the calendar.
pub fn due(ordered_at: Timestamp, rank: AppraisalRank, days: Option<u32>) -> Result<Deadline, CalendarError> {
    let usual = match rank {
        AppraisalRank::BrandHq => WORKING_DAYS_OF_HEADQUARTERS,
        AppraisalRank::LocalTeam
        | AppraisalRank::Lab
        | AppraisalRank::IndependentLab
        | AppraisalRank::CourtAppointed => WORKING_DAYS,
    };
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    Calendar::for_country(COUNTRY).due(ordered_at, &zone, days.unwrap_or(usual))
}

/// Whether a sample is one of those that are inspected twice: by a hash of its id, which nobody chooses and everybody can
/// compute again.
#[must_use]
pub fn is_drawn(sample: Uuid, every: i32) -> bool {
    let Ok(every) = u64::try_from(every) else { return false };
    if every == 0 {
        return false;
    }
    let mut hash = Sha256::new();
    hash.update(b"touchstone quality");
    hash.update(sample.as_bytes());
    let digest = hash.finalize();
    let number = digest
        .iter()
        .take(8)
        .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    number % every == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_report_is_due_after_ten_working_days_and_headquarters_have_twenty() {
        let at = "2026-03-02T02:00:00Z".parse().unwrap();
        let on = |rank| due(at, rank, None).unwrap().due_on.to_string();
        assert_eq!(on(AppraisalRank::Lab), "2026-03-16");
        assert_eq!(on(AppraisalRank::BrandHq), "2026-03-30");
        assert_eq!(
            due(at, AppraisalRank::Lab, Some(1)).unwrap().due_on.to_string(),
            "2026-03-03"
        );
    }

    #[test]
    fn a_policy_names_each_rank_once() {
        let mut order = AppraisalRank::VARIANTS.to_vec();
        order.swap(0, 4);
        let policy = Policy::read(order.clone(), 0).unwrap();
        assert_eq!(policy.place(AppraisalRank::CourtAppointed), 0);
        assert!(!policy.is_independent(AppraisalRank::CourtAppointed));
        order[1] = order[0];
        assert!(Policy::read(order, 0).is_err());
        assert!(Policy::read(AppraisalRank::VARIANTS.to_vec(), 1_001).is_err());
    }

    proptest! {
        #[test]
        fn who_is_drawn_is_drawn_again(id: u128, every in 0_i32..20) {
            let sample = Uuid::from_u128(id);
            prop_assert_eq!(is_drawn(sample, every), is_drawn(sample, every));
            prop_assert!(is_drawn(sample, 1) && !is_drawn(sample, 0) && !is_drawn(sample, -1));
        }
    }

    #[test]
    fn about_one_in_ten_is_drawn() {
        let drawn = (0..1_000_u128).filter(|id| is_drawn(Uuid::from_u128(*id), 10)).count();
        assert!((60..140).contains(&drawn), "{drawn}");
    }
}
