//! What clients send about test purchases.

use async_graphql::{ID, InputObject};

use super::enums::{GqlClashResolution, GqlFailure, GqlIdentityPurpose, GqlPaidFrom, GqlPurchaseState, GqlPurpose};
use crate::{
    funds::graphql::GqlFundCostKind,
    permissions::{Action, Scope, Viewer},
    platform::{
        error::Result,
        graphql::{
            scalars::{Date, Decimal},
            uuid, uuids,
        },
        ids::IdKind,
    },
    purchases::{
        commands::{NewFailure, NewIdentity, NewOrder, NewReceipt, NewRequest},
        store::{Awaiting, PurchaseQuery},
    },
};

/// Which test purchases to list; what is left out does not narrow the list.
#[derive(Debug, Clone, Default, InputObject)]
pub struct PurchaseFilter {
    /// In one of these states.
    states: Option<Vec<GqlPurchaseState>>,
    /// With the money of this organisation, or handed to it.
    organization_id: Option<ID>,
    /// Of this programme.
    program_id: Option<ID>,
    /// Of this brand.
    brand_id: Option<ID>,
    /// From this lead.
    lead_id: Option<ID>,
    /// Whether the viewer buys them.
    buyer_is_me: Option<bool>,
    /// Whether they wait for the viewer: to approve them or more money, to say who buys, to order, to receive.
    awaiting_me: Option<bool>,
    /// Whether something is still expected of somebody.
    open: Option<bool>,
}

impl PurchaseFilter {
    pub(super) fn read(self, viewer: &Viewer) -> Result<PurchaseQuery> {
        let id = |kind: IdKind, id: Option<ID>| id.map(|id| uuid(kind, &id)).transpose();
        let mut approves = viewer.scopes(Action::PurchaseApprove);
        let awaiting = Awaiting {
            person: viewer.person,
            of_fund: viewer.scope(Action::PurchaseApprove) == Scope::All,
            of_own: approves.any(|scope| scope == Scope::Own).then_some(viewer.organization),
            assigns: viewer.scope(Action::PurchaseAssign) == Scope::All,
        };
        Ok(PurchaseQuery {
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            organization: id(IdKind::Org, self.organization_id)?,
            program: id(IdKind::Program, self.program_id)?,
            brand: id(IdKind::Brand, self.brand_id)?,
            lead: id(IdKind::Lead, self.lead_id)?,
            buyer: self.buyer_is_me.unwrap_or_default().then_some(viewer.person),
            awaiting: self.awaiting_me.unwrap_or_default().then_some(awaiting),
            open: self.open,
            upwards: false,
        })
    }
}

/// A test purchase to be.
#[derive(Debug, Clone, InputObject)]
pub struct RequestPurchaseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The item of a lead that is to be bought.
    pub(super) item_id: ID,
    /// The delivery by which the organisation asked for test purchases; left out for an item of its own lead, and at the desk.
    pub(super) delivery_id: Option<ID>,
    /// 1 to 100; with what was asked for before no more than was chosen in the delivery's answer.
    pub(super) quantity: i32,
    /// Why, at most 2,000 characters.
    pub(super) reason: String,
    /// At most what one unit may cost.
    pub(super) max_unit_price: Decimal,
    /// For all together; nothing where it is left out.
    pub(super) expected_shipping: Option<Decimal>,
    /// A notary and other fees; nothing where it is left out.
    pub(super) expected_fees: Option<Decimal>,
    /// Out of which money, see `purchaseFunding`.
    pub(super) allocation_id: ID,
    /// What for.
    pub(super) purpose: GqlPurpose,
    /// Whether a notary is to witness it.
    pub(super) notarised: bool,
    /// The seller as a subject of the lead.
    pub(super) seller_subject_id: Option<ID>,
    /// The seller in words, at most 200 characters; the item's where nothing is said.
    pub(super) seller: Option<String>,
}

