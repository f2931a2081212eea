//! The enumerations of funds in the graph.

use crate::{
    funds::rules::{
        AccountKind, BalanceStep, CostKind, EntryKind, FundStep, HoldState, OrderKind, OrderState, OrderStep,
        ProgramState, ProgramStep, SuspenseDirection, SuspenseTarget,
    },
    graphql_enum,
};

graphql_enum! {
    /// What an account of a fund is.
    GqlAccountKind as "LedgerAccountKind" = AccountKind {
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
}

graphql_enum! {
    /// What an entry tells of.
    GqlEntryKind as "LedgerEntryKind" = EntryKind {
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
        /// What was left of a hold went back.
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
}

graphql_enum! {
    /// What a fund's money was spent on.
    GqlFundCostKind as "FundCostKind" = CostKind {
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
}

graphql_enum! {
    /// Where a hold stands.
    GqlHoldState as "FundHoldState" = HoldState {
        /// It may be captured.
        Open,
        /// Something was captured, and the rest went back.
        Settled,
        /// Nothing was captured, and all of it went back.
        Voided,
        /// Its time was over, and what was left went back.
        Expired,
    }
}

graphql_enum! {
    /// What an order of a fund is for.
    GqlOrderKind as "FundOrderKind" = OrderKind {
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
}

graphql_enum! {
    /// Where an order of a fund stands.
    GqlOrderState as "FundOrderState" = OrderState {
        /// It waits for others.
        Proposed,
        /// Enough others agreed; it is in the books.
        Posted,
        /// Somebody refused it.
        Refused,
        /// Whoever proposed it took it back.
        Withdrawn,
    }
}

graphql_enum! {
    /// What the viewer can do to an order of a fund now.
    GqlOrderStep as "FundOrderStep" = OrderStep {
        /// Agree to it, as another person.
        Approve,
        /// Refuse it, as another person.
        Refuse,
        /// Take back what one proposed.
        Withdraw,
    }
}

graphql_enum! {
    /// What the viewer can do with a fund now.
    GqlFundStep as "FundStep" = FundStep {
        /// Propose what moves its money.
        Propose,
        /// Write down what the bank did.
        Record,
    }
}

graphql_enum! {
    /// Where a programme of test purchases stands.
    GqlProgramState as "TestPurchaseProgramState" = ProgramState {
        /// Its first day is to come.
        Planned,
        /// Purchases can be asked for.
        Active,
        /// Its last day is over.
        Ended,
        /// Nobody can use it any more.
        Archived,
    }
}

graphql_enum! {
    /// What the viewer can do with a programme of test purchases now.
    GqlProgramStep as "TestPurchaseProgramStep" = ProgramStep {
        /// Change it.
        Update,
        /// End it for good; its allocations close.
        Archive,
    }
}

graphql_enum! {
    /// Whether the bank received or paid what is in suspense.
    GqlSuspenseDirection as "SuspenseDirection" = SuspenseDirection {
        /// It received it.
        In,
        /// It paid it.
        Out,
    }
}

graphql_enum! {
    /// Where what was in suspense belongs.
    GqlSuspenseTarget as "SuspenseTarget" = SuspenseTarget {
        /// It is the fund's: to the pool. Only what the bank received.
        Pool,
        /// It paid what was paid by card. Only what the bank paid.
        Card,
        /// The bank has sent it back, or got it back.
        Return,
    }
}

graphql_enum! {
    /// How far the points of a course are from each other.
    GqlBalanceStep as "BalanceStep" = BalanceStep {
        /// A day.
        Day,
        /// A week.
        Week,
        /// A calendar month.
        Month,
    }
}
