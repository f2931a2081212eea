//! The SQL of leads. Every read takes the viewer's [`Sight`]; what it does not meet is not found.

mod answers;
mod facts;
mod following;
mod imports;
mod lists;
mod readers;
mod search;
mod sightings;
mod timeline;

use std::{borrow::Borrow, collections::HashMap};

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{LockRows as _, Sql, Tx, claim_version, columns},
        error::{ApiError, ErrorCode, Result},
    },
};
use entity::{lead, lead_grant, lead_item};

pub(super) use answers::{
    answer_insert, answers_of, deliveries_by_ids, deliveries_of, deliveries_seen, deliveries_seen_of,
    deliveries_to_expire, deliveries_to_recalculate, deliveries_to_resume, deliveries_to_turn_overdue, delivery_by_id,
    delivery_find, delivery_insert, delivery_update, open_deliveries_of,
};
pub(super) use facts::{
    Facts, author_of, delivery_keys, evidence_of, evidence_rows, facts, owner_brands, rewrite_audience,
    rewrite_delivery_audience, subject_rows,
};
pub(super) use following::{
    AssigneeFilter, DUE_BATCH, FollowQuery, Following, assignees_of, assignment_save, due_with_assignees, entry_by_id,
    following, last_asker, mentions_insert, mentions_of, named_authors, people_shown, watch_begin, watch_set,
    watchers_of,
};
pub(super) use imports::{ListingKey, brand_names, import_insert, imports_find, leads_with};
pub(crate) use lists::LeadQuery;
pub(super) use lists::{DeliveryQuery, delivery_count, delivery_page, lead_count, lead_page};
pub(super) use readers::{
    PartyRow, active_brands, active_viewers, any_secretariat, home_of_active, homes_of, organization_by_id,
    parties_in_force,
};
pub(super) use search::{
    Found, SearchQuery, Sights, comment_texts, evidence_unindexed, index_comment, index_evidence, index_item,
    index_lead, index_subject, item_texts, lead_texts, search_count, search_facets, search_page, unindex_subject,
};
pub(crate) use search::{Texts, evidence_texts, subject_texts};
pub(super) use sightings::{
    Marked, NewSighting, SightingRow, lead_once_shown, markings_of, people_who_saw, sighting_count, sighting_page,
    sightings_note,
};
pub(super) use timeline::{
    Comments, Entries, Part, child_counts, child_pages, comment_insert, comments_by_ids, comments_of, comments_seen,
    comments_seen_of, entries_seen, entry_insert,
};

/// A lead's row.
pub(super) type LeadRow = lead::Model;
/// An item's row.
pub(super) type ItemRow = lead_item::Model;
/// A grant's row.
pub(super) type GrantRow = lead_grant::Model;
/// A delivery's row.
pub(super) type DeliveryRow = entity::delivery::Model;
/// An answer's row.
pub(super) type AnswerRow = entity::delivery_answer::Model;
/// A comment's row.
pub(super) type CommentRow = entity::comment::Model;
/// A subject's row.
pub(crate) type SubjectRow = entity::subject::Model;
/// The row of a piece of evidence.
pub(crate) type EvidenceRow = entity::evidence_item::Model;
/// A timeline entry's row.
pub(super) type EntryRow = entity::timeline_entry::Model;

/// A lead the sight meets.
///
/// # Errors
/// `NOT_FOUND` where there is none, or none for this viewer: both are answered by the same work.
pub(super) async fn lead_find(connection: &impl ConnectionTrait, sight: &Sight, id: Uuid) -> Result<LeadRow> {
    let row = audience::object::<lead::Entity>(connection, sight, Kind::Lead, id).await?;
    row.ok_or_else(ApiError::not_found)
}

/// The same, locked as [`lead_lock`] does.
///
/// # Errors
/// As [`lead_find`].
pub(super) async fn lead_lock_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<()> {
    let row = audience::object_locked::<lead::Entity>(tx, sight, Kind::Lead, id).await?;
    row.map(drop).ok_or_else(ApiError::not_found)
}

