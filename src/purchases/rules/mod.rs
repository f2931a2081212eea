//! Pure rules of test purchases: states and who moves them, what they may cost, who sees them, what meets.

mod codes;
mod facts;
mod sight;
mod steps;
mod terms;

pub use codes::{
    BuyerWarningKind, ClashResolution, EvidenceRole, Failure, IdentityPurpose, Initiator, MarkKind, PurchaseEventKind,
    PurchaseState, PurchaseStep, Purpose, TopUpState,
};
pub use facts::{
    Bounds, MOST_QUANTITY, MOST_SEALS, compared, fees, fits_listing, missing_evidence, seals, total, within_choice,
};
pub use sight::PurchaseSight;
pub use steps::{Standing, approves, next};
pub use terms::{Terms, effective_at};
