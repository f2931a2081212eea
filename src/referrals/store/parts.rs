//! What referrals are made of, and whom they name.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    platform::{
        clock::micros,
        db::{Sql, Tx, code},
        error::Result,
    },
    referrals::rules::{PartKind, ReferralStep},
};
use entity::{person, referral_officer, referral_part};

/// What a referral is made of, each kind in its author's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::referrals) struct Parts {
    pub(in crate::referrals) leads: Vec<Uuid>,
    pub(in crate::referrals) rights: Vec<Uuid>,
    pub(in crate::referrals) items: Vec<Uuid>,
    pub(in crate::referrals) subjects: Vec<Uuid>,
    pub(in crate::referrals) evidence: Vec<Uuid>,
}

impl Parts {
    fn of(&mut self, kind: PartKind) -> &mut Vec<Uuid> {
        match kind {
            PartKind::Lead => &mut self.leads,
            PartKind::Right => &mut self.rights,
            PartKind::Item => &mut self.items,
            PartKind::Subject => &mut self.subjects,
            PartKind::Evidence => &mut self.evidence,
        }
    }
}

/// The parts of a referral.
pub(in crate::referrals) async fn parts_of(connection: &impl ConnectionTrait, referral: Uuid) -> Result<Parts> {
    let rows = referral_part::Entity::find()
        .filter(referral_part::Column::ReferralId.eq(referral))
        .order_by_asc(referral_part::Column::Position)
        .all(connection)
        .await?;
    let mut parts = Parts::default();
    for row in rows {
        parts.of(code(&row.kind)?).push(row.object_id);
    }
    Ok(parts)
}

/// Makes these the parts of one kind.
pub(in crate::referrals) async fn parts_replace(tx: &Tx, referral: Uuid, kind: PartKind, ids: &[Uuid]) -> Result<()> {
    referral_part::Entity::delete_many()
        .filter(referral_part::Column::ReferralId.eq(referral))
        .filter(referral_part::Column::Kind.eq(kind.code()))
        .exec(tx.connection())
        .await?;
    if ids.is_empty() {
        return Ok(());
    }
    let rows = (1..).zip(ids).map(|(position, id)| referral_part::ActiveModel {
        referral_id: Set(referral),
        kind: Set(kind.code().to_owned()),
        object_id: Set(*id),
        position: Set(position),
    });
    referral_part::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// The leads of some referrals: referral and lead, each referral's in order.
pub(in crate::referrals) async fn leads_of(
    connection: &impl ConnectionTrait,
    referrals: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>> {
    let rows = referral_part::Entity::find()
        .filter(referral_part::Column::ReferralId.is_in(referrals.iter().copied()))
        .filter(referral_part::Column::Kind.eq(PartKind::Lead.code()))
        .order_by_asc(referral_part::Column::ReferralId)
        .order_by_asc(referral_part::Column::Position)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.referral_id, row.object_id)).collect())
}

/// The brands of an organisation that some leads concern.
pub(in crate::referrals) async fn concerned_brands(
    connection: &impl ConnectionTrait,
    leads: &[Uuid],
    organization: Uuid,
) -> Result<Vec<Uuid>> {
    let mut sql =
        Sql::new("SELECT DISTINCT b.id FROM lead_item i JOIN brand b ON b.id = i.brand_id WHERE b.organization_id = ");
    sql.bind(organization)
        .push(" AND i.lead_id")
        .among(leads.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    let found = rows.iter().map(|row| Ok(row.try_get("", "id")?));
    let mut brands: Vec<Uuid> = found.collect::<Result<_>>()?;
    brands.sort_unstable();
    Ok(brands)
}

/// The organisations of some people.
pub(in crate::referrals) async fn homes_of(
    connection: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<HashMap<Uuid, Uuid>> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(people.iter().copied()))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.organization_id)).collect())
}

/// An officer whom a referral names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::referrals) struct OfficerRef {
    /// Of this naming.
    pub(in crate::referrals) id: Uuid,
    pub(in crate::referrals) referral: Uuid,
    /// Of the directory.
    pub(in crate::referrals) officer: Uuid,
    /// The account for which the audience was written.
    pub(in crate::referrals) person: Option<Uuid>,
    pub(in crate::referrals) opened_at: Option<i64>,
}

