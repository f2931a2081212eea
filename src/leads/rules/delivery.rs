//! Pure rules of deliveries: the states of a recipient's answer and its clock.
//!
//! ```text
//! PUSHED → VIEWED → ACKNOWLEDGED ─┬→ ANSWERED ⟲ (a changed verdict)
//!    └────────┴──────────┴────────┼→ NEEDS_INFO → ACKNOWLEDGED   the clock stands still
//!                                 └→ OVERDUE → EXPIRED → PUSHED (again) | CLOSED
//! ```

use jiff::{Timestamp, tz::TimeZone};

use crate::platform::calendar::{Calendar, CalendarError, Deadline};

/// Working days a recipient has to confirm a lead (domain.md §4.13, the alliance's founding rule).
pub const CONFIRMATION_WORKING_DAYS: u32 = 5;
/// Working days after the deadline before an unanswered delivery lapses.
pub const EXPIRY_WORKING_DAYS: u32 = 5;
/// Most working days a request for information stops the clock.
pub const MAX_PAUSE_WORKING_DAYS: u32 = 10;
/// The name and version of the rule behind these deadlines, stored with each.
pub const CONFIRMATION_RULE: &str = "confirm-lead.1";

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryState {
    /// Sent to the recipient.
    Pushed,
    /// Opened by the recipient.
    Viewed,
    /// Taken up by the recipient.
    Acknowledged,
    /// Waiting for the owner's information; the clock stands still.
    NeedsInfo,
    /// Answered with a verdict.
    Answered,
    /// Past its deadline.
    Overdue,
    /// Lapsed; the desk settles it.
    Expired,
    /// Closed without a verdict.
    Closed,
}

impl DeliveryState {
    /// Whether the recipient still has to answer.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Pushed | Self::Viewed | Self::Acknowledged | Self::NeedsInfo | Self::Overdue => true,
            Self::Answered | Self::Expired | Self::Closed => false,
        }
    }

    /// Whether its clock runs towards the deadline.
    #[must_use]
    pub fn is_running(self) -> bool {
        match self {
            Self::Pushed | Self::Viewed | Self::Acknowledged => true,
            Self::NeedsInfo | Self::Answered | Self::Overdue | Self::Expired | Self::Closed => false,
        }
    }

    /// Whether nothing more is expected, so that the lead can be resolved.
    #[must_use]
    pub fn is_final(self) -> bool {
        match self {
            Self::Answered | Self::Closed => true,
            Self::Pushed | Self::Viewed | Self::Acknowledged | Self::NeedsInfo | Self::Overdue | Self::Expired => false,
        }
    }
}

/// What a recipient answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// An infringement.
    Confirmed,
    /// None.
    NotInfringing,
    /// To be told only by buying.
    NeedsTestPurchase,
    /// Another's brand.
    NotMyBrand,
    /// A question to the owner; stops the clock.
    NeedsInfo,
}

/// What becomes of a lapsed delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum ExpirySettlement {
    /// Sent again with a new deadline.
    Repush,
    /// Closed without counting against the recipient.
    Close,
    /// Closed and counted as a non-response.
    NonResponse,
}

/// What can happen to a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryStep {
    /// The recipient opens it.
    View,
    /// The recipient takes it up.
    Acknowledge,
    /// The recipient answers.
    Answer(Verdict),
    /// The owner answers the recipient's question, or the pause ran out.
    Resume,
    /// The deadline passes.
    Overdue,
    /// It lapses.
    Expire,
    /// The desk settles what lapsed.
    Settle(ExpirySettlement),
    /// The lead is retracted.
    Close,
}

