//! The mutations of rights: their inputs and payloads.

use async_graphql::{Context, ID, InputObject, Object};

use super::{AuthorizedParty, Brand, GqlAuthorizedPartyKind, GqlPoaAction, PowerOfAttorney};
use crate::{
    app::App,
    members::Transition,
    payload,
    platform::{
        error::Result,
        graphql::{from_context, scalars::Date, uuid, uuids},
        ids::IdKind,
    },
    rights::{commands, rules::power::PoaStep},
    sessions,
};

/// A brand to enter.
#[derive(InputObject)]
pub(super) struct CreateBrandInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The right holder; the viewer's own organisation where it is left out.
    organization_id: Option<ID>,
    /// Its name, at most 200 characters.
    name: String,
    /// Its name in Chinese, at most 200 characters.
    name_zh: Option<String>,
    /// The classes of goods and services it stands for, by the Nice classification, 1–45.
    nice_classes: Option<Vec<i32>>,
}

impl CreateBrandInput {
    fn command(self) -> Result<commands::CreateBrand> {
        let organization = self.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        Ok(commands::CreateBrand {
            organization,
            name: self.name,
            name_zh: self.name_zh,
            nice_classes: self.nice_classes.unwrap_or_default(),
        })
    }
}

/// A step of a brand.
#[derive(InputObject)]
pub(super) struct BrandTransitionInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
}

/// Somebody whom a brand lets sell or make.
#[derive(InputObject)]
pub(super) struct AddAuthorizedPartyInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// The brand.
    brand_id: ID,
    /// What it does for the brand.
    kind: GqlAuthorizedPartyKind,
    /// Its name, at most 200 characters.
    name: String,
    /// Code of the platform of its shop, as in canonical listing addresses, at most 40 characters.
    platform: Option<String>,
    /// Id of its shop there, at most 100 characters.
    shop_id: Option<String>,
    /// Where it may act, at most 100 characters.
    territory: Option<String>,
    /// The first day, in UTC.
    valid_from: Date,
    /// The last day, in UTC; without end where it is left out.
    valid_to: Option<Date>,
}

impl AddAuthorizedPartyInput {
    fn command(self) -> Result<commands::AddAuthorizedParty> {
        Ok(commands::AddAuthorizedParty {
            brand: uuid(IdKind::Brand, &self.brand_id)?,
            kind: self.kind.into(),
            name: self.name,
            platform: self.platform,
            shop_id: self.shop_id,
            territory: self.territory,
            valid_from: self.valid_from.0,
            valid_to: self.valid_to.map(|day| day.0),
        })
    }
}

/// The end of an authorisation.
#[derive(InputObject)]
pub(super) struct RevokeAuthorizedPartyInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, 1 to 1,000 characters; kept in the audit log.
    reason: String,
}

/// A power of attorney to submit.
#[derive(InputObject)]
pub(super) struct SubmitPowerOfAttorneyInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// Who gives it; the viewer's own organisation where it is left out.
    principal_id: Option<ID>,
    /// Who may act by it: an agent firm or an association.
    agent_id: ID,
    /// The brands it covers, at most 200; all of the principal's where it is left out or empty.
    brand_ids: Option<Vec<ID>>,
    /// What it allows, at least one.
    actions: Vec<GqlPoaAction>,
    /// The first day, in UTC.
    valid_from: Date,
    /// The last day, in UTC; at most ten years later.
    valid_to: Date,
}

impl SubmitPowerOfAttorneyInput {
    fn command(self) -> Result<commands::SubmitPowerOfAttorney> {
        let principal = self.principal_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        Ok(commands::SubmitPowerOfAttorney {
            principal,
            agent: uuid(IdKind::Org, &self.agent_id)?,
            brands: uuids(IdKind::Brand, &self.brand_ids.unwrap_or_default())?,
            actions: self.actions.into_iter().map(Into::into).collect(),
            valid_from: self.valid_from.0,
            valid_to: self.valid_to.0,
        })
    }
}

/// A step of a power of attorney.
#[derive(InputObject)]
pub(super) struct PowerOfAttorneyTransitionInput {
    /// Which one.
    id: ID,
    /// The version that was seen.
    expected_version: i32,
    /// Why, at most 1,000 characters; kept in the audit log.
    reason: Option<String>,
}

