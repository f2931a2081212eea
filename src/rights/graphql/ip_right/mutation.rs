//! The mutations of IP rights: their inputs and payloads.

use async_graphql::{Context, ID, InputObject, Object};

use super::{
    GqlIpRightKind, IpRight,
    import::{ImportIpRightsInput, ImportIpRightsPayload, import_ip_rights},
};
use crate::{
    app::App,
    members::Transition,
    payload,
    platform::{
        error::Result,
        graphql::{from_context, id, scalars::Date, uuid, uuids},
        ids::IdKind,
    },
    rights::{
        commands::{self, CreateIpRight},
        rules::ip_right::{IpRightFacts, IpRightStep},
    },
    sessions,
};

/// What a right holder says of a right; what is left out is not known, or does not apply. A draft may lack what
/// `submitIpRight` asks for.
#[derive(InputObject)]
pub(super) struct IpRightFactsInput {
    /// What kind of right.
    kind: GqlIpRightKind,
    /// The mark's words, or what is protected, at most 200 characters.
    title: String,
    /// The same in Chinese, at most 200 characters.
    title_zh: Option<String>,
    /// The right holder's brands that it protects, 1 to 100.
    brand_ids: Vec<ID>,
    /// The office, by WIPO ST.3: CN, US, EM for the European Union's, WO for WIPO.
    office: String,
    /// The office's number of the application, at most 40 characters.
    application_number: Option<String>,
    /// The office's number of the registration or grant, at most 40 characters.
    registration_number: Option<String>,
    /// The number by WIPO ST.13: 17 capital letters and digits that begin with the office.
    st13: Option<String>,
    /// The classes of goods and services, by the Nice classification, 1–45.
    nice_classes: Option<Vec<i32>>,
    /// The classes of a design, by the Locarno classification, such as 02-04; at most 20.
    locarno_classes: Option<Vec<String>>,
    /// Goods and services, at most 20,000 characters.
    goods: Option<String>,
    /// Where it is in force: countries by ISO 3166-1 alpha-2, and EU for the European Union. Where it is left out or
    /// empty, the office's own country, or what it registers for.
    territory: Option<Vec<String>>,
    /// The day of the application.
    filed_on: Option<Date>,
    /// Its first day: of registration or grant; of creation for a copyright.
    in_force_from: Option<Date>,
    /// Its last day.
    expires_on: Option<Date>,
    /// Where the office's register shows it: an address that begins with https://, at most 500 characters.
    record_url: Option<String>,
}

impl IpRightFactsInput {
    fn facts(self) -> Result<IpRightFacts> {
        Ok(IpRightFacts {
            kind: self.kind.into(),
            title: self.title,
            title_zh: self.title_zh,
            brands: uuids(IdKind::Brand, &self.brand_ids)?,
            office: self.office,
            application_number: self.application_number,
            registration_number: self.registration_number,
            st13: self.st13,
            nice_classes: self.nice_classes.unwrap_or_default(),
            locarno_classes: self.locarno_classes.unwrap_or_default(),
            goods: self.goods,
            territory: self.territory.unwrap_or_default(),
            filed_on: self.filed_on.map(|day| day.0),
            in_force_from: self.in_force_from.map(|day| day.0),
            expires_on: self.expires_on.map(|day| day.0),
            record_url: self.record_url,
        })
    }
}

/// A right to enter.
#[derive(InputObject)]
pub(super) struct CreateIpRightInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The right holder; the viewer's own organisation where it is left out.
    organization_id: Option<ID>,
    /// What the right holder says of it.
    facts: IpRightFactsInput,
}

/// A draft as it shall be.
#[derive(InputObject)]
pub(super) struct UpdateIpRightInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// All its facts as they shall be; what is left out is taken away.
    facts: IpRightFactsInput,
}

/// A step of a right.
#[derive(InputObject)]
pub(super) struct IpRightTransitionInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, at most 1,000 characters; needed to reject, dispute and settle.
    reason: Option<String>,
}

impl IpRightTransitionInput {
    fn change(self) -> Result<Transition> {
        Ok(Transition {
            id: uuid(IdKind::Right, &self.id)?,
            expected_version: self.expected_version,
            reason: self.reason,
        })
    }
}

/// A later last day of a right.
#[derive(InputObject)]
pub(super) struct RenewIpRightInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// The last day it has now.
    expires_on: Date,
}

/// The end of a right's effect.
#[derive(InputObject)]
pub(super) struct InvalidateIpRightInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, 1 to 1,000 characters.
    reason: String,
    /// The first day without effect; from the right's beginning where it is left out.
    from: Option<Date>,
}

