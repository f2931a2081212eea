//! The SQL of who is on a lead, who watches it, and whom comments name.

use std::collections::HashMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::{DeliveryRow, EntryRow};
use crate::{
    audience::{self, Kind, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, columns},
        error::{ErrorCode, Result},
    },
};
use entity::{assignment, comment_mention, delivery, sighting, timeline_entry, watch};

/// Whom of an organisation leads are to have been given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) enum AssigneeFilter {
    /// The one who asks.
    Me,
    /// Nobody.
    Nobody,
}

/// Narrows a list of leads, or of what belongs to one, by what somebody and its organisation noted.
#[derive(Debug, Clone, Copy, Default, serde::Serialize, serde::Deserialize)]
pub(crate) struct FollowQuery {
    pub(crate) person: Uuid,
    pub(crate) organization: Uuid,
    pub(crate) assignee: Option<AssigneeFilter>,
    pub(crate) watched: bool,
}

impl FollowQuery {
    /// Adds the conditions about the lead whose id is the column `lead`.
    pub(super) fn narrow(&self, sql: &mut Sql, lead: &str) {
        const ON_IT: &str = "EXISTS (SELECT 1 FROM assignment g WHERE g.lead_id = ";
        match self.assignee {
            Some(AssigneeFilter::Me) => {
                sql.push(&format!(" AND {ON_IT}{lead} AND g.person_id = "))
                    .bind(self.person)
                    .push(" AND g.organization_id = ")
                    .bind(self.organization)
                    .push(")");
            }
            Some(AssigneeFilter::Nobody) => {
                sql.push(&format!(
                    " AND NOT {ON_IT}{lead} AND g.person_id IS NOT NULL AND g.organization_id = "
                ))
                .bind(self.organization)
                .push(")");
            }
            None => {}
        }
        if self.watched {
            sql.push(&format!(
                " AND EXISTS (SELECT 1 FROM watch w WHERE w.lead_id = {lead} AND w.active = "
            ))
            .bind(true)
            .push(" AND w.person_id = ")
            .bind(self.person)
            .push(")");
        }
    }
}

/// What somebody and its organisation noted of a lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Following {
    /// Who of the organisation is on it.
    pub(crate) assignee: Option<Uuid>,
    /// Since when, microseconds.
    pub(crate) assigned_at: Option<i64>,
    /// Counts the changes of who it is; 0 before the first.
    pub(crate) version: i32,
    /// Whether the person watches it.
    pub(crate) watched: bool,
}

/// What a person and its organisation noted of some leads; nothing is there where nothing was noted.
pub(crate) async fn following(
    connection: &impl ConnectionTrait,
    (person, organization): (Uuid, Uuid),
    leads: &[Uuid],
) -> Result<HashMap<Uuid, Following>> {
    let assignments = assignment::Entity::find()
        .filter(assignment::Column::OrganizationId.eq(organization))
        .filter(assignment::Column::LeadId.is_in(leads.iter().copied()));
    let mut found: HashMap<Uuid, Following> = HashMap::new();
    for row in assignments.all(connection).await? {
        let following = found.entry(row.lead_id).or_default();
        following.assignee = row.person_id;
        following.assigned_at = row.person_id.map(|_| row.assigned_at);
        following.version = row.version;
    }
    let watches = watch::Entity::find()
        .filter(watch::Column::PersonId.eq(person))
        .filter(watch::Column::Active.eq(true))
        .filter(watch::Column::LeadId.is_in(leads.iter().copied()));
    for row in watches.all(connection).await? {
        found.entry(row.lead_id).or_default().watched = true;
    }
    Ok(found)
}

/// Puts a person of an organisation on a lead, or nobody, if that was not changed since `expected`; 0 where it never was.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(crate) async fn assignment_save(
    tx: &Tx,
    (lead, organization): (Uuid, Uuid),
    person: Option<Uuid>,
    by: Uuid,
    expected: i32,
) -> Result<()> {
    let now = micros(tx.now());
    let mut sql = Sql::default();
    if expected == 0 {
        sql.push(
            "INSERT INTO assignment (lead_id, organization_id, person_id, assigned_by, assigned_at, version) VALUES (",
        );
        sql.bind(lead).push(", ").bind(organization);
        sql.push(", ").bind(person).push(", ").bind(by).push(", ");
        sql.bind(now).push(", 1) ON CONFLICT DO NOTHING");
    } else {
        sql.push("UPDATE assignment SET person_id = ").bind(person);
        sql.push(", assigned_by = ").bind(by).push(", assigned_at = ").bind(now);
        sql.push(", version = version + 1 WHERE lead_id = ").bind(lead);
        sql.push(" AND organization_id = ").bind(organization);
        sql.push(" AND version = ").bind(expected);
    }
    let saved = tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    match saved.rows_affected() {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}

/// Who is on a lead: organisation and person.
pub(crate) async fn assignees_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<(Uuid, Uuid)>> {
    let rows = assignment::Entity::find().filter(assignment::Column::LeadId.eq(lead));
    let rows = rows.all(connection).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.organization_id, row.person_id?)))
        .collect())
}

/// Makes a person watch a lead, unless the person ever said whether it wants to.
pub(crate) async fn watch_begin(tx: &Tx, lead: Uuid, person: Uuid) -> Result<()> {
    watch_insert(tx, lead, (person, true), "DO NOTHING").await
}

/// Says whether a person watches a lead.
pub(crate) async fn watch_set(tx: &Tx, lead: Uuid, person: Uuid, active: bool) -> Result<()> {
    watch_insert(
        tx,
        lead,
        (person, active),
        "(lead_id, person_id) DO UPDATE SET active = excluded.active",
    )
    .await
}