impl From<referral_officer::Model> for OfficerRef {
    fn from(row: referral_officer::Model) -> Self {
        Self {
            id: row.id,
            referral: row.referral_id,
            officer: row.officer_id,
            person: row.person_id,
            opened_at: row.opened_at,
        }
    }
}

/// The officers whom some referrals name, in their authors' order.
pub(in crate::referrals) async fn officers_of(
    connection: &impl ConnectionTrait,
    referrals: &[Uuid],
) -> Result<Vec<OfficerRef>> {
    let rows = referral_officer::Entity::find()
        .filter(referral_officer::Column::ReferralId.is_in(referrals.iter().copied()))
        .order_by_asc(referral_officer::Column::Position)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(OfficerRef::from).collect())
}

/// A naming by its id.
pub(in crate::referrals) async fn officer_by_id(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<OfficerRef>> {
    let row = referral_officer::Entity::find_by_id(id).one(connection).await?;
    Ok(row.map(OfficerRef::from))
}

/// Makes these the officers whom a referral names: of each the id of the naming, the officer and its account.
pub(in crate::referrals) async fn officers_replace(
    tx: &Tx,
    referral: Uuid,
    named: &[(Uuid, Uuid, Option<Uuid>)],
) -> Result<()> {
    referral_officer::Entity::delete_many()
        .filter(referral_officer::Column::ReferralId.eq(referral))
        .exec(tx.connection())
        .await?;
    if named.is_empty() {
        return Ok(());
    }
    let rows = (1..)
        .zip(named)
        .map(|(position, (id, officer, person))| referral_officer::ActiveModel {
            id: Set(*id),
            referral_id: Set(referral),
            officer_id: Set(*officer),
            person_id: Set(*person),
            position: Set(position),
            opened_at: Set(None),
        });
    referral_officer::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes the account of a named officer, for the audience.
pub(in crate::referrals) async fn officer_link(tx: &Tx, id: Uuid, person: Option<Uuid>) -> Result<()> {
    referral_officer::Entity::update_many()
        .col_expr(referral_officer::Column::PersonId, Expr::value(person))
        .filter(referral_officer::Column::Id.eq(id))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Notes that an officer opened the package; whether it was the first time.
pub(in crate::referrals) async fn officer_opened(tx: &Tx, id: Uuid) -> Result<bool> {
    let opened = referral_officer::Entity::update_many()
        .col_expr(referral_officer::Column::OpenedAt, Expr::value(Some(micros(tx.now()))))
        .filter(referral_officer::Column::Id.eq(id))
        .filter(referral_officer::Column::OpenedAt.is_null())
        .exec(tx.connection())
        .await?;
    Ok(opened.rows_affected == 1)
}

/// Namings of what was sent whose officer has another account by now than the audience was written for: the naming and the
/// account. At most 100.
pub(in crate::referrals) async fn officers_changed(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(Uuid, Uuid, Option<Uuid>)>> {
    let sql = Sql::new(
        "SELECT ro.id, ro.referral_id, ao.person_id FROM referral_officer ro JOIN agency_officer ao ON ao.id = ro.officer_id \
         JOIN referral r ON r.id = ro.referral_id WHERE r.sent_at IS NOT NULL \
         AND (ao.person_id <> ro.person_id OR (ao.person_id IS NULL) <> (ro.person_id IS NULL)) ORDER BY ro.id LIMIT 100",
    );
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "id")?,
                row.try_get("", "referral_id")?,
                row.try_get("", "person_id")?,
            ))
        })
        .collect()
}

/// Leads that were taken back by those who keep them after a referral of them was sent, and of which its people were not told:
/// referral and lead. At most 100.
pub(in crate::referrals) async fn leads_retracted(connection: &impl ConnectionTrait) -> Result<Vec<(Uuid, Uuid)>> {
    let sql = Sql::new(&format!(
        "SELECT rp.referral_id, rp.object_id FROM referral_part rp JOIN referral r ON r.id = rp.referral_id \
         JOIN lead l ON l.id = rp.object_id WHERE rp.kind = '{}' AND l.state = 'RETRACTED' AND r.sent_at IS NOT NULL \
         AND r.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM referral_step s WHERE s.referral_id = r.id \
         AND s.kind = '{}' AND s.note = l.reference) ORDER BY rp.referral_id, rp.position LIMIT 100",
        PartKind::Lead.code(),
        ReferralStep::LeadRetracted.code()
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "referral_id")?, row.try_get("", "object_id")?)))
        .collect()
}
