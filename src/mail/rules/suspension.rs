//! When no mails go to somebody any more.

use super::TroubleKind;
use crate::mail::MailKind;

/// So many delays within [`DELAY_DAYS`] count as a bounce.
pub(in crate::mail) const DELAYS: u64 = 5;
/// Days in which delays are counted.
pub(in crate::mail) const DELAY_DAYS: i64 = 7;

/// Whether mails to somebody are suspended by what came back, where `delays` counts the delays of late, this one included.
pub(in crate::mail) fn suspends(kind: TroubleKind, delays: u64) -> bool {
    match kind {
        TroubleKind::Bounce | TroubleKind::Complaint => true,
        TroubleKind::Delay => delays >= DELAYS,
    }
}

impl MailKind {
    /// Whether it always goes to the address of its person. The others may go to somebody else in the person's name, so that what comes
    /// back of them says nothing of the person's address.
    #[must_use]
    pub fn goes_to_its_person(self) -> bool {
        match self {
            Self::ReferralSent
            | Self::ReferralReminder
            | Self::ReferralStopped
            | Self::ReferralAnswered
            | Self::GuestLink
            | Self::GuestCode => false,
            Self::Invitation
            | Self::Digest
            | Self::PasswordReset
            | Self::PasswordChanged
            | Self::SignInLocked
            | Self::SecondFactorAdded
            | Self::SecondFactorRemoved
            | Self::RecoveryCodeUsed
            | Self::SecondFactorReset
            | Self::WeeklyDigest
            | Self::ImmediateDigest
            | Self::Notifications
            | Self::IpRightExpiry
            | Self::OfficerAttestation
            | Self::LeadRetracted
            | Self::ActionFollowUp
            | Self::BreakGlassAsked
            | Self::BreakGlassOpened => true,
        }
    }

    /// Whether it is about the person's way in. These are sent even where mails are suspended: perhaps one arrives.
    #[must_use]
    pub fn is_about_security(self) -> bool {
        match self {
            Self::Invitation
            | Self::PasswordReset
            | Self::PasswordChanged
            | Self::SignInLocked
            | Self::SecondFactorAdded
            | Self::SecondFactorRemoved
            | Self::RecoveryCodeUsed
            | Self::SecondFactorReset => true,
            Self::Digest
            | Self::WeeklyDigest
            | Self::ImmediateDigest
            | Self::Notifications
            | Self::IpRightExpiry
            | Self::OfficerAttestation
            | Self::LeadRetracted
            | Self::ActionFollowUp
            | Self::ReferralSent
            | Self::ReferralReminder
            | Self::ReferralStopped
            | Self::ReferralAnswered
            | Self::GuestLink
            | Self::GuestCode
            | Self::BreakGlassAsked
            | Self::BreakGlassOpened => false,
        }
    }

    /// Whether it is held back while mails to its person are suspended.
    #[must_use]
    pub fn is_held(self) -> bool {
        self.goes_to_its_person() && !self.is_about_security()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounce_and_a_complaint_suspend_at_once_and_delays_when_there_are_five() {
        assert!(suspends(TroubleKind::Bounce, 0) && suspends(TroubleKind::Complaint, 0));
        assert!(!suspends(TroubleKind::Delay, 4) && suspends(TroubleKind::Delay, 5));
    }

    #[test]
    fn what_lets_somebody_in_is_never_held_nor_what_goes_to_others() {
        assert!(MailKind::Digest.is_held() && MailKind::LeadRetracted.is_held());
        assert!(!MailKind::PasswordReset.is_held() && !MailKind::Invitation.is_held());
        assert!(!MailKind::GuestCode.is_held() && !MailKind::ReferralSent.is_held());
    }
}
