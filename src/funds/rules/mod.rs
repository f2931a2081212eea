//! Pure rules of funds: what accounts are, what entries do to them, holds in two phases, caps, who agrees to what, seals.

pub mod caps;
mod codes;
mod facts;
mod holds;
mod journal;
mod orders;
mod periods;
mod sight;
mod transfers;

pub use caps::{CapBroken, Caps, Spent, broken};
pub use codes::{
    AccountKind, BalanceStep, CostKind, EntryKind, FundStep, HoldState, OrderKind, OrderState, OrderStep, PaidFrom,
    ProgramState, ProgramStep, SuspenseDirection, SuspenseTarget,
};
pub use facts::{
    MOST_MINOR, MOST_NAMED, ProgramFacts, amount, bank_reference, currency, line, optional, program_state, text,
};
pub use holds::{Closing, HoldFacts};
pub use journal::{Posted, account_name, journal};
pub use orders::OrderStanding;
pub use periods::{Digest, Line, Sealed, genesis, seal};
pub use sight::FundSight;
pub use transfers::{Effect, Transfer, balance, effects};
