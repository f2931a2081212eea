//! Reports with their photos, which are only ever written, and how appraisals are judged.

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::platform::{
    db::{Tx, by_ids, claim_version},
    error::Result,
};
use entity::{appraisal_photo, appraisal_policy, appraisal_report};

/// The row of a version of a report.
pub(in crate::appraisals) type ReportRow = appraisal_report::Model;
/// The row of a photo.
pub(in crate::appraisals) type PhotoRow = appraisal_photo::Model;
/// The row of how appraisals in a programme are judged.
pub(in crate::appraisals) type PolicyRow = appraisal_policy::Model;

/// The reports of some appraisals, the first version first.
pub(in crate::appraisals) async fn reports_of(
    connection: &impl ConnectionTrait,
    appraisals: &[Uuid],
) -> Result<Vec<ReportRow>> {
    Ok(appraisal_report::Entity::find()
        .filter(appraisal_report::Column::AppraisalId.is_in(appraisals.iter().copied()))
        .order_by_asc(appraisal_report::Column::AppraisalId)
        .order_by_asc(appraisal_report::Column::Version)
        .all(connection)
        .await?)
}

/// Keeps a version of a report.
pub(in crate::appraisals) async fn report_insert(tx: &Tx, row: ReportRow) -> Result<()> {
    appraisal_report::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The photos of some reports, in their order.
pub(in crate::appraisals) async fn photos_of(
    connection: &impl ConnectionTrait,
    reports: &[Uuid],
) -> Result<Vec<PhotoRow>> {
    Ok(appraisal_photo::Entity::find()
        .filter(appraisal_photo::Column::ReportId.is_in(reports.iter().copied()))
        .order_by_asc(appraisal_photo::Column::ReportId)
        .order_by_asc(appraisal_photo::Column::Place)
        .all(connection)
        .await?)
}

/// A photo by its id.
pub(in crate::appraisals) async fn photo_find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<PhotoRow>> {
    Ok(appraisal_photo::Entity::find_by_id(id).one(connection).await?)
}

/// Keeps a photo.
pub(in crate::appraisals) async fn photo_insert(tx: &Tx, row: PhotoRow) -> Result<()> {
    appraisal_photo::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// How appraisals in some programmes are judged, where somebody said so.
pub(in crate::appraisals) async fn policies_by_ids(
    connection: &impl ConnectionTrait,
    programs: &[Uuid],
) -> Result<Vec<PolicyRow>> {
    by_ids::<appraisal_policy::Entity>(connection, programs).await
}

/// Keeps how appraisals in a programme are judged; a version of 0 is new.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it.
pub(in crate::appraisals) async fn policy_save(tx: &Tx, mut row: PolicyRow) -> Result<()> {
    use appraisal_policy::{Column, Entity};
    let is_new = row.version == 0;
    if !is_new {
        claim_version::<Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    }
    row.version += 1;
    let row = row.into_active_model();
    if is_new {
        Entity::insert(row).exec_without_returning(tx.connection()).await?;
    } else {
        row.reset_all().update(tx.connection()).await?;
    }
    Ok(())
}
