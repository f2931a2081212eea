//! What belongs to a purchase: approvals, wishes for more money, costs, evidence, what happened.

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    platform::{clock::micros, db::Tx, error::Result},
    purchases::rules::{EvidenceRole, PurchaseEventKind, TopUpState},
};
use entity::{purchase_approval, purchase_cost, purchase_event, purchase_evidence, purchase_top_up};

/// The row of an approval.
pub(crate) type ApprovalRow = purchase_approval::Model;
/// The row of what happened.
pub(crate) type EventRow = purchase_event::Model;
/// The row of a wish for more money.
pub(crate) type TopUpRow = purchase_top_up::Model;
/// The row of what was spent on something.
pub(crate) type CostRow = purchase_cost::Model;
/// The row of what proves something.
pub(crate) type EvidenceRow = purchase_evidence::Model;

/// Who approved some purchases, the first one first.
pub(crate) async fn approvals_of(connection: &impl ConnectionTrait, purchases: &[Uuid]) -> Result<Vec<ApprovalRow>> {
    use purchase_approval::Column;
    let found = purchase_approval::Entity::find()
        .filter(Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Notes that somebody approved so many.
pub(crate) async fn approval_insert(tx: &Tx, row: ApprovalRow) -> Result<()> {
    purchase_approval::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// What happened to some purchases, the first one first.
pub(crate) async fn events_of(connection: &impl ConnectionTrait, purchases: &[Uuid]) -> Result<Vec<EventRow>> {
    use purchase_event::Column;
    let found = purchase_event::Entity::find()
        .filter(Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    let mut rows = found.all(connection).await?;
    // What happens at one moment ends with the end; ids of one moment come in no order.
    rows.sort_by_key(|row| (row.at, row.kind == PurchaseEventKind::Closed.code()));
    Ok(rows)
}

/// Notes what happened.
pub(crate) async fn event_insert(
    tx: &Tx,
    id: Uuid,
    purchase: Uuid,
    kind: PurchaseEventKind,
    (by, note): (Option<Uuid>, Option<String>),
) -> Result<()> {
    let row = purchase_event::ActiveModel {
        id: Set(id),
        purchase_id: Set(purchase),
        kind: Set(kind.code().to_owned()),
        at: Set(micros(tx.now())),
        actor_id: Set(by),
        note: Set(note),
    };
    purchase_event::Entity::insert(row)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The wishes for more money of some purchases, the first one first.
pub(crate) async fn top_ups_of(connection: &impl ConnectionTrait, purchases: &[Uuid]) -> Result<Vec<TopUpRow>> {
    use purchase_top_up::Column;
    let found = purchase_top_up::Entity::find()
        .filter(Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps a new wish for more money.
pub(crate) async fn top_up_insert(tx: &Tx, row: TopUpRow) -> Result<()> {
    purchase_top_up::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Says what became of a wish for more money; its purchase is locked.
pub(crate) async fn top_up_save(
    tx: &Tx,
    id: Uuid,
    state: TopUpState,
    by: Option<Uuid>,
    refusal: Option<String>,
) -> Result<()> {
    use purchase_top_up::Column;
    purchase_top_up::Entity::update_many()
        .col_expr(Column::State, Expr::value(state.code()))
        .col_expr(Column::DecidedBy, Expr::value(by))
        .col_expr(Column::DecidedAt, Expr::value(micros(tx.now())))
        .col_expr(Column::Refusal, Expr::value(refusal))
        .filter(Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// What was spent on what for some purchases.
pub(crate) async fn costs_of(connection: &impl ConnectionTrait, purchases: &[Uuid]) -> Result<Vec<CostRow>> {
    use purchase_cost::Column;
    let found = purchase_cost::Entity::find()
        .filter(Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(Column::PurchaseId)
        .order_by_asc(Column::Kind);
    Ok(found.all(connection).await?)
}

/// Keeps what was spent on what.
pub(crate) async fn costs_insert(tx: &Tx, rows: Vec<CostRow>) -> Result<()> {
    for row in rows {
        purchase_cost::Entity::insert(row.into_active_model())
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// What proves something of some purchases, in the order of its ids, which is that of time.
pub(crate) async fn evidence_of(connection: &impl ConnectionTrait, purchases: &[Uuid]) -> Result<Vec<EvidenceRow>> {
    use purchase_evidence::Column;
    let found = purchase_evidence::Entity::find()
        .filter(Column::PurchaseId.is_in(purchases.iter().copied()))
        .order_by_asc(Column::EvidenceId);
    Ok(found.all(connection).await?)
}

/// Notes what proves something; what stands there already stays as it is.
pub(crate) async fn evidence_put(tx: &Tx, purchase: Uuid, pieces: &[(Uuid, EvidenceRole)]) -> Result<()> {
    let known = evidence_of(tx.connection(), &[purchase]).await?;
    let mut there: Vec<Uuid> = known.into_iter().map(|row| row.evidence_id).collect();
    for (piece, role) in pieces {
        if there.contains(piece) {
            continue;
        }
        there.push(*piece);
        let row = purchase_evidence::ActiveModel {
            purchase_id: Set(purchase),
            evidence_id: Set(*piece),
            role: Set(role.code().to_owned()),
        };
        purchase_evidence::Entity::insert(row)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}
