//! Authorised parties.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::{NEVER, micros, timestamp, timestamp_or_never},
        db::{LockRows as _, Tx, code},
        error::{ErrorCode, Result},
    },
    rights::rules::AuthorizedPartyRow,
};
use entity::{
    authorized_party::{ActiveModel, Column, Entity, Model},
    brand,
};

pub(in crate::rights) async fn parties(
    connection: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<Vec<AuthorizedPartyRow>> {
    let rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// All parties of the brands, by name; how many there can be is bounded where they are added.
pub(in crate::rights) async fn parties_of(
    connection: &impl ConnectionTrait,
    brands: &[Uuid],
) -> Result<Vec<AuthorizedPartyRow>> {
    let rows = Entity::find()
        .filter(Column::BrandId.is_in(brands.iter().copied()))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Makes other writers of the brand's parties wait for this transaction.
pub(in crate::rights) async fn party_lock(tx: &Tx, of: Uuid) -> Result<()> {
    brand::Entity::find_by_id(of).locked().one(tx.connection()).await?;
    Ok(())
}

pub(in crate::rights) async fn party_insert(tx: &Tx, row: &AuthorizedPartyRow) -> Result<()> {
    Entity::insert(write(row))
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a row that was read at `row.version` and gives it with its next one.
pub(in crate::rights) async fn party_save(tx: &Tx, row: AuthorizedPartyRow) -> Result<AuthorizedPartyRow> {
    let next = AuthorizedPartyRow {
        version: row.version + 1,
        ..row
    };
    let saved = Entity::update_many()
        .set(write(&next))
        .filter(Column::Id.eq(next.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    if saved.rows_affected == 1 {
        Ok(next)
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

fn read(row: Model) -> Result<AuthorizedPartyRow> {
    Ok(AuthorizedPartyRow {
        id: row.id,
        brand_id: row.brand_id,
        kind: code(&row.kind)?,
        name: row.name,
        platform: row.platform,
        shop_id: row.shop_id,
        territory: row.territory,
        valid_from: timestamp(row.valid_from),
        valid_until: timestamp_or_never(row.valid_until),
        revoked_at: row.revoked_at.map(timestamp),
        version: row.version,
        created_at: timestamp(row.created_at),
    })
}

fn write(row: &AuthorizedPartyRow) -> ActiveModel {
    let kind: &str = row.kind.into();
    ActiveModel {
        id: Set(row.id),
        brand_id: Set(row.brand_id),
        kind: Set(kind.to_owned()),
        name: Set(row.name.clone()),
        platform: Set(row.platform.clone()),
        shop_id: Set(row.shop_id.clone()),
        territory: Set(row.territory.clone()),
        valid_from: Set(micros(row.valid_from)),
        valid_until: Set(row.valid_until.map_or(NEVER, micros)),
        revoked_at: Set(row.revoked_at.map(micros)),
        version: Set(row.version),
        created_at: Set(micros(row.created_at)),
    }
}
