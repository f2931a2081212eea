//! Making funds and programmes, and moving money.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    allocations::FundHold,
    inputs::{
        ArchiveTestPurchaseProgramInput, ClearSuspenseInput, CreateFundInput, CreateTestPurchaseProgramInput,
        ExplainSuspenseInput, FundOrderTransitionInput, ProposeAllocationInput, ProposeContributionInput,
        ProposeExchangeInput, ProposePayoutInput, ProposePeriodCloseInput, ProposeRecoveryInput, ProposeReversalInput,
        RecordCardPaymentInput, RecordRefundInput, RecordSuspenseInput, RefuseFundOrderInput,
        UpdateTestPurchaseProgramInput,
    },
    objects::Fund,
    orders::FundOrder,
    programs::TestPurchaseProgram,
};
use crate::{
    app::App,
    funds::commands::{self, Wish},
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

/// Payloads of which the object is read as the viewer sees it now.
macro_rules! payloads {
    ($($(#[doc = $doc:literal])+ $name:ident { $(#[doc = $field_doc:literal])+ $field:ident: $object:ident })+) => {$(
        $(#[doc = $doc])+
        #[derive(SimpleObject)]
        pub struct $name {
            $(#[doc = $field_doc])+
            $field: Option<$object>,
            /// Why it was refused; empty when it was done.
            user_errors: Vec<UserError>,
        }

        impl $name {
            async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
                let (done, user_errors) = outcome(result)?;
                let $field = match done {
                    Some(key) => $object::load(ctx, key).await?,
                    None => None,
                };
                Ok(Self { $field, user_errors })
            }
        }
    )+};
}

payloads! {
    /// A fund of which something was recorded, or why it was not.
    FundPayload {
        /// The fund; null where it was refused.
        fund: Fund
    }
    /// A programme of test purchases that was changed, or why it was not.
    TestPurchaseProgramPayload {
        /// The programme; null where it was refused.
        program: TestPurchaseProgram
    }
    /// An order that was changed, or why it was not.
    FundOrderPayload {
        /// The order; null where it was refused.
        order: FundOrder
    }
    /// A hold of which something was recorded, or why it was not.
    FundHoldPayload {
        /// The hold; null where it was refused.
        hold: FundHold
    }
}

/// Proposes what is wished.
async fn proposed(ctx: &Context<'_>, key: &str, wish: Wish) -> Result<FundOrderPayload> {
    let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
    let done = Box::pin(commands::propose(app, viewer, key, wish)).await;
    FundOrderPayload::of(ctx, done).await
}

/// The mutations of funds and of what the bank did.
#[derive(Default)]
pub struct FundsMutation;

#[Object]
impl FundsMutation {
    /// Makes a fund, empty.
    async fn create_fund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The fund to be.")] input: CreateFundInput,
    ) -> Result<FundPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, name, currency) = (&input.idempotency_key, &input.name, &input.currency);
        let done = Box::pin(commands::create(app, viewer, key, name, currency)).await;
        FundPayload::of(ctx, done).await
    }

    /// Makes a programme of test purchases.
    async fn create_test_purchase_program(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The programme to be.")] input: CreateTestPurchaseProgramInput,
    ) -> Result<TestPurchaseProgramPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, fund) = (input.idempotency_key.clone(), uuid(IdKind::Fund, &input.fund_id)?);
        let facts = input.read()?;
        let done = Box::pin(commands::create_program(app, viewer, &key, fund, facts)).await;
        TestPurchaseProgramPayload::of(ctx, done).await
    }

    /// Changes a programme of test purchases. What was asked for before is judged as it was.
    async fn update_test_purchase_program(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and what it is to be.")] input: UpdateTestPurchaseProgramInput,
    ) -> Result<TestPurchaseProgramPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, expected) = (uuid(IdKind::Program, &input.id)?, input.expected_version);
        let facts = input.read()?;
        let done = Box::pin(commands::update_program(app, viewer, key, expected, facts)).await;
        TestPurchaseProgramPayload::of(ctx, done).await
    }

    /// Ends a programme of test purchases for good: its allocations close, and what sellers pay back goes to the pool.
    async fn archive_test_purchase_program(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: ArchiveTestPurchaseProgramInput,
    ) -> Result<TestPurchaseProgramPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Program, &input.id)?;
        let done = Box::pin(commands::archive(app, viewer, key, input.expected_version)).await;
        TestPurchaseProgramPayload::of(ctx, done).await
    }

    /// Writes down that the bank paid what was paid by card.
    async fn record_card_payment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it paid.")] input: RecordCardPaymentInput,
    ) -> Result<FundPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let done = Box::pin(commands::pay_card(app, viewer, &key, input.read()?)).await;
        FundPayload::of(ctx, done).await
    }

    /// Writes down that a seller paid back: never more than was spent, and at any time.
    async fn record_refund(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it paid back.")] input: RecordRefundInput,
    ) -> Result<FundHoldPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let done = Box::pin(commands::record_refund(app, viewer, &key, input.read()?)).await;
        FundHoldPayload::of(ctx, done).await
    }

    /// Writes down what the bank moved and nobody could place.
    async fn record_suspense(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it moved.")] input: RecordSuspenseInput,
    ) -> Result<FundPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let done = Box::pin(commands::suspend(app, viewer, &key, input.read()?)).await;
        FundPayload::of(ctx, done).await
    }

    /// Gives what is in suspense its place, as another person than the one who wrote it down.
    async fn clear_suspense(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entry, and where it belongs.")] input: ClearSuspenseInput,
    ) -> Result<FundPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let entry = uuid(IdKind::LedgerEntry, &input.ledger_entry_id)?;
        let (key, place) = (&input.idempotency_key, (entry, input.target.into()));
        let done = Box::pin(commands::clear(app, viewer, key, place, input.note.as_deref())).await;
        FundPayload::of(ctx, done).await
    }

    /// Says why something is in suspense: a period closes only over what is explained.
    async fn explain_suspense(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entry, and why.")] input: ExplainSuspenseInput,
    ) -> Result<FundPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let entry = uuid(IdKind::LedgerEntry, &input.ledger_entry_id)?;
        let (key, text) = (&input.idempotency_key, &input.text);
        let done = Box::pin(commands::explain(app, viewer, key, entry, text)).await;
        FundPayload::of(ctx, done).await
    }
}

