//! What is done to screening.

use async_graphql::{Context, Object, SimpleObject};

use super::{
    inputs::{
        CreateRulePackInput, JudgeScreenedListingInput, ReleaseScreeningInput, RollBackScreeningInput,
        ScreenListingsInput, TrainScreeningModelInput, UndoScreeningJudgementInput, UnwatchSellerInput,
        WatchSellerInput,
    },
    listing::{ScreenedListing, shown, shown_one},
    objects::{ScreenListingsPayload, ScreeningReceived, WatchedSeller},
    versions::{RulePack, ScreeningModel, ScreeningRelease},
};
use crate::{
    app::App,
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    screening::commands::{self, NewOffer, ScreenedRow},
    sessions,
};

/// How many come next with a judgement.
const NEXT: u64 = 3;

payload! {
    /// A version of rules, or why it was not kept.
    RulePackPayload {
        /// The version; null where it was refused.
        rule_pack: RulePack
    }
}

payload! {
    /// A version of a model, or why nothing was learnt.
    ScreeningModelPayload {
        /// The version; null where nothing was learnt.
        model: ScreeningModel
    }
}

payload! {
    /// A release, or why it was not made.
    ScreeningReleasePayload {
        /// The release; null where it was refused.
        release: ScreeningRelease
    }
}

payload! {
    /// A watched seller, or why the list was not changed.
    WatchedSellerPayload {
        /// The entry; null where the change was refused.
        watched_seller: WatchedSeller
    }
}

/// A listing that was judged, and what comes next.
#[derive(SimpleObject)]
pub struct ScreenedListingPayload {
    /// The listing; null where the change was refused.
    screened_listing: Option<ScreenedListing>,
    /// What waits next of the same brand, the most likely first, at most 3: so that pictures are there when they are looked at.
    next: Vec<ScreenedListing>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of screening.
#[derive(Default)]
pub struct ScreeningMutation;

#[Object]
impl ScreeningMutation {
    /// Takes in listings to be screened, whichever brands they name; each by itself. The same listing sent again is screened
    /// once, so that everything can be sent again and needs no idempotency key.
    async fn screen_listings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The listings.")] input: ScreenListingsInput,
    ) -> Result<ScreenListingsPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let offers: Vec<NewOffer> = input.listings.into_iter().map(Into::into).collect();
        let names: Vec<Option<String>> = offers.iter().map(|offer| offer.listing.external_id.clone()).collect();
        let (received, user_errors) = outcome(Box::pin(commands::screen_listings(app, viewer, offers)).await)?;
        let told = received.unwrap_or_default().into_iter().zip(names).enumerate();
        Ok(ScreenListingsPayload {
            results: told
                .map(|(index, (received, name))| ScreeningReceived::of(index, name, received))
                .collect(),
            user_errors,
        })
    }

    /// Keeps rules as the next version of their kind. They are checked as a whole, and nothing is screened by them before they
    /// are released.
    async fn create_rule_pack(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rules.")] input: CreateRulePackInput,
    ) -> Result<RulePackPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        RulePackPayload::of(Box::pin(commands::create_pack(app, viewer, input.read()?)).await)
    }

    /// Learns the next version of a model of the latest 4,000 verdicts and records it with its figures. Nothing is screened by
    /// it before it is released. `TRANSITION_NOT_ALLOWED` where there are too few verdicts.
    async fn train_screening_model(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For whom.")] input: TrainScreeningModelInput,
    ) -> Result<ScreeningModelPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        ScreeningModelPayload::of(Box::pin(commands::train_model(app, viewer, input.read()?)).await)
    }

    /// Lets versions, a threshold and a way with suspects hold from now on: the only way by which anything about screening
    /// changes. `STALE_VERSION` where another release was made since.
    async fn release_screening(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to hold.")] input: ReleaseScreeningInput,
    ) -> Result<ScreeningReleasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        ScreeningReleasePayload::of(Box::pin(commands::release(app, viewer, input.read()?)).await)
    }

    /// Lets what an earlier release said hold again, as one more release.
    async fn roll_back_screening(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which release.")] input: RollBackScreeningInput,
    ) -> Result<ScreeningReleasePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let numbers = (input.expected_number, input.to_number);
        let rolled = commands::roll_back(app, viewer, input.brand()?, numbers, &input.reason);
        ScreeningReleasePayload::of(Box::pin(rolled).await)
    }

    /// Says what a listing in the queue is. One that is confirmed becomes a lead of the brand's owner, or, confirmed by the
    /// desk, one that is brought to it with a deadline. The answer has what waits next.
    async fn judge_screened_listing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which listing, and what it is.")] input: JudgeScreenedListingInput,
    ) -> Result<ScreenedListingPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::ScreenedListing, &input.id)?;
        let judged = commands::judge(app, viewer, key, input.expected_version, input.judging());
        answered(ctx, Box::pin(judged).await).await
    }

    /// Takes a dismissal back, or what was put off; it waits again. A lead is retracted instead.
    async fn undo_screening_judgement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which listing.")] input: UndoScreeningJudgementInput,
    ) -> Result<ScreenedListingPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::ScreenedListing, &input.id)?;
        let undone = commands::undo(app, viewer, key, input.expected_version);
        answered(ctx, Box::pin(undone).await).await
    }

    /// Puts a seller on the watch list of the viewer's organisation: what it offers of the organisation's own brands scores
    /// higher, and says so. Nobody else learns of the list.
    async fn watch_seller(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The seller.")] input: WatchSellerInput,
    ) -> Result<WatchedSellerPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        WatchedSellerPayload::of(Box::pin(commands::watch_seller(app, viewer, input.into())).await)
    }

    /// Takes a seller off the watch list.
    async fn unwatch_seller(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entry.")] input: UnwatchSellerInput,
    ) -> Result<WatchedSellerPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::WatchedSeller, &input.id)?;
        let unwatched = commands::unwatch_seller(app, viewer, key, input.expected_version);
        WatchedSellerPayload::of(Box::pin(unwatched).await)
    }
}

/// The payload of a judgement: the listing, and what waits next where that is asked for.
async fn answered(ctx: &Context<'_>, result: Result<ScreenedRow>) -> Result<ScreenedListingPayload> {
    let (row, user_errors) = outcome(result)?;
    let Some(row) = row else {
        return Ok(ScreenedListingPayload {
            screened_listing: None,
            next: Vec::new(),
            user_errors,
        });
    };
    let next = match ctx.look_ahead().field("next").exists() {
        true => {
            let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
            shown(ctx, commands::next(app, viewer, row.brand_id, NEXT).await?).await?
        }
        false => Vec::new(),
    };
    Ok(ScreenedListingPayload {
        screened_listing: shown_one(ctx, row).await?,
        next,
        user_errors,
    })
}
