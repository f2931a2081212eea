//! Changing product sheets and whom enforcers call.

use async_graphql::{Context, Object, SimpleObject};
use uuid::Uuid;

use super::{
    CompanyContact, FakeFeature, ProductModel,
    inputs::{
        AddCompanyContactInput, AddFakeFeatureInput, AddProductPictureInput, CreateProductInput, GrantProductInput,
        OpenProductPictureInput, ProductTransitionInput, RemoveProductPictureInput, RevealFakeFeatureInput,
        RevokeProductGrantInput, UpdateCompanyContactInput, UpdateFakeFeatureInput, UpdateProductInput,
    },
    picture::OpenProductPicturePayload,
};
use crate::{
    app::App,
    leads::graphql::Eyes,
    payload,
    platform::{
        error::Result,
        graphql::{UserError, from_context, outcome, scalars::DateTime, uuid},
        ids::IdKind,
    },
    products::{commands, rules::ProductStep},
    sessions,
};

/// A product sheet that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct ProductPayload {
    /// The sheet; null where it was refused.
    product: Option<ProductModel>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl ProductPayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let product = match done {
            Some(key) => ProductModel::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { product, user_errors })
    }
}

/// A feature that was changed, or why it was not.
#[derive(SimpleObject)]
pub struct FakeFeaturePayload {
    /// The feature; null where it was refused.
    feature: Option<FakeFeature>,
    /// Why it was refused; empty when it was done.
    user_errors: Vec<UserError>,
}

impl FakeFeaturePayload {
    async fn of(ctx: &Context<'_>, result: Result<Uuid>) -> Result<Self> {
        let (done, user_errors) = outcome(result)?;
        let feature = match done {
            Some(key) => FakeFeature::load(ctx, key).await?,
            None => None,
        };
        Ok(Self { feature, user_errors })
    }
}

payload! {
    /// The outcome of a change of whom enforcers call.
    CompanyContactPayload {
        /// The contact afterwards, or as it was before it was removed; null where it was refused.
        contact: CompanyContact
    }
}

async fn step(ctx: &Context<'_>, step: ProductStep, input: ProductTransitionInput) -> Result<ProductPayload> {
    let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
    let which = (uuid(IdKind::Product, &input.id)?, input.expected_version);
    let done = Box::pin(commands::step_sheet(app, viewer, step, which)).await;
    ProductPayload::of(ctx, done).await
}

/// The mutations of product sheets.
#[derive(Debug, Default)]
pub struct ProductsMutation;

#[Object]
impl ProductsMutation {
    /// Writes a product sheet of a brand, as a draft that its holder alone sees.
    async fn create_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet.")] input: CreateProductInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let new = input.command()?;
        let done = Box::pin(commands::create_sheet(app, viewer, &key, &new)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Writes a product sheet anew.
    async fn update_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet.")] input: UpdateProductInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Product, &input.id)?, input.expected_version);
        let product = input.product();
        let done = Box::pin(commands::update_sheet(app, viewer, which, &product)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Publishes a draft: from now on those read it whom its holder selected.
    async fn publish_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet.")] input: ProductTransitionInput,
    ) -> Result<ProductPayload> {
        step(ctx, ProductStep::Publish, input).await
    }

    /// Takes a sheet out of use: from now on only its holder's side sees it.
    async fn archive_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet.")] input: ProductTransitionInput,
    ) -> Result<ProductPayload> {
        step(ctx, ProductStep::Archive, input).await
    }

