//! Steps between two requests: a sign-in that waits for its second factor, a passkey that is being added.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::platform::{clock::micros, db::Tx, error::Result};
use entity::challenge;

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub(in crate::sessions) enum Purpose {
    /// A sign-in that waits for its second factor.
    SignIn,
    /// A passkey that is being added.
    Passkey,
}

/// A challenge that waits for its answer.
pub(in crate::sessions) struct Open {
    pub(in crate::sessions) person: Uuid,
    /// What the WebAuthn library has to remember.
    pub(in crate::sessions) state: Option<String>,
}

/// A challenge to be.
pub(in crate::sessions) struct NewChallenge<'a> {
    pub(in crate::sessions) token_hash: &'a str,
    pub(in crate::sessions) person: Uuid,
    pub(in crate::sessions) purpose: Purpose,
    pub(in crate::sessions) expires_at: Timestamp,
    pub(in crate::sessions) state: Option<String>,
}

pub(in crate::sessions) async fn challenge_insert(tx: &Tx, new: NewChallenge<'_>) -> Result<()> {
    let purpose: &str = new.purpose.into();
    let row = challenge::ActiveModel {
        token_hash: Set(new.token_hash.to_owned()),
        person_id: Set(new.person),
        purpose: Set(purpose.to_owned()),
        state: Set(new.state),
        created_at: Set(micros(tx.now())),
        expires_at: Set(micros(new.expires_at)),
    };
    challenge::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// A challenge that is in time.
pub(in crate::sessions) async fn challenge_open(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Option<Open>> {
    let code: &str = purpose.into();
    let row = challenge::Entity::find_by_id(token_hash.to_owned())
        .filter(challenge::Column::Purpose.eq(code))
        .filter(challenge::Column::ExpiresAt.gt(micros(now)))
        .one(connection)
        .await?;
    Ok(row.map(|row| Open {
        person: row.person_id,
        state: row.state,
    }))
}

/// Uses a challenge up; says whether it was still there. Of two that try at once, one gets `true`.
pub(in crate::sessions) async fn challenge_take(tx: &Tx, token_hash: &str) -> Result<bool> {
    let gone = challenge::Entity::delete_by_id(token_hash.to_owned())
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Makes all challenges of a person void.
pub(in crate::sessions) async fn challenges_void(tx: &Tx, person: Uuid) -> Result<()> {
    challenge::Entity::delete_many()
        .filter(challenge::Column::PersonId.eq(person))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Removes the challenges that nobody answered in time.
pub(in crate::sessions) async fn challenges_forget(
    connection: &impl ConnectionTrait,
    before: Timestamp,
) -> Result<u64> {
    let gone = challenge::Entity::delete_many()
        .filter(challenge::Column::ExpiresAt.lt(micros(before)))
        .exec(connection)
        .await?;
    Ok(gone.rows_affected)
}
