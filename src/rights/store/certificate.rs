//! Certificates of rights; whoever asks for them has seen the right.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ErrorCode, Result},
    },
    rights::rules::certificate::CertificateRow,
};
use entity::ip_right_certificate::{ActiveModel, Column, Entity, Model};

/// A certificate by its id.
pub(in crate::rights) async fn certificate(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<CertificateRow>> {
    Ok(Entity::find_by_id(id).one(connection).await?.map(read))
}

/// The certificates of some rights, the first one first.
pub(in crate::rights) async fn certificates_of(
    connection: &impl ConnectionTrait,
    rights: &[Uuid],
) -> Result<Vec<CertificateRow>> {
    let found = Entity::find()
        .filter(Column::RightId.is_in(rights.iter().copied()))
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    Ok(found.into_iter().map(read).collect())
}

/// Up to `most` certificates of any rights with a greater id, in order of their ids.
pub(in crate::rights) async fn certificates_after(
    connection: &impl ConnectionTrait,
    after: Uuid,
    most: u64,
) -> Result<Vec<CertificateRow>> {
    let found = Entity::find()
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(most)
        .all(connection)
        .await?;
    Ok(found.into_iter().map(read).collect())
}

/// Keeps a new certificate.
pub(in crate::rights) async fn certificate_insert(tx: &Tx, row: &CertificateRow) -> Result<()> {
    Entity::insert(write(row))
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Removes a certificate that was not handed in.
pub(in crate::rights) async fn certificate_delete(tx: &Tx, id: Uuid) -> Result<()> {
    let gone = Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::HandedInAt.is_null())
        .exec(tx.connection())
        .await?;
    match gone.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Removes the certificates of a draft that is thrown away, as far as nobody has handed it in meanwhile.
pub(in crate::rights) async fn certificates_delete(tx: &Tx, right: Uuid) -> Result<()> {
    Entity::delete_many()
        .filter(Column::RightId.eq(right))
        .filter(Column::HandedInAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes that the secretariat sees the certificates of a right from now on; those that it saw before keep their moment.
pub(in crate::rights) async fn certificates_hand_in(tx: &Tx, right: Uuid) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            handed_in_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(Column::RightId.eq(right))
        .filter(Column::HandedInAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes that the bytes of a certificate are not what they were; false where that is known.
pub(in crate::rights) async fn certificate_quarantine(tx: &Tx, id: Uuid) -> Result<bool> {
    let noted = Entity::update_many()
        .set(ActiveModel {
            quarantined_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(Column::Id.eq(id))
        .filter(Column::QuarantinedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Notes that they are what they were again; false where that is known.
pub(in crate::rights) async fn certificate_release(tx: &Tx, id: Uuid) -> Result<bool> {
    let noted = Entity::update_many()
        .set(ActiveModel {
            quarantined_at: Set(None),
            ..Default::default()
        })
        .filter(Column::Id.eq(id))
        .filter(Column::QuarantinedAt.is_not_null())
        .exec(tx.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

fn read(row: Model) -> CertificateRow {
    CertificateRow {
        id: row.id,
        right_id: row.right_id,
        file_id: row.file_id,
        title: row.title,
        file_name: row.file_name,
        sha256: row.sha256,
        bytes: row.bytes,
        media_type: row.media_type,
        added_by: row.added_by,
        added_at: timestamp(row.added_at),
        handed_in_at: row.handed_in_at.map(timestamp),
        quarantined_at: row.quarantined_at.map(timestamp),
    }
}

fn write(row: &CertificateRow) -> ActiveModel {
    ActiveModel {
        id: Set(row.id),
        right_id: Set(row.right_id),
        file_id: Set(row.file_id),
        title: Set(row.title.clone()),
        file_name: Set(row.file_name.clone()),
        sha256: Set(row.sha256.clone()),
        bytes: Set(row.bytes),
        media_type: Set(row.media_type.clone()),
        added_by: Set(row.added_by),
        added_at: Set(micros(row.added_at)),
        handed_in_at: Set(row.handed_in_at.map(micros)),
        quarantined_at: Set(row.quarantined_at.map(micros)),
    }
}
