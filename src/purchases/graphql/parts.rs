//! What belongs to a test purchase, as clients see it.

use std::sync::Arc;

use async_graphql::{Context, SimpleObject};
use jiff::{civil, tz::TimeZone};
use uuid::Uuid;

use super::{
    enums::{GqlBuyerWarningKind, GqlPurchaseEventKind, GqlTopUpState},
    loaders::{self, ApprovalsOf, CostsOf, EventsOf, EvidenceOf, HoldOf, TopUpsOf},
};
use crate::{
    app::App,
    funds::{
        HoldRow,
        graphql::GqlFundCostKind,
        rules::{CostKind, HoldState},
    },
    leads::graphql::Money,
    members::graphql::{Person, person},
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            from_context,
            scalars::{Date, DateTime},
        },
        money,
    },
    purchases::{
        commands::{self, Warning},
        rules::{EvidenceRole, PurchaseEventKind, TopUpState, total},
        store::PurchaseRow,
    },
};

/// Minor units as clients see them.
pub(super) fn amount(minor: i64, currency: &str) -> Money {
    money::Money {
        minor,
        currency: currency.to_owned(),
    }
    .into()
}

/// What a test purchase comes to.
#[derive(SimpleObject)]
pub struct PurchaseMoney {
    /// ISO 4217 code.
    currency: String,
    /// What was asked for: units at most, shipping and fees.
    asked: Money,
    /// What was approved, with what was put on top; null until then.
    approved: Option<Money>,
    /// What is held and not spent.
    held: Money,
    /// What was spent, ever.
    captured: Money,
    /// What of it the seller paid back.
    refunded: Money,
    /// What the seller is to pay back; null where nothing is expected any more.
    refund_expected: Option<Money>,
    /// At most what one unit may cost.
    max_unit_price: Money,
    /// What shipping was expected to cost.
    expected_shipping: Money,
    /// What a notary and other fees were expected to cost.
    expected_fees: Money,
    /// What was spent on what; empty until it is ordered.
    costs: Vec<PurchaseCost>,
}

/// What was spent on something.
#[derive(SimpleObject)]
pub struct PurchaseCost {
    /// On what.
    kind: GqlFundCostKind,
    /// How much.
    amount: Money,
}

/// The hold of a purchase; nothing where it has none.
async fn hold_of(ctx: &Context<'_>, row: &PurchaseRow) -> Result<Option<Arc<HoldRow>>> {
    match row.hold_id {
        Some(key) => loaders::of(ctx)?.load_one(HoldOf(key)).await,
        None => Ok(None),
    }
}

/// What a purchase comes to.
pub(super) async fn money_of(ctx: &Context<'_>, row: &PurchaseRow) -> Result<PurchaseMoney> {
    let of = |minor: i64| amount(minor, &row.currency);
    let hold = hold_of(ctx, row).await?;
    let spent = loaders::of(ctx)?.load_one(CostsOf(row.id)).await?;
    let mut costs = Vec::new();
    for cost in spent.iter().flat_map(|rows| rows.iter()) {
        costs.push(PurchaseCost {
            kind: code::<CostKind>(&cost.kind)?.into(),
            amount: of(cost.amount_minor),
        });
    }
    let held = match &hold {
        Some(hold) if hold.state == HoldState::Open.code() => hold.amount_minor - hold.captured_minor,
        Some(_) | None => 0,
    };
    let asked = total(row.unit_minor, row.quantity, row.shipping_minor, row.fees_minor)?;
    Ok(PurchaseMoney {
        currency: row.currency.clone(),
        asked: of(asked),
        approved: row.approved_minor.map(of),
        held: of(held),
        captured: of(hold.as_ref().map_or(0, |hold| hold.captured_minor)),
        refunded: of(hold.as_ref().map_or(0, |hold| hold.refunded_minor)),
        refund_expected: row.refund_minor.filter(|_| row.refund_settled_at.is_none()).map(of),
        max_unit_price: of(row.unit_minor),
        expected_shipping: of(row.shipping_minor),
        expected_fees: of(row.fees_minor),
        costs,
    })
}

/// Somebody approved a test purchase.
#[derive(SimpleObject)]
pub struct PurchaseApproval {
    /// Who.
    person: Person,
    /// How many.
    quantity: i32,
    /// When.
    at: DateTime,
}

/// Who approved a purchase.
pub(super) async fn approvals(ctx: &Context<'_>, purchase: Uuid) -> Result<Vec<PurchaseApproval>> {
    let rows = loaders::of(ctx)?.load_one(ApprovalsOf(purchase)).await?;
    let mut shown = Vec::new();
    for row in rows.iter().flat_map(|rows| rows.iter()) {
        shown.push(PurchaseApproval {
            person: person(ctx, row.person_id).await?,
            quantity: row.quantity,
            at: row.at.into(),
        });
    }
    Ok(shown)
}

/// A wish for more money than is held.
#[derive(SimpleObject)]
pub struct PurchaseTopUp {
    /// How much more.
    amount: Money,
    /// Why.
    reason: String,
    /// Where it stands.
    state: GqlTopUpState,
    /// Who asked for it.
    asked_by: Person,
    /// When.
    asked_at: DateTime,
    /// Who approved or refused it; null until then, and where the purchase ended before.
    decided_by: Option<Person>,
    /// When; null until then.
    decided_at: Option<DateTime>,
    /// Why it was refused; null where it was not.
    refusal: Option<String>,
}

