//! Stored bytes, and what somebody sent and has not attached yet.

use jiff::Timestamp;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, QuerySelect as _, QueryTrait as _, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::{Tx, by_ids},
    error::{ApiError, Result},
    files::{Chunks, Received},
};
use entity::{
    appraisal_photo, evidence_item, file_object, ip_right_certificate, product_picture, referral_package,
    rights_document, upload,
};

/// Stored bytes.
pub(in crate::evidence) type FileRow = file_object::Model;
/// What somebody sent.
pub(in crate::evidence) type UploadRow = upload::Model;

/// What stored bytes have to be.
impl From<&FileRow> for Chunks {
    fn from(row: &FileRow) -> Self {
        Self {
            id: row.id,
            sha256: row.sha256.clone(),
            bytes: u64::try_from(row.bytes).unwrap_or(0),
            chunks: row.chunks.clone(),
        }
    }
}

/// Keeps what came in under an id, unless the same bytes are there already; gives the row that stands for them, which nobody
/// removes until the transaction ends.
pub(in crate::evidence) async fn file_keep(
    tx: &Tx,
    id: Uuid,
    received: &Received,
    media_type: &str,
) -> Result<FileRow> {
    let row = FileRow {
        id,
        sha256: received.sha256.clone(),
        bytes: i64::try_from(received.bytes).map_err(ApiError::internal)?,
        media_type: media_type.to_owned(),
        chunks: received.chunks.clone(),
        created_at: micros(tx.now()),
    };
    let once = OnConflict::column(file_object::Column::Sha256).do_nothing().to_owned();
    file_object::Entity::insert(row.into_active_model())
        .on_conflict(once)
        .exec_without_returning(tx.connection())
        .await?;
    let kept = file_object::Entity::find()
        .filter(file_object::Column::Sha256.eq(received.sha256.as_str()))
        .lock_exclusive()
        .one(tx.connection())
        .await?;
    // Removed by somebody between the two statements: whoever sends it again succeeds.
    kept.ok_or_else(|| crate::platform::error::ErrorCode::Unavailable.into())
}

/// Stored bytes by their id.
pub(in crate::evidence) async fn file_find(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<FileRow>> {
    Ok(file_object::Entity::find_by_id(id).one(connection).await?)
}

/// Stored bytes by their ids.
pub(in crate::evidence) async fn files_by_ids(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<FileRow>> {
    by_ids::<file_object::Entity>(connection, ids).await
}

/// That nothing refers to stored bytes: no evidence, no certificate of a right, no document or picture of the registry, and
/// nothing that waits to become some. Whatever else comes to refer to files is named here.
fn is_unused() -> Condition {
    let in_evidence = evidence_item::Entity::find()
        .select_only()
        .column(evidence_item::Column::FileId)
        .filter(evidence_item::Column::FileId.is_not_null());
    let in_certificates = ip_right_certificate::Entity::find()
        .select_only()
        .column(ip_right_certificate::Column::FileId);
    let in_packages = referral_package::Entity::find()
        .select_only()
        .column(referral_package::Column::PdfFileId);
    let in_reports = appraisal_photo::Entity::find()
        .select_only()
        .column(appraisal_photo::Column::FileId);
    let in_pictures = product_picture::Entity::find()
        .select_only()
        .column(product_picture::Column::FileId);
    let in_documents = rights_document::Entity::find()
        .select_only()
        .column(rights_document::Column::FileId);
    let in_uploads = upload::Entity::find().select_only().column(upload::Column::FileId);
    Condition::all()
        .add(file_object::Column::Id.not_in_subquery(in_evidence.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_certificates.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_packages.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_reports.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_pictures.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_documents.into_query()))
        .add(file_object::Column::Id.not_in_subquery(in_uploads.into_query()))
}

/// Up to `most` stored bytes to which nothing refers.
pub(in crate::evidence) async fn files_unused(connection: &impl ConnectionTrait, most: u64) -> Result<Vec<FileRow>> {
    Ok(file_object::Entity::find()
        .filter(is_unused())
        .limit(most)
        .all(connection)
        .await?)
}

/// Forgets stored bytes if nothing refers to them, and says whether it did: then they may be removed. The row is locked
/// first, so that nobody begins to refer to them meanwhile; foreign keys would refuse it anyway.
pub(in crate::evidence) async fn file_drop_unused(tx: &Tx, id: Uuid) -> Result<bool> {
    let locked = file_object::Entity::find_by_id(id).lock_exclusive();
    if locked.one(tx.connection()).await?.is_none() {
        return Ok(false);
    }
    let gone = file_object::Entity::delete_many()
        .filter(file_object::Column::Id.eq(id))
        .filter(is_unused())
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Keeps what somebody sent.
pub(in crate::evidence) async fn upload_insert(tx: &Tx, row: UploadRow) -> Result<()> {
    upload::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// How many uploads of a person wait to be attached.
pub(in crate::evidence) async fn uploads_waiting(
    connection: &impl ConnectionTrait,
    person: Uuid,
    now: Timestamp,
) -> Result<u64> {
    Ok(upload::Entity::find()
        .filter(upload::Column::PersonId.eq(person))
        .filter(upload::Column::ExpiresAt.gt(micros(now)))
        .count(connection)
        .await?)
}

/// An upload by its id.
pub(in crate::evidence) async fn upload_by_id(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<UploadRow>> {
    Ok(upload::Entity::find_by_id(id).one(connection).await?)
}

/// Takes an upload for evidence; false where somebody else has, or its hours are over.
pub(in crate::evidence) async fn upload_take(tx: &Tx, id: Uuid) -> Result<bool> {
    let taken = upload::Entity::delete_many()
        .filter(upload::Column::Id.eq(id))
        .filter(upload::Column::ExpiresAt.gt(micros(tx.now())))
        .exec(tx.connection())
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Forgets uploads whose hours are over; returns how many.
pub(in crate::evidence) async fn uploads_forget(tx: &Tx) -> Result<u64> {
    let gone = upload::Entity::delete_many()
        .filter(upload::Column::ExpiresAt.lte(micros(tx.now())))
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected)
}
