//! The SQL of hand-overs.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::rules::{HandOverRow, Reference};
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::{micros, timestamp},
        db::Tx,
        error::{ErrorCode, Result},
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{delivery, hand_over, hand_over_action, hand_over_reference, lead};

/// Which hand-overs of an organisation.
#[derive(Debug, Clone, Copy)]
pub(super) struct HandOverQuery {
    pub(super) organization: Uuid,
    /// Whether somebody still has to take it over; either where nothing is said.
    pub(super) open: Option<bool>,
}

impl HandOverQuery {
    fn select(self) -> Select<hand_over::Entity> {
        use hand_over::Column;
        let found = hand_over::Entity::find().filter(Column::OrganizationId.eq(self.organization));
        match self.open {
            Some(true) => found.filter(Column::AcknowledgedAt.is_null()),
            Some(false) => found.filter(Column::AcknowledgedAt.is_not_null()),
            None => found,
        }
    }
}

/// A page of an organisation's hand-overs, latest first.
pub(super) async fn hand_over_page(
    connection: &impl ConnectionTrait,
    query: HandOverQuery,
    args: &PageArgs,
) -> Result<Page<HandOverRow>> {
    use hand_over::Column;
    use sea_orm::{Condition, sea_query::Order};
    let run = args.run(true);
    let order = if run.descending { Order::Desc } else { Order::Asc };
    let mut found = query
        .select()
        .order_by(Column::CreatedAt, order.clone())
        .order_by(Column::Id, order)
        .limit(run.limit);
    for (place, later) in [(run.after, !run.descending), (run.before, run.descending)] {
        let Some((at, id)) = place else { continue };
        let (beyond, tie) = match later {
            true => (Column::CreatedAt.gt(at), Column::Id.gt(id)),
            false => (Column::CreatedAt.lt(at), Column::Id.lt(id)),
        };
        let same = Condition::all().add(Column::CreatedAt.eq(at)).add(tie);
        found = found.filter(Condition::any().add(beyond).add(same));
    }
    let rows = with_references(connection, found.all(connection).await?).await?;
    let rows = rows.into_iter().map(|row| (micros(row.created_at), row.id, row));
    Ok(Page::cut(rows.collect(), args))
}

/// How many those are.
pub(super) async fn hand_over_count(connection: &impl ConnectionTrait, query: HandOverQuery) -> Result<u64> {
    Ok(query.select().count(connection).await?)
}

/// A hand-over by id.
pub(super) async fn hand_over_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<HandOverRow>> {
    let found = hand_over::Entity::find_by_id(id).all(connection).await?;
    Ok(with_references(connection, found).await?.pop())
}

async fn with_references(connection: &impl ConnectionTrait, rows: Vec<hand_over::Model>) -> Result<Vec<HandOverRow>> {
    let mut references: HashMap<Uuid, Vec<Reference>> = HashMap::new();
    let mut actions: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    if !rows.is_empty() {
        let found = hand_over_reference::Entity::find()
            .filter(hand_over_reference::Column::HandOverId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(hand_over_reference::Column::Position);
        for row in found.all(connection).await? {
            references.entry(row.hand_over_id).or_default().push(Reference {
                lead: row.lead_id,
                delivery: row.delivery_id,
            });
        }
        let found = hand_over_action::Entity::find()
            .filter(hand_over_action::Column::HandOverId.is_in(rows.iter().map(|row| row.id)))
            .order_by_asc(hand_over_action::Column::Position);
        for row in found.all(connection).await? {
            actions.entry(row.hand_over_id).or_default().push(row.action_id);
        }
    }
    let of = |row: hand_over::Model| HandOverRow {
        references: references.remove(&row.id).unwrap_or_default(),
        actions: actions.remove(&row.id).unwrap_or_default(),
        id: row.id,
        organization: row.organization_id,
        author: row.author_id,
        from_zone: row.from_zone,
        to_zone: row.to_zone,
        body: row.body,
        created_at: timestamp(row.created_at),
        acknowledged: row.acknowledged_by.zip(row.acknowledged_at.map(timestamp)),
        version: row.version,
    };
    Ok(rows.into_iter().map(of).collect())
}

/// Keeps a new hand-over with what it refers to.
pub(super) async fn hand_over_insert(tx: &Tx, row: &HandOverRow) -> Result<()> {
    let model = hand_over::ActiveModel {
        id: Set(row.id),
        organization_id: Set(row.organization),
        author_id: Set(row.author),
        from_zone: Set(row.from_zone.clone()),
        to_zone: Set(row.to_zone.clone()),
        body: Set(row.body.clone()),
        created_at: Set(micros(row.created_at)),
        acknowledged_by: Set(None),
        acknowledged_at: Set(None),
        version: Set(row.version),
    };
    hand_over::Entity::insert(model)
        .exec_without_returning(tx.connection())
        .await?;
    actions_insert(tx, row).await?;
    if row.references.is_empty() {
        return Ok(());
    }
    let rows = (1..)
        .zip(&row.references)
        .map(|(position, reference)| hand_over_reference::ActiveModel {
            hand_over_id: Set(row.id),
            position: Set(position),
            lead_id: Set(reference.lead),
            delivery_id: Set(reference.delivery),
        });
    hand_over_reference::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

async fn actions_insert(tx: &Tx, row: &HandOverRow) -> Result<()> {
    if row.actions.is_empty() {
        return Ok(());
    }
    let rows = (1..)
        .zip(&row.actions)
        .map(|(position, action)| hand_over_action::ActiveModel {
            hand_over_id: Set(row.id),
            position: Set(position),
            action_id: Set(*action),
        });
    hand_over_action::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that somebody took a hand-over over, if nobody changed it since; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn hand_over_take(tx: &Tx, row: &HandOverRow, by: Uuid) -> Result<()> {
    use hand_over::Column;
    let saved = hand_over::Entity::update_many()
        .col_expr(Column::AcknowledgedBy, Expr::value(Some(by)))
        .col_expr(Column::AcknowledgedAt, Expr::value(Some(micros(tx.now()))))
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

/// Those of some leads that the sight meets.
pub(super) async fn leads_seen(connection: &impl ConnectionTrait, sight: &Sight, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = audience::objects::<lead::Entity>(connection, sight, Kind::Lead, ids).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Those of some deliveries that the sight meets, each with its lead.
pub(super) async fn deliveries_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Uuid>> {
    let rows = audience::objects::<delivery::Entity>(connection, sight, Kind::Delivery, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.lead_id)).collect())
}
