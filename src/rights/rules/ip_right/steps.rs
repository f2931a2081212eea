//! What can be done to a right: by whom, and where it leads.

use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{IpRightRow, Standing, judges};
use crate::{
    members::rules::organization::may,
    permissions::{Action, Viewer},
    platform::error::{ApiError, ErrorCode, Result},
    rights::rules::allow,
};

/// What can be done to a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum IpRightStep {
    /// Change its facts.
    Update,
    /// Throw away a draft that was never submitted.
    Discard,
    /// Hand it to the secretariat.
    Submit,
    /// Take it back to change it; it counts for nothing until it is verified again.
    TakeBack,
    /// Find its proof, or that of its renewal, good.
    Verify,
    /// Find its proof, or that of its renewal, wanting.
    Reject,
    /// Say that it has a later last day.
    Renew,
    /// Say that it is challenged.
    Dispute,
    /// Say that the challenge came to nothing.
    Settle,
    /// Say that it has no effect.
    Invalidate,
}

use IpRightStep as Step;

impl Step {
    /// Whether it has to be said why.
    #[must_use]
    pub fn asks_why(self) -> bool {
        match self {
            Self::Reject | Self::Dispute | Self::Settle | Self::Invalidate => true,
            Self::Update | Self::Discard | Self::Submit | Self::TakeBack | Self::Verify | Self::Renew => false,
        }
    }
}

/// Whether the viewer's roles allow to enter a right of the holder that protects all of these brands.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit_entry(viewer: &Viewer, holder: Uuid, brands: &[Uuid], now: Timestamp) -> Result<()> {
    let may = |brands: &[Uuid]| may(viewer, Action::IpRightEdit, holder, brands, now);
    // Without any brand the input is wrong, which is for the facts to say.
    allow(match brands {
        [] => may(&[]),
        brands => brands.iter().all(|brand| may(&[*brand])),
    })
}

/// Whether the viewer's roles allow the step.
///
/// # Errors
/// `FORBIDDEN`.
pub fn permit(step: Step, viewer: &Viewer, row: &IpRightRow, now: Timestamp) -> Result<()> {
    let holds = permit_entry(viewer, row.organization_id, &row.facts.brands, now).is_ok();
    let judges = judges(viewer);
    allow(match step {
        Step::Update | Step::Discard | Step::Submit | Step::TakeBack | Step::Renew => holds,
        Step::Verify | Step::Reject | Step::Settle | Step::Invalidate => judges,
        Step::Dispute => holds || judges,
    })
}

