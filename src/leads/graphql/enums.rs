//! Enumerations of leads, as clients see them.

use crate::{
    graphql_enum,
    leads::rules::{
        AffectedPartyNotification, Attribution, Channel, DeliveryState, ExpirySettlement, InfringementType,
        LeadOutcome, LeadSource, LeadState, PermittedActions, Priority, RejectReason, TimelineKind, Verdict,
    },
    permissions::audience::{HandlingCode, Tlp},
};

graphql_enum! {
    /// Traffic Light Protocol 2.0: how far information may travel.
    GqlTlp as "Tlp" = Tlp {
        /// For everybody.
        Clear,
        /// For the community of the alliance and law enforcement.
        Green,
        /// For the named organisations and their clients.
        Amber,
        /// For the named organisations only.
        AmberStrict,
        /// For named people only.
        Red,
    }
}

graphql_enum! {
    /// Europol's handling codes; H2 and H3 narrow a lead to named people.
    GqlHandlingCode as "HandlingCode" = HandlingCode {
        /// No restriction beyond the purpose.
        H0,
        /// Not for use in court without permission.
        H1,
        /// Not to be passed on without permission.
        H2,
        /// Other restrictions.
        H3,
    }
}

graphql_enum! {
    /// Where a lead stands.
    GqlLeadState as "LeadState" = LeadState {
        /// Being written by its owner.
        Draft,
        /// Handed in, waiting for triage.
        Submitted,
        /// Graded, ready to be shared.
        Triaged,
        /// Turned down at triage.
        Rejected,
        /// Recognised at triage as the same as another lead, with which it goes on.
        Merged,
        /// Pushed to those it concerns.
        Shared,
        /// Closed with an outcome.
        Resolved,
        /// Taken back.
        Retracted,
    }
}

graphql_enum! {
    /// Where a lead came from.
    GqlLeadSource as "LeadSource" = LeadSource {
        /// A detection model.
        Model,
        /// A member.
        Member,
        /// Law enforcement.
        Le,
        /// The public.
        PublicTip,
        /// A partner system.
        Partner,
        /// An association.
        Association,
    }
}

graphql_enum! {
    /// Where the goods are offered.
    GqlChannel as "Channel" = Channel {
        /// On the internet.
        Online,
        /// In shops, workshops, warehouses.
        Offline,
    }
}

graphql_enum! {
    /// How urgent it is.
    GqlPriority as "Priority" = Priority {
        /// When there is time.
        Low,
        /// In turn.
        Normal,
        /// Before others.
        High,
        /// At once.
        Urgent,
    }
}

graphql_enum! {
    /// What is wrong with the goods or the offer.
    GqlInfringementType as "InfringementType" = InfringementType {
        /// A counterfeit.
        Counterfeit,
        /// The mark is hidden in the pictures.
        LogoObscured,
        /// A look-alike without the mark.
        LookalikeShanzhai,
        /// Brand names stuffed into the text.
        KeywordStuffing,
        /// A seller caught before.
        RepeatInfringement,
        /// Pictures taken from the brand.
        StolenImage,
        /// A patent.
        Patent,
        /// Genuine goods outside their market.
        GreyMarket,
        /// Sold across a border.
        CrossBorder,
        /// Made, packed or stored off line.
        OfflineProduction,
    }
}

graphql_enum! {
    /// How a lead ended.
    GqlLeadOutcome as "LeadOutcome" = LeadOutcome {
        /// It is an infringement.
        ConfirmedInfringement,
        /// It is none.
        NotInfringing,
        /// It cannot be told.
        InsufficientInformation,
        /// Nobody answered.
        NoAnswer,
    }
}

graphql_enum! {
    /// Why triage turned a lead down.
    GqlRejectReason as "RejectReason" = RejectReason {
        /// It is known already.
        Duplicate,
        /// Too little to go on.
        InsufficientInformation,
        /// Not the alliance's business.
        OutOfScope,
        /// Evidently no infringement.
        NotInfringing,
        /// The seller is authorised.
        AuthorizedSeller,
    }
}

