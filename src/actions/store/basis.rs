//! What actions rest on: leads, subjects, referrals.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    platform::{
        db::{Sql, Tx},
        error::Result,
    },
};
use entity::{action_lead, action_referral, action_subject, subject_identifier, wall};

/// What an action rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Basis {
    pub(crate) leads: Vec<Uuid>,
    pub(crate) subjects: Vec<Uuid>,
    pub(crate) referrals: Vec<Uuid>,
}

/// What an action rests on.
pub(crate) async fn basis_of(connection: &impl ConnectionTrait, action: Uuid) -> Result<Basis> {
    let referrals = action_referral::Entity::find()
        .filter(action_referral::Column::ActionId.eq(action))
        .all(connection)
        .await?;
    let pairs = |rows: Vec<(Uuid, Uuid)>| rows.into_iter().map(|(_, id)| id).collect();
    Ok(Basis {
        leads: pairs(leads_of(connection, &[action]).await?),
        subjects: pairs(subjects_of(connection, &[action]).await?),
        referrals: referrals.into_iter().map(|row| row.referral_id).collect(),
    })
}

/// The leads of some actions, each with its action.
pub(crate) async fn leads_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let rows = action_lead::Entity::find()
        .filter(action_lead::Column::ActionId.is_in(actions.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.action_id, row.lead_id)).collect())
}

/// The actions that rest on a lead, whoever may see them.
pub(crate) async fn actions_on(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<Uuid>> {
    let rows = action_lead::Entity::find()
        .filter(action_lead::Column::LeadId.eq(lead))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| row.action_id).collect())
}

/// The subjects of some actions, each with its action.
pub(crate) async fn subjects_of(connection: &impl ConnectionTrait, actions: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let rows = action_subject::Entity::find()
        .filter(action_subject::Column::ActionId.is_in(actions.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.action_id, row.subject_id)).collect())
}

/// Lets an action rest on these and nothing else.
pub(crate) async fn basis_put(tx: &Tx, action: Uuid, basis: &Basis) -> Result<()> {
    let connection = tx.connection();
    action_lead::Entity::delete_many()
        .filter(action_lead::Column::ActionId.eq(action))
        .exec(connection)
        .await?;
    action_subject::Entity::delete_many()
        .filter(action_subject::Column::ActionId.eq(action))
        .exec(connection)
        .await?;
    action_referral::Entity::delete_many()
        .filter(action_referral::Column::ActionId.eq(action))
        .exec(connection)
        .await?;
    if !basis.leads.is_empty() {
        let rows = once(&basis.leads).map(|lead| action_lead::ActiveModel {
            action_id: Set(action),
            lead_id: Set(lead),
        });
        action_lead::Entity::insert_many(rows)
            .exec_without_returning(connection)
            .await?;
    }
    if !basis.subjects.is_empty() {
        let rows = once(&basis.subjects).map(|subject| action_subject::ActiveModel {
            action_id: Set(action),
            subject_id: Set(subject),
        });
        action_subject::Entity::insert_many(rows)
            .exec_without_returning(connection)
            .await?;
    }
    if !basis.referrals.is_empty() {
        let rows = once(&basis.referrals).map(|referral| action_referral::ActiveModel {
            action_id: Set(action),
            referral_id: Set(referral),
        });
        action_referral::Entity::insert_many(rows)
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

/// Each once.
fn once(ids: &[Uuid]) -> impl Iterator<Item = Uuid> + use<> {
    let ids: BTreeSet<Uuid> = ids.iter().copied().collect();
    ids.into_iter()
}

/// Lets an action rest on what another one rests on too.
pub(crate) async fn basis_copy(tx: &Tx, from: Uuid, to: Uuid) -> Result<()> {
    let (theirs, ours) = (
        basis_of(tx.connection(), from).await?,
        basis_of(tx.connection(), to).await?,
    );
    let joined = Basis {
        leads: [ours.leads, theirs.leads].concat(),
        subjects: [ours.subjects, theirs.subjects].concat(),
        referrals: [ours.referrals, theirs.referrals].concat(),
    };
    basis_put(tx, to, &joined).await
}

/// Whether one of some leads was confirmed, as far as somebody may know: by an answer that it sees or that was given to its
/// own organisation's lead, or by how the lead ended.
pub(crate) async fn is_confirmed(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    organization: Uuid,
    leads: &[Uuid],
) -> Result<bool> {
    let mut sql = Sql::new("SELECT 1 AS one FROM lead l WHERE l.id");
    sql.among(leads.iter().copied())
        .push(" AND (l.outcome = 'CONFIRMED_INFRINGEMENT' OR EXISTS (SELECT 1 FROM delivery d WHERE d.lead_id = l.id ")
        .push("AND d.verdict = 'CONFIRMED' AND (l.owner_id = ")
        .bind(organization)
        .push(" OR ")
        .append(&audience::meets(sight, Kind::Delivery, "d.id"))
        .push("))) LIMIT 1");
    let row = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(row.is_some())
}

/// The brands that an action concerns by what it rests on, each with its owner.
pub(crate) async fn brands_of(connection: &impl ConnectionTrait, action: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    let mut sql = Sql::new(
        "SELECT DISTINCT b.organization_id, b.id FROM action_lead t JOIN lead_item i ON i.lead_id = t.lead_id \
         JOIN brand b ON b.id = i.brand_id WHERE t.action_id = ",
    );
    sql.bind(action);
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "organization_id")?, row.try_get("", "id")?)))
        .collect()
}

/// Keyed hashes of what some subjects are known by.
pub(crate) async fn hashes_of(connection: &impl ConnectionTrait, subjects: &[Uuid]) -> Result<BTreeSet<String>> {
    use subject_identifier::Column;
    if subjects.is_empty() {
        return Ok(BTreeSet::new());
    }
    let hashes: Vec<String> = subject_identifier::Entity::find()
        .select_only()
        .column(Column::Hash)
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::RemovedAt.is_null())
        // What many share ties nobody.
        .filter(Column::Strength.ne("WEAK"))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(hashes.into_iter().collect())
}

/// The organisations that are walled off from one of some leads.
pub(crate) async fn walls_around(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = wall::Entity::find()
        .filter(wall::Column::RootId.is_in(leads.iter().copied()))
        .all(connection)
        .await?;
    let organizations: BTreeSet<Uuid> = rows.into_iter().map(|row| row.organization_id).collect();
    Ok(organizations.into_iter().collect())
}
