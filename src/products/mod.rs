//! Product sheets: what a genuine product is, what tells fakes apart, with pictures of both side by side; and whom enforcers call
//! at a right holder.
//!
//! ```text
//! sheet    DRAFT → PUBLISHED → ARCHIVED      feature   in use → retired
//!            │          └ open to those whom the holder selected, until a grant is taken back
//!            └ its holder's alone
//! ```
//!
//! Two levels, as the European Union's portal for enforcers has them (docs/adr/0059): who a right holder is, its brands and whom to
//! call is open to every enforcer of the alliance; product sheets only to those whom the holder selected, to enforcers of some
//! countries or of all, or to organisations by name.
//!
//! Invariants: what is not seen is `NOT_FOUND` (I21); what tells fakes apart is never wider than its sheet, and RED what is not
//! plain to see; RED is for named people, is revealed for a purpose that is logged, and is never opened further (I26, I38);
//! agents see up to AMBER.

mod commands;
pub mod graphql;
pub mod rules;
mod store;
mod told;

use serde_json::{Value, json};
use uuid::Uuid;

pub use commands::{
    AddPicture, CreateProduct, GrantProduct, PictureOf, PresentedPicture, add_contact, add_feature, add_picture,
    change_feature, create_sheet, fetch_picture, grant_product, publish_sheet, retire_feature, update_sheet,
    verify_pictures,
};
// What screening takes of sheets.
pub(crate) use told::{Sign, ToldSheet, told_sheets};

use crate::{
    audience::Sight,
    permissions::{Action, Viewer, audience::Tlp},
    platform::{
        clock::timestamp,
        db::{Connection, json as read_json},
        error::{ApiError, Result},
        ids::{IdKind, encode},
    },
};

/// The version of a sheet, whoever may see it.
///
/// # Errors
/// `NOT_FOUND`, `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn version_of(connection: &impl Connection, id: Uuid) -> Result<i32> {
    let row = store::product_any(connection, id).await?;
    row.map(|row| row.version).ok_or_else(ApiError::not_found)
}

/// What a right holder takes along of its own sheets, as the viewer sees them: a line of JSON for each sheet, its features within
/// it. What is RED keeps to itself what it says: it goes by no file.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn lines_of(
    connection: &impl Connection,
    viewer: &Viewer,
    now: jiff::Timestamp,
    holder: Uuid,
) -> Result<Vec<Value>> {
    let sight = Sight::of(viewer, Action::ProductRead, now);
    let all = store::products_of_holder(connection, holder).await?;
    let ids: Vec<Uuid> = all.iter().map(|row| row.id).collect();
    let seen = store::products_seen(connection, &sight, &ids).await?;
    let features = store::features_seen_of(connection, &sight, &ids).await?;
    let red: &str = Tlp::Red.into();
    let line = |row: &store::ProductRow| {
        let own = features.iter().filter(|feature| feature.product_id == row.id);
        let own: Vec<Value> = own
            .map(|feature| {
                let open = feature.tlp != red;
                json!({
                    "id": encode(IdKind::Feature, feature.id), "feature": feature.feature,
                    "genuine": open.then_some(&feature.genuine), "fake": open.then_some(&feature.fake),
                    "detectability": feature.detectability, "tlp": feature.tlp,
                    "retiredAt": feature.retired_at.map(timestamp), "createdAt": timestamp(feature.created_at),
                })
            })
            .collect();
        let (routes, sellers): (Vec<String>, Vec<String>) = (read_json(&row.routes)?, read_json(&row.sellers)?);
        Ok(json!({
            "id": encode(IdKind::Product, row.id), "brand": encode(IdKind::Brand, row.brand_id),
            "modelNumber": row.model_number, "name": row.name, "gtin": row.gtin, "description": row.description,
            "priceMinor": row.price_minor, "priceCurrency": row.price_currency, "priceBasis": row.price_basis,
            "packaging": row.packaging, "routes": routes, "sellers": sellers,
            "minimumQuantity": row.minimum_quantity, "state": row.state, "createdAt": timestamp(row.created_at),
            "updatedAt": timestamp(row.updated_at), "features": own,
        }))
    };
    let mine = all.iter().filter(|row| seen.iter().any(|one| one.id == row.id));
    mine.map(line).collect()
}