impl RequestPurchaseInput {
    pub(super) fn read(self) -> Result<NewRequest> {
        let text = |amount: Option<Decimal>| amount.map(|amount| amount.0);
        Ok(NewRequest {
            item: uuid(IdKind::Item, &self.item_id)?,
            delivery: self.delivery_id.map(|id| uuid(IdKind::Delivery, &id)).transpose()?,
            quantity: self.quantity,
            reason: self.reason,
            max_unit_price: self.max_unit_price.0,
            expected_shipping: text(self.expected_shipping),
            expected_fees: text(self.expected_fees),
            allocation: uuid(IdKind::Allocation, &self.allocation_id)?,
            purpose: self.purpose.into(),
            notarised: self.notarised,
            seller_subject: self
                .seller_subject_id
                .map(|id| uuid(IdKind::Subject, &id))
                .transpose()?,
            seller: self.seller,
        })
    }
}

/// A test purchase that is to be approved.
#[derive(Debug, Clone, InputObject)]
pub struct ApprovePurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// How many; all that are asked for where it is left out.
    pub(super) quantity: Option<i32>,
}

/// A test purchase that is to be refused.
#[derive(Debug, Clone, InputObject)]
pub struct RejectPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// A test purchase that is to be given up.
#[derive(Debug, Clone, InputObject)]
pub struct CancelPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// A test purchase of which more money is to be refused.
#[derive(Debug, Clone, InputObject)]
pub struct RefusePurchaseTopUpInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// A test purchase whose seller is not to pay back any more.
#[derive(Debug, Clone, InputObject)]
pub struct WaivePurchaseRefundInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// A test purchase of which more money is to be approved.
#[derive(Debug, Clone, InputObject)]
pub struct ApprovePurchaseTopUpInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
}

/// Who is to buy, and as whom.
#[derive(Debug, Clone, InputObject)]
pub struct AssignPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Who buys.
    pub(super) buyer_id: ID,
    /// The name under which it is bought, at most 200 characters.
    pub(super) alias: String,
    /// The account at the platform, at most 200 characters.
    pub(super) account: Option<String>,
    /// Where it is sent to, at most 500 characters.
    pub(super) ship_to: String,
    /// That the warnings are known.
    pub(super) acknowledge_warnings: Option<bool>,
}

/// Who is to buy from now on.
#[derive(Debug, Clone, InputObject)]
pub struct ReassignPurchaseBuyerInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Who buys.
    pub(super) buyer_id: ID,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
    /// That the warnings are known.
    pub(super) acknowledge_warnings: Option<bool>,
}

/// As whom something might be bought.
#[derive(Debug, Clone, InputObject)]
pub struct BuyerWarningsInput {
    /// Of which purchase.
    pub(super) purchase_id: ID,
    /// The name under which it is bought, at most 200 characters.
    pub(super) alias: String,
    /// The account at the platform, at most 200 characters.
    pub(super) account: Option<String>,
    /// Where it is sent to, at most 500 characters.
    pub(super) ship_to: String,
}

impl AssignPurchaseInput {
    pub(super) fn identity(&self) -> NewIdentity {
        NewIdentity {
            alias: self.alias.clone(),
            account: self.account.clone(),
            ship_to: self.ship_to.clone(),
        }
    }
}

impl BuyerWarningsInput {
    pub(super) fn identity(self) -> NewIdentity {
        NewIdentity {
            alias: self.alias,
            account: self.account,
            ship_to: self.ship_to,
        }
    }
}

/// More money than is held.
#[derive(Debug, Clone, InputObject)]
pub struct AskPurchaseTopUpInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// How much more.
    pub(super) amount: Decimal,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// What was paid for something.
#[derive(Debug, Clone, InputObject)]
pub struct PurchaseCostInput {
    /// For what.
    pub(super) kind: GqlFundCostKind,
    /// How much.
    pub(super) amount: Decimal,
}

