//! What tells fakes apart: features, how they stood before, and who is named for them.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Tx, by_ids, claim_version},
        error::Result,
    },
};
use entity::{fake_feature, fake_feature_reader, fake_feature_revision};

/// A feature's row.
pub(in crate::products) type FeatureRow = fake_feature::Model;
/// How a feature stood.
pub(in crate::products) type RevisionRow = fake_feature_revision::Model;
/// Somebody who is named for a feature.
pub(in crate::products) type ReaderRow = fake_feature_reader::Model;

/// The features with these ids that a sight meets, in any order.
pub(in crate::products) async fn features_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<FeatureRow>> {
    audience::objects::<fake_feature::Entity>(connection, sight, Kind::Feature, ids).await
}

/// The features of some sheets that a sight meets, the first one first.
pub(in crate::products) async fn features_seen_of(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    products: &[Uuid],
) -> Result<Vec<FeatureRow>> {
    let mut rows = features_any_of(connection, products).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let seen = audience::seen(connection, sight, Kind::Feature, &ids).await?;
    rows.retain(|row| seen.contains(&row.id));
    Ok(rows)
}

/// The features of some sheets, the first one first, whoever may see them.
pub(in crate::products) async fn features_any_of(
    connection: &impl ConnectionTrait,
    products: &[Uuid],
) -> Result<Vec<FeatureRow>> {
    Ok(fake_feature::Entity::find()
        .filter(fake_feature::Column::ProductId.is_in(products.iter().copied()))
        .order_by_asc(fake_feature::Column::CreatedAt)
        .order_by_asc(fake_feature::Column::Id)
        .all(connection)
        .await?)
}

/// A feature, whoever may see it.
pub(in crate::products) async fn feature_any(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<FeatureRow>> {
    Ok(by_ids::<fake_feature::Entity>(connection, &[id]).await?.pop())
}

/// A feature that a sight meets, which nobody changes until the transaction ends.
pub(in crate::products) async fn feature_locked_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<Option<FeatureRow>> {
    audience::object_locked::<fake_feature::Entity>(tx, sight, Kind::Feature, id).await
}

/// Keeps a new feature.
pub(in crate::products) async fn feature_insert(tx: &Tx, row: &FeatureRow) -> Result<()> {
    fake_feature::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a feature if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(in crate::products) async fn feature_save(tx: &Tx, mut row: FeatureRow) -> Result<FeatureRow> {
    use fake_feature::Column;
    claim_version::<fake_feature::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    row.updated_at = micros(tx.now());
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Keeps how a feature stands now.
pub(in crate::products) async fn revision_insert(tx: &Tx, id: Uuid, of: &FeatureRow, by: Uuid) -> Result<()> {
    let row = RevisionRow {
        id,
        feature_id: of.id,
        number: of.version,
        feature: of.feature.clone(),
        genuine: of.genuine.clone(),
        fake: of.fake.clone(),
        detectability: of.detectability.clone(),
        tlp: of.tlp.clone(),
        changed_by: by,
        changed_at: micros(tx.now()),
    };
    fake_feature_revision::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// How some features stood, the last one first.
pub(in crate::products) async fn revisions_of(
    connection: &impl ConnectionTrait,
    features: &[Uuid],
) -> Result<Vec<RevisionRow>> {
    Ok(fake_feature_revision::Entity::find()
        .filter(fake_feature_revision::Column::FeatureId.is_in(features.iter().copied()))
        .order_by_desc(fake_feature_revision::Column::Number)
        .all(connection)
        .await?)
}

/// Who is named for some features.
pub(in crate::products) async fn readers_of(
    connection: &impl ConnectionTrait,
    features: &[Uuid],
) -> Result<Vec<ReaderRow>> {
    Ok(fake_feature_reader::Entity::find()
        .filter(fake_feature_reader::Column::FeatureId.is_in(features.iter().copied()))
        .order_by_asc(fake_feature_reader::Column::PersonId)
        .all(connection)
        .await?)
}

/// Replaces who is named for a feature; each person once.
pub(in crate::products) async fn readers_set(tx: &Tx, feature: Uuid, people: &[Uuid]) -> Result<()> {
    fake_feature_reader::Entity::delete_many()
        .filter(fake_feature_reader::Column::FeatureId.eq(feature))
        .exec(tx.connection())
        .await?;
    if people.is_empty() {
        return Ok(());
    }
    let rows = people.iter().map(|person| {
        ReaderRow {
            feature_id: feature,
            person_id: *person,
        }
        .into_active_model()
    });
    fake_feature_reader::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}