/// The state after a step, or `None` where the state does not allow it. Late answers are taken, and marked late.
#[must_use]
pub fn next_delivery(state: DeliveryState, step: DeliveryStep) -> Option<DeliveryState> {
    use DeliveryState::{Acknowledged, Answered, Closed, Expired, NeedsInfo, Overdue, Pushed, Viewed};
    match (step, state) {
        (DeliveryStep::View, Pushed) => Some(Viewed),
        (DeliveryStep::Acknowledge, Pushed | Viewed) | (DeliveryStep::Resume, NeedsInfo) => Some(Acknowledged),
        (DeliveryStep::Answer(Verdict::NeedsInfo), Pushed | Viewed | Acknowledged) => Some(NeedsInfo),
        (DeliveryStep::Answer(Verdict::NeedsInfo), NeedsInfo | Answered | Overdue | Expired | Closed) => None,
        (
            DeliveryStep::Answer(
                Verdict::Confirmed | Verdict::NotInfringing | Verdict::NeedsTestPurchase | Verdict::NotMyBrand,
            ),
            Pushed | Viewed | Acknowledged | NeedsInfo | Answered | Overdue | Expired,
        ) => Some(Answered),
        (DeliveryStep::Overdue, Pushed | Viewed | Acknowledged) => Some(Overdue),
        (DeliveryStep::Expire, Overdue) => Some(Expired),
        (DeliveryStep::Settle(ExpirySettlement::Repush), Expired) => Some(Pushed),
        (DeliveryStep::Settle(ExpirySettlement::Close | ExpirySettlement::NonResponse), Expired)
        | (DeliveryStep::Close, Pushed | Viewed | Acknowledged | NeedsInfo | Overdue | Expired) => Some(Closed),
        (DeliveryStep::View, Viewed | Acknowledged | NeedsInfo | Answered | Overdue | Expired | Closed)
        | (DeliveryStep::Acknowledge, Acknowledged | NeedsInfo | Answered | Overdue | Expired | Closed)
        | (DeliveryStep::Resume, Pushed | Viewed | Acknowledged | Answered | Overdue | Expired | Closed)
        | (DeliveryStep::Answer(_), Closed)
        | (DeliveryStep::Overdue, NeedsInfo | Answered | Overdue | Expired | Closed)
        | (DeliveryStep::Expire, Pushed | Viewed | Acknowledged | NeedsInfo | Answered | Expired | Closed)
        | (DeliveryStep::Settle(_), Pushed | Viewed | Acknowledged | NeedsInfo | Answered | Overdue | Closed)
        | (DeliveryStep::Close, Answered | Closed) => None,
    }
}

/// Whether a delivery in this state keeps its lead from being closed. What lapsed waits for the desk to settle it, unless
/// only named people see the lead: the desk does not, so there the closing settles it.
#[must_use]
pub fn holds_up_closing(state: DeliveryState, for_named_only: bool) -> bool {
    match state {
        DeliveryState::Answered | DeliveryState::Closed => false,
        DeliveryState::Expired => !for_named_only,
        DeliveryState::Pushed
        | DeliveryState::Viewed
        | DeliveryState::Acknowledged
        | DeliveryState::NeedsInfo
        | DeliveryState::Overdue => true,
    }
}

/// A delivery's clock: until when to answer, and when it lapses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Until when to answer.
    pub due: Deadline,
    /// When it lapses unanswered.
    pub expires_at: Timestamp,
}

impl Clock {
    /// The clock that runs to `due`, on the recipient's calendar.
    ///
    /// # Errors
    /// Where the answer lies beyond the calendar.
    pub fn to(due: Deadline, calendar: &Calendar, zone: &TimeZone) -> Result<Self, CalendarError> {
        let expires_at = calendar.due(last_moment(due.due_at), zone, EXPIRY_WORKING_DAYS)?.due_at;
        Ok(Self { due, expires_at })
    }
}

/// The clock of something pushed at a moment, on the recipient's calendar.
///
/// # Errors
/// Where the answer lies beyond the calendar.
pub fn clock(pushed_at: Timestamp, calendar: &Calendar, zone: &TimeZone) -> Result<Clock, CalendarError> {
    Clock::to(
        calendar.due(pushed_at, zone, CONFIRMATION_WORKING_DAYS)?,
        calendar,
        zone,
    )
}

/// A moment within the last day: the deadline itself is the first instant of the next one.
fn last_moment(due_at: Timestamp) -> Timestamp {
    due_at
        .checked_sub(jiff::SignedDuration::from_micros(1))
        .unwrap_or(due_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray as _;

    #[test]
    fn a_closed_delivery_takes_no_step() {
        let steps = [
            DeliveryStep::View,
            DeliveryStep::Acknowledge,
            DeliveryStep::Resume,
            DeliveryStep::Overdue,
            DeliveryStep::Expire,
            DeliveryStep::Close,
        ];
        let answers = Verdict::VARIANTS.iter().map(|verdict| DeliveryStep::Answer(*verdict));
        let settlements = ExpirySettlement::VARIANTS
            .iter()
            .map(|settlement| DeliveryStep::Settle(*settlement));
        for step in steps.into_iter().chain(answers).chain(settlements) {
            assert_eq!(next_delivery(DeliveryState::Closed, step), None, "{step:?}");
        }
    }

    #[test]
    fn late_answers_are_taken() {
        for state in [DeliveryState::Overdue, DeliveryState::Expired] {
            assert_eq!(
                next_delivery(state, DeliveryStep::Answer(Verdict::Confirmed)),
                Some(DeliveryState::Answered)
            );
        }
    }

    #[test]
    fn it_lapses_five_working_days_after_the_deadline() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let clock = clock(
            "2026-02-13T02:00:00Z".parse().unwrap(),
            Calendar::for_country("CN"),
            &zone,
        )
        .unwrap();
        assert_eq!(clock.due.due_on.to_string(), "2026-02-27");
        // 28 February is a make-up working day.
        assert_eq!(clock.expires_at.to_zoned(zone).date().to_string(), "2026-03-06");
    }
}
