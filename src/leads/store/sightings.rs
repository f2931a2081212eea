//! The SQL of who was shown which lead.

use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
};
use uuid::Uuid;

use super::LeadRow;
use crate::{
    permissions::audience::Tlp,
    platform::{
        clock::micros,
        db::{Sql, Tx, code, keyset},
        error::Result,
        graphql::connection::{Page, PageArgs},
    },
};
use entity::{person, sighting};

/// That a lead was shown to a person.
pub(crate) type SightingRow = sighting::Model;

/// A lead that is about to be shown to somebody: its marking and owner, and when it was last noted for that person, under
/// which TLP.
pub(crate) struct Marked {
    pub(crate) lead: Uuid,
    pub(crate) owner: Uuid,
    pub(crate) tlp: Tlp,
    pub(crate) noted: Option<(i64, Tlp)>,
}

impl Marked {
    /// Whether it was noted since a moment, under the TLP that it has.
    pub(crate) fn is_fresh(&self, since: i64) -> bool {
        self.noted.is_some_and(|(at, tlp)| at > since && tlp == self.tlp)
    }
}

/// That a lead is shown to somebody.
pub(crate) struct NewSighting {
    /// Of the note, should this be the first time.
    pub(crate) id: Uuid,
    pub(crate) lead: Uuid,
    pub(crate) tlp: Tlp,
    /// The sharing group by which alone it is.
    pub(crate) group: Option<Uuid>,
}

/// The present markings of some leads, and what is noted of a person.
pub(crate) async fn markings_of(
    connection: &impl ConnectionTrait,
    person: Uuid,
    leads: &[Uuid],
) -> Result<Vec<Marked>> {
    let mut sql = Sql::new("SELECT l.id, l.owner_id, l.tlp, s.last_at, s.tlp AS noted_tlp FROM lead l ");
    sql.push("LEFT JOIN sighting s ON s.lead_id = l.id AND s.person_id = ")
        .bind(person);
    sql.push(" WHERE l.id").among(leads.iter().copied());
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            let noted: Option<i64> = row.try_get("", "last_at")?;
            let under: Option<String> = row.try_get("", "noted_tlp")?;
            Ok(Marked {
                lead: row.try_get("", "id")?,
                owner: row.try_get("", "owner_id")?,
                tlp: code(&row.try_get::<String>("", "tlp")?)?,
                noted: noted.zip(under.as_deref().map(code).transpose()?),
            })
        })
        .collect()
}

/// Writes down that leads were shown to a person now; returns those that were not yet since `fresh_since`, or only under
/// another TLP.
pub(crate) async fn sightings_note(
    tx: &Tx,
    person: Uuid,
    leads: impl Iterator<Item = NewSighting>,
    fresh_since: i64,
) -> Result<Vec<Uuid>> {
    let now = micros(tx.now());
    let mut sql = Sql::new("INSERT INTO sighting (lead_id, person_id, id, first_at, last_at, tlp, group_id) VALUES ");
    for (at, shown) in leads.enumerate() {
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

/// Those to whom a lead was ever shown.
pub(crate) async fn people_who_saw(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<Uuid>> {
    let people = of_lead(lead)
        .select_only()
        .column(sighting::Column::PersonId)
        .filter(sighting::Column::PersonId.not_in_subquery(service_accounts()))
        .into_tuple();
    Ok(people.all(connection).await?)
}

/// A lead that was once shown to somebody, whether or not it is still seen.
pub(crate) async fn lead_once_shown(
    connection: &impl ConnectionTrait,
    lead: Uuid,
    person: Uuid,
) -> Result<Option<LeadRow>> {
    let shown = of_lead(lead).filter(sighting::Column::PersonId.eq(person));
    match shown.count(connection).await? {
        0 => Ok(None),
        _ => Ok(entity::lead::Entity::find_by_id(lead).one(connection).await?),
    }
}

/// Those among the people who are none, and read no mail.
fn service_accounts() -> sea_orm::sea_query::SelectStatement {
    person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::IsService.eq(true))
        .into_query()
}

/// How many those are.
pub(crate) async fn sighting_count(connection: &impl ConnectionTrait, lead: Uuid) -> Result<u64> {
    Ok(of_lead(lead).count(connection).await?)
}

fn of_lead(lead: Uuid) -> sea_orm::Select<sighting::Entity> {
    sighting::Entity::find().filter(sighting::Column::LeadId.eq(lead))
}
