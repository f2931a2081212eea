//! What can be done to product sheets: one transaction each: authorise → load → decide → save → audit.

mod contact;
mod feature;
mod picture;
mod picture_bytes;
mod reading;
mod share;
mod sheet;

use serde_json::Value;
use uuid::Uuid;

use super::{
    rules::{Holder, ProductState, ProductStep, permit, take},
    store::{self, FeatureRow, ProductRow},
};
use crate::{
    app::App,
    audience::{self, Kind, Sight},
    audit::{self, Act, Actor, Category},
    permissions::{Action, Viewer},
    platform::{
        db::{Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
};

pub(super) use contact::{change_contact, contacts, remove_contact};
pub(super) use picture::{open_picture, remove_picture};
pub(super) use reading::{features_shown, reveal_feature};
pub(super) use share::revoke_grant;
pub(super) use sheet::step_sheet;

pub use contact::add_contact;
pub use feature::{add_feature, change_feature, retire_feature};
pub use picture::{AddPicture, PictureOf, PresentedPicture, add_picture};
pub use picture_bytes::{fetch_picture, verify_pictures};
pub use share::{GrantProduct, grant_product};
pub use sheet::{CreateProduct, create_sheet, publish_sheet, update_sheet};

/// Whose a sheet is.
pub(super) fn holder(row: &ProductRow) -> Holder {
    Holder {
        organization: row.organization_id,
        brand: row.brand_id,
    }
}

/// Where a sheet stands.
pub(super) fn state_of(row: &ProductRow) -> Result<ProductState> {
    code(&row.state)
}

/// What the viewer sees of sheets and features.
fn sight(tx: &Tx, viewer: &Viewer) -> Sight {
    Sight::of(viewer, Action::ProductRead, tx.now())
}

/// A sheet that the viewer sees, which nobody changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` before anything else is looked at.
async fn locked(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<ProductRow> {
    let sight = sight(tx, viewer);
    let row = store::product_locked_seen(tx, &sight, id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    // Whoever held the lock before may have taken it out of sight.
    match audience::sees(tx.connection(), &sight, Kind::Product, id).await? {
        true => Ok(row),
        false => Err(ApiError::not_found()),
    }
}

/// A sheet that the viewer sees and may do a step to; gives it with where the step leads.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`.
async fn to_change(tx: &Tx, viewer: &Viewer, id: Uuid, step: ProductStep) -> Result<(ProductRow, ProductState)> {
    let row = locked(tx, viewer, id).await?;
    permit(viewer, holder(&row), tx.now())?;
    let state = take(step, state_of(&row)?)?;
    Ok((row, state))
}

/// A feature that the viewer sees, with its sheet, both the viewer's to change; the feature was seen in this version.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED` where the sheet is out of use or the feature is
/// retired.
async fn feature_to_change(
    tx: &Tx,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
) -> Result<(ProductRow, FeatureRow)> {
    let found = store::feature_any(tx.connection(), id).await?;
    let sight = sight(tx, viewer);
    // The sheet first: everybody who takes both takes them in this order.
    let is_seen = audience::sees(tx.connection(), &sight, Kind::Feature, id).await?;
    let found = found.filter(|_| is_seen).ok_or_else(ApiError::not_found)?;
    let (sheet, _) = to_change(tx, viewer, found.product_id, ProductStep::Edit).await?;
    let row = store::feature_locked_seen(tx, &sight, id).await?;
    let row = row.ok_or_else(ApiError::not_found)?;
    check_version(row.version, expected_version)?;
    match row.retired_at {
        None => Ok((sheet, row)),
        Some(_) => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}

fn check_version(found: i32, expected: i32) -> Result<()> {
    match found == expected {
        true => Ok(()),
        false => Err(ErrorCode::StaleVersion.into()),
    }
}

fn first(ids: &[Uuid]) -> Result<Uuid> {
    let id = ids.first().copied();
    id.ok_or_else(|| ApiError::internal("an idempotency key without a result"))
}

/// Writes the audit entry and commits.
async fn finish(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    (verb, kind, id): (&'static str, IdKind, Uuid),
    detail: &Value,
) -> Result<()> {
    let act = Act::on(Category::Admin, verb, kind, id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
