//! The SQL of break-glass.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    Select, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{BreakGlassRow, BreakGlassState};
use crate::{
    permissions::{Action, Scope, Viewer},
    platform::{
        clock::{micros, timestamp},
        db::{Tx, code, keyset},
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::break_glass::{ActiveModel, Column, Entity, Model};

/// Which requests a list is of: all, or those by which an organisation's leads were opened.
#[derive(Debug, Clone, Copy)]
pub(super) struct Within(Option<Uuid>);

impl Within {
    /// What [`BreakGlassRow::is_seen_by`] says, as a condition.
    pub(super) fn of(viewer: &Viewer) -> Self {
        let all = viewer.scope(Action::BreakGlassRead) == Scope::All;
        Self((!all).then_some(viewer.organization))
    }

    fn select(self) -> Select<Entity> {
        match self.0 {
            Some(owner) => Entity::find().filter(Column::OwnerId.eq(owner)),
            None => Entity::find(),
        }
    }
}

/// A page of requests, the first one first.
pub(super) async fn request_page(
    connection: &impl ConnectionTrait,
    within: Within,
    args: &PageArgs,
) -> Result<Page<BreakGlassRow>> {
    let rows = keyset(within.select(), Column::AskedAt, Column::Id, args);
    let rows = rows.all(connection).await?.into_iter().map(row);
    let keyed = rows.map(|row| row.map(|row| (micros(row.asked_at), row.id, row)));
    Ok(Page::cut(keyed.collect::<Result<_>>()?, args))
}

/// How many those are.
pub(super) async fn request_count(connection: &impl ConnectionTrait, within: Within) -> Result<u64> {
    Ok(within.select().count(connection).await?)
}

/// The request of an id.
pub(super) async fn request_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<BreakGlassRow>> {
    Entity::find_by_id(id).one(connection).await?.map(row).transpose()
}

fn row(model: Model) -> Result<BreakGlassRow> {
    Ok(BreakGlassRow {
        id: model.id,
        reference: model.reference,
        person: model.person_id,
        reason: model.reason,
        hours: model.hours,
        state: code(&model.state)?,
        asked_by: model.asked_by,
        asked_at: timestamp(model.asked_at),
        decided_by: model.decided_by,
        decided_at: model.decided_at.map(timestamp),
        note: model.note,
        expires_at: model.expires_at.map(timestamp),
        lead: model.lead_id,
        owner: model.owner_id,
        version: model.version,
    })
}

/// Inserts a request that nobody has decided.
pub(super) async fn request_insert(tx: &Tx, row: &BreakGlassRow) -> Result<()> {
    let model = ActiveModel {
        id: Set(row.id),
        reference: Set(row.reference.clone()),
        person_id: Set(row.person),
        reason: Set(row.reason.clone()),
        hours: Set(row.hours),
        state: Set(state(row.state)),
        asked_by: Set(row.asked_by),
        asked_at: Set(micros(row.asked_at)),
        decided_by: Set(None),
        decided_at: Set(None),
        note: Set(None),
        expires_at: Set(None),
        lead_id: Set(None),
        owner_id: Set(None),
        version: Set(row.version),
    };
    Entity::insert(model).exec_without_returning(tx.connection()).await?;
    Ok(())
}

/// Saves what of a request changes, if nobody else changed it since; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn request_save(tx: &Tx, row: &BreakGlassRow) -> Result<()> {
    let saved = Entity::update_many()
        .col_expr(Column::State, Expr::value(state(row.state)))
        .col_expr(Column::DecidedBy, Expr::value(row.decided_by))
        .col_expr(Column::DecidedAt, Expr::value(row.decided_at.map(micros)))
        .col_expr(Column::Note, Expr::value(row.note.clone()))
        .col_expr(Column::ExpiresAt, Expr::value(row.expires_at.map(micros)))
        .col_expr(Column::LeadId, Expr::value(row.lead))
        .col_expr(Column::OwnerId, Expr::value(row.owner))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(tx.connection())
        .await?;
    match saved.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

fn state(state: BreakGlassState) -> String {
    <&str>::from(state).to_owned()
}
