//! The SQL of referrals.

mod content;
mod history;
mod parts;
mod seen;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

pub(in crate::referrals) use content::{Content, content_of, content_seen};
pub(in crate::referrals) use history::{
    Figures, PackageRow, StepRow, figures, package_insert, package_of, reminder_insert, step_insert, steps_among,
    steps_of,
};
pub(in crate::referrals) use parts::{
    OfficerRef, Parts, concerned_brands, homes_of, leads_of, leads_retracted, officer_by_id, officer_link,
    officer_opened, officers_changed, officers_of, officers_replace, parts_of, parts_replace,
};
pub(in crate::referrals) use seen::{
    ReferralQuery, referral_count, referral_find, referral_find_locked, referral_page, seen,
};

use super::rules::{ReferralState, audience as rows_of};
use crate::{
    audience::{self, Keys, Kind},
    platform::{
        clock::{NEVER, micros},
        db::{LockRows as _, Tx, claim_version, code},
        error::{ErrorCode, Result},
    },
    referrals::rules::ReferralFacts,
};
use entity::referral;

/// A referral as it stands in the database.
pub(in crate::referrals) type Row = referral::Model;

/// Where it stands.
pub(in crate::referrals) fn state_of(row: &Row) -> Result<ReferralState> {
    code(&row.state)
}

/// A referral of an id, whoever may see it.
pub(in crate::referrals) async fn referral_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<Row>> {
    Ok(referral::Entity::find_by_id(id).one(connection).await?)
}

/// The same, which nobody else changes until the transaction ends.
pub(in crate::referrals) async fn referral_lock(tx: &Tx, id: Uuid) -> Result<Option<Row>> {
    Ok(referral::Entity::find_by_id(id).locked().one(tx.connection()).await?)
}

/// Keeps a new referral.
pub(in crate::referrals) async fn referral_insert(tx: &Tx, row: Row) -> Result<()> {
    referral::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a referral if nobody changed it since `expected`, and raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(in crate::referrals) async fn referral_update(tx: &Tx, mut row: Row, expected: i32) -> Result<Row> {
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    row.version += 1;
    row.updated_at = micros(tx.now());
    claim_version::<referral::Entity>(
        tx,
        (referral::Column::Id, row.id),
        (referral::Column::Version, expected),
    )
    .await?;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Writes who sees a referral as its rows have it now.
pub(in crate::referrals) async fn rewrite_audience(tx: &Tx, row: &Row) -> Result<()> {
    let connection = tx.connection();
    let officers = match row.sent_at {
        Some(_) => officers_of(connection, &[row.id]).await?,
        None => Vec::new(),
    };
    let homes = homes_of(connection, &[row.author_id]).await?;
    let leads: Vec<Uuid> = leads_of(connection, &[row.id])
        .await?
        .into_iter()
        .map(|(_, lead)| lead)
        .collect();
    let facts = ReferralFacts {
        organization: row.organization_id,
        brands: concerned_brands(connection, &leads, row.organization_id).await?,
        author: Some(row.author_id).filter(|author| homes.get(author) == Some(&row.organization_id)),
        submitted: row.submitted_at.is_some(),
        officers: officers.into_iter().filter_map(|officer| officer.person).collect(),
    };
    let keys = Keys {
        id: row.id,
        root: row.id,
        created_at: row.created_at,
        due_at: NEVER,
        priority: 0,
        open: state_of(row)?.is_open(),
    };
    audience::replace(tx, Kind::Referral, keys, &rows_of(&facts)).await
}

/// The first referrals in a state, those that have waited longest in front.
pub(in crate::referrals) async fn referrals_in(
    connection: &impl ConnectionTrait,
    states: &[ReferralState],
    most: u64,
) -> Result<Vec<Row>> {
    Ok(referral::Entity::find()
        .filter(referral::Column::State.is_in(states.iter().map(|state| state.code())))
        .order_by_asc(referral::Column::UpdatedAt)
        .order_by_asc(referral::Column::Id)
        .limit(most)
        .all(connection)
        .await?)
}

/// The referrals that wait for an act of their agency after a moment has passed: for the receipt, or for feedback.
pub(in crate::referrals) async fn referrals_late(
    connection: &impl ConnectionTrait,
    now: i64,
    feedback_before: i64,
    most: u64,
) -> Result<Vec<Row>> {
    use referral::Column;
    use sea_orm::Condition;
    let receipt = Condition::all()
        .add(Column::State.eq(ReferralState::Sent.code()))
        .add(Column::ReceiptDueAt.lte(now));
    let feedback = Condition::all()
        .add(Column::State.is_in([ReferralState::Accepted.code(), ReferralState::Declined.code()]))
        .add(Column::DecidedAt.lte(feedback_before));
    Ok(referral::Entity::find()
        .filter(Condition::any().add(receipt).add(feedback))
        .order_by_asc(Column::Id)
        .limit(most)
        .all(connection)
        .await?)
}
