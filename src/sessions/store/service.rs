//! Sessions of service accounts' credentials.

use jiff::Timestamp;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{NewSession, session_insert};
use crate::platform::{clock::micros, db::Tx, error::Result};
use entity::session;

/// Sees to it that the session of a credential is open. One that has ended makes room for it: that the credential has not ended
/// is the caller's to know.
pub(in crate::sessions) async fn service_session_open(
    tx: &Tx,
    credential: Uuid,
    person: Uuid,
    expires_at: Timestamp,
) -> Result<()> {
    let open = session::Entity::find_by_id(credential)
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(micros(tx.now())))
        .one(tx.connection())
        .await?;
    if open.is_some() {
        return Ok(());
    }
    session::Entity::delete_by_id(credential).exec(tx.connection()).await?;
    let new = NewSession {
        id: credential,
        person,
        expires_at,
        user_agent: None,
        network: None,
    };
    session_insert(tx, new).await
}
