//! Enumerations of offline actions, as clients see them.

use crate::{
    actions::{
        rules::{
            ActionKind, ActionState, ActionStep, ApprovalSide, ClashKind, HitState, Resolution, SiteKind, TeamRole,
        },
        store::ActionOrder,
    },
    graphql_enum,
};

graphql_enum! {
    /// What an offline action is.
    GqlActionKind as "OfflineActionKind" = ActionKind {
        /// Law enforcement goes in.
        Raid,
        /// An authority inspects.
        Inspection,
        /// Goods are taken.
        Seizure,
        /// Goods are destroyed.
        Destruction,
        /// A market is gone through, stall by stall.
        MarketSweep,
        /// Customs detain goods.
        CustomsDetention,
    }
}

graphql_enum! {
    /// Where an offline action stands.
    GqlActionState as "OfflineActionState" = ActionState {
        /// Somebody wants it.
        Proposed,
        /// Compared with the others.
        Deconflicting,
        /// Nothing stands in its way; waits for two approvals.
        Planned,
        /// Both sides have approved it.
        Approved,
        /// Law enforcement has set it.
        Scheduled,
        /// Under way.
        InProgress,
        /// Done.
        Executed,
        /// What came of it is written down.
        OutcomeRecorded,
        /// Somebody else has verified that.
        OutcomeVerified,
        /// Suspects and goods are followed to the end.
        FollowUp,
        /// Nothing is left to do.
        Closed,
        /// Put off.
        Postponed,
        /// Broken off.
        Aborted,
        /// Given up before it began.
        Cancelled,
    }
}

graphql_enum! {
    /// What the viewer can do with an offline action now.
    GqlActionStep as "OfflineActionStep" = ActionStep {
        /// Change what it is, where and when: `changeOfflineAction`, `addActionSite`, `removeActionSite`.
        Change,
        /// Say who is on the team: `addTeamMember`, `removeTeamMember`.
        Staff,
        /// Add something to be done, or say that it is: `addActionTask`, `completeActionTask`.
        AddTask,
        /// Have it compared with the others: `submitOfflineAction`.
        Submit,
        /// Find that nothing stands in its way: `planOfflineAction`.
        Plan,
        /// Approve it, for one of the two sides: `approveOfflineAction`.
        Approve,
        /// Set it: `scheduleOfflineAction`.
        Schedule,
        /// Begin it: `startOfflineAction`.
        Start,
        /// End it, done: `executeOfflineAction`.
        Execute,
        /// Put it off: `postponeOfflineAction`.
        Postpone,
        /// Break it off: `abortOfflineAction`.
        Abort,
        /// Give it up: `cancelOfflineAction`.
        Cancel,
        /// End the embargo: `releaseOfflineAction`.
        Release,
        /// Ask its lead to stop it: `askOfflineActionStop`.
        AskStop,
        /// Write down what came of it: `recordSiteResult`, `recordSuspect`, `recordSeizure`, `strikeOutcomeEntry`.
        RecordOutcome,
        /// Say that all is written down: `submitOutcome`.
        SubmitOutcome,
        /// Verify that, as somebody else: `verifyOutcome`.
        VerifyOutcome,
        /// Send that back: `returnOutcome`.
        ReturnOutcome,
        /// Correct what was verified: `correctOutcome`.
        CorrectOutcome,
        /// Begin to follow suspects and goods: `startFollowUp`.
        StartFollowUp,
        /// Write down what becomes of them.
        Follow,
        /// End it: `closeOfflineAction`.
        Close,
    }
}

graphql_enum! {
    /// What somebody is on the team of an offline action.
    GqlTeamRole as "TeamRole" = TeamRole {
        /// Leads it, for the lead agency.
        Lead,
        /// Takes part for law enforcement.
        Officer,
        /// Takes part for the secretariat.
        Desk,
        /// Takes part for a right holder.
        Investigator,
        /// Knows of it and does nothing.
        Observer,
    }
}

graphql_enum! {
    /// From which side an offline action is approved.
    GqlApprovalSide as "ApprovalSide" = ApprovalSide {
        /// The secretariat.
        Secretariat,
        /// Law enforcement.
        LawEnforcement,
    }
}

graphql_enum! {
    /// What is done at a site.
    GqlSiteKind as "SiteKind" = SiteKind {
        /// Goods are made.
        Production,
        /// Goods are stored.
        Storage,
        /// Goods are sold.
        Sales,
        /// Goods are packed and labelled.
        Packaging,
        /// Goods are sent.
        Logistics,
        /// Shops on the internet are run.
        OnlineOffice,
    }
}

graphql_enum! {
    /// In what two actions meet.
    GqlClashKind as "ClashKind" = ClashKind {
        /// The same place, within thirty days.
        Site,
        /// The same part of a town, within two days.
        Area,
        /// Somebody whom both are about, within thirty days.
        Subject,
    }
}

graphql_enum! {
    /// Where it stands that two actions meet.
    GqlHitState as "DeconflictionState" = HitState {
        /// Nobody has said what becomes of it.
        Open,
        /// One of the two is to move, and has not yet.
        Moving,
        /// It stands in nobody's way any more.
        Resolved,
        /// The two do not meet any more.
        Void,
    }
}

graphql_enum! {
    /// What becomes of two actions that meet.
    GqlResolution as "DeconflictionResolution" = Resolution {
        /// One of them goes on in the other.
        Merge,
        /// One of them moves.
        Reschedule,
        /// Both go ahead; the lead of each signs.
        Proceed,
    }
}

graphql_enum! {
    /// The order of a list of offline actions.
    GqlActionOrder as "OfflineActionOrder" = ActionOrder {
        /// Those that begin first in front; those without a time at the end.
        StartsFirst,
        /// Those that begin last in front.
        StartsLast,
        /// Those proposed last in front.
        ProposedLast,
    }
}