payload! {
    /// The outcome of a change of a brand.
    BrandPayload {
        /// The brand afterwards; null where it was refused.
        brand: Brand
    }
}

payload! {
    /// The outcome of a change of an authorised party.
    AuthorizedPartyPayload {
        /// The authorised party afterwards; null where it was refused.
        authorized_party: AuthorizedParty
    }
}

payload! {
    /// The outcome of a change of a power of attorney.
    PowerOfAttorneyPayload {
        /// The power of attorney afterwards; null where it was refused.
        power_of_attorney: PowerOfAttorney
    }
}

async fn step(
    ctx: &Context<'_>,
    step: PoaStep,
    input: PowerOfAttorneyTransitionInput,
) -> Result<PowerOfAttorneyPayload> {
    let app = from_context::<App>(ctx)?;
    let change = Transition {
        id: uuid(IdKind::Poa, &input.id)?,
        expected_version: input.expected_version,
        reason: input.reason,
    };
    let result = commands::change_power_of_attorney(app, sessions::viewer(ctx)?, step, change).await;
    PowerOfAttorneyPayload::of(result)
}

/// The mutations of rights.
#[derive(Default)]
pub struct RightsMutation;

#[Object]
impl RightsMutation {
    /// Enters a brand of a right holder.
    async fn create_brand(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand.")] input: CreateBrandInput,
    ) -> Result<BrandPayload> {
        let app = from_context::<App>(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::create_brand(
            app,
            sessions::viewer(ctx)?,
            &key,
            &input.command()?,
        ))
        .await;
        BrandPayload::of(result)
    }

    /// Takes a brand out of use; what was written under it stays.
    async fn retire_brand(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The brand.")] input: BrandTransitionInput,
    ) -> Result<BrandPayload> {
        let app = from_context::<App>(ctx)?;
        let id = uuid(IdKind::Brand, &input.id)?;
        BrandPayload::of(
            Box::pin(commands::retire_brand(
                app,
                sessions::viewer(ctx)?,
                id,
                input.expected_version,
            ))
            .await,
        )
    }

    /// Adds somebody whom a brand lets sell or make, so that leads against it are stopped at triage.
    async fn add_authorized_party(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The authorised party.")] input: AddAuthorizedPartyInput,
    ) -> Result<AuthorizedPartyPayload> {
        let app = from_context::<App>(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::add_authorized_party(
            app,
            sessions::viewer(ctx)?,
            &key,
            &input.command()?,
        ))
        .await;
        AuthorizedPartyPayload::of(result)
    }

    /// Takes an authorisation back.
    async fn revoke_authorized_party(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The authorised party and the reason.")] input: RevokeAuthorizedPartyInput,
    ) -> Result<AuthorizedPartyPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let id = uuid(IdKind::Party, &input.id)?;
        let result = Box::pin(commands::revoke_authorized_party(
            app,
            viewer,
            id,
            input.expected_version,
            &input.reason,
        ))
        .await;
        AuthorizedPartyPayload::of(result)
    }

    /// Submits a power of attorney as its principal or its agent; it allows nothing until it is verified.
    async fn submit_power_of_attorney(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The power of attorney.")] input: SubmitPowerOfAttorneyInput,
    ) -> Result<PowerOfAttorneyPayload> {
        let app = from_context::<App>(ctx)?;
        let key = input.idempotency_key.clone();
        let result = Box::pin(commands::submit_power_of_attorney(
            app,
            sessions::viewer(ctx)?,
            &key,
            &input.command()?,
        ))
        .await;
        PowerOfAttorneyPayload::of(result)
    }

    /// Finds a power of attorney genuine, so that it holds; done by somebody else than who submitted it.
    async fn verify_power_of_attorney(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The power of attorney.")] input: PowerOfAttorneyTransitionInput,
    ) -> Result<PowerOfAttorneyPayload> {
        step(ctx, PoaStep::Verify, input).await
    }

    /// Takes a power of attorney back: by its principal, its agent or the desk. What its agent saw by it is out of sight
    /// at the next request.
    async fn revoke_power_of_attorney(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The power of attorney.")] input: PowerOfAttorneyTransitionInput,
    ) -> Result<PowerOfAttorneyPayload> {
        step(ctx, PoaStep::Revoke, input).await
    }
}