    /// Opens a sheet to an organisation, or to enforcers of some countries or of all. They read it while it is published.
    async fn grant_product(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The sheet, and to whom.")] input: GrantProductInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = input.idempotency_key.clone();
        let new = input.command()?;
        let done = Box::pin(commands::grant_product(app, viewer, &key, &new)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Takes back that a sheet is open to somebody, who does not see it any more at the next request.
    async fn revoke_product_grant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The grant.")] input: RevokeProductGrantInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::ProductGrant, &input.id)?;
        let done = Box::pin(commands::revoke_grant(app, viewer, key)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Adds to a sheet what tells fakes apart.
    async fn add_fake_feature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The feature.")] input: AddFakeFeatureInput,
    ) -> Result<FakeFeaturePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let product = uuid(IdKind::Product, &input.product_id)?;
        let (key, new) = (input.idempotency_key, input.feature.read()?);
        let done = Box::pin(commands::add_feature(app, viewer, &key, product, &new)).await;
        FakeFeaturePayload::of(ctx, done).await
    }

    /// Writes a feature anew; how it stood is kept.
    async fn update_fake_feature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The feature.")] input: UpdateFakeFeatureInput,
    ) -> Result<FakeFeaturePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::Feature, &input.id)?, input.expected_version);
        let new = input.feature.read()?;
        let done = Box::pin(commands::change_feature(app, viewer, which, &new)).await;
        FakeFeaturePayload::of(ctx, done).await
    }

    /// Takes a feature out of use: from now on only its holder's side sees it.
    async fn retire_fake_feature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The feature.")] input: ProductTransitionInput,
    ) -> Result<FakeFeaturePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Feature, &input.id)?;
        let done = Box::pin(commands::retire_feature(app, viewer, key, input.expected_version)).await;
        FakeFeaturePayload::of(ctx, done).await
    }

    /// Tells all that is written in a feature, RED ones too, for a purpose that is logged.
    async fn reveal_fake_feature(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The feature, and what for.")] input: RevealFakeFeatureInput,
    ) -> Result<FakeFeaturePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Feature, &input.id)?;
        let told = Box::pin(commands::reveal_feature(app, viewer, key, &input.purpose)).await;
        let (row, user_errors) = outcome(told)?;
        let eyes = Eyes::from(ctx)?;
        Ok(FakeFeaturePayload {
            feature: row.map(|row| FakeFeature::revealed(row, &eyes)),
            user_errors,
        })
    }

    /// Adds a reference picture, of a file that was sent to `POST /files`: of a product as a whole, at most twelve, or one of each
    /// side of a feature.
    async fn add_product_picture(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The picture.")] input: AddProductPictureInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let done = Box::pin(commands::add_picture(app, viewer, &input.command()?)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Removes a reference picture.
    async fn remove_product_picture(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: RemoveProductPictureInput,
    ) -> Result<ProductPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Picture, &input.id)?;
        let done = Box::pin(commands::remove_picture(app, viewer, key, input.expected_version)).await;
        ProductPayload::of(ctx, done).await
    }

    /// Opens a reference picture of something that the viewer sees: a link that is good for some minutes, in this session only.
    async fn open_product_picture(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: OpenProductPictureInput,
    ) -> Result<OpenProductPicturePayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::Picture, &input.id)?;
        let opened = Box::pin(commands::open_picture(app, viewer, key, input.purpose.as_deref())).await;
        let (link, user_errors) = outcome(opened)?;
        Ok(OpenProductPicturePayload {
            expires_at: link.as_ref().map(|link| DateTime(link.expires_at)),
            url: link.map(|link| link.path),
            user_errors,
        })
    }

    /// Says whom enforcers call at a right holder; open to every enforcer of the alliance.
    async fn add_company_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: AddCompanyContactInput,
    ) -> Result<CompanyContactPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let organization = input.organization_id.map(|id| uuid(IdKind::Org, &id)).transpose()?;
        let organization = organization.unwrap_or(viewer.organization);
        let (key, new) = (input.idempotency_key, input.contact.read());
        let done = Box::pin(commands::add_contact(app, viewer, &key, (organization, &new))).await;
        CompanyContactPayload::of(done)
    }

    /// Writes anew whom enforcers call.
    async fn update_company_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: UpdateCompanyContactInput,
    ) -> Result<CompanyContactPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let which = (uuid(IdKind::CompanyContact, &input.id)?, input.expected_version);
        let new = input.contact.read();
        CompanyContactPayload::of(Box::pin(commands::change_contact(app, viewer, which, &new)).await)
    }

    /// Says that somebody is not called any more.
    async fn remove_company_contact(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: ProductTransitionInput,
    ) -> Result<CompanyContactPayload> {
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let key = uuid(IdKind::CompanyContact, &input.id)?;
        CompanyContactPayload::of(Box::pin(commands::remove_contact(app, viewer, key, input.expected_version)).await)
    }
}
