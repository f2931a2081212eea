//! Entering brands and taking them out of use.

use serde::Serialize;
use uuid::Uuid;

use super::{check_version, finish, first, seen_brand, seen_organization};
use crate::{
    app::App,
    audit::{Act, Category},
    members::rules::{
        facts,
        organization::{OrganizationAction, permit, take},
    },
    permissions::Viewer,
    platform::{
        db::idempotency::{Idempotency, claim},
        error::{ApiError, Result},
        ids::IdKind,
    },
    rights::{
        rules::{BrandAction, BrandRow, check_in_use, nice_classes, permit_on_brand},
        store,
    },
};

/// A brand to be.
#[derive(Debug, Clone, Serialize)]
pub struct CreateBrand {
    /// Its owner; the viewer's own organisation where none is named.
    pub organization: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// Its name in Chinese.
    pub name_zh: Option<String>,
    /// Nice classes, 1–45.
    pub nice_classes: Vec<i32>,
}

/// Enters a brand of a right holder.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where the organisation is no active right holder,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn create_brand(app: &App, viewer: &Viewer, key: &str, input: &CreateBrand) -> Result<BrandRow> {
    let tx = app.begin().await?;
    let owner = seen_organization(&tx, viewer, input.organization.unwrap_or(viewer.organization)).await?;
    permit(OrganizationAction::CreateBrand, viewer, &owner, tx.now())?;
    let claim = match claim(&tx, viewer.person, "createBrand", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::brand(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    take(OrganizationAction::CreateBrand, viewer, &owner)?;
    let brand = BrandRow {
        id: app.ids.id(tx.now()),
        organization_id: owner.id,
        name: facts::name("name", &input.name)?,
        name_zh: facts::optional_name("nameZh", input.name_zh.as_deref())?,
        active: true,
        nice_classes: nice_classes(&input.nice_classes)?,
        version: 1,
        created_at: tx.now(),
    };
    store::brand_insert(&tx, &brand).await?;
    claim.keep(&tx, &[brand.id]).await?;
    let act = Act::on(Category::Admin, "createBrand", IdKind::Brand, brand.id);
    finish(app, tx, viewer, act).await?;
    Ok(brand)
}

/// Takes a brand out of use.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where it is out of use already.
pub async fn retire_brand(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<BrandRow> {
    let tx = app.begin().await?;
    let brand = seen_brand(&tx, viewer, id).await?;
    permit_on_brand(BrandAction::Retire, viewer, &brand, tx.now())?;
    check_version(brand.version, expected_version)?;
    check_in_use(&brand)?;
    let brand = store::brand_save(&tx, BrandRow { active: false, ..brand }).await?;
    let act = Act::on(Category::Admin, "retireBrand", IdKind::Brand, brand.id);
    finish(app, tx, viewer, act).await?;
    Ok(brand)
}
