//! Answering blind matches, and letting leads be compared.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use super::objects::BlindMatch;
use crate::{
    app::App,
    blind_match::{commands, rules::MatchRow},
    leads::graphql::{self as leads, Eyes, Lead},
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, uuid},
        ids::IdKind,
    },
    sessions,
};

/// What an organisation says to a blind match.
#[derive(InputObject)]
pub struct AnswerBlindMatchInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Whether contact is wanted. The first who wants it proposes it; an administrator, another person, agrees. Where it is
    /// not wanted, one says so, and the other organisation does not learn it.
    accept: bool,
    /// What there is to say to it, at most 2,000 characters, for the own side alone.
    note: Option<String>,
}

/// A proposal or a wish for contact to take back.
#[derive(InputObject)]
pub struct WithdrawContactInput {
    /// Which match.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// Whether a lead is compared that would be left out.
#[derive(InputObject)]
pub struct SetBlindMatchingInput {
    /// The lead.
    lead_id: ID,
    /// The version of what was said of it, 0 where nothing was.
    expected_version: i32,
    /// Whether its identifiers are compared while only named people may know it, and the numbers of people's papers in it.
    opt_in: bool,
}

payload! {
    /// A blind match, or why it was not changed.
    BlindMatchPayload {
        /// The match; null where the change was refused.
        blind_match: BlindMatch
    }
}

/// A lead whose comparison was changed.
#[derive(SimpleObject)]
pub struct SetBlindMatchingPayload {
    /// The lead; null where the change was refused.
    lead: Option<Lead>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The mutations of blind matches.
#[derive(Default)]
pub struct BlindMatchMutation;

#[Object]
impl BlindMatchMutation {
    /// Says for the own side whether contact is wanted. `FOUR_EYES` where who proposed it would agree too. Once both sides want
    /// it, each learns who the other is.
    async fn answer_blind_match(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which match, and the answer.")] input: AnswerBlindMatchInput,
    ) -> Result<BlindMatchPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, version) = (uuid(IdKind::Match, &input.id)?, input.expected_version);
        let note = input.note.as_deref();
        let answered = Box::pin(commands::answer(app, viewer, key, version, input.accept, note)).await;
        shown(ctx, answered).await
    }

    /// Takes a proposal or a wish for contact back, before contact is open.
    async fn withdraw_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which match.")] input: WithdrawContactInput,
    ) -> Result<BlindMatchPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Match, &input.id)?;
        let withdrawn = Box::pin(commands::withdraw(app, viewer, key, input.expected_version)).await;
        shown(ctx, withdrawn).await
    }

    /// Lets a lead of one's own be compared that is left out otherwise: while only named people may know it, and with the
    /// numbers of people's papers in it. Or no more.
    async fn set_blind_matching(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which lead, and whether.")] input: SetBlindMatchingInput,
    ) -> Result<SetBlindMatchingPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Lead, &input.lead_id)?;
        let set = commands::set_matching(app, viewer, key, input.expected_version, input.opt_in);
        let (done, user_errors) = outcome(Box::pin(set).await)?;
        let lead = match done {
            Some(()) => leads::lead(ctx, key).await?,
            None => None,
        };
        Ok(SetBlindMatchingPayload { lead, user_errors })
    }
}

/// The payload of an act. That it shows a match is written down like any other sight.
async fn shown(ctx: &Context<'_>, result: Result<MatchRow>) -> Result<BlindMatchPayload> {
    if let Ok(row) = &result {
        Box::pin(commands::shown(from_context::<App>(ctx)?, sessions::viewer(ctx)?, row)).await?;
    }
    let eyes = Eyes::from(ctx)?;
    BlindMatchPayload::of(result.map(|row| BlindMatch::of(row, &eyes)))
}