/// What was ordered and paid.
#[derive(Debug, Clone, InputObject)]
pub struct OrderPurchaseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// The platform's number of the order, at most 100 characters.
    pub(super) order_number: String,
    /// What was paid for what, each kind once, goods among them.
    pub(super) costs: Vec<PurchaseCostInput>,
    /// Out of what.
    pub(super) paid_from: GqlPaidFrom,
    /// By what the bank names it, where that is known.
    pub(super) bank_reference: Option<String>,
    /// The listing as it was ordered: a piece of the lead's evidence.
    pub(super) listing_evidence_id: ID,
    /// The proof of the order: another piece of the lead's evidence.
    pub(super) proof_evidence_id: ID,
    /// Other pieces that prove something of it.
    pub(super) evidence_ids: Option<Vec<ID>>,
}

impl OrderPurchaseInput {
    pub(super) fn read(self) -> Result<NewOrder> {
        let costs = self.costs.into_iter().map(|cost| (cost.kind.into(), cost.amount.0));
        Ok(NewOrder {
            purchase: uuid(IdKind::Purchase, &self.id)?,
            order_number: self.order_number,
            costs: costs.collect(),
            by_card: self.paid_from == GqlPaidFrom::Card,
            bank_reference: self.bank_reference,
            listing: uuid(IdKind::Evidence, &self.listing_evidence_id)?,
            proof: uuid(IdKind::Evidence, &self.proof_evidence_id)?,
            evidence: uuids(IdKind::Evidence, &self.evidence_ids.unwrap_or_default())?,
        })
    }
}

/// A test purchase that was sent.
#[derive(Debug, Clone, InputObject)]
pub struct ShipPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Who carries it, at most 100 characters.
    pub(super) carrier: Option<String>,
    /// The number of the parcel, at most 100 characters.
    pub(super) parcel_number: String,
}

/// What came.
#[derive(Debug, Clone, InputObject)]
pub struct ReceivePurchaseInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// The film of its unpacking: a video of the lead's evidence.
    pub(super) video_evidence_id: ID,
    /// The number of the seal of each sample.
    pub(super) seals: Vec<String>,
    /// Where the samples are kept, at most 200 characters.
    pub(super) place: Option<String>,
    /// Other pieces of the lead's evidence that prove something of it.
    pub(super) evidence_ids: Option<Vec<ID>>,
}

impl ReceivePurchaseInput {
    pub(super) fn read(self) -> Result<NewReceipt> {
        Ok(NewReceipt {
            purchase: uuid(IdKind::Purchase, &self.id)?,
            video: uuid(IdKind::Evidence, &self.video_evidence_id)?,
            seals: self.seals,
            place: self.place,
            evidence: uuids(IdKind::Evidence, &self.evidence_ids.unwrap_or_default())?,
        })
    }
}

/// An order that came to nothing.
#[derive(Debug, Clone, InputObject)]
pub struct FailPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// How.
    pub(super) failure: GqlFailure,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
    /// What the seller is to pay back; nothing where it is left out.
    pub(super) refund_expected: Option<Decimal>,
    /// By which day; 30 days from now where it is left out.
    pub(super) refund_due_on: Option<Date>,
}

impl FailPurchaseInput {
    pub(super) fn read(self) -> NewFailure {
        NewFailure {
            failure: self.failure.into(),
            reason: self.reason,
            refund: self.refund_expected.map(|amount| amount.0),
            due_on: self.refund_due_on.map(|day| day.0),
        }
    }
}

/// A right holder to whom a purchase of the alliance is handed.
#[derive(Debug, Clone, InputObject)]
pub struct HandOverPurchaseInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// Active, and it holds the brand.
    pub(super) organization_id: ID,
    /// Why, at most 1,000 characters.
    pub(super) reason: String,
}

/// As whom something is bought, for a purpose that is logged.
#[derive(Debug, Clone, InputObject)]
pub struct RevealBuyerIdentityInput {
    /// Which one.
    pub(super) id: ID,
    /// What for.
    pub(super) purpose: GqlIdentityPurpose,
}

/// What becomes of a purchase that meets an offline action.
#[derive(Debug, Clone, InputObject)]
pub struct ResolvePurchaseClashInput {
    /// Which one.
    pub(super) id: ID,
    /// Its version as it was seen.
    pub(super) expected_version: i32,
    /// What.
    pub(super) resolution: GqlClashResolution,
    /// The words to it, at most 1,000 characters.
    pub(super) note: String,
}
