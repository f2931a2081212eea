//! Closed periods, and what was said of what is in suspense.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::platform::{db::Tx, error::Result};
use entity::{fund_period, suspense_explanation};

/// A closed period's row.
pub(crate) type PeriodRow = fund_period::Model;
/// The row of an explanation.
pub(crate) type ExplanationRow = suspense_explanation::Model;

/// The closed periods of some funds, the latest first.
pub(crate) async fn periods_of(connection: &impl ConnectionTrait, funds: &[Uuid]) -> Result<Vec<PeriodRow>> {
    use fund_period::Column;
    let found = fund_period::Entity::find()
        .filter(Column::FundId.is_in(funds.iter().copied()))
        .order_by_desc(Column::Number);
    Ok(found.all(connection).await?)
}

/// The period of a fund that was closed last.
pub(crate) async fn last_period(connection: &impl ConnectionTrait, fund: Uuid) -> Result<Option<PeriodRow>> {
    use fund_period::Column;
    let found = fund_period::Entity::find()
        .filter(Column::FundId.eq(fund))
        .order_by_desc(Column::Number);
    Ok(found.one(connection).await?)
}

/// Keeps a closed period.
pub(crate) async fn period_insert(tx: &Tx, row: PeriodRow) -> Result<()> {
    fund_period::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// What was said of some entries in suspense, the first one first.
pub(crate) async fn explanations_of(
    connection: &impl ConnectionTrait,
    entries: &[Uuid],
) -> Result<Vec<ExplanationRow>> {
    use suspense_explanation::Column;
    let found = suspense_explanation::Entity::find()
        .filter(Column::EntryId.is_in(entries.iter().copied()))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    Ok(found.all(connection).await?)
}

/// Keeps what was said of an entry in suspense.
pub(crate) async fn explanation_insert(tx: &Tx, row: ExplanationRow) -> Result<()> {
    suspense_explanation::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}
