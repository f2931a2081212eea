//! The codes of funds (domain.md §4.5, §4.6).

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
    /// What an account of a fund is.
    AccountKind {
        /// The money at the bank. All others are what the fund owes to somebody or something.
        Bank,
        /// What nobody was given yet.
        Pool,
        /// What a member may spend, perhaps in a programme.
        Allocation,
        /// What is held for a purchase.
        Held,
        /// What was paid by card and the bank has not paid yet.
        CardClearing,
        /// What came back from an offender and is owed to somebody.
        RecoveryPayable,
        /// What the bank moved and nobody could place yet.
        Suspense,
        /// What is on its way between two currencies.
        FxClearing,
    }
    /// What an entry tells of.
    EntryKind {
        /// Somebody paid into the fund.
        Contribution,
        /// The pool gave to an allocation.
        Allocation,
        /// An allocation gave back to the pool.
        Deallocation,
        /// An approved purchase holds money.
        Hold,
        /// It holds more than before.
        TopUp,
        /// An order was paid out of what is held.
        Capture,
        /// What is left of a hold went back.
        Release,
        /// A hold of which nothing was spent went back.
        Void,
        /// A hold went back because its time was over.
        Expiry,
        /// A seller paid back.
        Refund,
        /// The bank paid what was paid by card.
        CardPayment,
        /// An offender paid, and the parts are owed.
        Recovery,
        /// A part of a recovery was paid out.
        Payout,
        /// The bank received something that nobody could place.
        SuspenseIn,
        /// The bank paid something that nobody could place.
        SuspenseOut,
        /// What was in suspense found its place.
        SuspenseCleared,
        /// One side of an exchange of currencies.
        Exchange,
        /// A mistake was taken back.
        Reversal,
    }
    /// What money was spent on.
    CostKind {
        /// The goods.
        Goods,
        /// Sending them.
        Shipping,
        /// A notary.
        Notary,
        /// The appraisal.
        Appraisal,
        /// Keeping samples.
        Storage,
        /// Destroying them.
        Destruction,
        /// Changing money.
        Fx,
    }
    /// Out of what an order was paid.
    PaidFrom {
        /// The bank account.
        Bank,
        /// A card; the bank pays it later.
        Card,
    }
    /// Where a hold stands.
    HoldState {
        /// It may be captured.
        Open,
        /// Something was captured, and the rest went back.
        Settled,
        /// Nothing was captured, and all of it went back.
        Voided,
        /// Its time was over, and what was left went back.
        Expired,
    }
    /// What an order is for.
    OrderKind {
        /// Money came in.
        Contribution,
        /// The pool is to give to a member.
        Allocation,
        /// A member's allocation is to give back to the pool.
        Deallocation,
        /// An offender paid, which is shared.
        Recovery,
        /// A part of a recovery was paid out.
        Payout,
        /// The bank changed money of one fund into that of another one.
        Exchange,
        /// An entry is to be taken back.
        Reversal,
        /// The open period is to be closed.
        PeriodClose,
    }
    /// Where an order stands.
    OrderState {
        /// It waits for others.
        Proposed,
        /// Enough others agreed; it is in the books.
        Posted,
        /// Somebody refused it.
        Refused,
        /// Whoever proposed it took it back.
        Withdrawn,
    }
    /// What can be done to an order.
    OrderStep {
        /// Agree to it, as another person.
        Approve,
        /// Refuse it, as another person.
        Refuse,
        /// Take back what one proposed.
        Withdraw,
    }
    /// Where a programme stands.
    ProgramState {
        /// Its first day is to come.
        Planned,
        /// Purchases can be asked for.
        Active,
        /// Its last day is over.
        Ended,
        /// Nobody can use it any more.
        Archived,
    }
    /// What can be done to a programme.
    ProgramStep {
        /// Change it.
        Update,
        /// End it for good; its allocations close.
        Archive,
    }
    /// What can be done with a fund.
    FundStep {
        /// Propose what moves its money.
        Propose,
        /// Write down what the bank did.
        Record,
    }
    /// Whether the bank received or paid what is in suspense.
    SuspenseDirection {
        /// It received it.
        In,
        /// It paid it.
        Out,
    }
    /// Where what was in suspense belongs.
    SuspenseTarget {
        /// It is the fund's: to the pool.
        Pool,
        /// It paid what was paid by card.
        Card,
        /// The bank has sent it back, or got it back.
        Return,
    }
    /// How far the points of a course are from each other.
    BalanceStep {
        /// A day.
        Day,
        /// A week.
        Week,
        /// A calendar month.
        Month,
    }
}

impl AccountKind {
    /// Whether it grows when it is debited. All that a fund owes grows when it is credited.
    #[must_use]
    pub fn is_debit_normal(self) -> bool {
        self == Self::Bank
    }

    /// Whether it may be below zero (I2).
    #[must_use]
    pub fn floats(self) -> bool {
        matches!(self, Self::Suspense | Self::FxClearing)
    }
}

impl EntryKind {
    /// Whether a mistake in it is taken back by a reversal. Holds have their own way back.
    #[must_use]
    pub fn is_reversible(self) -> bool {
        match self {
            Self::Contribution
            | Self::Capture
            | Self::Refund
            | Self::CardPayment
            | Self::Recovery
            | Self::Payout
            | Self::SuspenseCleared
            | Self::Exchange => true,
            Self::Allocation
            | Self::Deallocation
            | Self::Hold
            | Self::TopUp
            | Self::Release
            | Self::Void
            | Self::Expiry
            | Self::SuspenseIn
            | Self::SuspenseOut
            | Self::Reversal => false,
        }
    }

    /// How many other people have to agree that it is taken back: as many as had to before it was made.
    #[must_use]
    pub fn approvals_to_reverse(self) -> usize {
        match self {
            Self::Payout => OrderKind::Payout.approvals_needed(),
            Self::Exchange => OrderKind::Exchange.approvals_needed(),
            Self::Contribution
            | Self::Allocation
            | Self::Deallocation
            | Self::Hold
            | Self::TopUp
            | Self::Capture
            | Self::Release
            | Self::Void
            | Self::Expiry
            | Self::Refund
            | Self::CardPayment
            | Self::Recovery
            | Self::SuspenseIn
            | Self::SuspenseOut
            | Self::SuspenseCleared
            | Self::Reversal => OrderKind::Reversal.approvals_needed(),
        }
    }
}
