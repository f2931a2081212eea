//! The codes of test purchases (domain.md §4.5).

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

codes! {
    /// Where a test purchase stands.
    PurchaseState {
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
    /// What for a test purchase is made.
    Purpose {
        /// To go to a civil court.
        Civil,
        /// To go to law enforcement.
        Criminal,
        /// To complain to a platform.
        Platform,
        /// To learn who sells what.
        Intelligence,
    }
    /// Whose idea a test purchase was.
    Initiator {
        /// A member's, or its agent's for it.
        Member,
        /// The secretariat's.
        Alliance,
    }
    /// What somebody can do with a test purchase.
    PurchaseStep {
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
    /// What happened to a test purchase.
    PurchaseEventKind {
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
    /// How an order came to nothing.
    Failure {
        /// It did not come.
        NotDelivered,
        /// The seller took the order back.
        SellerCancelled,
        /// It was lost on its way.
        Lost,
    }
    /// Where a wish for more money stands.
    TopUpState {
        /// Nobody has decided it.
        Asked,
        /// It was put on top of the hold.
        Approved,
        /// It was refused.
        Refused,
    }
    /// What may give a buyer away.
    BuyerWarningKind {
        /// The alias or the account was used with this seller's network.
        IdentityUsed,
        /// The address was used with this seller's network.
        AddressUsed,
    }
    /// What the identity of a buyer is shown for.
    IdentityPurpose {
        /// To order.
        Order,
        /// To receive what was ordered.
        Receipt,
        /// To say in a procedure who bought.
        Testimony,
        /// To look into what went wrong.
        Review,
    }
    /// What becomes of a purchase that meets an offline action.
    ClashResolution {
        /// Both go ahead.
        Proceed,
        /// The purchase is given up.
        GiveUp,
    }
    /// What a piece of evidence proves of a purchase.
    EvidenceRole {
        /// The listing as it was ordered.
        Listing,
        /// The order.
        Proof,
        /// The unpacking.
        Video,
        /// Something else.
        Other,
    }
    /// Whom or what a mark meets again.
    MarkKind {
        /// The seller itself.
        Seller,
        /// What the seller hangs together with.
        Network,
        /// Where the seller is, or what it hangs together with.
        Place,
        /// The alias or the account of the buyer.
        Identity,
        /// The address of the buyer.
        Address,
    }
}

impl PurchaseState {
    /// Whether it waits for a decision or for an order: whoever plans an action at its seller is compared with it.
    #[must_use]
    pub fn is_compared(self) -> bool {
        match self {
            Self::Requested | Self::Approved | Self::Assigned | Self::Ordered | Self::Shipped => true,
            Self::Rejected
            | Self::Cancelled
            | Self::HoldExpired
            | Self::Received
            | Self::NotDelivered
            | Self::SellerCancelled
            | Self::Lost
            | Self::InAppraisal
            | Self::Appraised
            | Self::Closed => false,
        }
    }

    /// Whether it came to nothing before money was spent: it counts towards no cap and no quantity.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Rejected | Self::Cancelled | Self::HoldExpired)
    }

    /// Whether something is still expected of somebody.
    #[must_use]
    pub fn is_open(self) -> bool {
        !self.is_void() && self != Self::Closed
    }
}

impl Failure {
    /// Where a purchase stands that failed so.
    #[must_use]
    pub fn state(self) -> PurchaseState {
        match self {
            Self::NotDelivered => PurchaseState::NotDelivered,
            Self::SellerCancelled => PurchaseState::SellerCancelled,
            Self::Lost => PurchaseState::Lost,
        }
    }

    /// What is said of it.
    #[must_use]
    pub fn event(self) -> PurchaseEventKind {
        match self {
            Self::NotDelivered => PurchaseEventKind::NotDelivered,
            Self::SellerCancelled => PurchaseEventKind::SellerCancelled,
            Self::Lost => PurchaseEventKind::Lost,
        }
    }
}
