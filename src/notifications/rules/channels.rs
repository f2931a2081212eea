//! How a person is told of what, and of what it is not told for a while; pure.

use jiff::{SignedDuration, Timestamp};

use super::NotificationKind;
use crate::platform::clock::{NEVER, micros};

/// How a person is told of a kind. Each one goes as far as the one before it, but the first, which is nothing.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Channel {
    /// Not at all.
    None,
    /// In the portal.
    Portal,
    /// In the portal, and by a line of the next daily or weekly digest.
    Digest,
    /// In the portal, and by a mail within the hour, outside of quiet hours and days off.
    Mail,
}

impl Channel {
    /// The code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// By which mail a notification is told, as its row keeps it; `None` for none.
    #[must_use]
    pub fn mail(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Portal => None,
            Self::Digest | Self::Mail => Some(self.code()),
        }
    }
}

/// What a person said of a kind, as it is kept. What an older version of the service writes says no more than whether the person is
/// told, so that goes before the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Whether the person is told.
    pub wanted: bool,
    /// How; `None` where only an older version of the service was asked.
    pub channel: Option<Channel>,
}

impl Said {
    fn channel(self) -> Channel {
        match (self.wanted, self.channel) {
            (false, _) => Channel::None,
            (true, None | Some(Channel::None)) => Channel::Portal,
            (true, Some(channel)) => channel,
        }
    }
}

/// The channels from which a person may choose where it cannot say that it does not want to be told.
const NEVER_OFF: [Channel; 3] = [Channel::Portal, Channel::Digest, Channel::Mail];
/// And where it can.
const ALL: [Channel; 4] = [Channel::None, Channel::Portal, Channel::Digest, Channel::Mail];

impl NotificationKind {
    /// From what a person may choose.
    #[must_use]
    pub fn channels(self) -> &'static [Channel] {
        match self.may_be_off() {
            true => &ALL,
            false => &NEVER_OFF,
        }
    }

    /// How a person is told that said nothing about it.
    #[must_use]
    pub fn usual_channel(self) -> Channel {
        match self.is_usual() {
            true => Channel::Portal,
            false => Channel::None,
        }
    }

    /// How a person is told, where `said` is what it said about it.
    #[must_use]
    pub fn channel(self, said: Option<Said>) -> Channel {
        let channel = said.map_or(self.usual_channel(), Said::channel);
        match (channel, self.may_be_off()) {
            (Channel::None, false) => Channel::Portal,
            (channel, _) => channel,
        }
    }

    /// Whether a person is told, where `said` is what it said about it.
    #[must_use]
    pub fn is_wanted(self, said: Option<Said>) -> bool {
        self.channel(said) != Channel::None
    }

    /// Whether a person who muted the lead until `until` is not told of it at `now`, both in microseconds. That somebody calls for the
    /// person by name comes through, as does what cannot be switched off.
    #[must_use]
    pub fn is_muted(self, until: Option<i64>, now: i64) -> bool {
        self.may_be_off() && self != Self::Mentioned && until.is_some_and(|until| now < until)
    }
}

/// Most hours that a lead may be muted, but for good: thirty days.
pub const MOST_HOURS: i32 = 720;

/// Until when a lead is muted, in microseconds: so many hours, or for good. `None` where that is no time or too long.
#[must_use]
pub fn muted_until(now: Timestamp, hours: Option<i32>) -> Option<i64> {
    match hours {
        None => Some(NEVER),
        Some(hours @ 1..=MOST_HOURS) => now
            .checked_add(SignedDuration::from_hours(i64::from(hours)))
            .ok()
            .map(micros),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::VariantArray as _;

    use super::*;

    fn said(wanted: bool, channel: Option<Channel>) -> Option<Said> {
        Some(Said { wanted, channel })
    }

    #[test]
    fn what_an_older_version_wrote_keeps_its_meaning() {
        let kind = NotificationKind::Commented;
        let table = [
            (None, Channel::Portal),
            (said(false, None), Channel::None),
            (said(true, None), Channel::Portal),
            (said(true, Some(Channel::Digest)), Channel::Digest),
            (said(true, Some(Channel::Mail)), Channel::Mail),
            (said(false, Some(Channel::None)), Channel::None),
            // An older version changed the one column and knew nothing of the other one.
            (said(false, Some(Channel::Mail)), Channel::None),
            (said(true, Some(Channel::None)), Channel::Portal),
        ];
        for (said, channel) in table {
            assert_eq!(kind.channel(said), channel, "{said:?}");
        }
    }

    #[test]
    fn what_cannot_be_switched_off_is_told_in_the_portal_at_least() {
        for kind in NotificationKind::VARIANTS.iter().filter(|kind| !kind.may_be_off()) {
            assert_eq!(kind.channel(said(false, Some(Channel::None))), Channel::Portal);
            assert_eq!(kind.channel(said(true, Some(Channel::Mail))), Channel::Mail);
            assert!(!kind.channels().contains(&Channel::None));
            assert!(!kind.is_muted(Some(NEVER), 0));
        }
    }

    #[test]
    fn a_mute_ends_and_lets_a_mention_through() {
        let commented = NotificationKind::Commented;
        assert!(commented.is_muted(Some(10), 9) && !commented.is_muted(Some(10), 10));
        assert!(!commented.is_muted(None, 0));
        assert!(!NotificationKind::Mentioned.is_muted(Some(NEVER), 0));
    }

    #[test]
    fn a_lead_is_muted_for_an_hour_at_least_and_thirty_days_at_most() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(muted_until(now, Some(1)), Some(3_600_000_000));
        assert_eq!(muted_until(now, None), Some(NEVER));
        assert!(muted_until(now, Some(MOST_HOURS)).is_some());
        for hours in [i32::MIN, -1, 0, MOST_HOURS + 1, i32::MAX] {
            assert_eq!(muted_until(now, Some(hours)), None);
        }
    }

    proptest! {
        /// Whatever is kept, a person hears by a channel from which it may choose.
        #[test]
        fn a_channel_is_one_of_those_to_choose_from(kind in any::<prop::sample::Index>(), wanted in any::<bool>(), channel in 0..5_usize) {
            let kind = *kind.get(NotificationKind::VARIANTS);
            let channel = Channel::VARIANTS.get(channel).copied();
            prop_assert!(kind.channels().contains(&kind.channel(said(wanted, channel))));
            prop_assert!(kind.channels().contains(&kind.channel(None)));
            prop_assert_eq!(kind.channel(None), kind.usual_channel());
        }
    }
}
