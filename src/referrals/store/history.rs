//! What happened to referrals, the packages that were sent, and the figures.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::platform::{
    clock::micros,
    db::{Sql, Tx},
    error::Result,
};
use entity::{referral_package, referral_step};

/// A step of a history.
pub(in crate::referrals) type StepRow = referral_step::Model;
/// A package that was sent.
pub(in crate::referrals) type PackageRow = referral_package::Model;

/// Adds a step to a history.
pub(in crate::referrals) async fn step_insert(tx: &Tx, row: StepRow) -> Result<()> {
    referral_step::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The history of a referral, oldest first. Steps of one moment are in the order of their ids, which is that of their making.
pub(in crate::referrals) async fn steps_of(connection: &impl ConnectionTrait, referral: Uuid) -> Result<Vec<StepRow>> {
    Ok(referral_step::Entity::find()
        .filter(referral_step::Column::ReferralId.eq(referral))
        .order_by_asc(referral_step::Column::At)
        .order_by_asc(referral_step::Column::Id)
        .all(connection)
        .await?)
}

/// The latest steps of some referrals, the oldest first, at most so many.
pub(in crate::referrals) async fn steps_among(
    connection: &impl ConnectionTrait,
    referrals: &[Uuid],
    most: u64,
) -> Result<Vec<StepRow>> {
    let mut steps = referral_step::Entity::find()
        .filter(referral_step::Column::ReferralId.is_in(referrals.iter().copied()))
        .order_by_desc(referral_step::Column::At)
        .order_by_desc(referral_step::Column::Id)
        .limit(most)
        .all(connection)
        .await?;
    steps.reverse();
    Ok(steps)
}

/// Keeps a package.
pub(in crate::referrals) async fn package_insert(tx: &Tx, row: PackageRow) -> Result<()> {
    referral_package::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The package of a referral, once it was sent.
pub(in crate::referrals) async fn package_of(
    connection: &impl ConnectionTrait,
    referral: Uuid,
) -> Result<Option<PackageRow>> {
    Ok(referral_package::Entity::find_by_id(referral).one(connection).await?)
}

/// Notes that somebody was reminded of something; false where it was noted before.
pub(in crate::referrals) async fn reminder_insert(tx: &Tx, referral: Uuid, kind: &str) -> Result<bool> {
    let mut sql = Sql::new("INSERT INTO referral_reminder (referral_id, kind, at) VALUES (");
    sql.bind(referral)
        .push(", ")
        .bind(kind)
        .push(", ")
        .bind(micros(tx.now()));
    sql.push(") ON CONFLICT DO NOTHING");
    let inserted = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(inserted.rows_affected() == 1)
}

/// How many referrals came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::referrals) struct Figures {
    pub(in crate::referrals) sent: u64,
    pub(in crate::referrals) received: u64,
    pub(in crate::referrals) received_in_time: u64,
    pub(in crate::referrals) accepted: u64,
    pub(in crate::referrals) declined: u64,
    pub(in crate::referrals) feedback_due: u64,
    pub(in crate::referrals) feedback_given: u64,
    pub(in crate::referrals) useful: u64,
}

/// Counts the referrals that were sent between two moments and not withdrawn, of one organisation or of all. Feedback is due
/// of what was decided before a moment.
pub(in crate::referrals) async fn figures(
    connection: &impl ConnectionTrait,
    organization: Option<Uuid>,
    (from, until): (i64, i64),
    due_before: i64,
) -> Result<Figures> {
    let mut sql = Sql::new(
        "SELECT COUNT(*) AS sent, COUNT(received_at) AS received, \
         COUNT(CASE WHEN received_at < receipt_due_at THEN 1 END) AS received_in_time, \
         COUNT(file_number) AS accepted, COUNT(decline_reason) AS declined, COUNT(CASE WHEN decided_at <= ",
    );
    sql.bind(due_before).push(
        " THEN 1 END) AS feedback_due, COUNT(feedback_at) AS feedback_given, \
         COUNT(CASE WHEN feedback_useful THEN 1 END) AS useful \
         FROM referral WHERE withdrawn_at IS NULL AND sent_at >= ",
    );
    sql.bind(from).push(" AND sent_at < ").bind(until);
    if let Some(organization) = organization {
        sql.push(" AND organization_id = ").bind(organization);
    }
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let Some(row) = row else { return Ok(Figures::default()) };
    let count = |column: &str| -> Result<u64> {
        let found: i64 = row.try_get("", column)?;
        Ok(found.unsigned_abs())
    };
    Ok(Figures {
        sent: count("sent")?,
        received: count("received")?,
        received_in_time: count("received_in_time")?,
        accepted: count("accepted")?,
        declined: count("declined")?,
        feedback_due: count("feedback_due")?,
        feedback_given: count("feedback_given")?,
        useful: count("useful")?,
    })
}