/// Where the step leads.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it leads nowhere from here, `FOUR_EYES` where somebody else has to verify it.
pub fn take(step: Step, viewer: &Viewer, row: &IpRightRow) -> Result<Standing> {
    use Standing::{Disputed, Draft, Invalidated, Rejected, Submitted, Verified};
    let waits = row.renewal.is_some();
    let next = match (step, row.standing) {
        (Step::Update, Draft) => Draft,
        (Step::Discard, Draft) if row.submitted_at.is_none() => Draft,
        (Step::Submit, Draft) => Submitted,
        (Step::TakeBack, Submitted | Rejected | Verified) => Draft,
        (Step::Verify, Submitted) => Verified,
        (Step::Reject, Submitted) => Rejected,
        (Step::Verify | Step::Reject, Verified | Disputed) if waits => row.standing,
        (Step::Renew, Verified | Disputed) if row.facts.expires_on.is_some() => row.standing,
        (Step::Dispute, Verified) => Disputed,
        (Step::Settle, Disputed) => Verified,
        (Step::Invalidate, Verified | Disputed) => Invalidated,
        (Step::Update, Submitted | Rejected | Verified | Disputed | Invalidated)
        | (Step::Discard, Draft | Submitted | Rejected | Verified | Disputed | Invalidated)
        | (Step::Submit, Submitted | Rejected | Verified | Disputed | Invalidated)
        | (Step::TakeBack, Draft | Disputed | Invalidated)
        | (Step::Verify | Step::Reject, Draft | Rejected | Verified | Disputed | Invalidated)
        | (Step::Renew, Draft | Submitted | Rejected | Verified | Disputed | Invalidated)
        | (Step::Dispute, Draft | Submitted | Rejected | Disputed | Invalidated)
        | (Step::Settle, Draft | Submitted | Rejected | Verified | Invalidated)
        | (Step::Invalidate, Draft | Submitted | Rejected | Invalidated) => {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
    };
    let submitter = row.renewal.map(|renewal| renewal.submitted_by).or(row.submitted_by);
    if step == Step::Verify && submitter == Some(viewer.person) {
        let text = "Somebody else than the person who submitted it verifies it.";
        return Err(ApiError::because(ErrorCode::FourEyes, text));
    }
    Ok(next)
}

/// What stays to be read as the reason after a step: what was said now, but a dispute's reason while it lasts, and a
/// rejection's while the right is mended.
#[must_use]
pub fn reason_after(step: Step, row: &IpRightRow, said: Option<String>) -> Option<String> {
    let kept = || row.reason.clone();
    match (step, row.standing) {
        (Step::Verify | Step::Reject | Step::Renew, Standing::Disputed) | (Step::Update, _) => kept(),
        (Step::TakeBack, Standing::Rejected) => said.or_else(kept),
        (
            Step::Discard
            | Step::Submit
            | Step::TakeBack
            | Step::Verify
            | Step::Reject
            | Step::Renew
            | Step::Dispute
            | Step::Settle
            | Step::Invalidate,
            _,
        ) => said,
    }
}

/// The steps that the viewer could take now.
#[must_use]
pub fn allowed_on_ip_right(viewer: &Viewer, row: &IpRightRow, now: Timestamp) -> Vec<Step> {
    let is_open = |step: &Step| permit(*step, viewer, row, now).is_ok() && take(*step, viewer, row).is_ok();
    Step::VARIANTS.iter().copied().filter(is_open).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{Role, viewer::OrganizationKind},
        rights::rules::ip_right::{Renewal, tests::right},
    };

    fn code<T>(result: Result<T>) -> Option<ErrorCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn i31_only_the_drawn_steps_exist() {
        use Standing::*;
        let officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        for step in Step::VARIANTS {
            for standing in Standing::VARIANTS {
                let expected = match (step, standing) {
                    (Step::Update | Step::Discard, Draft) | (Step::TakeBack, Submitted | Rejected | Verified) => {
                        Some(Draft)
                    }
                    (Step::Submit, Draft) => Some(Submitted),
                    (Step::Verify, Submitted) | (Step::Settle, Disputed) | (Step::Renew, Verified) => Some(Verified),
                    (Step::Reject, Submitted) => Some(Rejected),
                    (Step::Dispute, Verified) | (Step::Renew, Disputed) => Some(Disputed),
                    (Step::Invalidate, Verified | Disputed) => Some(Invalidated),
                    _ => None,
                };
                assert_eq!(
                    take(*step, &officer, &right(*standing)).ok(),
                    expected,
                    "{step:?} {standing:?}"
                );
            }
        }
    }

    #[test]
    fn a_renewal_waits_for_a_second_person() {
        let mut officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        let mut row = right(Standing::Verified);
        assert_eq!(
            code(take(Step::Verify, &officer, &row)),
            Some(ErrorCode::TransitionNotAllowed)
        );
        row.renewal = Some(Renewal {
            expires_on: date(2040, 1, 1),
            submitted_by: Uuid::from_u128(8),
        });
        assert_eq!(take(Step::Verify, &officer, &row), Ok(Standing::Verified));
        officer.person = Uuid::from_u128(8);
        assert_eq!(code(take(Step::Verify, &officer, &row)), Some(ErrorCode::FourEyes));
        assert_eq!(take(Step::Reject, &officer, &row), Ok(Standing::Verified));
    }

    #[test]
    fn who_submits_does_not_verify() {
        let mut officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        officer.person = Uuid::from_u128(9);
        let row = right(Standing::Submitted);
        assert_eq!(code(take(Step::Verify, &officer, &row)), Some(ErrorCode::FourEyes));
        assert!(!allowed_on_ip_right(&officer, &row, row.created_at).contains(&Step::Verify));
    }

    #[test]
    fn a_reason_stays_as_long_as_it_holds() {
        let after = |step, standing| {
            let row = IpRightRow {
                reason: Some("before".to_owned()),
                ..right(standing)
            };
            (
                reason_after(step, &row, None),
                reason_after(step, &row, Some("now".to_owned())),
            )
        };
        let (before, now) = (Some("before".to_owned()), Some("now".to_owned()));
        for step in [Step::Verify, Step::Reject, Step::Renew] {
            assert_eq!(
                after(step, Standing::Disputed),
                (before.clone(), before.clone()),
                "{step:?}"
            );
            assert_eq!(after(step, Standing::Verified), (None, now.clone()), "{step:?}");
        }
        assert_eq!(after(Step::TakeBack, Standing::Rejected), (before, now.clone()));
        assert_eq!(after(Step::TakeBack, Standing::Verified), (None, now.clone()));
        assert_eq!(after(Step::Settle, Standing::Disputed), (None, now));
    }

    #[test]
    fn what_was_submitted_once_is_kept() {
        let officer = viewer(OrganizationKind::Secretariat, &[Role::So]);
        let row = IpRightRow {
            submitted_at: Some(right(Standing::Draft).created_at),
            ..right(Standing::Draft)
        };
        assert_eq!(
            code(take(Step::Discard, &officer, &row)),
            Some(ErrorCode::TransitionNotAllowed)
        );
    }
}
