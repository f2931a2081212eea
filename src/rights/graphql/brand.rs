//! Brands and their authorised parties in the graph.

use std::sync::Arc;

use async_graphql::{Context, ID, InputType as _, Object, Value};

use super::{
    GqlAuthorizedPartyKind, GqlAuthorizedPartyState, GqlBrandAction, GqlBrandState, GqlPartyAction, RightsDocument,
    brand,
    document::documents_of,
    loaders::{self, Encounter},
};
use crate::{
    app::App,
    members::graphql::{Organization, organization},
    platform::{
        error::Result,
        graphql::{
            Known, Plain, from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
    },
    rights::{
        AuthorizedPartyRow, BrandRow,
        rules::{PartySight, allowed_on_brand, allowed_on_party, first_day, last_day, sight_of_parties},
    },
    sessions,
};

/// A brand and its owner.
pub struct BrandFields(Arc<BrandRow>);

/// A brand in the graph.
pub type Brand = Plain<BrandFields>;

impl Known for BrandFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Brand, self.0.id).to_value(),
            "name" => self.0.name.to_value(),
            "nameZh" => self.0.name_zh.to_value(),
            _ => return None,
        })
    }
}

impl From<Arc<BrandRow>> for Brand {
    fn from(row: Arc<BrandRow>) -> Self {
        Plain(BrandFields(row))
    }
}

impl From<BrandRow> for Brand {
    fn from(row: BrandRow) -> Self {
        Arc::new(row).into()
    }
}

/// A brand and its owner.
#[Object(name = "Brand")]
impl BrandFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Brand, self.0.id)
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its name in Chinese; null where there is none.
    async fn name_zh(&self) -> Option<&str> {
        self.0.name_zh.as_deref()
    }

    /// Whether it is in use.
    async fn state(&self) -> GqlBrandState {
        self.0.state().into()
    }

    /// The classes of goods and services it stands for, by the Nice classification, 1–45.
    async fn nice_classes(&self) -> &[i32] {
        &self.0.nice_classes
    }

    /// The right holder.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.0.organization_id).await
    }

    /// Whom it lets sell or make, by name; empty where the viewer may not read them.
    async fn authorized_parties(&self, ctx: &Context<'_>) -> Result<Vec<AuthorizedParty>> {
        let now = from_context::<App>(ctx)?.now();
        let (viewer, loaders) = (sessions::viewer(ctx)?, loaders::of(ctx)?);
        let is_open = match sight_of_parties(viewer, &self.0, now) {
            PartySight::Closed => false,
            PartySight::WithItem => {
                let encounter = Encounter::new(Arc::clone(viewer), self.0.id);
                loaders.met.load_one(encounter).await?.is_some()
            }
            PartySight::Open => true,
        };
        if !is_open {
            return Ok(Vec::new());
        }
        let parties = loaders.parties.load_one(self.0.id).await?;
        Ok(parties
            .iter()
            .flat_map(|parties| parties.iter().cloned())
            .map(Into::into)
            .collect())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was entered.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlBrandAction>> {
        let now = from_context::<App>(ctx)?.now();
        let steps = allowed_on_brand(sessions::viewer(ctx)?, &self.0, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }
}

/// A seller, distributor, maker or licensee whom a brand has authorised.
pub struct AuthorizedParty(AuthorizedPartyRow);

impl From<AuthorizedPartyRow> for AuthorizedParty {
    fn from(row: AuthorizedPartyRow) -> Self {
        Self(row)
    }
}

/// A seller, distributor, maker or licensee whom a brand has authorised.
#[Object]
impl AuthorizedParty {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Party, self.0.id)
    }

    /// The brand.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Brand> {
        brand(ctx, self.0.brand_id).await
    }

    /// What it does for the brand.
    async fn kind(&self) -> GqlAuthorizedPartyKind {
        self.0.kind.into()
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Code of the platform of its shop, as in canonical listing addresses; null where none was named.
    async fn platform(&self) -> Option<&str> {
        self.0.platform.as_deref()
    }

    /// Id of its shop there; null where none was named.
    async fn shop_id(&self) -> Option<&str> {
        self.0.shop_id.as_deref()
    }

    /// Where it may act; null where none was named.
    async fn territory(&self) -> Option<&str> {
        self.0.territory.as_deref()
    }

    /// The first day, in UTC.
    async fn valid_from(&self) -> Date {
        Date(first_day(self.0.valid_from))
    }

    /// The last day, in UTC; null where there is none.
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_until.map(|until| Date(last_day(until)))
    }

    /// Where it stands.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlAuthorizedPartyState> {
        let now = from_context::<App>(ctx)?.now();
        Ok(self.0.state_at(now).into())
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Its certificates, the first one first.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<RightsDocument>> {
        documents_of(ctx, self.0.id).await
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlPartyAction>> {
        let now = from_context::<App>(ctx)?.now();
        let brand = brand(ctx, self.0.brand_id).await?;
        let steps = allowed_on_party(sessions::viewer(ctx)?, &brand.0.0, &self.0, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }
}
