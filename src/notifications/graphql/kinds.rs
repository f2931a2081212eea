//! The kinds of notifications, as GraphQL names them.

use crate::{
    graphql_enum,
    notifications::rules::{Channel, NotificationKind},
};

graphql_enum! {
    /// How a person is told.
    GqlChannel as "NotificationChannel" = Channel {
        /// Not at all.
        None,
        /// In the portal.
        Portal,
        /// In the portal, and by a line of the next daily or weekly digest of those who have one.
        Digest,
        /// In the portal, and by a mail of its own: at most one in a quarter of an hour, outside of quiet hours and days off.
        Mail,
    }
}

graphql_enum! {
    /// Of what a person is told.
    GqlNotificationKind as "NotificationKind" = NotificationKind {
        /// Somebody put the person on a lead.
        Assigned,
        /// Somebody named the person in a comment.
        Mentioned,
        /// Somebody commented on a lead that the person watches.
        Commented,
        /// A lead came to be answered by the person's organisation, or by one for which it acts. Told to who wants it.
        Delivered,
        /// An answer is due within two working days to a delivery of a lead that the person is on.
        DueSoon,
        /// The deadline of such a delivery has passed.
        Overdue,
        /// A lead that was shown to the person was taken back. Cannot be switched off.
        Retracted,
        /// A recipient asked for information about a lead of the person's.
        InfoRequested,
        /// What the person asked was answered, or somebody for whose delivery the person is on the lead was.
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
        /// A referral, or a lead in it, was taken back. Cannot be switched off.
        ReferralStopped,
        /// An agency is late with a referral of the person's.
        ReferralLate,
        /// By a blind match contact was opened: each of the two knows who the other is.
        ContactOpened,
        /// For two days nobody has confirmed a hand-over of evidence by or to the person, or somebody the person looks after.
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
        /// A webhook endpoint of the person's organisation is out of use.
        WebhookFailing,
        /// A seller on the watch list of the person's organisation offers something of its brands.
        WatchedSellerMet,
        /// An officer of an agency waits for the person, as one of two, to say yes.
        OfficerWaits,
        /// The attestation of an officer ends soon, or has ended.
        OfficerEnding,
        /// No mails go any more to somebody whom the person manages, because they came back. Cannot be switched off.
        MailSuspended,
        /// Somebody changed the person's roles or brands, or let the person in again. Cannot be switched off.
        AccountChanged,
        /// A power of attorney that the person's organisation gave or was given ends within thirty days, or seven.
        PowerEnding,
    }
}
