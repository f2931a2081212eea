//! The SQL of the demo.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::DemoPerson;
use crate::platform::{
    clock::micros,
    db::{Db, Tx},
    error::Result,
};
use entity::{organization, person, role_assignment};

pub(super) async fn exists(db: &Db) -> Result<bool> {
    Ok(organization::Entity::find().one(db.read()).await?.is_some())
}

pub(super) async fn organization_insert(tx: &Tx, id: Uuid) -> Result<()> {
    let now = micros(tx.now());
    let row = organization::ActiveModel {
        id: Set(id),
        kind: Set("SECRETARIAT".to_owned()),
        name: Set("Secretariat".to_owned()),
        name_zh: Set(None),
        pseudonym: Set("Organisation 0".to_owned()),
        state: Set("ACTIVE".to_owned()),
        industry: Set(None),
        country: Set("CN".to_owned()),
        division_code: Set(None),
        time_zone: Set("Asia/Shanghai".to_owned()),
        language: Set("EN".to_owned()),
        joined_at: Set(Some(now)),
        invited_by: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    organization::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

pub(super) async fn person_insert(
    tx: &Tx,
    id: Uuid,
    organization: Uuid,
    who: &DemoPerson,
    password_hash: &str,
) -> Result<()> {
    let now = micros(tx.now());
    let row = person::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        name: Set(who.name.to_owned()),
        email: Set(who.email.to_owned()),
        password_hash: Set(Some(password_hash.to_owned())),
        state: Set("ACTIVE".to_owned()),
        language: Set("EN".to_owned()),
        time_zone: Set("Asia/Shanghai".to_owned()),
        digest: Set("DAILY".to_owned()),
        digest_hour: Set(8),
        digest_working_days_only: Set(true),
        last_sign_in_at: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    person::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    for role in who.roles {
        let row = role_assignment::ActiveModel {
            person_id: Set(id),
            role: Set((*role).to_owned()),
        };
        role_assignment::Entity::insert(row)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}
