//! Holds: money in two phases. What is held may be captured in parts, never more than was held; what is left goes back once,
//! and then nothing is captured any more.

use jiff::Timestamp;

use super::codes::HoldState;
use crate::platform::error::{ErrorCode, Result};

/// What decides what may become of a hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoldFacts {
    /// Minor units, with what was put on top.
    pub amount: i64,
    /// Minor units captured, less what was taken back.
    pub captured: i64,
    /// Minor units refunded, less what was taken back.
    pub refunded: i64,
    /// Where it stands.
    pub state: HoldState,
    /// From when on nothing is captured any more.
    pub expires_at: Timestamp,
}

/// Why a hold closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Somebody says that no more is needed.
    Released,
    /// Its time is over.
    Expired,
}

impl HoldFacts {
    /// What is held and neither spent nor given back.
    #[must_use]
    pub fn remaining(&self) -> i64 {
        match self.state {
            HoldState::Open => self.amount - self.captured,
            HoldState::Settled | HoldState::Voided | HoldState::Expired => 0,
        }
    }

    fn must_be_open(&self, now: Timestamp) -> Result<()> {
        match self.state == HoldState::Open && now < self.expires_at {
            true => Ok(()),
            false => Err(ErrorCode::TransitionNotAllowed.into()),
        }
    }

    /// After more was captured.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where it is closed or over, `INSUFFICIENT_FUNDS` for more than is left, `BAD_USER_INPUT`.
    pub fn capture(mut self, minor: i64, now: Timestamp) -> Result<Self> {
        self.must_be_open(now)?;
        above_nothing(minor)?;
        if minor > self.remaining() {
            return Err(ErrorCode::InsufficientFunds.into());
        }
        self.captured += minor;
        Ok(self)
    }

    /// After more was put on top.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where it is closed or over, `BAD_USER_INPUT`.
    pub fn top_up(mut self, minor: i64, now: Timestamp) -> Result<Self> {
        self.must_be_open(now)?;
        above_nothing(minor)?;
        self.amount = self.amount.checked_add(minor).ok_or(ErrorCode::BadUserInput)?;
        Ok(self)
    }

    /// After it was closed, with what goes back.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where it is closed already, or its time is not over.
    pub fn close(mut self, closing: Closing, now: Timestamp) -> Result<(Self, i64)> {
        let is_over = now >= self.expires_at;
        if self.state != HoldState::Open || (closing == Closing::Expired && !is_over) {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        let rest = self.remaining();
        self.state = match closing {
            Closing::Expired => HoldState::Expired,
            Closing::Released if self.captured > 0 => HoldState::Settled,
            Closing::Released => HoldState::Voided,
        };
        Ok((self, rest))
    }

    /// After a seller paid back, at any time.
    ///
    /// # Errors
    /// `INSUFFICIENT_FUNDS` for more than was captured, `BAD_USER_INPUT`.
    pub fn refund(mut self, minor: i64) -> Result<Self> {
        above_nothing(minor)?;
        if minor > self.captured - self.refunded {
            return Err(ErrorCode::InsufficientFunds.into());
        }
        self.refunded += minor;
        Ok(self)
    }

    /// After a capture was taken back.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where more is refunded than would be captured.
    pub fn uncapture(mut self, minor: i64) -> Result<Self> {
        if self.captured - minor < self.refunded {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        self.captured -= minor;
        Ok(self)
    }

    /// After a refund was taken back.
    ///
    /// # Errors
    /// `TRANSITION_NOT_ALLOWED` where less was refunded.
    pub fn unrefund(mut self, minor: i64) -> Result<Self> {
        if minor > self.refunded {
            return Err(ErrorCode::TransitionNotAllowed.into());
        }
        self.refunded -= minor;
        Ok(self)
    }
}

fn above_nothing(minor: i64) -> Result<()> {
    match minor > 0 {
        true => Ok(()),
        false => Err(ErrorCode::BadUserInput.into()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use proptest::prelude::*;

    use super::*;

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    fn held(amount: i64) -> HoldFacts {
        HoldFacts {
            amount,
            captured: 0,
            refunded: 0,
            state: HoldState::Open,
            expires_at: at(10),
        }
    }

    #[test]
    fn i03_a_hold_closes_once_and_admits_nothing_afterwards() {
        let hold = held(100).capture(60, at(1)).unwrap();
        let (closed, rest) = hold.close(Closing::Released, at(2)).unwrap();
        assert_eq!((closed.state, rest, closed.remaining()), (HoldState::Settled, 40, 0));
        for refused in [
            closed.capture(1, at(3)),
            closed.top_up(1, at(3)),
            closed.close(Closing::Released, at(3)).map(|(hold, _)| hold),
            closed.close(Closing::Expired, at(20)).map(|(hold, _)| hold),
        ] {
            assert_eq!(refused.unwrap_err().code, ErrorCode::TransitionNotAllowed);
        }
    }

    #[test]
    fn nothing_is_captured_once_its_time_is_over() {
        assert!(held(100).capture(1, at(9)).is_ok());
        assert!(held(100).capture(1, at(10)).is_err());
        assert!(held(100).close(Closing::Expired, at(9)).is_err());
        let (expired, rest) = held(100).close(Closing::Expired, at(10)).unwrap();
        assert_eq!((expired.state, rest), (HoldState::Expired, 100));
    }

    #[derive(Debug, Clone, Copy)]
    enum Op {
        Capture(i64),
        TopUp(i64),
        Refund(i64),
        Uncapture(i64),
        Unrefund(i64),
        Close,
    }

    fn op() -> impl Strategy<Value = Op> {
        prop_oneof![
            (1..80_i64).prop_map(Op::Capture),
            (1..50_i64).prop_map(Op::TopUp),
            (1..80_i64).prop_map(Op::Refund),
            (1..80_i64).prop_map(Op::Uncapture),
            (1..80_i64).prop_map(Op::Unrefund),
            Just(Op::Close),
        ]
    }

    proptest! {
        #[test]
        fn i03_i04_captures_stay_within_the_hold_and_refunds_within_captures(ops in prop::collection::vec(op(), 1..40)) {
            let (mut hold, mut closed) = (held(100), 0);
            for op in ops {
                let next = match op {
                    Op::Capture(minor) => hold.capture(minor, at(1)),
                    Op::TopUp(minor) => hold.top_up(minor, at(1)),
                    Op::Refund(minor) => hold.refund(minor),
                    Op::Uncapture(minor) => hold.uncapture(minor),
                    Op::Unrefund(minor) => hold.unrefund(minor),
                    Op::Close => hold.close(Closing::Released, at(1)).map(|(next, _)| {
                        closed += 1;
                        next
                    }),
                };
                hold = next.unwrap_or(hold);
                prop_assert!(hold.captured <= hold.amount && hold.captured >= 0);
                prop_assert!(hold.refunded <= hold.captured && hold.refunded >= 0);
                prop_assert!(hold.remaining() >= 0 && closed <= 1);
            }
        }
    }
}
