//! What people are told of in the portal, and how; pure.

mod channels;

pub use channels::{Channel, MOST_HOURS, Said, muted_until};

/// Of what.
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
pub enum NotificationKind {
    /// Somebody put the person on a lead.
    Assigned,
    /// Somebody named the person in a comment.
    Mentioned,
    /// Somebody commented on a lead that the person watches.
    Commented,
    /// A lead came to be answered by the person's organisation, or by one for which it acts.
    Delivered,
    /// An answer is due within two working days to a delivery of a lead that the person is on.
    DueSoon,
    /// The deadline of such a delivery has passed.
    Overdue,
    /// A lead that was shown to the person was taken back.
    Retracted,
    /// A recipient asked for information about a lead of the person's.
    InfoRequested,
    /// The owner answered what the person asked, or somebody for whose delivery the person is on the lead.
    InfoAnswered,
    /// A recipient gave a verdict on a lead of the person's.
    Verdict,
    /// Another organisation knows an identifier that stands in a lead of the person's.
    BlindMatch,
    /// The other organisation of a blind match wants contact, or a colleague does and waits for an administrator.
    ContactWished,
    /// A referral waits for the person's decision, as a second person.
    ReferralApproval,
    /// A referral of the person's was given back, or could not be sent.
    ReferralReturned,
    /// A referral of the person's was sent, or one that names the person.
    ReferralSent,
    /// An agency answered a referral of the person's, or was answered.
    ReferralAnswered,
    /// A referral, or a lead in it, was taken back.
    ReferralStopped,
    /// An agency is late with a referral of the person's.
    ReferralLate,
    /// By a blind match contact was opened.
    ContactOpened,
    /// Nobody has confirmed a hand-over of evidence by or to the person, or somebody it looks after.
    TransferOverdue,
    /// Somebody put the person on the team of an offline action.
    ActionTeam,
    /// An offline action on whose team the person is has moved on, or somebody asks to stop one that it leads.
    ActionChanged,
    /// An offline action meets another one, and the person leads one of the two, or is of the desk.
    ActionClash,
    /// Of an offline action suspects or goods have come to no end for long.
    ActionFollowUp,
    /// An order of a fund waits for the person, as another one, to agree.
    FundApproval,
    /// An order of the person's, or about its organisation's money, was carried out or refused.
    FundDecided,
    /// A test purchase, or more money for one, waits for the person, as another one, to approve it.
    PurchaseApproval,
    /// A test purchase of the person's was approved, refused or given up, or its hold ran out.
    PurchaseDecided,
    /// A test purchase was approved and waits for the desk to say who buys it.
    PurchaseWaits,
    /// The person is to buy something, or more money for it was decided.
    PurchaseAssigned,
    /// A test purchase of the person's has moved on.
    PurchaseMoved,
    /// The hold of a test purchase of the person's, or that it buys, ends soon.
    PurchaseHoldEnding,
    /// A seller is late with paying back what the person asked for or approved.
    PurchaseRefundLate,
    /// A test purchase meets an offline action, and the person is of the desk.
    PurchaseClash,
    /// The person is to inspect a sample.
    AppraisalOrdered,
    /// A report of the person's is due within two days.
    AppraisalDueSoon,
    /// A report is late that the person owes, or ordered.
    AppraisalOverdue,
    /// There is a report on a sample that concerns the person.
    AppraisalReported,
    /// A report on a sample that concerns the person is contested.
    AppraisalContested,
    /// The time to keep a sample is over.
    SampleRetentionEnded,
    /// Reports on a sample contradict each other, or one is contested: what stands on them waits.
    AppraisalConflict,
    /// A webhook endpoint of the person's organisation is out of use.
    WebhookFailing,
    /// A seller on the watch list of the person's organisation offers something of its brands.
    WatchedSellerMet,
    /// An officer of an agency waits for the person, as one of two, to say yes.
    OfficerWaits,
    /// The attestation of an officer ends soon, or has ended.
    OfficerEnding,
    /// No mails go any more to somebody whom the person manages, because they came back.
    MailSuspended,
    /// Somebody changed the person's roles or brands, or let the person in again.
    AccountChanged,
    /// A power of attorney that the person's organisation gave or was given ends soon.
    PowerEnding,
}

