//! The open sessions of a person, as it is shown them.

use jiff::Timestamp;
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _, Select,
    sea_query::{Expr, ExprTrait as _, Func},
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::{micros, timestamp},
        db::{Tx, keyset},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
    sessions::rules::OwnSession,
};
use entity::{refresh_token, session};

/// Which sessions have not ended: those that began not too long ago and were used since.
#[derive(Debug, Clone, Copy)]
pub(in crate::sessions) struct Open {
    pub(in crate::sessions) now: Timestamp,
    pub(in crate::sessions) used_since: Timestamp,
}

fn open(person: Uuid, Open { now, used_since }: Open) -> Select<session::Entity> {
    let used = Func::coalesce([
        Expr::col(session::Column::LastSeenAt),
        Expr::col(session::Column::CreatedAt),
    ]);
    session::Entity::find()
        .filter(session::Column::PersonId.eq(person))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(micros(now)))
        .filter(Expr::expr(used).gt(micros(used_since)))
}

pub(in crate::sessions) async fn session_page(
    connection: &impl ConnectionTrait,
    person: Uuid,
    current: Option<Uuid>,
    which: Open,
    args: &PageArgs,
) -> Result<Page<OwnSession>> {
    let query = open(person, which);
    let rows = keyset(query, session::Column::CreatedAt, session::Column::Id, args)
        .all(connection)
        .await?;
    let rows = rows
        .into_iter()
        .map(|row| (row.created_at, row.id, shown(row, current)))
        .collect();
    Ok(Page::cut(rows, args))
}

pub(in crate::sessions) async fn session_count(
    connection: &impl ConnectionTrait,
    person: Uuid,
    which: Open,
) -> Result<u64> {
    Ok(open(person, which).count(connection).await?)
}

/// Whose session it is.
pub(in crate::sessions) async fn session_person(tx: &Tx, id: Uuid) -> Result<Option<Uuid>> {
    Ok(session::Entity::find_by_id(id)
        .select_only()
        .column(session::Column::PersonId)
        .into_tuple()
        .one(tx.connection())
        .await?)
}

fn shown(row: session::Model, current: Option<Uuid>) -> OwnSession {
    OwnSession {
        id: row.id,
        created_at: timestamp(row.created_at),
        last_seen_at: timestamp(row.last_seen_at.unwrap_or(row.created_at)),
        expires_at: timestamp(row.expires_at),
        user_agent: row.user_agent,
        network: row.network,
        current: current == Some(row.id),
    }
}

/// When somebody signed in who goes on with this session.
pub(in crate::sessions) async fn session_began(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<Timestamp>> {
    let row = session::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(|row| timestamp(row.created_at)))
}

/// The session and the person that a refresh token stands for, unused or used since a moment; whether the session is still
/// good is asked for with its epoch.
pub(in crate::sessions) async fn session_of_token(
    connection: &impl ConnectionTrait,
    hash: &str,
    used_since: Timestamp,
) -> Result<Option<(Uuid, Uuid)>> {
    let lately = Condition::any()
        .add(refresh_token::Column::UsedAt.is_null())
        .add(refresh_token::Column::UsedAt.gt(micros(used_since)));
    let token = refresh_token::Entity::find_by_id(hash.to_owned()).filter(lately);
    let Some(token) = token.one(connection).await? else {
        return Ok(None);
    };
    let session = session::Entity::find_by_id(token.session_id).one(connection).await?;
    Ok(session.map(|session| (session.id, session.person_id)))
}