graphql_enum! {
    /// Where a delivery stands.
    GqlDeliveryState as "DeliveryState" = DeliveryState {
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
}

graphql_enum! {
    /// What a recipient answers.
    GqlVerdict as "Verdict" = Verdict {
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
}

graphql_enum! {
    /// What becomes of a lapsed delivery.
    GqlExpirySettlement as "ExpirySettlement" = ExpirySettlement {
        /// Sent again with a new deadline.
        Repush,
        /// Closed without counting against the recipient.
        Close,
        /// Closed and counted as a non-response.
        NonResponse,
    }
}

graphql_enum! {
    /// What happened to a lead.
    GqlTimelineKind as "TimelineKind" = TimelineKind {
        /// It was written.
        Created,
        /// Its draft was changed.
        Updated,
        /// It was handed in.
        Submitted,
        /// It was graded.
        Triaged,
        /// It was turned down.
        Rejected,
        /// It goes on with another lead.
        Merged,
        /// It was shown to more people.
        Shared,
        /// What it was opened to was taken back.
        Revoked,
        /// It was opened to a person in an emergency.
        EmergencyOpened,
        /// It was copied without what must not travel.
        Copied,
        /// Its TLP was changed.
        TlpChanged,
        /// How it may be used was changed.
        HandlingChanged,
        /// It was pushed to a recipient.
        Delivered,
        /// The recipient opened it.
        Viewed,
        /// The recipient took it up.
        Acknowledged,
        /// The recipient answered.
        Answered,
        /// The recipient asked for information.
        InfoRequested,
        /// The owner gave the information.
        InfoAnswered,
        /// The calendar's notice came out and the deadline was computed anew; it never becomes earlier.
        DeadlineRecalculated,
        /// The deadline passed.
        Overdue,
        /// It lapsed unanswered.
        Expired,
        /// The desk settled what had lapsed.
        Settled,
        /// Somebody commented.
        Commented,
        /// Somebody or something was named in it.
        SubjectAdded,
        /// What was named in it was taken away.
        SubjectRemoved,
        /// Evidence was added.
        EvidenceAdded,
        /// The bytes of evidence are not what they were; nobody gets them any more.
        EvidenceQuarantined,
        /// A hand-over of evidence was not confirmed in time.
        EvidenceTransferOverdue,
        /// Evidence was destroyed.
        EvidenceDestroyed,
        /// A test purchase from it came to its end.
        PurchaseClosed,
        /// It was closed.
        Resolved,
        /// It was opened again.
        Reopened,
        /// It was taken back.
        Retracted,
    }
}

/// What the viewer may do with a lead right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum LeadAction {
    /// Change the draft.
    Update,
    /// Hand it in.
    Submit,
    /// Grade it.
    Triage,
    /// Turn it down.
    Reject,
    /// Let it go on with another lead.
    Merge,
    /// Show it to more people.
    Share,
    /// Change its TLP.
    ChangeTlp,
    /// Change how it may be used.
    ChangeHandling,
    /// Take back what it was opened to.
    Revoke,
    /// Write a copy without what must not travel.
    Copy,
    /// Close it.
    Resolve,
    /// Open it again.
    Reopen,
    /// Take it back.
    Retract,
    /// Comment on it.
    Comment,
    /// Name somebody or something that stands behind it.
    AddSubject,
    /// Add evidence to it.
    AddEvidence,
    /// See who sees it, and who would.
    PreviewAudience,
    /// Answer a recipient's question.
    AnswerInfoRequest,
}

/// What the viewer may do with a delivery right now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum DeliveryAction {
    /// Mark it as opened.
    View,
    /// Take it up.
    Acknowledge,
    /// Answer it, or change the answer.
    Answer,
    /// Settle what lapsed.
    Settle,
}

/// Who sees a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum CommentAudience {
    /// The lead's owner and the author's organisation.
    OwnerAndMyOrganization,
    /// Everybody who sees the lead.
    EveryoneWhoSeesTheLead,
}

/// By what leads are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum LeadOrderField {
    /// The moment of writing.
    CreatedAt,
    /// Urgency.
    Priority,
}

/// By what deliveries are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum DeliveryOrderField {
    /// The deadline.
    DueAt,
    /// The moment of pushing.
    CreatedAt,
}

/// Which way a list runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
pub enum OrderDirection {
    /// Smallest or earliest first.
    Asc,
    /// Largest or latest first.
    Desc,
}

graphql_enum! {
    /// What those a lead is shared with may do with it, from least to most.
    GqlPermittedActions as "PermittedActions" = PermittedActions {
        /// Nothing but know it.
        None,
        /// What nobody outside the own organisation can notice.
        InternalOnly,
        /// Nothing before the owner was asked.
        ContactFirst,
        /// What does not touch those whom it concerns.
        Indirect,
        /// Whatever the law allows.
        Direct,
    }
}

graphql_enum! {
    /// Whether those whom a lead concerns may be told.
    GqlAffectedPartyNotification as "AffectedPartyNotification" = AffectedPartyNotification {
        /// They may.
        May,
        /// They must not be tipped off.
        MustNot,
    }
}

graphql_enum! {
    /// Whether a lead's owner may be named as its source.
    GqlAttribution as "Attribution" = Attribution {
        /// It may be.
        May,
        /// Whoever uses it has to name it.
        Must,
        /// It must not be: others see it under a pseudonym.
        MustNot,
    }
}