impl NotificationKind {
    /// The code in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether a person may say that it does not want to be told. That a lead was taken back reaches everybody who had it
    /// (invariant I35), and what somebody did to an account its person: whoever takes it over cannot keep it from that person.
    #[must_use]
    pub fn may_be_off(self) -> bool {
        match self {
            Self::Retracted
            | Self::ReferralStopped
            | Self::AppraisalConflict
            | Self::MailSuspended
            | Self::AccountChanged => false,
            Self::Assigned
            | Self::Delivered
            | Self::PowerEnding
            | Self::WebhookFailing
            | Self::WatchedSellerMet
            | Self::Mentioned
            | Self::Commented
            | Self::DueSoon
            | Self::Overdue
            | Self::ReferralApproval
            | Self::ReferralReturned
            | Self::ReferralSent
            | Self::ReferralAnswered
            | Self::ReferralLate
            | Self::ActionTeam
            | Self::ActionChanged
            | Self::ActionClash
            | Self::ActionFollowUp
            | Self::FundApproval
            | Self::FundDecided
            | Self::PurchaseApproval
            | Self::PurchaseDecided
            | Self::PurchaseWaits
            | Self::PurchaseAssigned
            | Self::PurchaseMoved
            | Self::PurchaseHoldEnding
            | Self::PurchaseRefundLate
            | Self::PurchaseClash
            | Self::AppraisalOrdered
            | Self::AppraisalDueSoon
            | Self::AppraisalOverdue
            | Self::AppraisalReported
            | Self::AppraisalContested
            | Self::SampleRetentionEnded
            | Self::OfficerWaits
            | Self::OfficerEnding
            | Self::InfoRequested
            | Self::InfoAnswered
            | Self::Verdict
            | Self::BlindMatch
            | Self::ContactWished
            | Self::ContactOpened
            | Self::TransferOverdue => true,
        }
    }

    /// Whether a person is told who said nothing about it: what asks for an act of the person, or is about what the person is on,
    /// wrote, asked or watches (domain.md §4.12). Each delivery to an organisation is for who wants it; the digest tells of them.
    #[must_use]
    pub fn is_usual(self) -> bool {
        match self {
            Self::Delivered => false,
            Self::MailSuspended
            | Self::AccountChanged
            | Self::PowerEnding
            | Self::AppraisalConflict
            | Self::AppraisalOrdered
            | Self::AppraisalDueSoon
            | Self::AppraisalOverdue
            | Self::AppraisalReported
            | Self::AppraisalContested
            | Self::SampleRetentionEnded
            | Self::Assigned
            | Self::Mentioned
            | Self::Commented
            | Self::DueSoon
            | Self::Overdue
            | Self::Retracted
            | Self::WebhookFailing
            | Self::WatchedSellerMet
            | Self::ReferralApproval
            | Self::ReferralReturned
            | Self::ReferralSent
            | Self::ReferralAnswered
            | Self::ReferralStopped
            | Self::ReferralLate
            | Self::ActionTeam
            | Self::ActionChanged
            | Self::ActionClash
            | Self::ActionFollowUp
            | Self::FundApproval
            | Self::FundDecided
            | Self::PurchaseApproval
            | Self::PurchaseDecided
            | Self::PurchaseWaits
            | Self::PurchaseAssigned
            | Self::PurchaseMoved
            | Self::PurchaseHoldEnding
            | Self::PurchaseRefundLate
            | Self::PurchaseClash
            | Self::OfficerWaits
            | Self::OfficerEnding
            | Self::InfoRequested
            | Self::InfoAnswered
            | Self::Verdict
            | Self::BlindMatch
            | Self::ContactWished
            | Self::ContactOpened
            | Self::TransferOverdue => true,
        }
    }
}

/// Working days before a deadline on which whoever is on the lead is reminded, the first one first.
pub const REMINDED_BEFORE: [i64; 2] = [2, 1];

/// The reminder that is due with so many working days left, if one is.
#[must_use]
pub fn reminder(working_days_left: i64) -> Option<i64> {
    let [first, last] = REMINDED_BEFORE;
    match working_days_left {
        left if left > first => None,
        left if left > last => Some(first),
        _ => Some(last),
    }
}

/// Days before the end of a power of attorney on which its two sides are told, the first one first.
pub const POWER_REMINDED_BEFORE: [i64; 2] = [30, 7];

/// The reminder that is due with so many whole days left, if one is.
#[must_use]
pub fn power_reminder(days_left: i64) -> Option<i64> {
    let [first, last] = POWER_REMINDED_BEFORE;
    match days_left {
        left if left >= first => None,
        left if left >= last => Some(first),
        _ => Some(last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retraction_cannot_be_switched_off() {
        let off = Some(Said {
            wanted: false,
            channel: None,
        });
        assert!(NotificationKind::Retracted.is_wanted(off));
        assert!(!NotificationKind::Commented.is_wanted(off));
        assert!(NotificationKind::Commented.is_wanted(None));
    }

    #[test]
    fn what_neither_asks_for_an_act_nor_is_about_what_one_is_on_is_told_to_who_wants_it() {
        use strum::VariantArray as _;

        let unusual: Vec<_> = NotificationKind::VARIANTS
            .iter()
            .filter(|kind| !kind.is_usual())
            .collect();
        assert_eq!(unusual, [&NotificationKind::Delivered]);
    }

    #[test]
    fn reminders_come_two_working_days_before_and_one() {
        let reminders: Vec<_> = [5, 3, 2, 1, 0].into_iter().map(reminder).collect();
        assert_eq!(reminders, [None, None, Some(2), Some(1), Some(1)]);
    }

    #[test]
    fn the_end_of_a_power_of_attorney_is_told_in_its_last_thirty_days_and_in_its_last_seven() {
        let reminders: Vec<_> = [31, 30, 29, 7, 6, 0].into_iter().map(power_reminder).collect();
        assert_eq!(reminders, [None, None, Some(30), Some(30), Some(7), Some(7)]);
    }
}
