//! What becomes of each lead of the demo, and when who does what. The moments lie before the present, so that leads stand
//! where their history left them.

use jiff::{SignedDuration, Timestamp};

use super::{
    cast::{Cast, cast},
    dice::Dice,
    draft::{Item, brand_in_turn},
    hours::{Office, hours},
    moves::{Move, Telling},
};
use crate::{
    leads::rules::Priority,
    platform::error::{ApiError, Result},
};

/// What becomes of a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Draft,
    Submitted,
    Triaged,
    Rejected,
    /// Waits for an answer that is not due yet.
    Due,
    /// The recipient asked something and waits.
    NeedsInfo,
    /// The recipient asked, was answered and has to answer now.
    Informed,
    Overdue,
    Expired,
    /// Expired, and settled by the desk.
    Settled,
    Answered,
    Resolved,
    Reopened,
    Retracted,
}

/// How many leads have which fate: three hundred in all.
const FATES: &[(Fate, usize)] = &[
    (Fate::Draft, 12),
    (Fate::Submitted, 16),
    (Fate::Triaged, 12),
    (Fate::Rejected, 16),
    (Fate::Due, 60),
    (Fate::NeedsInfo, 8),
    (Fate::Informed, 6),
    (Fate::Overdue, 16),
    (Fate::Expired, 6),
    (Fate::Settled, 8),
    (Fate::Answered, 40),
    (Fate::Resolved, 84),
    (Fate::Reopened, 4),
    (Fate::Retracted, 12),
];

/// The present is the same to the demo for this long: the last things happened a little earlier.
const LATEST_MINUTES: i64 = 20;

impl Fate {
    pub(super) fn is_shared(self) -> bool {
        match self {
            Self::Draft | Self::Submitted | Self::Triaged | Self::Rejected => false,
            Self::Due
            | Self::NeedsInfo
            | Self::Informed
            | Self::Overdue
            | Self::Expired
            | Self::Settled
            | Self::Answered
            | Self::Resolved
            | Self::Reopened
            | Self::Retracted => true,
        }
    }

    /// Whether nobody but those named needs to act.
    pub(super) fn is_red_possible(self) -> bool {
        matches!(self, Self::Draft | Self::Due | Self::Answered | Self::Resolved)
    }

    /// Days since it was shared, or since its last step.
    fn days_ago(self) -> std::ops::RangeInclusive<i64> {
        match self {
            Self::Draft => 0..=9,
            Self::Submitted => 0..=3,
            Self::Triaged => 0..=6,
            Self::Rejected => 5..=108,
            Self::Due | Self::NeedsInfo | Self::Informed => 0..=13,
            Self::Overdue => 4..=24,
            Self::Expired => 9..=30,
            Self::Settled => 26..=70,
            Self::Answered => 5..=32,
            Self::Resolved => 14..=114,
            Self::Reopened => 20..=60,
            Self::Retracted => 6..=90,
        }
    }
}

/// A lead to be told.
#[derive(Debug)]
pub(super) struct Tale {
    pub(super) cast: Cast,
    pub(super) priority: Priority,
    pub(super) moves: Vec<Move>,
}

/// All leads, as seen from `now`.
pub(super) fn tales(now: Timestamp) -> Result<Vec<Tale>> {
    let mut dice = Dice::new(2_018);
    let mut tales: Vec<Tale> = Vec::new();
    for (fate, count) in FATES {
        for turn in 0..*count {
            let mut cast = loop {
                if let Some(cast) = cast(*fate, brand_in_turn(turn), &mut dice) {
                    break cast;
                }
            };
            if dice.chance(5) {
                repeat_a_listing(&mut cast, &tales);
            }
            let priority = *dice.pick(PRIORITIES);
            let moves = moves(*fate, turn, &cast, now, &mut dice)?;
            tales.push(Tale { cast, priority, moves });
        }
    }
    Ok(tales)
}

const PRIORITIES: &[Priority] = &[
    Priority::Low,
    Priority::Normal,
    Priority::Normal,
    Priority::Normal,
    Priority::Normal,
    Priority::High,
    Priority::High,
    Priority::Urgent,
];

