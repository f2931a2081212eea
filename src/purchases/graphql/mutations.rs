//! Asking for test purchases, approving and ordering them.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    clashes::PurchaseClash,
    inputs::{
        ApprovePurchaseInput, ApprovePurchaseTopUpInput, AskPurchaseTopUpInput, AssignPurchaseInput,
        CancelPurchaseInput, FailPurchaseInput, HandOverPurchaseInput, OrderPurchaseInput, ReassignPurchaseBuyerInput,
        ReceivePurchaseInput, RefusePurchaseTopUpInput, RejectPurchaseInput, RequestPurchaseInput,
        ResolvePurchaseClashInput, RevealBuyerIdentityInput, ShipPurchaseInput, WaivePurchaseRefundInput,
    },
    objects::Purchase,
    terms::{PurchaseTermsOverview, PurchaseTermsPayload, SetPurchaseTermsInput},
};
use crate::{
    app::App,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    purchases::{
        commands::{self, Identity},
        rules::Terms,
    },
    sessions,
};

/// A test purchase that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct PurchasePayload {
    /// The purchase; null where it was refused.
    purchase: Option<Purchase>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl PurchasePayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let purchase = match done {
            Some(key) => Purchase::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { purchase, user_errors })
    }
}

/// A purchase that meets an action and of which something was said, or why it was not.
#[derive(SimpleObject)]
pub struct PurchaseClashPayload {
    /// The two; null where it was refused.
    clash: Option<PurchaseClash>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// As whom something is bought. Shown to those who are named, for a purpose that is logged.
#[derive(SimpleObject)]
pub struct BuyerIdentity {
    /// The name under which it is bought.
    alias: String,
    /// The account at the platform; null where none was said.
    account: Option<String>,
    /// Where it is sent to.
    ship_to: String,
}

impl From<Identity> for BuyerIdentity {
    fn from(identity: Identity) -> Self {
        Self {
            alias: identity.alias,
            account: identity.account,
            ship_to: identity.ship_to,
        }
    }
}

/// As whom something is bought, or why it is not shown.
#[derive(SimpleObject)]
pub struct RevealBuyerIdentityPayload {
    /// As whom; null where it was refused.
    identity: Option<BuyerIdentity>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of asking, approving and saying who buys.
#[derive(Default)]
pub struct PurchasesMutation;

#[Object]
impl PurchasesMutation {
    /// Sets for how long money is held and samples are kept, from a day to come on. What was decided before stays.
    async fn set_purchase_terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For how long, and from which day on.")] input: SetPurchaseTermsInput,
    ) -> Result<PurchaseTermsPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let terms = Terms {
            hold_days: input.hold_days,
            retention_years: input.retention_years,
        };
        let (expected, from) = (input.expected_version, input.effective_from.0);
        let done = Box::pin(commands::set_terms(app, viewer, expected, terms, from)).await;
        let (done, user_errors) = outcome(done)?;
        Ok(PurchaseTermsPayload {
            terms: done.map(PurchaseTermsOverview),
            user_errors,
        })
    }