/// The wishes for more money of a purchase.
pub(super) async fn top_ups(ctx: &Context<'_>, purchase: &PurchaseRow) -> Result<Vec<PurchaseTopUp>> {
    let rows = loaders::of(ctx)?.load_one(TopUpsOf(purchase.id)).await?;
    let mut shown = Vec::new();
    for row in rows.iter().flat_map(|rows| rows.iter()) {
        let decided_by = match row.decided_by {
            Some(key) => Some(person(ctx, key).await?),
            None => None,
        };
        shown.push(PurchaseTopUp {
            amount: amount(row.amount_minor, &purchase.currency),
            reason: row.reason.clone(),
            state: code::<TopUpState>(&row.state)?.into(),
            asked_by: person(ctx, row.asked_by).await?,
            asked_at: row.asked_at.into(),
            decided_by,
            decided_at: row.decided_at.map(Into::into),
            refusal: row.refusal.clone(),
        });
    }
    Ok(shown)
}

/// What a seller is to pay back.
#[derive(SimpleObject)]
pub struct PurchaseRefund {
    /// How much; null where the viewer does not see its money.
    expected: Option<Money>,
    /// What of it has come; null where the viewer does not see its money.
    received: Option<Money>,
    /// By which day, in UTC.
    due_on: Date,
    /// Whether that day has passed and something is still expected.
    overdue: bool,
    /// When it was written down.
    opened_at: DateTime,
    /// When all of it had come, or was given up; null until then.
    settled_at: Option<DateTime>,
    /// Why it was given up; null where it was not.
    waived_because: Option<String>,
}

/// What the seller of a purchase is to pay back.
pub(super) async fn refund_of(
    ctx: &Context<'_>,
    row: &PurchaseRow,
    shows_money: bool,
) -> Result<Option<PurchaseRefund>> {
    let Some(((minor, due_on), opened_at)) = row
        .refund_minor
        .zip(row.refund_due_on.as_deref())
        .zip(row.refund_opened_at)
    else {
        return Ok(None);
    };
    let app = from_context::<App>(ctx)?;
    let due_on: civil::Date = due_on.parse().map_err(ApiError::internal)?;
    let came = hold_of(ctx, row).await?.map_or(0, |hold| hold.refunded_minor);
    let today = app.now().to_zoned(TimeZone::UTC).date();
    Ok(Some(PurchaseRefund {
        expected: shows_money.then(|| amount(minor, &row.currency)),
        received: shows_money.then(|| amount(came, &row.currency)),
        due_on: Date(due_on),
        overdue: row.refund_settled_at.is_none() && today > due_on,
        opened_at: opened_at.into(),
        settled_at: row.refund_settled_at.map(Into::into),
        waived_because: row.refund_waived.clone(),
    }))
}

/// What may give a buyer away to a seller's network.
#[derive(SimpleObject)]
pub struct BuyerWarning {
    /// What.
    kind: GqlBuyerWarningKind,
    /// In how many other purchases.
    purchases: i32,
    /// When last.
    last_used_at: DateTime,
}

impl From<Warning> for BuyerWarning {
    fn from(warning: Warning) -> Self {
        Self {
            kind: warning.kind.into(),
            purchases: i32::try_from(warning.used.purchases).unwrap_or(i32::MAX),
            last_used_at: warning.used.last_at.into(),
        }
    }
}

/// What may give the buyer of a purchase away.
pub(super) async fn warnings(ctx: &Context<'_>, purchase: Uuid) -> Result<Vec<BuyerWarning>> {
    let found = commands::warnings_of(from_context::<App>(ctx)?.db.read(), purchase).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// The pieces of evidence that prove something of a purchase.
pub(super) async fn proves(ctx: &Context<'_>, purchase: Uuid, role: EvidenceRole) -> Result<Vec<Uuid>> {
    let rows = loaders::of(ctx)?.load_one(EvidenceOf(purchase)).await?;
    let of_role = rows.iter().flat_map(|rows| rows.iter());
    let of_role = of_role.filter(|row| row.role == role.code());
    Ok(of_role.map(|row| row.evidence_id).collect())
}

/// Something that happened to a test purchase.
#[derive(SimpleObject)]
pub struct PurchaseEvent {
    /// What.
    kind: GqlPurchaseEventKind,
    /// When.
    at: DateTime,
    /// Who did it; null where the service did, and where the viewer may not know who buys.
    by: Option<Person>,
    /// The words to it, or how many were approved; null where there are none.
    note: Option<String>,
}

/// What happened to a purchase. Whoever does not see its money does not see why more of it is wanted; who may not know who buys
/// does not see what that one did.
pub(super) async fn events(
    ctx: &Context<'_>,
    purchase: &PurchaseRow,
    shows_money: bool,
    shows_buyer: bool,
) -> Result<Vec<PurchaseEvent>> {
    let rows = loaders::of(ctx)?.load_one(EventsOf(purchase.id)).await?;
    let mut shown = Vec::new();
    for row in rows.iter().flat_map(|rows| rows.iter()) {
        let kind: PurchaseEventKind = code(&row.kind)?;
        let is_money = matches!(
            kind,
            PurchaseEventKind::TopUpAsked | PurchaseEventKind::TopUpApproved | PurchaseEventKind::TopUpRefused
        );
        if is_money && !shows_money {
            continue;
        }
        // Also who was to buy before another one was named.
        let is_buyers = matches!(
            kind,
            PurchaseEventKind::TopUpAsked
                | PurchaseEventKind::Ordered
                | PurchaseEventKind::Shipped
                | PurchaseEventKind::Received
                | PurchaseEventKind::NotDelivered
                | PurchaseEventKind::SellerCancelled
                | PurchaseEventKind::Lost
        );
        let by = row
            .actor_id
            .filter(|by| shows_buyer || (!is_buyers && Some(*by) != purchase.buyer_id));
        shown.push(PurchaseEvent {
            kind: kind.into(),
            at: row.at.into(),
            by: match by {
                Some(key) => Some(person(ctx, key).await?),
                None => None,
            },
            note: row.note.clone(),
        });
    }
    Ok(shown)
}