/// The lead of a reference, if the sight meets it.
pub(super) async fn lead_find_by_reference(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    reference: &str,
) -> Result<LeadRow> {
    let row = lead::Entity::find()
        .filter(lead::Column::Reference.eq(reference))
        .one(connection)
        .await?;
    let id = row.as_ref().map_or(Uuid::nil(), |row| row.id);
    let seen = audience::sees(connection, sight, Kind::Lead, id).await?;
    row.filter(|_| seen).ok_or_else(ApiError::not_found)
}

/// The id of the lead of a reference, whoever asks: for what is decided without seeing it.
pub(super) async fn lead_id_of(connection: &impl ConnectionTrait, reference: &str) -> Result<Option<Uuid>> {
    let found = lead::Entity::find()
        .select_only()
        .column(lead::Column::Id)
        .filter(lead::Column::Reference.eq(reference))
        .into_tuple();
    Ok(found.one(connection).await?)
}

/// What people call a lead: for who has seen it once.
pub(super) async fn reference_of(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>> {
    let found = lead::Entity::find_by_id(id)
        .select_only()
        .column(lead::Column::Reference)
        .into_tuple();
    Ok(found.one(connection).await?)
}

/// The leads with these ids that the sight meets, in any order.
pub(super) async fn leads_seen(connection: &impl ConnectionTrait, sight: &Sight, ids: &[Uuid]) -> Result<Vec<LeadRow>> {
    audience::objects::<lead::Entity>(connection, sight, Kind::Lead, ids).await
}

/// Locks a lead until the transaction ends. Whoever derives audience rows from its facts has to hold it, else a change
/// of TLP in between would be undone by rows of before; SQLite has one writer anyway.
///
/// # Errors
/// `NOT_FOUND` where there is none.
pub(super) async fn lead_lock(tx: &Tx, id: Uuid) -> Result<LeadRow> {
    lead::Entity::find_by_id(id)
        .locked()
        .one(tx.connection())
        .await?
        .ok_or_else(ApiError::not_found)
}

/// Every lead there is.
pub(super) async fn lead_ids(connection: &impl ConnectionTrait) -> Result<Vec<Uuid>> {
    let rows = lead::Entity::find().select_only().column(lead::Column::Id).into_tuple();
    Ok(rows.all(connection).await?)
}

/// Most copies that are told of.
const MOST_COPIES: u64 = 20;

/// The ids of the sanitised copies of a lead, the latest first; at most 20.
pub(super) async fn copies_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<Uuid>> {
    let rows = lead::Entity::find()
        .select_only()
        .column(lead::Column::Id)
        .filter(lead::Column::SanitizedFrom.eq(lead))
        .order_by_desc(lead::Column::CreatedAt)
        .limit(MOST_COPIES)
        .into_tuple();
    Ok(rows.all(connection).await?)
}

/// The ids of some leads and of all that went on with the same ones, in order.
pub(super) async fn families_of(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = lead::Entity::find()
        .select_only()
        .columns([lead::Column::Id, lead::Column::MergedInto])
        .filter(lead::Column::Id.is_in(ids.iter().copied()))
        .into_tuple::<(Uuid, Option<Uuid>)>();
    let rows = rows.all(connection).await?;
    let roots: Vec<Uuid> = rows.into_iter().map(|(id, into)| into.unwrap_or(id)).collect();
    let members = lead::Entity::find()
        .select_only()
        .column(lead::Column::Id)
        .filter(lead::Column::MergedInto.is_in(roots.iter().copied()))
        .into_tuple::<Uuid>();
    let mut family = members.all(connection).await?;
    family.extend(roots);
    family.sort_unstable();
    family.dedup();
    Ok(family)
}

/// Lets all that went on with one lead go on with another.
pub(super) async fn merged_follow(tx: &Tx, from: Uuid, into: Uuid) -> Result<()> {
    lead::Entity::update_many()
        .col_expr(lead::Column::MergedInto, Expr::value(Some(into)))
        .filter(lead::Column::MergedInto.eq(from))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The leads that went on with some leads and that the sight meets, the first one first.
pub(super) async fn merged_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<LeadRow>> {
    if leads.is_empty() || sight.principals.is_empty() {
        return Ok(Vec::new());
    }
    // By one statement, so that nobody tells from their number whether something hidden went on with one.
    let mut sql = Sql::new(&format!(
        "SELECT {} FROM lead o WHERE o.merged_into",
        columns::<lead::Entity>("o")
    ));
    sql.among(leads.iter().copied())
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Lead, "o.id"))
        .push(" ORDER BY o.created_at, o.id");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok(LeadRow::from_query_result(row, "")?))
        .collect()
}