/// Somebody else has written of the same listing before.
fn repeat_a_listing(cast: &mut Cast, tales: &[Tale]) {
    let Some(item) = cast.draft.items.first_mut().filter(|item| item.url.is_some()) else {
        return;
    };
    let is_same_brand = |other: &&Item| other.brand.key == item.brand.key && other.url.is_some();
    let earlier = tales
        .iter()
        .rev()
        .flat_map(|tale| &tale.cast.draft.items)
        .find(is_same_brand);
    if let Some(earlier) = earlier {
        *item = earlier.clone();
    }
}

fn moves(fate: Fate, turn: usize, cast: &Cast, now: Timestamp, dice: &mut Dice) -> Result<Vec<Move>> {
    let latest = now
        .checked_sub(SignedDuration::from_mins(LATEST_MINUTES))
        .map_err(ApiError::internal)?;
    let home = Office::of(cast.writer.organization)?;
    let turning_point = turning_point(fate, cast, &home, latest, now, dice)?;
    let mut telling = Telling::new(cast, dice, latest)?;
    match fate {
        Fate::Draft => telling.write(turning_point),
        Fate::Submitted => telling.submit(turning_point)?,
        Fate::Triaged => telling.triage(turning_point)?,
        Fate::Rejected => telling.reject(turning_point)?,
        Fate::Due
        | Fate::NeedsInfo
        | Fate::Informed
        | Fate::Overdue
        | Fate::Expired
        | Fate::Settled
        | Fate::Answered
        | Fate::Resolved
        | Fate::Reopened
        | Fate::Retracted => {
            telling.share(turning_point)?;
            telling.answers(fate, turn, turning_point)?;
            telling.talk(turning_point)?;
        }
    }
    Ok(telling.finish())
}

/// The moment that the fate turns on: it was shared then, or the last thing happened.
fn turning_point(
    fate: Fate,
    cast: &Cast,
    home: &Office,
    latest: Timestamp,
    now: Timestamp,
    dice: &mut Dice,
) -> Result<Timestamp> {
    let recipient = match cast.recipients.first() {
        Some((recipient, _)) => Some(Office::of(recipient)?),
        None => None,
    };
    let mut at = latest;
    // The calendars decide which days fit; there are always some, so this many tries are enough.
    for _ in 0..500 {
        let days = SignedDuration::from_hours(24 * dice.between(fate.days_ago()));
        let from = latest.checked_sub(days).map_err(ApiError::internal)?;
        at = home.before(from, hours(0..=9), dice)?;
        let Some(recipient) = &recipient else { break };
        let clock = recipient.clock(at)?;
        let (is_due, is_expired) = (clock.due.due_at <= now, clock.expires_at <= now);
        let fits = match fate {
            Fate::Due | Fate::Informed | Fate::NeedsInfo => !is_due,
            Fate::Overdue => is_due && !is_expired,
            Fate::Expired => is_expired,
            Fate::Draft
            | Fate::Submitted
            | Fate::Triaged
            | Fate::Rejected
            | Fate::Settled
            | Fate::Answered
            | Fate::Resolved
            | Fate::Reopened
            | Fate::Retracted => true,
        };
        if fits {
            break;
        }
    }
    Ok(at)
}

/// All moves of all leads, in the order of time; each with the number of its lead.
pub(super) fn in_order(tales: &[Tale]) -> Vec<(usize, &Move)> {
    let numbered = tales.iter().enumerate();
    let mut moves: Vec<(usize, &Move)> = numbered
        .flat_map(|(number, tale)| tale.moves.iter().map(move |one| (number, one)))
        .collect();
    moves.sort_by_key(|(number, one)| (one.at, *number));
    moves
}

#[cfg(test)]
mod tests {
    use super::{super::moves::Step, *};

    #[test]
    fn there_are_three_hundred_leads() {
        assert_eq!(FATES.iter().map(|(_, count)| count).sum::<usize>(), 300);
    }

    #[test]
    fn nothing_happens_in_the_future_or_out_of_order() {
        let now = "2026-11-22T01:00:00Z".parse().unwrap();
        for tale in tales(now).unwrap() {
            assert!(tale.moves.iter().all(|one| one.at < now));
            assert!(tale.moves.windows(2).all(|pair| pair[0].at <= pair[1].at));
            assert!(matches!(tale.moves[0].step, Step::Create));
        }
    }
}