/// The mutations of orders.
#[derive(Default)]
pub struct FundOrdersMutation;

#[Object]
impl FundOrdersMutation {
    /// Proposes to record what somebody paid into a fund. It is in the books once another person agrees.
    async fn propose_contribution(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was paid.")] input: ProposeContributionInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes what the pool gives to a member, or takes back. It is in the books once two other people agree.
    async fn propose_allocation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To whom, and how much.")] input: ProposeAllocationInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes to record what an offender paid, with to whom it is owed. It is in the books once another person agrees.
    async fn propose_recovery(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was paid, and to whom it is owed.")] input: ProposeRecoveryInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes to record that a part of a recovery was paid out. It is in the books once two other people agree.
    async fn propose_payout(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To whom, and how much.")] input: ProposePayoutInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes to record that the bank changed money of one fund into that of another one: both sides or none. It is in the
    /// books once two other people agree.
    async fn propose_exchange(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was paid and what was received.")] input: ProposeExchangeInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes to take back an entry that was a mistake, with what stands and falls with it. It is in the books once another
    /// person agrees.
    async fn propose_reversal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entry, and why.")] input: ProposeReversalInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Proposes to close a fund's open period: its trial balance is sealed once another person agrees, and what comes later
    /// goes to the next one.
    async fn propose_period_close(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which fund.")] input: ProposePeriodCloseInput,
    ) -> Result<FundOrderPayload> {
        let key = input.idempotency_key.clone();
        proposed(ctx, &key, input.read()?).await
    }

    /// Agrees to an order, as another person than those who did and the one who proposed it.
    async fn approve_fund_order(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: FundOrderTransitionInput,
    ) -> Result<FundOrderPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::FundOrder, &input.id)?;
        let done = Box::pin(commands::approve(app, viewer, key, input.expected_version)).await;
        FundOrderPayload::of(ctx, done).await
    }

    /// Refuses an order, as another person than the one who proposed it.
    async fn refuse_fund_order(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: RefuseFundOrderInput,
    ) -> Result<FundOrderPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::FundOrder, &input.id)?;
        let done = Box::pin(commands::refuse(
            app,
            viewer,
            key,
            input.expected_version,
            &input.reason,
        ))
        .await;
        FundOrderPayload::of(ctx, done).await
    }

    /// Takes back an order that one proposed and that waits.
    async fn withdraw_fund_order(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: FundOrderTransitionInput,
    ) -> Result<FundOrderPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::FundOrder, &input.id)?;
        let done = Box::pin(commands::withdraw(app, viewer, key, input.expected_version)).await;
        FundOrderPayload::of(ctx, done).await
    }
}
