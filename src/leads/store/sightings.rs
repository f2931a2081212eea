//! The SQL of who was shown which lead.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::{
    permissions::audience::Tlp,
    platform::{
        clock::micros,
        db::{Sql, Tx, code, keyset},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{lead, sighting};

/// That a lead was shown to a person.
pub(crate) type SightingRow = sighting::Model;

/// What a lead's marking and owner are, for the log.
pub(crate) struct Marked {
    pub(crate) lead: Uuid,
    pub(crate) owner: Uuid,
    pub(crate) tlp: Tlp,
}

/// A lead that is about to be shown.
pub(crate) struct Shown {
    /// Of the note, should this be the first time.
    pub(crate) id: Uuid,
    pub(crate) lead: Uuid,
    pub(crate) tlp: Tlp,
    /// The sharing group by which alone it is.
    pub(crate) group: Option<Uuid>,
}

/// The present markings of some leads.
pub(crate) async fn markings_of(connection: &impl ConnectionTrait, leads: &[Uuid]) -> Result<Vec<Marked>> {
    let rows = lead::Entity::find()
        .select_only()
        .columns([lead::Column::Id, lead::Column::OwnerId, lead::Column::Tlp])
        .filter(lead::Column::Id.is_in(leads.iter().copied()))
        .into_tuple::<(Uuid, Uuid, String)>()
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|(lead, owner, tlp)| {
            Ok(Marked {
                lead,
                owner,
                tlp: code(&tlp)?,
            })
        })
        .collect()
}

/// Writes down that leads were shown to a person now; returns those that were not yet since `fresh_since`, or only under
/// another TLP.
pub(crate) async fn sightings_note(tx: &Tx, person: Uuid, leads: &[Shown], fresh_since: i64) -> Result<Vec<Uuid>> {
    let now = micros(tx.now());
    let mut sql = Sql::new("INSERT INTO sighting (lead_id, person_id, id, first_at, last_at, tlp, group_id) VALUES ");
    for (at, shown) in leads.iter().enumerate() {
        sql.push(if at == 0 { "(" } else { ", (" }).bind(shown.lead);
        sql.push(", ").bind(person).push(", ").bind(shown.id);
        sql.push(", ").bind(now).push(", ").bind(now);
        sql.push(", ").bind(<&str>::from(shown.tlp)).push(", ");
        sql.bind(shown.group).push(")");
    }
    sql.push(" ON CONFLICT (lead_id, person_id) DO UPDATE SET last_at = excluded.last_at, tlp = excluded.tlp, ")
        .push("group_id = CASE WHEN sighting.group_id IS NULL THEN NULL ELSE excluded.group_id END ")
        .push("WHERE sighting.last_at <= ")
        .bind(fresh_since)
        .push(" OR sighting.tlp <> excluded.tlp RETURNING lead_id");
    let rows = tx.connection().query_all_raw(sql.statement(tx.backend())).await?;
    rows.iter().map(|row| Ok(row.try_get("", "lead_id")?)).collect()
}

/// A page of those to whom a lead was shown, the first one first. Cursors carry the note's id, not the person's: some stay
/// unnamed.
pub(crate) async fn sighting_page(
    connection: &impl ConnectionTrait,
    lead: Uuid,
    args: &PageArgs,
) -> Result<Page<SightingRow>> {
    let rows = keyset(of_lead(lead), sighting::Column::FirstAt, sighting::Column::Id, args)
        .all(connection)
        .await?;
    let keyed = rows.into_iter().map(|row| (row.first_at, row.id, row));
    Ok(Page::cut(keyed.collect(), args))
}

/// How many those are.
pub(crate) async fn sighting_count(connection: &impl ConnectionTrait, lead: Uuid) -> Result<u64> {
    Ok(of_lead(lead).count(connection).await?)
}

fn of_lead(lead: Uuid) -> sea_orm::Select<sighting::Entity> {
    sighting::Entity::find().filter(sighting::Column::LeadId.eq(lead))
}