async fn watch_insert(tx: &Tx, lead: Uuid, (person, active): (Uuid, bool), conflict: &str) -> Result<()> {
    let mut sql = Sql::new("INSERT INTO watch (lead_id, person_id, active, since) VALUES (");
    sql.bind(lead).push(", ").bind(person).push(", ").bind(active);
    sql.push(", ").bind(micros(tx.now()));
    sql.push(&format!(") ON CONFLICT {conflict}"));
    tx.connection().execute_raw(sql.statement(tx.backend())).await?;
    Ok(())
}

/// Who watches a lead.
pub(crate) async fn watchers_of(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<Uuid>> {
    let rows = watch::Entity::find()
        .filter(watch::Column::LeadId.eq(lead))
        .filter(watch::Column::Active.eq(true));
    Ok(rows
        .all(connection)
        .await?
        .into_iter()
        .map(|row| row.person_id)
        .collect())
}

/// To whom a lead was ever shown.
pub(crate) async fn people_shown(connection: &impl ConnectionTrait, lead: Uuid) -> Result<Vec<Uuid>> {
    let rows = sighting::Entity::find().filter(sighting::Column::LeadId.eq(lead));
    Ok(rows
        .all(connection)
        .await?
        .into_iter()
        .map(|row| row.person_id)
        .collect())
}

/// Keeps whom a comment names, in the order of their markers.
pub(crate) async fn mentions_insert(tx: &Tx, comment: Uuid, people: &[Uuid]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let rows = (1..)
        .zip(people)
        .map(|(position, person)| comment_mention::ActiveModel {
            comment_id: Set(comment),
            position: Set(position),
            person_id: Set(*person),
        });
    comment_mention::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whom some comments name, in the order of their markers: comment and person.
pub(crate) async fn mentions_of(connection: &impl ConnectionTrait, comments: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    let rows = comment_mention::Entity::find()
        .filter(comment_mention::Column::CommentId.is_in(comments.iter().copied()))
        .order_by_asc(comment_mention::Column::Position);
    let rows = rows.all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.comment_id, row.person_id)).collect())
}

/// The people who commented on leads under their names, as far as the sight meets what they said: lead, person and the
/// person's organisation.
pub(crate) async fn named_authors(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    leads: &[Uuid],
) -> Result<Vec<(Uuid, Uuid, Uuid)>> {
    let mut sql = Sql::new("SELECT DISTINCT c.lead_id, c.author_id, c.organization_id FROM comment c WHERE c.lead_id");
    sql.among(leads.iter().copied())
        .push(" AND c.attribution_allowed = ")
        .bind(true)
        .push(" AND ")
        .append(&audience::meets(sight, Kind::Comment, "c.id"));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "lead_id")?,
                row.try_get("", "author_id")?,
                row.try_get("", "organization_id")?,
            ))
        })
        .collect()
}

/// An entry of a timeline, whoever may see it.
pub(crate) async fn entry_by_id(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<EntryRow>> {
    Ok(timeline_entry::Entity::find_by_id(id).one(connection).await?)
}

/// Who last asked for information about a delivery.
pub(crate) async fn last_asker(connection: &impl ConnectionTrait, delivery: Uuid) -> Result<Option<Uuid>> {
    let found = timeline_entry::Entity::find()
        .filter(timeline_entry::Column::DeliveryId.eq(delivery))
        .filter(timeline_entry::Column::Kind.eq("INFO_REQUESTED"))
        .order_by_desc(timeline_entry::Column::At)
        .one(connection)
        .await?;
    Ok(found.and_then(|entry| entry.actor_id))
}

/// Most deliveries that are looked at together.
pub(crate) const DUE_BATCH: u64 = 200;

/// The next deliveries after a place whose clock runs out between two moments, the soonest first, each with the people who
/// are on its lead, of whatever organisation.
pub(crate) async fn due_with_assignees(
    connection: &impl ConnectionTrait,
    (from, to): (i64, i64),
    after: Option<(i64, Uuid)>,
) -> Result<Vec<(DeliveryRow, Uuid)>> {
    use sea_orm::FromQueryResult as _;
    let mut sql = Sql::new(&format!(
        "SELECT {}, g.person_id FROM (",
        columns::<delivery::Entity>("d")
    ));
    sql.push(&format!("SELECT {} FROM delivery o ", columns::<delivery::Entity>("o")));
    sql.push("WHERE o.state IN ('PUSHED', 'VIEWED', 'ACKNOWLEDGED') AND o.due_at > ")
        .bind(from);
    sql.push(" AND o.due_at <= ").bind(to);
    sql.push(" AND EXISTS (SELECT 1 FROM assignment s WHERE s.lead_id = o.lead_id AND s.person_id IS NOT NULL)");
    if let Some((at, id)) = after {
        sql.push(" AND (o.due_at, o.id) > (")
            .bind(at)
            .push(", ")
            .bind(id)
            .push(")");
    }
    sql.push(&format!(
        " ORDER BY o.due_at, o.id LIMIT {DUE_BATCH}) AS d JOIN assignment g ON g.lead_id = d.lead_id \
         WHERE g.person_id IS NOT NULL ORDER BY d.due_at, d.id"
    ));
    let rows = connection
        .query_all_raw(sql.statement(connection.get_database_backend()))
        .await?;
    rows.iter()
        .map(|row| Ok((DeliveryRow::from_query_result(row, "")?, row.try_get("", "person_id")?)))
        .collect()
}