    /// Asks for a test purchase. As long as nobody decides it, the allocation shows what it asks for.
    async fn request_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The purchase to be.")] input: RequestPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let done = Box::pin(commands::request(app, viewer, &key, input.read()?)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Approves a test purchase, of all units or of fewer, as another person than the one who asked. The last who has to approve holds the money; `INSUFFICIENT_FUNDS` where there is not enough.
    async fn approve_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and how many.")] input: ApprovePurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::approve(app, viewer, key, version, input.quantity)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Refuses a test purchase, as another person than the one who asked.
    async fn reject_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: RejectPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::reject(app, viewer, key, version, &input.reason)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Gives up what one asked for, until something is ordered; what is held goes back.
    async fn cancel_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: CancelPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::cancel(app, viewer, key, version, &input.reason)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says who buys, and as whom; again until something is ordered. `FOUR_EYES` for who asked for it or approved it.
    async fn assign_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, who buys, and as whom.")] input: AssignPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let buyer = uuid(IdKind::Person, &input.buyer_id)?;
        let (identity, is_known) = (input.identity(), input.acknowledge_warnings.unwrap_or_default());
        let as_whom = (&identity, is_known);
        let done = Box::pin(commands::assign(app, viewer, (key, version), buyer, as_whom)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Gives what is to be bought, or was ordered and has not come, to another buyer; as whom it is bought stays. `FOUR_EYES` for who asked for it or approved it.
    async fn reassign_purchase_buyer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, who buys, and why.")] input: ReassignPurchaseBuyerInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let buyer = uuid(IdKind::Person, &input.buyer_id)?;
        let why = (input.reason.as_str(), input.acknowledge_warnings.unwrap_or_default());
        let done = Box::pin(commands::reassign(app, viewer, (key, version), buyer, why)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Approves more money, as another person than those who asked and who buys.
    async fn approve_purchase_top_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which purchase.")] input: ApprovePurchaseTopUpInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::approve_top_up(app, viewer, key, version)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Refuses more money, as another person than those who asked and who buys.
    async fn refuse_purchase_top_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which purchase, and why.")] input: RefusePurchaseTopUpInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::refuse_top_up(app, viewer, key, version, &input.reason)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Gives up what a seller was to pay back, as another person than those who asked and who bought.
    async fn waive_purchase_refund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which purchase, and why.")] input: WaivePurchaseRefundInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::waive(app, viewer, key, version, &input.reason)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Hands a purchase of the alliance to the right holder, which sees it from then on.
    async fn hand_over_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, to whom, and why.")] input: HandOverPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let to = uuid(IdKind::Org, &input.organization_id)?;
        let done = Box::pin(commands::hand_over(app, viewer, (key, version), to, &input.reason)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says, at the desk, what becomes of a purchase that meets an offline action.
    async fn resolve_purchase_clash(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what becomes of it.")] input: ResolvePurchaseClashInput,
    ) -> Result<PurchaseClashPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::PurchaseClash, &input.id)?, input.expected_version);
        let said = input.resolution.into();
        let done = Box::pin(commands::resolve(app, viewer, which, said, &input.note)).await;
        let (done, user_errors) = outcome(done)?;
        let clash = match done {
            Some(key) => PurchaseClash::load(ctx, key).await?,
            None => None,
        };
        Ok(PurchaseClashPayload { clash, user_errors })
    }
}

/// The mutations of those who buy.
#[derive(Default)]
pub struct BuyingMutation;

#[Object]
impl BuyingMutation {
    /// Asks for more money than is held.
    async fn ask_purchase_top_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For which purchase, how much more, and why.")] input: AskPurchaseTopUpInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let (once, wish) = (&input.idempotency_key, (input.amount.0.as_str(), input.reason.as_str()));
        let done = Box::pin(commands::ask_top_up(app, viewer, once, (key, version), wish)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says that it was ordered and paid: never more than is held, `INSUFFICIENT_FUNDS` otherwise; the rest goes back.
    async fn order_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was ordered and paid.")] input: OrderPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (input.idempotency_key.clone(), input.expected_version);
        let done = Box::pin(commands::order(app, viewer, &key, version, input.read()?)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says that the seller has sent it.
    async fn ship_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and the parcel.")] input: ShipPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let (carrier, parcel) = (input.carrier.as_deref(), input.parcel_number.as_str());
        let done = Box::pin(commands::ship(app, viewer, (key, version), carrier, parcel)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says that it came. Each sample is a piece of evidence from then on, sealed and in the hand of who received it.
    async fn receive_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What came.")] input: ReceivePurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (input.idempotency_key.clone(), input.expected_version);
        let done = Box::pin(commands::receive(app, viewer, &key, version, input.read()?)).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Says that it will not come, and what the seller is to pay back.
    async fn fail_purchase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, how it failed, and what is to come back.")] input: FailPurchaseInput,
    ) -> Result<PurchasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Purchase, &input.id)?, input.expected_version);
        let done = Box::pin(commands::fail(app, viewer, (key, version), input.read())).await;
        PurchasePayload::of(ctx, done).await
    }

    /// Shows as whom something is bought, to the buyer and who named it; that it was shown, and for what, is in the log before it is.
    async fn reveal_buyer_identity(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which purchase, and what for.")] input: RevealBuyerIdentityInput,
    ) -> Result<RevealBuyerIdentityPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Purchase, &input.id)?;
        let done = Box::pin(commands::reveal(app, viewer, key, input.purpose.into())).await;
        let (identity, user_errors) = outcome(done)?;
        Ok(RevealBuyerIdentityPayload {
            identity: identity.map(Into::into),
            user_errors,
        })
    }
}
