//! The enumerations of test purchases in the graph.

use crate::{
    funds::rules::PaidFrom,
    graphql_enum,
    purchases::rules::{
        BuyerWarningKind, ClashResolution, Failure, IdentityPurpose, Initiator, PurchaseEventKind, PurchaseState,
        PurchaseStep, Purpose, TopUpState,
    },
};

graphql_enum! {
    /// Where a test purchase stands.
    GqlPurchaseState as "PurchaseState" = PurchaseState {
        /// Somebody asked for it; nobody, or one of two, has approved it.
        Requested,
        /// It was approved, and its money is held.
        Approved,
        /// An approver refused it.
        Rejected,
        /// It was given up before anything was ordered.
        Cancelled,
        /// Nothing was ordered in time; its money went back.
        HoldExpired,
        /// Somebody is to buy it.
        Assigned,
        /// It was ordered and paid.
        Ordered,
        /// The seller has sent it.
        Shipped,
        /// It was received; its samples are under custody.
        Received,
        /// It did not come.
        NotDelivered,
        /// The seller took the order back.
        SellerCancelled,
        /// It was lost on its way.
        Lost,
        /// A sample is with an appraiser.
        InAppraisal,
        /// Every sample that was given to an appraiser has a final conclusion.
        Appraised,
        /// Its money is settled and its samples are at their end.
        Closed,
    }
}

graphql_enum! {
    /// What for a test purchase is made.
    GqlPurpose as "PurchasePurpose" = Purpose {
        /// To go to a civil court.
        Civil,
        /// To go to law enforcement.
        Criminal,
        /// To complain to a platform.
        Platform,
        /// To learn who sells what.
        Intelligence,
    }
}

graphql_enum! {
    /// Whose idea a test purchase was.
    GqlInitiator as "PurchaseInitiator" = Initiator {
        /// A member's, or its agent's for it.
        Member,
        /// The secretariat's.
        Alliance,
    }
}

graphql_enum! {
    /// What somebody can do with a test purchase.
    GqlPurchaseStep as "PurchaseStep" = PurchaseStep {
        /// Approve it, as another person than the one who asked and those who did.
        Approve,
        /// Refuse it, as another person than the one who asked.
        Reject,
        /// Give up what one asked for.
        Cancel,
        /// Say who buys it, and as whom.
        Assign,
        /// Give it to another buyer; as whom it is bought stays.
        Reassign,
        /// See as whom it is bought, for a purpose that is logged.
        Reveal,
        /// Say that it was ordered.
        Order,
        /// Ask for more money than is held.
        AskTopUp,
        /// Agree to more money, as another person.
        ApproveTopUp,
        /// Refuse more money, as another person.
        RefuseTopUp,
        /// Say that it was sent.
        Ship,
        /// Say that it came.
        Receive,
        /// Say that it will not come.
        Fail,
        /// Give up what the seller was to pay back.
        WaiveRefund,
        /// Hand it to a right holder.
        HandOver,
    }
}

graphql_enum! {
    /// What happened to a test purchase.
    GqlPurchaseEventKind as "PurchaseEventKind" = PurchaseEventKind {
        /// Somebody asked for it.
        Requested,
        /// Somebody approved it.
        Approved,
        /// An approver refused it.
        Rejected,
        /// It was given up.
        Cancelled,
        /// Nothing was ordered in time.
        HoldExpired,
        /// Somebody is to buy it.
        Assigned,
        /// Another buyer was named.
        Reassigned,
        /// The buyer asked for more money.
        TopUpAsked,
        /// Somebody approved more money.
        TopUpApproved,
        /// Somebody refused more money.
        TopUpRefused,
        /// It was ordered and paid.
        Ordered,
        /// The seller has sent it.
        Shipped,
        /// It was received.
        Received,
        /// It did not come.
        NotDelivered,
        /// The seller took the order back.
        SellerCancelled,
        /// It was lost on its way.
        Lost,
        /// What the seller was to pay back was given up.
        RefundWaived,
        /// The seller has paid back what was expected.
        Refunded,
        /// It was handed to a right holder.
        HandedOver,
        /// A sample went to an appraiser.
        InAppraisal,
        /// Its samples were appraised.
        Appraised,
        /// It is at its end.
        Closed,
    }
}

graphql_enum! {
    /// How an order came to nothing.
    GqlFailure as "PurchaseFailure" = Failure {
        /// It did not come.
        NotDelivered,
        /// The seller took the order back.
        SellerCancelled,
        /// It was lost on its way.
        Lost,
    }
}

graphql_enum! {
    /// Where a wish for more money stands.
    GqlTopUpState as "PurchaseTopUpState" = TopUpState {
        /// Nobody has decided it.
        Asked,
        /// It was put on top of the hold.
        Approved,
        /// It was refused.
        Refused,
    }
}

graphql_enum! {
    /// What may give a buyer away.
    GqlBuyerWarningKind as "BuyerWarningKind" = BuyerWarningKind {
        /// The alias or the account was used with this seller's network.
        IdentityUsed,
        /// The address was used with this seller's network.
        AddressUsed,
    }
}

graphql_enum! {
    /// What the identity of a buyer is shown for.
    GqlIdentityPurpose as "BuyerIdentityPurpose" = IdentityPurpose {
        /// To order.
        Order,
        /// To receive what was ordered.
        Receipt,
        /// To say in a procedure who bought.
        Testimony,
        /// To look into what went wrong.
        Review,
    }
}

graphql_enum! {
    /// What becomes of a purchase that meets an offline action.
    GqlClashResolution as "PurchaseClashResolution" = ClashResolution {
        /// Both go ahead.
        Proceed,
        /// The purchase is given up.
        GiveUp,
    }
}

graphql_enum! {
    /// Out of what an order was paid.
    GqlPaidFrom as "PurchasePaidFrom" = PaidFrom {
        /// The bank paid it.
        Bank,
        /// A card paid it, and the bank has not yet.
        Card,
    }
}

/// In which order test purchases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "PurchaseOrder")]
pub enum GqlPurchaseOrder {
    /// Those that were asked for last in front.
    LatestFirst,
    /// Those that were asked for first in front.
    OldestFirst,
}
