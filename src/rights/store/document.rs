//! Documents, findings that one was forged, and who asked whether somebody is authorised.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ApiError, Result},
    },
    rights::rules::{
        AuthorizedPartyRow,
        document::{AuthorizationAnswer, DocumentOf, DocumentRow},
    },
};
use entity::{
    authorization_check, authorized_party, bad_faith_event,
    rights_document::{ActiveModel, Column, Entity, Model},
};

use super::parties;

/// What was done in bad faith.
pub(in crate::rights) type BadFaithRow = bad_faith_event::Model;

/// A document by its id.
pub(in crate::rights) async fn document(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<DocumentRow>> {
    let found = Entity::find_by_id(id).one(connection).await?;
    found.map(read).transpose()
}

/// The documents of some authorised parties or powers of attorney, the first one first.
pub(in crate::rights) async fn documents_of(
    connection: &impl ConnectionTrait,
    owners: &[Uuid],
) -> Result<Vec<DocumentRow>> {
    let is_of = Condition::any()
        .add(Column::PartyId.is_in(owners.iter().copied()))
        .add(Column::PowerId.is_in(owners.iter().copied()));
    let found = Entity::find()
        .filter(is_of)
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    found.into_iter().map(read).collect()
}

/// The certificates of a number that a brand's authorised parties have, each with its party.
pub(in crate::rights) async fn certificates_numbered(
    connection: &impl ConnectionTrait,
    brand: Uuid,
    number: &str,
) -> Result<Vec<(DocumentRow, AuthorizedPartyRow)>> {
    let found = Entity::find()
        .filter(Column::Number.eq(number))
        .filter(Column::PartyId.is_not_null())
        .all(connection)
        .await?;
    let documents: Vec<DocumentRow> = found.into_iter().map(read).collect::<Result<_>>()?;
    let ids: Vec<Uuid> = documents.iter().map(|document| document.of.id()).collect();
    let known: HashMap<Uuid, AuthorizedPartyRow> = parties(connection, &ids)
        .await?
        .into_iter()
        .filter(|party| party.brand_id == brand)
        .map(|party| (party.id, party))
        .collect();
    let with_party = |document: DocumentRow| {
        let party = known.get(&document.of.id())?.clone();
        Some((document, party))
    };
    Ok(documents.into_iter().filter_map(with_party).collect())
}

/// The authorised parties of a brand that have a shop of this id, whatever their platform.
pub(in crate::rights) async fn parties_of_shop(
    connection: &impl ConnectionTrait,
    brand: Uuid,
    shop_id: &str,
) -> Result<Vec<AuthorizedPartyRow>> {
    let found = authorized_party::Entity::find()
        .select_only()
        .column(authorized_party::Column::Id)
        .filter(authorized_party::Column::BrandId.eq(brand))
        .filter(authorized_party::Column::ShopId.eq(shop_id))
        .into_tuple::<Uuid>();
    let ids = found.all(connection).await?;
    parties(connection, &ids).await
}

/// Up to `most` documents with a greater id, in order of their ids.
pub(in crate::rights) async fn documents_after(
    connection: &impl ConnectionTrait,
    after: Uuid,
    most: u64,
) -> Result<Vec<DocumentRow>> {
    let found = Entity::find()
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(most)
        .all(connection)
        .await?;
    found.into_iter().map(read).collect()
}

/// Keeps a new document.
pub(in crate::rights) async fn document_insert(tx: &Tx, row: &DocumentRow) -> Result<()> {
    Entity::insert(write(row))
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that a document counts no more; false where it did not before.
pub(in crate::rights) async fn document_withdraw(tx: &Tx, id: Uuid) -> Result<bool> {
    let noted = Entity::update_many()
        .set(ActiveModel {
            withdrawn_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(Column::Id.eq(id))
        .filter(Column::WithdrawnAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Notes that the bytes of a document are not what they were; false where that is known.
pub(in crate::rights) async fn document_quarantine(tx: &Tx, id: Uuid) -> Result<bool> {
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
pub(in crate::rights) async fn document_release(tx: &Tx, id: Uuid) -> Result<bool> {
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

/// Keeps that something was done in bad faith.
pub(in crate::rights) async fn bad_faith_insert(tx: &Tx, row: BadFaithRow) -> Result<()> {
    bad_faith_event::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// What was done in bad faith with some powers of attorney.
pub(in crate::rights) async fn bad_faith_of(
    connection: &impl ConnectionTrait,
    powers: &[Uuid],
) -> Result<Vec<BadFaithRow>> {
    Ok(bad_faith_event::Entity::find()
        .filter(bad_faith_event::Column::PowerId.is_in(powers.iter().copied()))
        .all(connection)
        .await?)
}

/// How often an organisation asked since a moment, and how often of these nobody was known.
pub(in crate::rights) async fn checks_since(
    connection: &impl ConnectionTrait,
    organization: Uuid,
    since: i64,
) -> Result<(u64, u64)> {
    let asked = authorization_check::Entity::find()
        .filter(authorization_check::Column::OrganizationId.eq(organization))
        .filter(authorization_check::Column::AskedAt.gt(since));
    let unknown: &str = AuthorizationAnswer::Unknown.into();
    let missed = asked.clone().filter(authorization_check::Column::Answer.eq(unknown));
    Ok((asked.count(connection).await?, missed.count(connection).await?))
}

/// Forgets what an organisation asked before a moment.
pub(in crate::rights) async fn checks_forget(tx: &Tx, organization: Uuid, before: i64) -> Result<()> {
    authorization_check::Entity::delete_many()
        .filter(authorization_check::Column::OrganizationId.eq(organization))
        .filter(authorization_check::Column::AskedAt.lte(before))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Keeps that somebody asked of a brand, and what was answered.
pub(in crate::rights) async fn check_insert(
    tx: &Tx,
    id: Uuid,
    (organization, person): (Uuid, Uuid),
    (brand, answer): (Uuid, AuthorizationAnswer),
) -> Result<()> {
    let answer: &str = answer.into();
    let row = authorization_check::Model {
        id,
        organization_id: organization,
        person_id: person,
        brand_id: brand,
        answer: answer.to_owned(),
        asked_at: micros(tx.now()),
    };
    authorization_check::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

fn read(row: Model) -> Result<DocumentRow> {
    let of = match (row.party_id, row.power_id) {
        (Some(party), None) => DocumentOf::Party(party),
        (None, Some(power)) => DocumentOf::Power(power),
        (Some(_), Some(_)) | (None, None) => return Err(ApiError::internal("a document of nothing")),
    };
    Ok(DocumentRow {
        id: row.id,
        of,
        number: row.number,
        title: row.title,
        valid_from: row.valid_from.map(timestamp),
        valid_until: row.valid_until.map(timestamp),
        file_id: row.file_id,
        file_name: row.file_name,
        sha256: row.sha256,
        bytes: row.bytes,
        media_type: row.media_type,
        added_by: row.added_by,
        added_at: timestamp(row.added_at),
        withdrawn_at: row.withdrawn_at.map(timestamp),
        quarantined_at: row.quarantined_at.map(timestamp),
    })
}

fn write(row: &DocumentRow) -> ActiveModel {
    let (party, power) = match row.of {
        DocumentOf::Party(id) => (Some(id), None),
        DocumentOf::Power(id) => (None, Some(id)),
    };
    ActiveModel {
        id: Set(row.id),
        party_id: Set(party),
        power_id: Set(power),
        number: Set(row.number.clone()),
        title: Set(row.title.clone()),
        valid_from: Set(row.valid_from.map(micros)),
        valid_until: Set(row.valid_until.map(micros)),
        file_id: Set(row.file_id),
        file_name: Set(row.file_name.clone()),
        sha256: Set(row.sha256.clone()),
        bytes: Set(row.bytes),
        media_type: Set(row.media_type.clone()),
        added_by: Set(row.added_by),
        added_at: Set(micros(row.added_at)),
        withdrawn_at: Set(row.withdrawn_at.map(micros)),
        quarantined_at: Set(row.quarantined_at.map(micros)),
    }
}
