//! Writing product sheets, publishing them and taking them out of use.

use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{check_version, finish, first, share::spread, to_change};
use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::{Holder, NewProduct, ProductFacts, ProductState, ProductStep, permit, search_text},
        store::{self, ProductRow},
    },
    rights,
};

/// A product sheet to be.
#[derive(Debug, Clone, Serialize)]
pub struct CreateProduct {
    /// The brand.
    pub brand: Uuid,
    /// What is written in it.
    pub product: NewProduct,
}

/// Writes a product sheet of a brand, as a draft; gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where the brand is out of use, `ALREADY_EXISTS` where
/// the brand has a sheet of this model number, `IDEMPOTENCY_MISMATCH`.
pub async fn create_sheet(app: &App, viewer: &Viewer, key: &str, new: &CreateProduct) -> Result<Uuid> {
    let brand = rights::visible_brand(app, viewer, new.brand).await?;
    let brand = brand.ok_or_else(ApiError::not_found)?;
    let tx = app.begin().await?;
    let holder = Holder {
        organization: brand.organization_id,
        brand: brand.id,
    };
    permit(viewer, holder, tx.now())?;
    let claim = match claim(&tx, viewer.person, "createProduct", key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return first(&ids),
    };
    if !brand.active {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    let facts = new.product.facts()?;
    let now = micros(tx.now());
    let mut row = ProductRow {
        id: app.ids.id(tx.now()),
        organization_id: holder.organization,
        brand_id: holder.brand,
        model_number: String::new(),
        name: String::new(),
        gtin: None,
        description: None,
        price_minor: None,
        price_currency: None,
        price_basis: None,
        price_source: None,
        price_on: None,
        packaging: None,
        routes: String::new(),
        sellers: String::new(),
        minimum_quantity: None,
        search_text: String::new(),
        state: ProductState::Draft.code().to_owned(),
        created_by: viewer.person,
        created_at: now,
        updated_at: now,
        published_at: None,
        archived_at: None,
        version: 1,
    };
    fill(&tx, &mut row, facts).await?;
    store::product_insert(&tx, &row).await?;
    spread(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({ "brand": encode(IdKind::Brand, row.brand_id) });
    finish(app, tx, viewer, ("createProduct", IdKind::Product, row.id), &detail).await?;
    Ok(row.id)
}

/// Writes a product sheet anew; gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where it is out of use,
/// `ALREADY_EXISTS` where the brand has another sheet of this model number.
pub async fn update_sheet(
    app: &App,
    viewer: &Viewer,
    (id, expected_version): (Uuid, i32),
    product: &NewProduct,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, _) = to_change(&tx, viewer, id, ProductStep::Edit).await?;
    check_version(row.version, expected_version)?;
    fill(&tx, &mut row, product.facts()?).await?;
    let row = store::product_save(&tx, row).await?;
    finish(
        app,
        tx,
        viewer,
        ("updateProduct", IdKind::Product, row.id),
        &Value::Null,
    )
    .await?;
    Ok(row.id)
}

/// Opens a draft to those who were selected; gives its id.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`.
pub async fn publish_sheet(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<Uuid> {
    step_sheet(app, viewer, ProductStep::Publish, (id, expected_version)).await
}

/// Publishes a sheet or takes it out of use; who reads it follows at once.
///
/// # Errors
/// As [`publish_sheet`].
pub(in crate::products) async fn step_sheet(
    app: &App,
    viewer: &Viewer,
    step: ProductStep,
    (id, expected_version): (Uuid, i32),
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let (mut row, state) = to_change(&tx, viewer, id, step).await?;
    check_version(row.version, expected_version)?;
    state.code().clone_into(&mut row.state);
    let now = micros(tx.now());
    let verb = match step {
        ProductStep::Publish => {
            row.published_at = Some(now);
            "publishProduct"
        }
        ProductStep::Archive => {
            row.archived_at = Some(now);
            "archiveProduct"
        }
        ProductStep::Edit | ProductStep::Share => return Err(ErrorCode::TransitionNotAllowed.into()),
    };
    let row = store::product_save(&tx, row).await?;
    spread(&tx, &row).await?;
    finish(app, tx, viewer, (verb, IdKind::Product, row.id), &Value::Null).await?;
    Ok(row.id)
}

/// Writes facts into a row.
///
/// # Errors
/// `ALREADY_EXISTS` at `modelNumber`.
async fn fill(tx: &Tx, row: &mut ProductRow, facts: ProductFacts) -> Result<()> {
    let same = store::product_of_number(tx.connection(), row.brand_id, &facts.model_number).await?;
    if same.is_some_and(|other| other.id != row.id) {
        let text = "The brand has a sheet of this model number.";
        return Err(ApiError::because(ErrorCode::AlreadyExists, text).at("modelNumber"));
    }
    let list = |lines: &[String]| serde_json::to_string(lines).map_err(ApiError::internal);
    row.search_text = search_text(&facts);
    row.routes = list(&facts.routes)?;
    row.sellers = list(&facts.sellers)?;
    row.model_number = facts.model_number;
    row.name = facts.name;
    row.gtin = facts.gtin;
    row.description = facts.description;
    row.packaging = facts.packaging;
    row.minimum_quantity = facts.minimum_quantity;
    let price = facts.price;
    let on = price.as_ref().map(|price| price.on.to_zoned(TimeZone::UTC));
    let on = on.transpose().map_err(ApiError::internal)?;
    row.price_on = on.map(|day| micros(day.timestamp()));
    row.price_minor = price.as_ref().map(|price| price.money.minor);
    row.price_currency = price.as_ref().map(|price| price.money.currency.clone());
    row.price_basis = price.as_ref().map(|price| price.basis.code().to_owned());
    row.price_source = price.and_then(|price| price.source);
    Ok(())
}
