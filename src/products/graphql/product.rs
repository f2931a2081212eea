//! Product sheets, as clients see them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::{
    enums::{GqlProductState, GqlProductStep},
    feature::FakeFeature,
    loaders::{self, GrantsOf, PicturesOf, ProductKey},
    picture::ProductPicture,
};
use crate::{
    app::App,
    leads::graphql::{Eyes, Money},
    members::graphql::{Organization, Person, organization, person},
    platform::{
        clock::timestamp,
        db::{code, json},
        error::Result,
        graphql::{
            from_context, id,
            scalars::{Date, DateTime},
        },
        ids::IdKind,
        money,
    },
    products::{
        commands::{holder, state_of},
        rules::{ProductStep, allowed, is_own, permit},
        store::{GrantRow, ProductRow},
    },
    referrals::{graphql::GqlValuationBasis, rules::ValuationBasis},
    rights::{
        graphql::{Brand, brand},
        rules::first_day,
    },
};

/// A product sheet.
pub struct ProductModel {
    row: ProductRow,
    eyes: Eyes,
}

impl ProductModel {
    pub(super) fn of(row: ProductRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }

    /// The sheet of an id that the caller sees.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
    pub async fn load(ctx: &Context<'_>, key: Uuid) -> Result<Option<Self>> {
        let eyes = Eyes::from(ctx)?;
        let row = loaders::of(ctx)?.load_one(ProductKey(eyes.clone(), key)).await?;
        Ok(row.map(|row| Self::of(Arc::unwrap_or_clone(row), &eyes)))
    }

    /// Whether the caller writes it.
    fn keeps(&self, ctx: &Context<'_>) -> Result<bool> {
        let now = from_context::<App>(ctx)?.now();
        let viewer = self.eyes.viewer();
        Ok(is_own(viewer, holder(&self.row)) || permit(viewer, holder(&self.row), now).is_ok())
    }
}

/// What a genuine product costs.
#[derive(SimpleObject)]
pub struct GenuinePrice {
    /// The amount.
    price: Money,
    /// On what it rests.
    basis: GqlValuationBasis,
    /// Where it was found; null where nobody has said.
    source: Option<String>,
    /// When it was found.
    found_on: Date,
}

/// A product sheet: what a genuine product is, where it comes from, and what tells fakes apart.
#[Object]
impl ProductModel {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Product, self.row.id)
    }

    /// The brand.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Brand> {
        brand(ctx, self.row.brand_id).await
    }

    /// The right holder.
    async fn holder(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.organization_id).await
    }

    /// The manufacturer's number of the model.
    async fn model_number(&self) -> &str {
        &self.row.model_number
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Its Global Trade Item Number in 14 digits; null where there is none.
    async fn gtin(&self) -> Option<&str> {
        self.row.gtin.as_deref()
    }

    /// What it is; null where nobody has said.
    async fn description(&self) -> Option<&str> {
        self.row.description.as_deref()
    }

    /// What a genuine one costs; null where nobody has said.
    async fn genuine_price(&self) -> Result<Option<GenuinePrice>> {
        let row = &self.row;
        let (Some(minor), Some(currency)) = (row.price_minor, row.price_currency.clone()) else {
            return Ok(None);
        };
        let (Some(basis), Some(on)) = (row.price_basis.as_deref(), row.price_on) else {
            return Ok(None);
        };
        Ok(Some(GenuinePrice {
            price: money::Money { minor, currency }.into(),
            basis: code::<ValuationBasis>(basis)?.into(),
            source: row.price_source.clone(),
            found_on: Date(first_day(timestamp(on))),
        }))
    }

    /// How it is packed; null where nobody has said.
    async fn packaging(&self) -> Option<&str> {
        self.row.packaging.as_deref()
    }

    /// By which ways genuine goods come.
    async fn routes(&self) -> Result<Vec<String>> {
        json(&self.row.routes)
    }

    /// Who sells genuine goods.
    async fn sellers(&self) -> Result<Vec<String>> {
        json(&self.row.sellers)
    }

    /// Below how many pieces nobody genuine ships; null where nobody has said.
    async fn minimum_quantity(&self) -> Option<i32> {
        self.row.minimum_quantity
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlProductState> {
        Ok(state_of(&self.row)?.into())
    }

    /// What tells fakes apart, as far as the viewer sees it, the first one first; what is retired only for its holder.
    async fn features(&self, ctx: &Context<'_>) -> Result<Vec<FakeFeature>> {
        FakeFeature::of_product(ctx, self.row.id, &self.eyes).await
    }

    /// Pictures of the product as a whole, the first one first; those of features are with them.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<ProductPicture>> {
        let rows = loaders::of(ctx)?.load_one(PicturesOf(self.row.id)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        let own = rows.into_iter().filter(|row| row.feature_id.is_none());
        own.map(ProductPicture::of).collect()
    }

    /// To whom it is opened, taken back or not, the first one first; empty for everybody but who keeps the sheet.
    async fn grants(&self, ctx: &Context<'_>) -> Result<Vec<ProductGrant>> {
        if !self.keeps(ctx)? {
            return Ok(Vec::new());
        }
        let rows = loaders::of(ctx)?.load_one(GrantsOf(self.row.id)).await?;
        let rows = rows.map(Arc::unwrap_or_clone).unwrap_or_default();
        Ok(rows.into_iter().map(ProductGrant).collect())
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime {
        DateTime(timestamp(self.row.created_at))
    }

    /// When it was changed last.
    async fn updated_at(&self) -> DateTime {
        DateTime(timestamp(self.row.updated_at))
    }

    /// When it was published; null before.
    async fn published_at(&self) -> Option<DateTime> {
        self.row.published_at.map(|at| DateTime(timestamp(at)))
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the viewer can do to it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlProductStep>> {
        let now = from_context::<App>(ctx)?.now();
        let steps: Vec<ProductStep> = allowed(self.eyes.viewer(), holder(&self.row), state_of(&self.row)?, now);
        Ok(steps.into_iter().map(Into::into).collect())
    }
}

/// Whom a product sheet is opened to.
pub struct ProductGrant(GrantRow);

/// Whom a product sheet is opened to: an organisation, or enforcers of some countries or of all.
#[Object]
impl ProductGrant {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ProductGrant, self.0.id)
    }

    /// The organisation; null where it is opened to enforcers.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Option<Organization>> {
        match self.0.organization_id {
            Some(key) => organization(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// The countries of the enforcers, ISO 3166-1 alpha-2; empty for those of all countries, and for an organisation.
    async fn countries(&self) -> Result<Vec<String>> {
        json(&self.0.countries)
    }

    /// Who opened it.
    async fn granted_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.granted_by).await
    }

    /// When.
    async fn granted_at(&self) -> DateTime {
        DateTime(timestamp(self.0.granted_at))
    }

    /// When it was taken back; null while it holds.
    async fn revoked_at(&self) -> Option<DateTime> {
        self.0.revoked_at.map(|at| DateTime(timestamp(at)))
    }
}
