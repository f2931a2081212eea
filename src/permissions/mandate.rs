//! What a viewer holds by others: powers of attorney, and places in sharing groups.

use jiff::Timestamp;
use uuid::Uuid;

/// What a power of attorney allows.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
    serde::Serialize,
    serde::Deserialize,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PoaAction {
    /// See what is shared with the principal.
    ReadLeads,
    /// Write, share and close leads for the principal.
    CreateLeads,
    /// Answer deliveries for the principal.
    AnswerDeliveries,
    /// Keep the principal's brands, rights, authorised parties, product sheets, rules of screening and whom enforcers call.
    ManageBrands,
    /// See the money that is the principal's: funds, allocations, the ledger, what purchases cost.
    ReadMoney,
}

/// A power of attorney that was verified and not revoked; its dates still have to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Whose it is.
    pub principal: Uuid,
    /// Whether the principal is active: who is shut out is not represented either.
    pub principal_active: bool,
    /// The brands it covers; `None` means all of the principal's.
    pub brands: Option<Vec<Uuid>>,
    /// What it allows.
    pub actions: Vec<PoaAction>,
    /// From when.
    pub valid_from: Timestamp,
    /// Until when.
    pub valid_until: Timestamp,
}

impl Mandate {
    /// Whether it allows something at a moment.
    pub(super) fn holds(&self, allows: PoaAction, now: Timestamp) -> bool {
        self.principal_active && self.valid_from <= now && now < self.valid_until && self.actions.contains(&allows)
    }
}

/// A place in a sharing group, by name or as one of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupSeat {
    /// The group.
    pub group: Uuid,
    /// Until when the group lasts; `None` means without end.
    pub until: Option<Timestamp>,
}
