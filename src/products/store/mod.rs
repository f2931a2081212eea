//! The SQL of product sheets. Who sees which sheet and which feature stands in audience rows.

mod contacts;
mod features;
mod pictures;
mod sheets;
mod told;

pub(super) use contacts::{
    ContactRow, contact, contact_delete, contact_insert, contact_save, contacts_are_full, contacts_of,
};
pub(super) use features::{
    FeatureRow, ReaderRow, RevisionRow, feature_any, feature_insert, feature_locked_seen, feature_save,
    features_any_of, features_seen, features_seen_of, readers_of, readers_set, revision_insert, revisions_of,
};
pub(super) use pictures::{
    PictureRow, picture, picture_delete, picture_insert, picture_quarantine, picture_release, pictures_after,
    pictures_of,
};
pub(super) use sheets::{
    GrantRow, ProductQuery, ProductRow, grant, grant_insert, grant_revoke, grants_of, product_any, product_count,
    product_insert, product_locked_seen, product_of_number, product_page, product_save, products_of_holder,
    products_seen,
};
pub(super) use told::{features_open, published};

use crate::{
    audience::{self, Keys, Kind},
    permissions::audience::AudienceRow,
    platform::{clock::NEVER, db::Tx, error::Result},
};

/// Replaces who sees a sheet.
pub(super) async fn sheet_audience_set(tx: &Tx, row: &ProductRow, rows: &[AudienceRow]) -> Result<()> {
    audience::replace(tx, Kind::Product, keys(row.id, row, row.created_at), rows).await
}

/// Replaces who sees a feature of a sheet.
pub(super) async fn feature_audience_set(
    tx: &Tx,
    sheet: &ProductRow,
    row: &FeatureRow,
    rows: &[AudienceRow],
) -> Result<()> {
    audience::replace(tx, Kind::Feature, keys(row.id, sheet, row.created_at), rows).await
}

fn keys(id: uuid::Uuid, sheet: &ProductRow, created_at: i64) -> Keys {
    Keys {
        id,
        root: sheet.id,
        created_at,
        due_at: NEVER,
        priority: 0,
        open: sheet.archived_at.is_none(),
    }
}
