//! The events of custody, each a link of the chain of its piece.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::{
    evidence::rules::custody::Link,
    platform::{
        db::{Sql, Tx, columns},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::custody_event::{Column, Entity, Model};

fn link(row: Model) -> Link {
    Link {
        id: row.id,
        evidence: row.evidence_id,
        seq: row.seq,
        kind: row.kind,
        at: row.at,
        actor: row.actor_id,
        organization: row.organization_id,
        link: row.link,
        detail: row.detail,
        prev: row.prev,
        hash: row.hash,
    }
}

/// Appends an event.
pub(in crate::evidence) async fn event_insert(tx: &Tx, event: &Link) -> Result<()> {
    let row = Model {
        id: event.id,
        evidence_id: event.evidence,
        seq: event.seq,
        kind: event.kind.clone(),
        at: event.at,
        actor_id: event.actor,
        organization_id: event.organization,
        link: event.link,
        detail: event.detail.clone(),
        prev: event.prev.clone(),
        hash: event.hash.clone(),
    };
    Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whether the chain of a piece says already that it was read by a link.
pub(in crate::evidence) async fn is_written_down(
    connection: &impl ConnectionTrait,
    evidence: Uuid,
    link: Uuid,
) -> Result<bool> {
    let found = Entity::find()
        .filter(Column::EvidenceId.eq(evidence))
        .filter(Column::Link.eq(link))
        .count(connection)
        .await?;
    Ok(found > 0)
}

/// The whole chain of a piece.
pub(in crate::evidence) async fn chain_of(connection: &impl ConnectionTrait, evidence: Uuid) -> Result<Vec<Link>> {
    let rows = Entity::find()
        .filter(Column::EvidenceId.eq(evidence))
        .order_by_asc(Column::Seq)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(link).collect())
}

/// The same page of the chain of each piece, the first event first.
pub(in crate::evidence) async fn event_pages(
    connection: &impl ConnectionTrait,
    evidence: &[Uuid],
    args: &PageArgs,
) -> Result<Vec<(Uuid, Page<Link>)>> {
    let run = args.run(false);
    let order = if run.descending { "DESC" } else { "ASC" };
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM (SELECT c.id AS event_id, ROW_NUMBER() OVER (PARTITION BY c.evidence_id ORDER BY c.seq {order}) \
         AS place FROM custody_event c WHERE c.evidence_id",
        columns::<Entity>("o")
    ));
    sql.among(evidence.iter().copied());
    if let Some((seq, _)) = args.after {
        sql.push(" AND c.seq > ").bind(seq);
    }
    if let Some((seq, _)) = args.before {
        sql.push(" AND c.seq < ").bind(seq);
    }
    sql.push(&format!(
        ") AS x JOIN custody_event o ON o.id = x.event_id WHERE x.place <= {} ORDER BY o.evidence_id, x.place",
        run.limit
    ));
    let statement = sql.statement(connection.get_database_backend());
    let mut places: HashMap<Uuid, Vec<(i64, Uuid, Link)>> = evidence.iter().map(|id| (*id, Vec::new())).collect();
    for row in &connection.query_all_raw(statement).await? {
        let event = link(Model::from_query_result(row, "")?);
        let of_piece = places.entry(event.evidence).or_default();
        of_piece.push((i64::from(event.seq), event.id, event));
    }
    let pages = places.into_iter().map(|(id, rows)| (id, Page::cut(rows, args)));
    Ok(pages.collect())
}