payload! {
    /// The outcome of a change of an IP right.
    IpRightPayload {
        /// The right afterwards; null where it was refused.
        ip_right: IpRight
    }
}

payload! {
    /// The outcome of throwing a draft away.
    DiscardIpRightPayload {
        /// The id that the draft had; null where it was refused.
        discarded_id: ID
    }
}

async fn step(ctx: &Context<'_>, step: IpRightStep, input: IpRightTransitionInput) -> Result<IpRightPayload> {
    let app = from_context::<App>(ctx)?;
    IpRightPayload::of(commands::change_ip_right(app, sessions::viewer(ctx)?, step, input.change()?).await)
}

/// The mutations of IP rights.
#[derive(Default)]
pub struct IpRightMutation;

#[Object]
impl IpRightMutation {
    /// Enters a right as a draft.
    async fn create_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right.")] input: CreateIpRightInput,
    ) -> Result<IpRightPayload> {
        let app = from_context::<App>(ctx)?;
        let command = CreateIpRight {
            organization: input.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            facts: input.facts.facts()?,
        };
        let result = Box::pin(commands::create_ip_right(
            app,
            sessions::viewer(ctx)?,
            &input.idempotency_key,
            &command,
        ))
        .await;
        IpRightPayload::of(result)
    }

    /// Changes a draft; all its facts are given anew.
    async fn update_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The draft as it shall be.")] input: UpdateIpRightInput,
    ) -> Result<IpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (key, facts) = (uuid(IdKind::Right, &input.id)?, input.facts.facts()?);
        IpRightPayload::of(
            Box::pin(commands::update_ip_right(
                app,
                viewer,
                key,
                input.expected_version,
                facts,
            ))
            .await,
        )
    }

    /// Throws away a draft that was never submitted.
    async fn discard_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The draft.")] input: IpRightTransitionInput,
    ) -> Result<DiscardIpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Right, &input.id)?;
        let result = Box::pin(commands::discard_ip_right(app, viewer, key, input.expected_version)).await;
        DiscardIpRightPayload::of(result.map(|key| id(IdKind::Right, key)))
    }

    /// Hands a draft to the secretariat, once nothing is missing: number, territory, first and, but for copyrights,
    /// geographical indications and others, last day; for a trade mark its Nice classes.
    async fn submit_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::Submit, input).await
    }

    /// Takes a right back to change it; it counts for nothing until it is verified again.
    async fn take_back_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::TakeBack, input).await
    }

    /// Finds the proof of a right, or of its renewal, good; done by somebody else than who submitted it.
    async fn verify_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::Verify, input).await
    }

    /// Finds the proof of a right, or of its renewal, wanting; a right whose renewal is rejected keeps its last day.
    async fn reject_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right and the reason.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::Reject, input).await
    }

    /// Says that a right is challenged; it cannot be cited until that is settled.
    async fn dispute_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right and the reason.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::Dispute, input).await
    }

    /// Says that the challenge came to nothing.
    async fn settle_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right and the reason.")] input: IpRightTransitionInput,
    ) -> Result<IpRightPayload> {
        step(ctx, IpRightStep::Settle, input).await
    }

    /// Says that a right has a later last day; until somebody else has verified that, the present one counts.
    async fn renew_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right and its last day.")] input: RenewIpRightInput,
    ) -> Result<IpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Right, &input.id)?;
        let result = Box::pin(commands::renew_ip_right(
            app,
            viewer,
            key,
            input.expected_version,
            input.expires_on.0,
        ))
        .await;
        IpRightPayload::of(result)
    }

    /// Says that a right has no effect, from its beginning or from a later day on. Final.
    async fn invalidate_ip_right(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right and the reason.")] input: InvalidateIpRightInput,
    ) -> Result<IpRightPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let change = Transition {
            id: uuid(IdKind::Right, &input.id)?,
            expected_version: input.expected_version,
            reason: Some(input.reason),
        };
        let from = input.from.map(|day| day.0);
        IpRightPayload::of(Box::pin(commands::invalidate_ip_right(app, viewer, change, from)).await)
    }

    /// Reads trade marks from files of an office, WIPO ST.66 or ST.96 as the USPTO gives them, and drafts a right for each
    /// that the office does not call dead and that is not there yet. A dry run says what would come of it.
    async fn import_ip_rights(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The files, and for whom.")] input: ImportIpRightsInput,
    ) -> Result<ImportIpRightsPayload> {
        import_ip_rights(ctx, input).await
    }
}