/// The owners of some leads.
pub(super) async fn owners_of(connection: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Uuid>> {
    let rows = lead::Entity::find()
        .select_only()
        .columns([lead::Column::Id, lead::Column::OwnerId])
        .filter(lead::Column::Id.is_in(ids.iter().copied()))
        .into_tuple::<(Uuid, Uuid)>();
    Ok(rows.all(connection).await?.into_iter().collect())
}

/// Who wrote a lead, and whose it is.
pub(super) async fn author_and_owner(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<(Uuid, Uuid)>> {
    let row = lead::Entity::find_by_id(id)
        .select_only()
        .columns([lead::Column::CreatedBy, lead::Column::OwnerId])
        .into_tuple::<(Uuid, Uuid)>();
    Ok(row.one(connection).await?)
}

/// Inserts a lead.
pub(super) async fn lead_insert(tx: &Tx, row: LeadRow) -> Result<()> {
    lead::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Which of a lead's two versions a change moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Touch {
    /// What every viewer sees.
    Content,
    /// What only its keepers see, such as whom it was shared with.
    Keepers,
}

/// Saves a changed lead if nobody else changed it since `expected`; raises its versions.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(super) async fn lead_update(tx: &Tx, mut row: LeadRow, expected: i32, touch: Touch) -> Result<LeadRow> {
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let now = micros(tx.now());
    row.version += 1;
    row.updated_at = now;
    if touch == Touch::Content {
        row.content_version += 1;
        row.content_updated_at = now;
    }
    claim_version::<lead::Entity>(tx, (lead::Column::Id, row.id), (lead::Column::Version, expected)).await?;
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// Inserts items.
pub(super) async fn items_insert(tx: &Tx, rows: Vec<ItemRow>) -> Result<()> {
    if !rows.is_empty() {
        let rows = rows.into_iter().map(sea_orm::IntoActiveModel::into_active_model);
        lead_item::Entity::insert_many(rows)
            .exec_without_returning(tx.connection())
            .await?;
    }
    Ok(())
}

/// All items of a lead, in order, for commands; viewers get [`items_seen`].
pub(super) async fn items_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<ItemRow>> {
    Ok(lead_item::Entity::find()
        .filter(lead_item::Column::LeadId.eq(lead))
        .order_by_asc(lead_item::Column::Position)
        .all(connection)
        .await?)
}

/// The items of some leads that the sight meets, in order, each with the owner of its brand.
pub(super) async fn items_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<(ItemRow, Option<Uuid>)>> {
    let mut seen = Sql::new("o.lead_id");
    seen.among(leads.iter().copied())
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Item, "o.id"));
    items_where(connection, &seen).await
}

/// Items, called `o` in the condition, in the order of their leads, each with the owner of its brand.
async fn items_where(connection: &impl ConnectionTrait, condition: &Sql) -> Result<Vec<(ItemRow, Option<Uuid>)>> {
    let mut sql = Sql::new(&format!("SELECT {}, ", columns::<lead_item::Entity>("o")));
    // Not joined: where few items are expected, PostgreSQL reads all brands for each.
    sql.push("(SELECT b.organization_id FROM brand b WHERE b.id = o.brand_id) AS brand_owner FROM lead_item o WHERE ");
    sql.append(condition).push(" ORDER BY o.position");
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((ItemRow::from_query_result(row, "")?, row.try_get("", "brand_owner")?)))
        .collect()
}

