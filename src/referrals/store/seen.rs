//! Referrals as somebody sees them.
//!
//! The agency's side: an officer whom it names and who is verified at that moment. Its author's side: who is in its audience
//! and sees every lead in it at that moment; so that whoever loses a lead loses what was made of it, in lists and counts too,
//! and nothing has to be written anew when a lead's audience changes.

use sea_orm::{ConnectionTrait, DatabaseConnection};
use uuid::Uuid;

use super::Row;
use crate::{
    audience::{self, Kind, Order, PageQuery, Sight},
    permissions::{Viewer, viewer::OrganizationKind},
    platform::{
        db::{Sql, Tx},
        error::{ApiError, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
    },
    referrals::rules::{PartKind, ReferralState},
};
use entity::referral;

/// Which referrals to list; what is empty does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(in crate::referrals) struct ReferralQuery {
    pub(in crate::referrals) states: Vec<ReferralState>,
    pub(in crate::referrals) agency: Option<Uuid>,
    pub(in crate::referrals) lead: Option<Uuid>,
    pub(in crate::referrals) open: Option<bool>,
}

/// What has to hold of a referral beside its audience rows, as a condition on its id.
fn beyond_rows(viewer: &Viewer, sight: &Sight, id: &str) -> Sql {
    if viewer.kind == OrganizationKind::LeAgency {
        let mut sql =
            Sql::new("EXISTS (SELECT 1 FROM referral_officer ro JOIN agency_officer ao ON ao.id = ro.officer_id ");
        sql.push(&format!(
            "WHERE ro.referral_id = {id} AND ao.standing = 'VERIFIED' AND ao.attested_until > "
        ))
        .bind(sight.now)
        .push(" AND ao.person_id = ")
        .bind(viewer.person)
        .push(")");
        return sql;
    }
    let lead = PartKind::Lead.code();
    let mut sql = Sql::new(&format!(
        "NOT EXISTS (SELECT 1 FROM referral_part rp WHERE rp.kind = '{lead}' AND rp.referral_id = {id} AND NOT "
    ));
    sql.append(&audience::meets(sight, Kind::Lead, "rp.object_id"))
        .push(")");
    sql
}

/// The condition that somebody sees the referral whose id stands in a column.
pub(in crate::referrals) fn seen(viewer: &Viewer, sight: &Sight, id: &str) -> Sql {
    let mut sql = audience::meets(sight, Kind::Referral, id);
    sql.push(" AND ").append(&beyond_rows(viewer, sight, id));
    sql
}

async fn may_see(connection: &impl ConnectionTrait, viewer: &Viewer, sight: &Sight, id: Uuid) -> Result<bool> {
    let mut sql = Sql::new("SELECT 1 AS found FROM referral o WHERE o.id = ");
    sql.bind(id).push(" AND ").append(&beyond_rows(viewer, sight, "o.id"));
    let found = connection
        .query_one_raw(sql.statement(connection.get_database_backend()))
        .await?;
    Ok(found.is_some())
}

/// A referral that somebody sees.
pub(in crate::referrals) async fn referral_find(
    connection: &impl ConnectionTrait,
    viewer: &Viewer,
    sight: &Sight,
    id: Uuid,
) -> Result<Option<Row>> {
    let found = audience::object::<referral::Entity>(connection, sight, Kind::Referral, id).await?;
    match may_see(connection, viewer, sight, id).await? {
        true => Ok(found),
        false => Ok(None),
    }
}

/// The same, which nobody else changes until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` where the viewer does not see it.
pub(in crate::referrals) async fn referral_find_locked(
    tx: &Tx,
    viewer: &Viewer,
    sight: &Sight,
    id: Uuid,
) -> Result<Row> {
    if referral_find(tx.connection(), viewer, sight, id).await?.is_none() {
        return Err(ApiError::not_found());
    }
    audience::object_locked::<referral::Entity>(tx, sight, Kind::Referral, id).await?;
    // Who waited for the lock asks again.
    let found = referral_find(tx.connection(), viewer, sight, id).await?;
    found.ok_or_else(ApiError::not_found)
}

impl ReferralQuery {
    fn filter(&self, viewer: &Viewer, sight: &Sight) -> Sql {
        let mut sql = Sql::new(" AND ");
        sql.append(&beyond_rows(viewer, sight, "o.id"));
        if !self.states.is_empty() {
            sql.push(" AND o.state")
                .among(self.states.iter().map(|state| state.code()));
        }
        if let Some(agency) = self.agency {
            sql.push(" AND o.agency_id = ").bind(agency);
        }
        if let Some(lead) = self.lead {
            sql.push(&format!(
                " AND EXISTS (SELECT 1 FROM referral_part rl WHERE rl.referral_id = o.id AND rl.kind = '{}' AND rl.object_id = ",
                PartKind::Lead.code()
            ));
            sql.bind(lead).push(")");
        }
        if let Some(open) = self.open {
            sql.push(" AND a.open = ").bind(open);
        }
        sql
    }
}

/// A page of the referrals that somebody sees, the latest first.
pub(in crate::referrals) async fn referral_page(
    connection: &DatabaseConnection,
    viewer: &Viewer,
    sight: &Sight,
    query: &ReferralQuery,
    args: &PageArgs,
) -> Result<Page<Row>> {
    let filter = query.filter(viewer, sight);
    let query = PageQuery {
        kind: Kind::Referral,
        filter: &filter,
        order: Order::CreatedAt,
        run: args.run(true),
    };
    Ok(Page::cut(
        audience::page::<referral::Entity>(connection, sight, &query).await?,
        args,
    ))
}

/// How many those are.
pub(in crate::referrals) async fn referral_count(
    connection: &DatabaseConnection,
    viewer: &Viewer,
    sight: &Sight,
    query: &ReferralQuery,
) -> Result<u64> {
    let filter = query.filter(viewer, sight);
    audience::count::<referral::Entity>(connection, sight, Kind::Referral, &filter, MAX_COUNT + 1).await
}
