//! GraphQL of product sheets and of whom enforcers call.

mod contact;
mod enums;
mod feature;
mod inputs;
mod loaders;
mod mutations;
mod picture;
mod product;

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, connection::Connection};

pub use contact::CompanyContact;
pub use enums::{GqlCompanyContactRole, GqlDetectability, GqlPictureSide, GqlProductState, GqlProductStep};
pub use feature::{FakeFeature, FakeFeatureRevision};
pub use loaders::{ProductLoader, loader};
pub use mutations::{CompanyContactPayload, FakeFeaturePayload, ProductPayload, ProductsMutation};
pub use picture::{OpenProductPicturePayload, ProductPicture};
pub use product::{GenuinePrice, ProductGrant, ProductModel};

use super::{
    commands,
    rules::gtin,
    store::{self, ProductQuery},
};
use crate::{
    app::App,
    audience::Sight,
    leads::graphql::Eyes,
    members::rules::facts,
    permissions::Action,
    platform::{
        error::{ApiError, Result},
        graphql::{
            connection::{PageArgs, Totals, connection},
            from_context, uuid, uuids,
        },
        ids::IdKind,
    },
    sessions,
};

/// Which product sheets to list; what is left out does not narrow the list.
#[derive(InputObject, Default)]
pub struct ProductFilter {
    /// Of this right holder.
    holder_id: Option<ID>,
    /// Of one of these brands.
    brand_ids: Option<Vec<ID>>,
    /// In one of these states.
    states: Option<Vec<GqlProductState>>,
    /// With this Global Trade Item Number.
    gtin: Option<String>,
    /// With this in the name, the model number or the GTIN, whatever its case and accents; at most 100 characters.
    search: Option<String>,
}

impl ProductFilter {
    fn read(self) -> Result<ProductQuery> {
        let code = self.gtin.as_deref().map(gtin).transpose();
        let code = code.map_err(|error| ApiError::input("filter.gtin", format!("Please correct this: {error}.")))?;
        Ok(ProductQuery {
            holder: self.holder_id.map(|id| uuid(IdKind::Org, &id)).transpose()?,
            brands: uuids(IdKind::Brand, &self.brand_ids.unwrap_or_default())?,
            states: self.states.unwrap_or_default().into_iter().map(Into::into).collect(),
            gtin: code,
            search: facts::search(self.search.as_deref())?,
        })
    }
}

/// The queries of product sheets.
#[derive(Debug, Default)]
pub struct ProductsQuery;

#[Object]
impl ProductsQuery {
    /// A product sheet; `NOT_FOUND` where there is none that the viewer sees.
    async fn product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet's id.")] id: ID,
    ) -> Result<Option<ProductModel>> {
        let found = ProductModel::load(ctx, uuid(IdKind::Product, &id)?).await?;
        found.map(Some).ok_or_else(ApiError::not_found)
    }

    /// The product sheets that the viewer sees, the latest first.
    async fn products(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the beginning, 0–100; 20 where nothing is given.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0–100.")] last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Which ones.")] filter: Option<ProductFilter>,
    ) -> Result<Connection<String, ProductModel, Totals>> {
        let args = PageArgs::read(first, after.as_deref(), last, before.as_deref())?;
        let (app, eyes) = (Arc::clone(from_context::<App>(ctx)?), Eyes::from(ctx)?);
        let query = filter.unwrap_or_default().read()?;
        let sight = Sight::of(eyes.viewer(), Action::ProductRead, app.now());
        let page = store::product_page(app.db.read(), &sight, &query, &args).await?;
        let page = page.map(|row| ProductModel::of(row, &eyes));
        Ok(connection(page, move || {
            let (app, sight, query) = (Arc::clone(&app), sight.clone(), query.clone());
            Box::pin(async move { store::product_count(app.db.read(), &sight, &query).await })
        }))
    }

    /// Whom enforcers call at a right holder, the first one first; `NOT_FOUND` where the viewer does not read that.
    async fn company_contacts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The right holder.")] organization_id: ID,
    ) -> Result<Vec<CompanyContact>> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Org, &organization_id)?;
        let rows = commands::contacts(app, viewer, key).await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }
}