/// Items with these ids that the sight meets.
pub(super) async fn items_by_ids(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<ItemRow>> {
    audience::objects::<lead_item::Entity>(connection, sight, Kind::Item, ids).await
}

/// Most duplicates that are looked for.
const MOST_DUPLICATES: u32 = 20;

/// The ids of other leads that carry one of these items' listings, within what the sight meets; at most 20.
pub(super) async fn same_listings(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    items: &[impl Borrow<ItemRow>],
) -> Result<Vec<Uuid>> {
    let mut sql = Sql::new("SELECT DISTINCT i.lead_id FROM lead_item i WHERE (");
    let items = || items.iter().map(Borrow::borrow);
    let mut found = false;
    for item in items() {
        let or = if std::mem::replace(&mut found, true) {
            " OR "
        } else {
            ""
        };
        if let (Some(platform), Some(listing)) = (&item.platform, &item.listing_id) {
            sql.push(or).push("(i.platform = ").bind(platform.as_str());
            sql.push(" AND i.listing_id = ").bind(listing.as_str());
            sql.push(" AND i.listing_kind = ")
                .bind(item.listing_kind.clone())
                .push(")");
        } else if let Some(url) = &item.canonical_url {
            sql.push(or).push("i.canonical_url = ").bind(url.as_str());
        } else {
            found = !or.is_empty();
        }
    }
    if !found {
        return Ok(Vec::new());
    }
    sql.push(") AND NOT (i.lead_id")
        .among(items().map(|item: &ItemRow| item.lead_id))
        .push(") AND ")
        .append(&audience::meets(sight, Kind::Item, "i.id"))
        .push(&format!(" ORDER BY i.lead_id DESC LIMIT {MOST_DUPLICATES}"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter().map(|row| Ok(row.try_get("", "lead_id")?)).collect()
}

/// Inserts a grant.
pub(super) async fn grant_insert(tx: &Tx, row: GrantRow) -> Result<()> {
    lead_grant::Entity::insert(row.into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Revokes what was granted for an emergency; false where it holds no more.
pub(super) async fn emergency_revoke(tx: &Tx, emergency: Uuid) -> Result<bool> {
    let now = micros(tx.now());
    let revoked = lead_grant::Entity::update_many()
        .col_expr(lead_grant::Column::RevokedAt, Expr::value(Some(now)))
        .filter(lead_grant::Column::BreakGlassId.eq(emergency))
        .filter(lead_grant::Column::RevokedAt.is_null())
        .filter(lead_grant::Column::ExpiresAt.gt(now))
        .exec(tx.connection())
        .await?;
    Ok(revoked.rows_affected > 0)
}

/// Which of some leads are open to a person for an emergency now.
pub(super) async fn emergencies_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    leads: &[Uuid],
    now: i64,
) -> Result<Vec<Uuid>> {
    let rows = lead_grant::Entity::find()
        .select_only()
        .column(lead_grant::Column::LeadId)
        .filter(lead_grant::Column::LeadId.is_in(leads.iter().copied()))
        .filter(lead_grant::Column::PersonId.eq(person))
        .filter(lead_grant::Column::BreakGlassId.is_not_null())
        .filter(lead_grant::Column::RevokedAt.is_null())
        .filter(lead_grant::Column::ExpiresAt.gt(now))
        .into_tuple();
    Ok(rows.all(connection).await?)
}

/// Revokes a grant of a lead; false where there is none that still holds.
pub(super) async fn grant_revoke(tx: &Tx, lead: Uuid, id: Uuid) -> Result<bool> {
    let now = micros(tx.now());
    let revoked = lead_grant::Entity::update_many()
        .col_expr(lead_grant::Column::RevokedAt, Expr::value(Some(now)))
        .filter(lead_grant::Column::Id.eq(id))
        .filter(lead_grant::Column::LeadId.eq(lead))
        .filter(lead_grant::Column::RevokedAt.is_null())
        .filter(lead_grant::Column::ExpiresAt.gt(now))
        .exec(tx.connection())
        .await?;
    Ok(revoked.rows_affected == 1)
}

/// The grants of a lead that were not revoked.
pub(super) async fn grants_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<GrantRow>> {
    Ok(lead_grant::Entity::find()
        .filter(lead_grant::Column::LeadId.eq(lead))
        .filter(lead_grant::Column::RevokedAt.is_null())
        .all(connection)
        .await?)
}
